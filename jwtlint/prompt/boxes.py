"""Reading boxes: list items, table rows, comma lists, and "a box labeled 'X'"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..regex import lazy
from . import keywords
from .details import KEYED, read_details
from .quotes import QUOTATION
from .ranges import Range, bare, outside_brackets
from .unit import Kind, Unit


class ReadBox(NamedTuple):
    """Offsets of the parts of a box declaration."""

    name: Range
    whole: Range
    role: Range | None = None
    icon: Range | None = None
    number: int | None = None


_MAX_NAME_WORDS = 7
_SHARED = lazy(
    r"(?P<names>[A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){0,2}(?:, [A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){0,2})+"
    r"(?:,? (?:and|y|und|et|e) [A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){0,2})?)\s*[—–:]\s"
)
_LETTER = lazy(r"(?:\(?[a-z]\)|\([ivx]{1,4}\))\s+")
_EMPHASIS = lazy(r"(?:\*\*|__|\*|`)(?P<name>[^*_`\n]{1,70})(?:\*\*|__|\*|`)")
_QUOTE = lazy(QUOTATION)
_BOX_NOUN = lazy(r"\s+(?:box|node|block|component)\b", re.I)
_WHICH = lazy(r"\s+(?:which|that|who)\s+")
_NAME_BRACKET = lazy(r"\s*\(([^()\n]{1,30})\)(?=\s*(?:[—–:|=,-]|$))")
_MAX_NAME_LENGTH = 60
_PREFIX = lazy(
    r"(?:\*\*|__)?(?:(?:the|a|an|one|el|la|un|una|der|die|das|ein|eine|le|la|une?|o|a)\s+)?"
    r"(?:(?:box|node|component|block|actor|card|layer|row|tier|lane|left|right|center|centre|middle|top|bottom|caja|kasten|bo[iî]te)\s*"
    r"(?:box|node)?\s*(?:\d{1,2}|[A-H])?\s*(?:\([^)]{1,20}\))?\s*(?:\*\*|__)?\s*"
    r"(?::|[—–-]|(?:labell?ed|titled|called|named|etiquetad[ao]|rotulad[ao]|beschriftet mit|namens|intitulée?)(?:\s+as)?)\s*)"
    r"|(?:name|nombre|nom|nome)\s*:\s+",
    re.I,
)
_SEPARATOR = lazy(
    r"\s+[—–]+\s*|\s*—\s*|\s+-{1,2}\s+|:\s+|:(?=[\"“'«`*_])|\s*\|\s*|\s+[=~·]\s+|\s+\(|,\s+|\s+[\[{]|\s+(?=[\"“„«])|;\s+|\s+\.{2,}\s+|\n\s*(?::|(?=[^\W\d_]+:\s))"
)
_SLASH = lazy(r"\s+/\s+")
_BRACKETED_NAME = lazy(r"\[(?P<name>[^\[\]\n]{1,60})\]")
_HAS_OTHER_DIVIDER = lazy(r"\s[—–~|-]\s|:\s|;|\s[(\[{]")
_PLAIN_ICON = lazy(
    r"\s+(?:with|using|shown as|drawn as|mit|con|avec|com)\s+(?:[\w/&+'’-]+\s+){1,6}?(?:icons?|symbol|icono|icône|ícone)\b",
    re.I,
)
_BOX_KINDS = frozenset(
    [
        "box",
        "node",
        "block",
        "card",
        "panel",
        "hexagon",
        "cylinder",
        "cloud",
        "circle",
        "rectangle",
        "component",
        "tile",
        "lane",
        "window",
        "terminal",
        "gateway",
        "server",
        "caja",
        "recuadro",
        "kasten",
        "boite",
        "boîte",
        "caixa",
        "riquadro",
    ]
)
_LABELED_BOX = lazy(
    rf"\b(?:{'|'.join(sorted(_BOX_KINDS))})"
    rf"\s*(?:\([^)\n]{{1,40}}\)\s*)?(?:,?\s*(?:labell?ed|titled|called|named|marked|reading|etiquetad[ao]|rotulad[ao]|beschriftet mit|namens|intitulée?)|:)\s*"
    rf"(?P<name>{QUOTATION})",
    re.I,
)
_BOX_ALONE = lazy(
    r"(?:\w+:\s+)?(?P<name>[^\W\d_][\w&/.'’ -]{1,40}?)\s*"
    r"\((?P<details>(?:icon|role|icono|rol|symbol|rolle|icône|rôle)\s*:[^()\n]{3,200})\)\s*[.;]?\s*",
    re.I,
)
_BRACKETED_SUBJECT = lazy(
    r"\[(?P<name>[A-Z][^\[\]\n()]{1,40})\]\s+(?P<role>[a-zà-ÿ]+\s[^\n]{3,200}?)[.;]?\s*"
)
_BEGINS = lazy(r"(?:^|[\s(,;:/·|.>-])(?:the\s+|an?\s+)?$", re.I)
_DESCRIBED = lazy(
    r"(?:[\"”’'»](?=\s+[a-zà-ÿ]+\s)|[\"”“»’'`\]*]{0,3})(?:(?<=[\"”’'»])\s+(?=[a-zà-ÿ]+\s)|,?\s+(?:which|that|who)\s+(?P<which>[^,.;()\n\0]{3,160})|\s*(?P<bracket>[(\[{])"
    r"|\s*[:=—–~|;]\s*|\s+[-/·]\s+|\s+\.{2,}\s+|,\s+(?:an?\s+)?[\w -]{0,30}\bicon\b|\s+(?:has|hat|tiene|a)\s+(?:an?|the|ein|un|una|une)\s)"
)
_BEHIND_BRACKET = lazy(r"(?:\s*[—–:-]\s*[^.;\n]{3,160}|\s+[a-z][^.;,\n]{3,160})?")
_RELATIVE = lazy(
    r"(?:\s*,?\s*(?:which|that|who|for|to|die|der|das|que|qui|che)\s+|\s*[—–:(]\s*|\s+\()"
    r"(?P<role>(?:[^.;,\n]|,(?!\s+(?:and\s+|y\s+|und\s+|et\s+)?(?:an?|un|una|ein|eine|une)\s))+)",
    re.I,
)
_NO_COMPONENT = lazy(
    r"\b(?:note|legend|text|caution|callout|info|title|caption|warning|disclaimer)\b(?:[ -]+(?:in|as|on)(?: an?| the)?)?[ -]*$",
    re.I,
)
_COMMA_LIST = lazy(
    r"(?P<noun>\b(?:box(?:es)?|components?|nodes?|blocks?|actors?|participants?|services?|systems?|stages?|elements?"
    r"|cajas|bloques|componentes|nodos|kästen|komponenten|bausteine|knoten|boîtes|composants|blocs|caixas|blocos"
    r"|scatole|riquadri|caselle|recuadros|componenti|nodi)\b(?:\s+(?:for|named|called|labell?ed|titled|such as|para|für|pour|per))?\s*[:(—–-]?\s+)"
    r"(?P<list>(?:[^.;:\n()\[\]{}]|\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\]|\{[^{}\n]{0,200}\}){3,900})",
    re.I,
)
_LIST_CUT = lazy(r",\s*(?:and|or|y|e|und|et|plus)\s+|,\s+|\s+(?:and|y|und|et|plus)\s+")
_ITEM_OF_LIST = lazy(
    r"[*_]{0,2}(?P<name>[A-ZÀ-Þ0-9][^(\[{,\n]{0,45}?|[^\W\d_][\w -]{0,30}?(?=\s*[(\[{])|[\"“'`]\0{1,60}[\"”'`])[*_]{0,2}\s*(?P<role>[(\[{][^()\[\]{}\n]{3,200}[)\]}])?[.\s]*$"
)
_VERBLIKE = lazy(
    r"\b(?:must|should|are|is|have|with|connected|arranged|using|shown|placed|stacked|in|on|from|each|every|all|include|use"
    r"|drawn|keep|show|make|draw|muss|müssen|sind|deben|debe|doivent|devem)\b",
    re.I,
)
_ROLE_COLUMNS = lazy(
    r"role|descri|purpose|responsib|does|function|task|job|caption|what|rolle|rol\b|aufgabe|fonction|función|funktion|rôle|papel|ruolo|subtitle|text"
)
_NAME_COLUMNS = lazy(
    r"^(?:#\s*)?(?:name|component|box|node|service|element|actor|block|participant|system|part|stage|module|componente|komponente|composant|nombre|nom|nome|caja|kasten|knoten|nodo|bloque|baustein|label|who|server|station|piece|tile)"
)
_ICON_COLUMNS = lazy(r"icon|symbol|shape|glyph|icono|ícono|icône|icona|picture")


def read_row(value: str, mask: str, unit: Unit) -> ReadBox | None:
    """The box of a table row whose columns say name, role, icon."""
    name = role = icon = None
    for column, cell in zip(unit.columns, unit.cells, strict=False):
        if name is None and _NAME_COLUMNS.search(column):
            name = cell
        elif icon is None and _ICON_COLUMNS.search(column):
            icon = cell
        elif role is None and _ROLE_COLUMNS.search(column):
            role = cell
    if name is None and not any(unit.columns) and len(unit.cells) > 1:
        first = next(
            (cell for cell in unit.cells if not value[slice(*cell)].strip("#. ").isdigit()), unit.cells[0]
        )
        role, icon = read_details(value, mask, first[1], unit.end)
        return ReadBox(bare(value, *first), (unit.start, unit.end), role, icon, unit.number)
    if name is None and unit.cells and not any(c.isdigit() for c in value[slice(*unit.cells[0])][:2]):
        name = unit.cells[0]
    if name is None or name[0] == name[1]:
        return None
    return ReadBox(
        bare(value, *name), (unit.start, unit.end), _kept(value, role), _kept(value, icon), unit.number
    )


def read_items(value: str, mask: str, unit: Unit) -> list[ReadBox]:
    """The boxes that a list item declares: one, none, or several that share a role ("A, B and C — each …")."""
    box = read_item(value, mask, unit)
    if box is None:
        return []
    shared = _SHARED.match(mask, unit.start, unit.end)
    if shared is None or box.name[0] != unit.start:
        return [box]
    names = [bare(value, left, right) for left, right in _parts(mask, *shared.span("names"))]
    role, icon = read_details(value, mask, shared.end("names"), unit.end)
    return [ReadBox(name, box.whole, role, icon, box.number) for name in names]


def read_item(value: str, mask: str, unit: Unit) -> ReadBox | None:
    """The first box that a list item declares; None where it declares none."""
    if unit.kind is Kind.ROW:
        return read_row(value, mask, unit)
    start, end = unit.start, unit.end
    while end > start and value[end - 1] in ".;, \n":
        end -= 1
    letter = _LETTER.match(mask, start, end)
    if letter:
        start = letter.end()
    prefix = _PREFIX.match(mask, start, end)
    if prefix:
        start = prefix.end()
    name, rest = _name(value, mask, start, end)
    if name is None:
        return None
    role, icon = read_details(value, mask, rest, end)
    return ReadBox(name, (unit.start, end), role, icon, unit.number)


def _name(value: str, mask: str, start: int, end: int) -> tuple[Range | None, int]:
    emphasis = _EMPHASIS.match(value, start, end)
    quote = _QUOTE.match(mask, start, end)
    bracketed = _BRACKETED_NAME.match(mask, start, end)
    if bracketed:
        return _valid(value, bare(value, *bracketed.span("name"))), bracketed.end()
    if emphasis:
        inner = emphasis.span("name")
        return _valid(
            value, bare(value, inner[0], inner[1] - value[slice(*inner)].endswith(":"))
        ), emphasis.end()
    if quote:
        rest = quote.end()
        noun = _BOX_NOUN.match(mask, rest, end)
        return _valid(value, bare(value, *quote.span())), noun.end() if noun else rest
    stop = end
    rest = end
    for separator in _SEPARATOR.finditer(mask, start, end):
        if separator.group().strip() == "(" and _short_bracket(value, mask, separator.start(), end):
            continue
        stop, rest = separator.start(), separator.end() - (separator.group()[-1] in "([{")
        break
    slashes = [match.span() for match in _SLASH.finditer(mask, start, end)]
    alone = len(slashes) >= 2 and not _HAS_OTHER_DIVIDER.search(mask, start, end)
    if slashes and slashes[0][0] < stop and (alone or KEYED.match(mask, slashes[0][1], end)):
        stop, rest = slashes[0]
    icon = _PLAIN_ICON.search(mask, start, stop)
    if icon and icon.start() > start:
        stop = rest = icon.start()
    else:
        which = _WHICH.search(mask, start, stop)
        if which:
            stop = rest = which.start()
    # What has an icon or a role of its own is a component, even if it is called Palette or Key.
    keyed = KEYED.match(mask, rest, end) is not None
    return _valid(value, bare(value, start, stop), announced=not keyed), rest


def _short_bracket(value: str, mask: str, start: int, end: int) -> bool:
    """Is this bracket part of a name, as in "Identity Provider (IdP) — …"?"""
    match = _NAME_BRACKET.match(mask, start, end)
    if not match or match.end() >= end:
        return False
    inner = value[slice(*match.span(1))]
    return len(inner.split()) <= 3 and "icon" not in inner.casefold() and inner[:1].isupper()


def _valid(value: str, name: Range, *, announced: bool = True) -> Range | None:
    """A name that can be that of a box. With `announced`, words that head a part of the prompt are none."""
    words = value[slice(*name)]
    if not words or len(words) > _MAX_NAME_LENGTH or len(words.split()) > _MAX_NAME_WORDS:
        return None
    heads_a_part = announced and keywords.announces(words)
    return name if any(c.isalpha() for c in words) and not heads_a_part else None


def _kept(value: str, part: Range | None) -> Range | None:
    if part is None:
        return None
    start, end = bare(value, *part)
    return (start, end) if any(c.isalnum() for c in value[start:end]) else None


def read_sentence(value: str, mask: str, unit: Unit) -> Iterator[ReadBox]:
    """Boxes declared inside a sentence: "a box labeled 'X'", or as one: "Parser (icon: comb; role: …)."."""
    if alone := _BOX_ALONE.fullmatch(mask, unit.start, unit.end):
        name = _valid(value, bare(value, *alone.span("name")))
        if name is not None and value[name[0]].isupper() and not announces(value[slice(*name)]):
            role, icon = read_details(value, mask, *alone.span("details"))
            yield ReadBox(name, (name[0], alone.end("details") + 1), role, icon)
            return
    if subject := _BRACKETED_SUBJECT.fullmatch(mask, unit.start, unit.end):
        name = _valid(value, subject.span("name"))
        if name is not None and not announces(value[slice(*name)]):
            yield ReadBox(name, (unit.start, subject.end("role")), subject.span("role"), None)
            return
    if _BOX_KINDS.isdisjoint(unit.words):
        return
    for match in _LABELED_BOX.finditer(mask, unit.start, unit.end):
        if _NO_COMPONENT.search(mask, max(unit.start, match.start() - 24), match.start()):
            continue
        name = bare(value, *match.span("name"))
        if not _valid(value, name):
            continue
        relative = _RELATIVE.match(mask, match.end(), unit.end)
        role, icon = read_details(value, mask, *relative.span("role")) if relative else (None, None)
        yield ReadBox(name, (match.start(), relative.end() if relative else match.end()), role, icon)


def find_declaration(value: str, mask: str, name: str, others: Iterable[str], unit: Unit) -> ReadBox | None:
    """Where prose introduces a component by this name: "the Parser, which …", "Parser [icon; role]", "Parser | …".

    The description ends where one of the `others` begins.
    """
    for match in re.finditer(
        rf"(?<![\w])[\"“„«'‘`\[*]{{0,3}}(?P<name>{re.escape(name)})(?!\w)", value[unit.start : unit.end], re.I
    ):
        start, end = unit.start + match.start("name"), unit.start + match.end("name")
        if not _BEGINS.search(mask[unit.start : unit.start + match.start()]):
            continue
        described = _DESCRIBED.match(mask, end, unit.end)
        if described is None:
            continue
        following = [at for other in others if (at := value.find(other, end, unit.end)) > end]
        stop = min([*following, unit.end])
        if described["which"]:
            stop = min(stop, described.end("which"))
        elif opening := described["bracket"]:
            closing = mask.find({"(": ")", "[": "]", "{": "}"}[opening], end, unit.end)
            behind = _BEHIND_BRACKET.match(mask, closing + 1, stop) if closing >= 0 else None
            stop = behind.end() if behind else stop
        role, icon = read_details(value, mask, described.start("which") if described["which"] else end, stop)
        return ReadBox((start, end), (start, stop), role, icon)
    return None


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
            role, icon = read_details(value, mask, *item.span("role")) if item["role"] else (None, None)
            found.append(ReadBox(name, (left, right), role, icon))
        if len(found) >= 2:
            return found
    return []


def _parts(mask: str, start: int, end: int) -> Iterator[Range]:
    at = start
    for left, right in outside_brackets(mask, start, _LIST_CUT.finditer(mask, start, end)):
        yield at, left
        at = right
    yield at, end


def announces(words: str) -> bool:
    """Do these words announce boxes?"""
    return keywords.BOXES.said_in(words)
