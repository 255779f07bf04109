"""Reading boxes: list items, table rows, comma lists, and "a box labeled 'X'"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from . import keywords
from .quotes import QUOTATION
from .ranges import Range, bare
from .unit import Kind, Unit


class ReadBox(NamedTuple):
    """Offsets of the parts of a box declaration."""

    name: Range
    whole: Range
    role: Range | None = None
    icon: Range | None = None
    number: int | None = None


_MAX_NAME_WORDS = 7
_MAX_NAME_LENGTH = 60
_PREFIX = re.compile(
    r"(?:\*\*|__)?(?:(?:the|a|an|one|el|la|un|una|der|die|das|ein|eine|le|la|une?|o|a)\s+)?"
    r"(?:(?:box|node|component|block|actor|card|left|right|center|centre|middle|top|bottom|caja|kasten|bo[iî]te)\s*"
    r"(?:box|node)?\s*(?:\d{1,2}|[A-H])?\s*(?:\([^)]{1,20}\))?\s*(?:\*\*|__)?\s*"
    r"(?::|[—–-]|(?:labell?ed|titled|called|named|etiquetad[ao]|rotulad[ao]|beschriftet mit|namens|intitulée?)(?:\s+as)?)\s*)",
    re.I,
)
_SEPARATOR = re.compile(r"\s+[—–]+\s*|\s*—\s*|\s+-{1,2}\s+|:\s+|:(?=[\"“'«`*_])|\s*\|\s*|\s+=\s+|\s+\(|,\s+|\s+\[|\s+(?=[\"“„«])|;\s+")
_WITH_ICON = re.compile(
    r"[\s,;(—–-]*(?:\b(?:with|using|shown as|drawn as|as|mit|con|avec|com)\s+(?:an?\s+|the\s+|un\s+|una\s+|une\s+|um\s+|uma\s+|eine[mnr]?\s+)?)?"
    r"(?P<icon>[\w/&+' -]{2,60}?)[\s-]+(?:icons?|glyph|symbol|pictogram)\b\)?",
    re.I,
)
_ICON_BEFORE = re.compile(
    r"\b(?:con|com|avec|mit|with)\s+(?:(?:un|una|um|uma|une|einem?|an?|the)\s+)?(?:icono|ícono|icône|icona|icon|symbol)\s+(?:de|d['’]|von|of|showing|for)?\s*(?P<icon>[^,;.()—–\n]{2,60})",
    re.I,
)
_ATTRIBUTE = re.compile(
    r"(?:(?<=[—–|,;(\[\n-])|(?<=\s))\s*[*_]{0,2}(?P<key>icon|glyph|symbol|shape|role|rôle|rol|rolle|papel|ruolo|función|função|funktion|fonction"
    r"|purpose|description|desc|caption|subtitle|does|job|task|responsibility|sublabel|tagline|text"
    r"|icono|ícono|icône|icona|descripción|beschreibung|aufgabe|descrição|descrizione|color|colour|note)[*_]{0,2}\s*[:=]\s*[*_]{0,2}",
    re.I,
)
_ICON_KEYS = frozenset("icon glyph symbol shape icono ícono icône icona".split())
_OTHER_KEYS = frozenset("color colour note".split())
_BOX_KINDS = frozenset(
    """box node block card panel hexagon cylinder cloud circle rectangle component tile lane window terminal gateway
    server caja recuadro kasten boite boîte caixa riquadro""".split()
)
_LABELED_BOX = re.compile(
    rf"\b(?:{'|'.join(sorted(_BOX_KINDS))})"
    rf"\s*(?:\([^)\n]{{1,40}}\)\s*)?(?:,?\s*(?:labell?ed|titled|called|named|marked|reading|etiquetad[ao]|rotulad[ao]|beschriftet mit|namens|intitulée?)|:)\s*"
    rf"(?P<name>{QUOTATION})",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:\s*,?\s*(?:which|that|who|for|to|die|der|das|que|qui|che)\s+|\s*[—–:(]\s*|\s+\()"
    r"(?P<role>(?:[^.;,\n]|,(?!\s+(?:and\s+|y\s+|und\s+|et\s+)?(?:an?|un|una|ein|eine|une)\s))+)",
    re.I,
)
_NO_COMPONENT = re.compile(r"\b(?:note|legend|text|caution|callout|info|title|caption|warning|disclaimer)\b(?:[ -]+(?:in|as|on)(?: an?| the)?)?[ -]*$", re.I)
_COMMA_LIST = re.compile(
    r"(?P<noun>\b(?:box(?:es)?|components?|nodes?|blocks?|actors?|participants?|services?|systems?|stages?|elements?"
    r"|cajas|bloques|componentes|nodos|kästen|komponenten|bausteine|knoten|boîtes|composants|blocs|caixas|blocos"
    r"|scatole|componenti|nodi)\b(?:\s+(?:for|named|called|labell?ed|titled|such as|para|für|pour|per))?\s*[:(—–-]?\s+)"
    r"(?P<list>(?:[^.;:\n()]|\([^()\n]{0,200}\)){3,500})",
    re.I,
)
_LIST_CUT = re.compile(r",\s*(?:and|or|y|e|und|et|plus)\s+|,\s+|\s+(?:and|y|und|et|plus)\s+")
_ITEM_OF_LIST = re.compile(
    r"(?P<name>[A-ZÀ-Þ0-9][^(,\n]{0,45}?|[\"“'`]\0{1,60}[\"”'`])\s*(?:\((?P<role>[^()\n]{3,160})\))?[.\s]*$"
)
_VERBLIKE = re.compile(
    r"\b(?:must|should|are|is|have|with|connected|arranged|using|shown|placed|stacked|in|on|from|each|every|all|include|use"
    r"|drawn|keep|show|make|draw|muss|müssen|sind|deben|debe|doivent|devem)\b",
    re.I,
)
_ROLE_COLUMNS = re.compile(r"role|descri|purpose|responsib|does|function|task|job|caption|what|rolle|rol\b|aufgabe|fonction|función|funktion|rôle|papel|ruolo|subtitle|text")
_NAME_COLUMNS = re.compile(r"^(?:#\s*)?(?:name|component|box|node|service|element|actor|block|participant|system|part|stage|module|componente|komponente|composant|nombre|nom|nome|caja|kasten|knoten|nodo|bloque|baustein|label|who|server|station|piece|tile)")
_ICON_COLUMNS = re.compile(r"icon|symbol|shape|glyph|icono|ícono|icône|icona|picture")


def read_row(value: str, unit: Unit) -> ReadBox | None:
    """The box of a table row whose columns say name, role, icon."""
    name = role = icon = None
    for column, cell in zip(unit.columns, unit.cells, strict=False):
        if name is None and _NAME_COLUMNS.search(column):
            name = cell
        elif icon is None and _ICON_COLUMNS.search(column):
            icon = cell
        elif role is None and _ROLE_COLUMNS.search(column):
            role = cell
    if name is None and unit.cells and not any(c.isdigit() for c in value[slice(*unit.cells[0])][:2]):
        name = unit.cells[0]
    if name is None or name[0] == name[1]:
        return None
    return ReadBox(
        bare(value, *name), (unit.start, unit.end), _kept(value, role), _kept(value, icon), unit.number
    )


def read_item(value: str, mask: str, unit: Unit) -> ReadBox | None:
    """The box that a list item declares; None where it declares none."""
    if unit.kind is Kind.ROW:
        return read_row(value, unit)
    start, end = unit.start, unit.end
    while end > start and value[end - 1] in ".;, \n":
        end -= 1
    prefix = _PREFIX.match(mask, start, end)
    if prefix:
        start = prefix.end()
    name, rest = _name(value, mask, start, end)
    if name is None:
        return None
    role, icon = _role_and_icon(value, mask, rest, end)
    return ReadBox(name, (unit.start, end), role, icon, unit.number)


def _name(value: str, mask: str, start: int, end: int) -> tuple[Range | None, int]:
    emphasis = re.compile(r"(?:\*\*|__|\*|`)(?P<name>[^*_`\n]{1,70})(?:\*\*|__|\*|`)").match(value, start, end)
    quote = re.compile(QUOTATION).match(mask, start, end)
    if emphasis:
        inner = emphasis.span("name")
        return _valid(value, bare(value, inner[0], inner[1] - value[slice(*inner)].endswith(":"))), emphasis.end()
    if quote:
        rest = quote.end()
        noun = re.compile(r"\s+(?:box|node|block|component)\b", re.I).match(mask, rest, end)
        return _valid(value, bare(value, *quote.span())), noun.end() if noun else rest
    stop = end
    rest = end
    for separator in _SEPARATOR.finditer(mask, start, end):
        if separator.group().strip() == "(" and _short_bracket(value, mask, separator.start(), end):
            continue
        stop, rest = separator.start(), separator.end() - (separator.group()[-1] in "([")
        break
    icon = _WITH_ICON.search(mask, start, stop)
    if icon and icon.start() > start:
        stop = rest = icon.start()
    else:
        which = re.compile(r"\s+(?:which|that|who)\s+").search(mask, start, stop)
        if which:
            stop = rest = which.start()
    return _valid(value, bare(value, start, stop)), rest


def _short_bracket(value: str, mask: str, start: int, end: int) -> bool:
    """Is this bracket part of a name, as in "Identity Provider (IdP) — …"?"""
    match = re.compile(r"\s*\(([^()\n]{1,30})\)(?=\s*(?:[—–:|=,-]|$))").match(mask, start, end)
    if not match or match.end() >= end:
        return False
    inner = value[slice(*match.span(1))]
    return len(inner.split()) <= 3 and "icon" not in inner.casefold() and inner[:1].isupper()


def _valid(value: str, name: Range) -> Range | None:
    words = value[slice(*name)]
    if not words or len(words) > _MAX_NAME_LENGTH or len(words.split()) > _MAX_NAME_WORDS:
        return None
    return name if any(c.isalnum() for c in words) else None


def _role_and_icon(value: str, mask: str, start: int, end: int) -> tuple[Range | None, Range | None]:
    role: Range | None = None
    icon: Range | None = None
    attributes = list(_ATTRIBUTE.finditer(mask, max(start - 1, 0), end))
    first = attributes[0].start() if attributes else end
    for attribute, following in zip(attributes, [*(a.start() for a in attributes[1:]), end], strict=False):
        key = attribute["key"].casefold()
        content = _trim(value, attribute.end(), following)
        if key in _ICON_KEYS:
            icon = icon or content
        elif key not in _OTHER_KEYS:
            role = role or content
    before = _WITH_ICON.search(mask, start, first) or _ICON_BEFORE.search(mask, start, first)
    stop = first
    if before and icon is None:
        icon = _trim(value, *before.span("icon"))
        if before.end() >= first - 2:
            stop = before.start()
        elif before.start() <= start + 2:
            start = before.end()
    if role is None:
        quote = re.compile(QUOTATION).search(mask, start, stop)
        role = bare(value, *quote.span()) if quote else _trim(value, start, stop)
    return _kept(value, role), _kept(value, icon)


def _trim(value: str, start: int, end: int) -> Range:
    start, end = bare(value, start, end)
    while start < end and value[start] in "—–-:=|,;( \n":
        start += 1
    if value[start:end].count("(") < value[start:end].count(")"):
        while end > start and value[end - 1] in ") ":
            end -= 1
    while end > start and value[end - 1] in "—–-,;|( \n[":
        end -= 1
    return bare(value, start, end)


def _kept(value: str, part: Range | None) -> Range | None:
    if part is None:
        return None
    start, end = bare(value, *part)
    return (start, end) if any(c.isalnum() for c in value[start:end]) else None


def read_sentence(value: str, mask: str, unit: Unit) -> Iterator[ReadBox]:
    """Boxes declared inside a sentence: "a box labeled 'X'", "boxes for A, B and C"."""
    if _BOX_KINDS.isdisjoint(unit.words):
        return
    for match in _LABELED_BOX.finditer(mask, unit.start, unit.end):
        if _NO_COMPONENT.search(mask, max(unit.start, match.start() - 24), match.start()):
            continue
        name = bare(value, *match.span("name"))
        if not _valid(value, name):
            continue
        relative = _RELATIVE.match(mask, match.end(), unit.end)
        role, icon = _role_and_icon(value, mask, *relative.span("role")) if relative else (None, None)
        yield ReadBox(name, (match.start(), relative.end() if relative else match.end()), role, icon)


def find_declaration(value: str, mask: str, name: str, unit: Unit) -> ReadBox | None:
    """Where a sentence introduces a component by this name: "the Parser, which …", "Parser (…)", "“Parser”: …"."""
    pattern = re.compile(
        rf"(?<!\w)(?P<open>[\"“„«'‘`]?)(?P<name>{re.escape(name)})[\"”“»'’`]?"
        r"(?:,?\s+(?:which|that|who)\s+(?P<which>[^,.;()\n]{3,160})|\s*\((?P<bracket>[^()\n]{3,160})\)"
        r"|\s*[:=—–]\s*(?P<role>[^.;()\n]{3,160}))",
        re.I,
    )
    match = pattern.search(value, unit.start, unit.end)
    if match is None:
        return None
    group = match.lastgroup or "name"
    role, icon = _role_and_icon(value, mask, *match.span(group))
    return ReadBox(match.span("name"), match.span(), role, icon)


def read_comma_list(value: str, mask: str, unit: Unit) -> list[ReadBox]:
    """The boxes of "five boxes: A, B (does x), C and D"; at least two, all of them looking like names."""
    for match in _COMMA_LIST.finditer(mask, unit.start, unit.end):
        start, end = match.span("list")
        found = []
        for left, right in _parts(mask, start, end):
            item = _ITEM_OF_LIST.match(mask, left, right)
            if item is None or _VERBLIKE.search(value, *item.span("name")):
                break
            name = _valid(value, bare(value, *item.span("name")))
            if name is None or len(value[slice(*name)].split()) > 5:
                break
            role = _kept(value, item.span("role")) if item["role"] else None
            found.append(ReadBox(name, (left, right), role))
        if len(found) >= 2:
            return found
    return []


def _parts(mask: str, start: int, end: int) -> Iterator[Range]:
    at = start
    for cut in _LIST_CUT.finditer(mask, start, end):
        if mask.count("(", at, cut.start()) > mask.count(")", at, cut.start()):
            continue
        yield at, cut.start()
        at = cut.end()
    yield at, end


def announces(words: str) -> bool:
    """Do these words announce boxes?"""
    return keywords.BOXES.said_in(words)
