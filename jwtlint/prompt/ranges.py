"""Offsets of a part of the prompt, and how they are trimmed."""

import re
from collections.abc import Iterable, Iterator

Range = tuple[int, int]

_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_PAIRS = {'"': '"', "'": "'", "“": "”", "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』", "[": "]"}


def bare(value: str, start: int, end: int) -> Range:
    """Without enclosing quotes, brackets, emphasis and blanks, and without a full stop or comma behind."""
    while True:
        before = (start, end)
        while start < end and value[start] in "*_` \t\n,;":
            start += 1
        while end > start and value[end - 1] in "*_` \t\n.,;":
            end -= 1
        if end - start >= 2:
            first, last = value[start], value[end - 1]
            inner = value[start + 1 : end - 1]
            if (last in _PAIRS.get(first, "") and last not in inner and first not in inner) or (
                first == "(" and last == ")" and ")" not in inner
            ):
                start, end = start + 1, end - 1
        if (start, end) == before:
            return before


def outside_brackets(mask: str, start: int, matches: Iterable[re.Match[str]]) -> Iterator[Range]:
    """The spans of those matches that stand in no bracket opened behind `start`; one sweep, whatever their number."""
    depths = [0, 0, 0]
    at = start
    for match in matches:
        stretch = mask[at : match.start()]
        for kind, (opening, closing) in enumerate(_BRACKETS):
            depths[kind] = max(0, depths[kind] + stretch.count(opening) - stretch.count(closing))
        at = match.start()
        if not any(depths):
            yield match.span()
