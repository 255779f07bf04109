"""File patterns of the configuration."""

import re
from functools import lru_cache

from .regex import lazy

_TOKEN = lazy(r"\*\*/|\*\*|\*|\?|\[[^\]/]+\]|[^*?\[]+|\[")
_WILD = lazy(r"[*?\[]")


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
    body = pattern.strip("/")
    anchored = "/" in body or pattern.startswith("/")
    translated = "".join(_translate(token) for token in _TOKEN.findall(body.removeprefix("./")))
    return re.compile(("" if anchored else "(?:.*/)?") + translated + "(?:/.*)?", re.DOTALL)


def _translate(token: str) -> str:
    match token:
        case "**/":
            return "(?:.*/)?"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
    if len(token) > 2 and token.startswith("["):
        inside = token[1:-1].replace("\\", "\\\\")
        return f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside}]"
    return re.escape(token)
