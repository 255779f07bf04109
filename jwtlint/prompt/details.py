"""Reading what stands behind the name of a box: its role and its icon."""

import re
from collections.abc import Iterator

from ..regex import lazy
from .quotes import QUOTATION
from .ranges import Range, bare

_KEYS = (
    "icon|icons|glyph|symbol|pictogram|shape|role|job|rôle|rol|rolle|papel|ruolo|función|função|funktion|fonction|purpose"
    "|description|desc|subtitle|does|task|responsibility|sublabel|tagline|caption|text|icono|ícono|ícone|icône|icona"
    "|descripción|beschreibung|aufgabe|tarea|tarefa|compito|tâche|descrição|descrizione|color|colour|note"
)
_ICON_KEYS = frozenset(
    ["icon", "icons", "glyph", "symbol", "pictogram", "shape", "icono", "ícono", "ícone", "icône", "icona"]
)
_OTHER_KEYS = frozenset(["color", "colour", "note"])
_PLAIN_KEYS = "icon|role|job|icono|ícono|icône|rôle|rol|rolle|papel|ícone"
KEYED = lazy(
    rf"[*_]{{0,2}}(?:(?P<key>{_KEYS})[*_]{{0,2}}\s*[:=]|(?P<plain>{_PLAIN_KEYS})(?=\s[^\s]))[*_]{{0,2}}\s*",
    re.I,
)
_HAS_KEY = lazy(rf"\b(?:{_KEYS})\b\s*[:=]?|\bicons?\b", re.I)
_DIVIDER = lazy(
    rf"""\s+[—–~|/·•]\s+ | \s+-{{1,2}}\s+ | \s*;\s* | \s*\.{{3,}}\s* | \s*\n[ \t]*:?\s* | \s*[\[\]{{}}]\s*
      | ,\s+(?=(?:with\s+)?(?:an?\s+)?[*_]{{0,2}}(?:{_PLAIN_KEYS})\b) | ,\s+(?=[\w -]{{2,30}}\bicon\b) | (?<=icon),\s+ | (?<=icon)\s+(?={QUOTATION}|role)""",
    re.VERBOSE | re.I,
)
_BRACKET = lazy(r"\(([^()\n]*)\)")
_AS_ICON = lazy(
    r"(?:(?:with|using|shown as|drawn as|as|mit|con|avec|com)\s+)?(?:(?:an?|the|un|una|une|um|uma|eine[mnr]?)\s+)?"
    r"(?P<icon>[\w/&+'’ -]{2,60}?)[\s-]+(?:icons?|glyph|symbol|pictogram)\b$",
    re.I,
)
_ENDS_WITH_ICON = lazy(
    r"[\s,(]+(?:with|using|shown as|drawn as|as|mit|con|avec|com)\s+(?:(?:an?|the|un|una|une|um|uma|eine[mnr]?)\s+)?"
    r"(?P<icon>[\w/&+'’ -]{2,60}?)[\s-]+(?:icons?|glyph|symbol|pictogram)\b\W*$",
    re.I,
)
_ICON_OF = lazy(
    r"(?:(?:with|con|com|avec|mit)\s+)?(?:(?:un|una|um|uma|une|einem?|an?|the)\s+)?(?:icono|ícono|ícone|icône|icona|icon|symbol)"
    r"\s+(?:de\s+|d['’]|von\s+|of\s+|showing\s+)(?P<icon>.{2,60})$",
    re.I,
)
_AFTER_ICON = lazy(r"\s*[:,]\s+")
_QUOTE = lazy(QUOTATION)
_LONGEST_ICON = 4


def read_details(value: str, mask: str, start: int, end: int) -> tuple[Range | None, Range | None]:
    """Role and icon in the text behind a name, in whatever order and form they stand."""
    role: Range | None = None
    icon: Range | None = None
    plain: list[Range] = []
    for left, right in _parts(value, mask, start, end):
        words = mask[left:right]
        if keyed := KEYED.match(words):
            key = (keyed["key"] or keyed["plain"]).casefold()
            rest = (
                _AFTER_ICON.search(mask, left + keyed.end(), right)
                if keyed["plain"] and key in _ICON_KEYS
                else None
            )
            if rest:
                plain.append((rest.end(), right))
            content = _kept(value, left + keyed.end(), rest.start() if rest else right)
            if key in _ICON_KEYS:
                icon = icon or content
            elif key not in _OTHER_KEYS:
                role = role or content
        elif whole := (_AS_ICON.match(words) or _ICON_OF.match(words)):
            icon = icon or _kept(value, left + whole.start("icon"), left + whole.end("icon"))
        else:
            tail = _ENDS_WITH_ICON.search(words)
            if tail:
                icon = icon or _kept(value, left + tail.start("icon"), left + tail.end("icon"))
                right = left + tail.start()
            plain.append((left, right))
    plain = [part for part in plain if _kept(value, *part)]
    if role is None and plain:
        if icon is None and len(plain) > 1 and len(value[slice(*plain[0])].split()) <= _LONGEST_ICON:
            first = _kept(value, *plain.pop(0))
            # Icons are described in lower case; a capital is another name of the box ("Cache (Redis): …").
            icon = first if first and not value[first[0]].isupper() else None
        left, right = plain[0]
        quote = _QUOTE.search(mask, left, right)
        role = _kept(value, *quote.span()) if quote else _kept(value, left, right)
    return role, icon


def _parts(value: str, mask: str, start: int, end: int) -> Iterator[Range]:
    """The stretches between dividers. Brackets divide where they hold a key word or stand first."""
    opening = start + len(mask[start:end]) - len(mask[start:end].lstrip(" \t:,—–-|=~"))
    cuts = [match.span() for match in _DIVIDER.finditer(mask, opening, end)]
    for bracket in _BRACKET.finditer(mask, opening, end):
        if bracket.start() == opening or _HAS_KEY.search(bracket[1]):
            cuts += [(bracket.start(), bracket.start() + 1), (bracket.end() - 1, bracket.end())]
    at = opening
    for left, right in sorted(cuts):
        if left > at:
            yield from _stripped(value, at, left)
        at = max(at, right)
    yield from _stripped(value, at, end)


def _stripped(value: str, start: int, end: int) -> Iterator[Range]:
    while start < end and value[start] in "—–-:=|,;.~ \t\n":
        start += 1
    while end > start and value[end - 1] in "—–-,;|~ \t\n":
        end -= 1
    if start < end:
        yield start, end


def _kept(value: str, start: int, end: int) -> Range | None:
    start, end = bare(value, start, end)
    return (start, end) if any(c.isalnum() for c in value[start:end]) else None
