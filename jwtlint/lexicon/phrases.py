"""The small language in which vocabularies write phrases.

`(a|b)` is either, `[x]` may be missing, `a-b` matches with hyphen, with space and as one word, `%` also the words
percent and per cent. Phrases match whole words in any case.
"""

import re
from itertools import product

_TOKEN = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|([^\s()\[\]]+)|(\s+)")
_WORD = re.compile(r"[^\W_]+")
_GAP = r"[\s-]{1,3}"
_LEADING = ")?"


def pattern_of(phrase: str) -> re.Pattern[str]:
    """The pattern that a phrase means; it has no unbounded repetition."""
    pieces: list[str] = []
    gap = ""
    for match in _TOKEN.finditer(phrase):
        either, maybe, word, blank = match.groups()
        if blank:
            gap = _GAP if any(not piece.endswith(_LEADING) for piece in pieces) else ""
        elif maybe is not None:
            pieces.append(f"(?:{gap}{_literal(maybe)})?" if pieces else f"(?:{_literal(maybe)}{_GAP}{_LEADING}")
        else:
            parts = either.split("|") if either is not None else [word]
            pieces.append(f"{gap}(?:{'|'.join(_literal(part) for part in parts)})")
            gap = ""
    return re.compile(rf"(?<!\w)(?:{''.join(pieces)})(?!\w)", re.I)


def _literal(words: str) -> str:
    out = []
    for piece in re.split(r"(\s+|-|%|['’])", words):
        if piece == "-":
            out.append(r"[\s‐-‒-]?")
        elif piece == "%":
            out.append(r"\s?(?:%|per\s?cent)")
        elif piece in {"'", "’"}:
            out.append("['’]")
        elif piece.isspace():
            out.append(_GAP)
        else:
            out.append(re.escape(piece))
    return "".join(out)


def first_words(phrase: str) -> set[str]:
    """The words, in lower case, with which a text that matches the phrase can begin."""
    found: set[str] = set()
    rest = phrase.strip()
    while rest.startswith("["):
        maybe, _, rest = rest[1:].partition("]")
        found |= _beginnings(maybe)
        rest = rest.strip()
    heads = [""]
    for match in _TOKEN.finditer(rest):
        either, maybe, word, blank = match.groups()
        if blank or maybe is not None:
            break
        parts = either.split("|") if either is not None else [word]
        heads = [head + part for head, part in product(heads, parts)]
    return found.union(*(_beginnings(head) for head in heads))


def _beginnings(words: str) -> set[str]:
    """The first word, and what it becomes when the parts behind it are joined to it."""
    parts = re.split("-", words.split()[0] if words.split() else "")
    joined = {"".join(parts[: size + 1]) for size in range(len(parts))}
    return {match.group().casefold() for one in joined if (match := _WORD.search(one))}
