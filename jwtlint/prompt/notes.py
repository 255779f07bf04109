"""Reading notes: texts that the picture shows beside its boxes and arrows."""

import re

from ..regex import lazy
from . import keywords
from .quotes import QUOTATION
from .ranges import Range, bare
from .unit import Unit

_QUOTE = lazy(QUOTATION)
_DENIED = lazy(
    r"\b(?:no|not|never|without|omit|avoid|kein\w*|ohne|sin|sans|pas|sem|senza)\b[^.;:]{0,40}$", re.I
)
_UNQUOTED = lazy(
    r"^[^:\n]{0,50}?\b(?:foot|side)?(?:notes?|captions?|callouts?|disclaimers?|remarks?|footer|nota|notas|aviso|hinweis|fußnote|anmerkung"
    r"|remarque|mention|rodapé|didascalia|(?:small|fine) print)\b[^:\n]{0,50}:\s+(?P<text>\S[^\n]*)",
    re.I,
)


def read_notes(value: str, mask: str, unit: Unit) -> list[Range]:
    """The notes that a sentence asks for: its quoted texts behind the word, or what follows the colon."""
    noun = keywords.NOTES.find(mask, unit)
    if noun is None or _DENIED.search(mask, unit.start, noun.start()):
        return []
    quoted = [bare(value, *match.span()) for match in _QUOTE.finditer(mask, noun.end(), unit.end)]
    if quoted:
        return [text for text in quoted if len(value[slice(*text)].split()) >= 2]
    unquoted = _UNQUOTED.match(mask[unit.start : unit.end])
    if unquoted is None:
        return []
    start, end = unquoted.span("text")
    text = bare(value, unit.start + start, unit.start + end)
    return [text] if len(value[slice(*text)].split()) >= 3 else []


def whole_note(value: str, mask: str, unit: Unit) -> Range:
    """The note of an item in a list of notes: its quoted text, or all of it."""
    quote = _QUOTE.search(mask, unit.start, unit.end)
    if quote:
        return bare(value, *quote.span())
    named = _UNQUOTED.match(mask[unit.start : unit.end])
    start = unit.start + named.start("text") if named else unit.start
    while value[start] in "> ":
        start += 1
    return bare(value, start, unit.end)
