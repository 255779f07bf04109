"""Quoted words, and the prompt with them blanked out."""

import re
from typing import NamedTuple

from ..regex import lazy

_LONGEST = 600

_QUOTED = lazy(
    rf"""
    ["“„«‘'`「『](?:
      (?<=")(?<![\w"]")(?=[^\s"])([^"\n]{{1,{_LONGEST}}}?)"(?![\w"])
    | (?<=“)([^”\n]{{1,{_LONGEST}}})”
    | (?<=„)([^“”\n]{{1,{_LONGEST}}})[“”]
    | (?<=«)([^»\n]{{1,{_LONGEST}}})»
    | (?<=‘)([^‘\n]{{1,{_LONGEST}}}?)’(?!\w)
    | (?<=')(?<![\w'’]')(?=[^\s'])([^'\n]{{1,{_LONGEST}}}(?:(?<=\w)'(?=\w)[^'\n]{{1,{_LONGEST}}}){{0,9}}?)'(?!\w)
    | (?<=「)([^」\n]{{1,{_LONGEST}}})」
    | (?<=『)([^』\n]{{1,{_LONGEST}}})』
    | (?<=`)([^`\n]{{1,{_LONGEST}}})`
    )
    """,
    re.VERBOSE,
)

MASK = "\0"
QUOTATION = rf"[\"“„«'‘`「『]{MASK}+[.!?…]?[\"”“»’'`」』]"
_FULL_WIDTH = str.maketrans("：；（）", ":;()")


class Quoted(NamedTuple):
    """Offsets of the outer quotation marks and of the words between them."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotations(value: str) -> list[Quoted]:
    """Every quotation, in order; marks that have no partner on their line quote nothing."""
    found = []
    for match in _QUOTED.finditer(value):
        start, end = match.span(match.lastindex or 0)
        while start < end and value[start].isspace():
            start += 1
        while end > start and value[end - 1].isspace():
            end -= 1
        found.append(Quoted(match.start(), match.end(), start, end))
    return found


def masked(value: str, quoted: list[Quoted]) -> str:
    """The same text, as long as before, with NUL characters in place of every quoted word.

    The mark that ends a quoted sentence stays, because it may end the sentence around it. What looks for structure
    reads this copy, so that an arrow or a full stop inside a label is not one. Its colons, semicolons and brackets
    are those of ASCII.
    """
    pieces = []
    at = 0
    for quote in quoted:
        stop = quote.end - 2 if value[quote.end - 2] in ".!?…" else quote.end - 1
        pieces += [value[at : quote.start + 1], MASK * (stop - quote.start - 1), value[stop : quote.end]]
        at = quote.end
    pieces.append(value[at:])
    return "".join(pieces).translate(_FULL_WIDTH)
