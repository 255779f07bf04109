"""File patterns of the configuration."""

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from .regex import lazy

_TOKEN = lazy(r"(?<![^/])\*\*/|\*\*|\*|\?|\[[^\]/]+\]|[^*?\[]+|\[")
_WILD = lazy(r"[*?\[]")
_CROSSING = {"**/": "(?:[^/]*/)*?", "**": ".*?"}
"""Wildcards that cross folders."""


def matches(pattern: str, path: str) -> bool:
    """Does a pattern fit a path (both with "/", relative to the configuration)?

    `*` and `?` stay within one name, `**` crosses folders, `[ab]` is one of its characters. A pattern
    without "/" fits a name at any depth. A pattern that fits a folder fits everything in it.
    """
    return _compiled(pattern).fullmatch(path) is not None


def fixed_part(pattern: str) -> str:
    """The folder or file that holds everything that a pattern can fit, as far as known; "" for the root."""
    parts = pattern.strip("/").split("/")
    if len(parts) == 1 and not pattern.startswith("/"):
        return ""
    certain = []
    for part in parts:
        if _WILD.search(part):
            break
        certain.append(part)
    return "/".join(certain)


@lru_cache(256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as an expression that no path makes slow: patterns come with catalogs, from strangers, as paths do.

    Each wildcard but the last of its kind takes the first place where what stands behind it fits, and never tries
    another: the next wildcard reaches from there whatever it could reach from a later one.
    """
    body = pattern.strip("/")
    anchored = "/" in body or pattern.startswith("/")
    tokens = _TOKEN.findall(body.removeprefix("./"))
    parts = _split(tokens if anchored else ["**/", *tokens], _CROSSING)
    expression = ""
    for number, (wildcard, within) in enumerate(parts, 1):
        last = number == len(parts)
        part = _CROSSING.get(wildcard, "") + _within_one_name(within, last=last)
        expression += part if last else f"(?>{part})"
    return re.compile(f"{expression}(?:/.*)?", re.DOTALL)


def _within_one_name(tokens: Sequence[str], *, last: bool) -> str:
    """Tokens between two wildcards that cross folders; `last`: none of these follows."""
    parts = _split(tokens, ("*",))
    expression = ""
    for number, (wildcard, literal) in enumerate(parts, 1):
        part = ("[^/]*?" if wildcard else "") + "".join(map(_translate, literal))
        expression += part if last and number == len(parts) else f"(?>{part})"
    return expression


def _split(tokens: Sequence[str], wildcards: Container[str]) -> list[tuple[str, list[str]]]:
    """Each wildcard with the tokens up to the next; the first are those that stand before any."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for token in tokens:
        if token in wildcards:
            parts.append((token, []))
        else:
            parts[-1][1].append(token)
    return parts


def _translate(token: str) -> str:
    if token == "?":
        return "[^/]"
    if len(token) > 2 and token.startswith("["):
        inside = token[1:-1].replace("\\", "\\\\")
        return f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return re.escape(token)
