"""What a list is: boxes, arrows, legend steps, notes, or only prose."""

import re
from collections.abc import Callable, Iterable
from enum import Enum

from . import keywords
from .arrows import SOURCE_COLUMNS, SYMBOL, TARGET_COLUMNS, TO_WORDS
from .boxes import read_item
from .layout import Kind, Unit
from .names import stems_of
from .quotes import QUOTATION


class Content(Enum):
    """What the items of a list declare."""

    BOXES = "boxes"
    LIKELY_BOXES = "boxes, unless others are declared outright"
    ARROWS = "arrows"
    STEPS = "steps"
    LIKELY_STEPS = "steps, unless there is a legend that says so"
    NOTES = "notes"
    PROSE = "prose"


_WORDED_ARROW = {
    language: re.compile(
        rf"\s(?:{words})\s[^.;\n]{{1,70}}?(?::\s|{keywords.LABELLED.pattern}|\s[\"“„«'‘(\[])|{QUOTATION}\s(?:{words})\s",
        re.I,
    )
    for language, words in TO_WORDS.items()
}
_REQUIREMENT = re.compile(
    r"\b(?:each|every|all|jede[rs]?|alle|cada|todas?|todos|chaque|tou(?:te)?s|ogni|tutt[ie])\b[^:]*\b"
    r"(?:must|should|needs?|has|have|shows?|contains?|includes?|gets?|muss|müssen|debe|deben|doit|doivent|deve|devem)\b"
    r"|\b(?:do not|don't|avoid|never|without|rules|constraints?|requirements?|style|typography|palette|colou?rs?|output|quality|layout)\b",
    re.I,
)
_ATTRIBUTES = re.compile(r"\b(?:icon|role|icono|ícono|rol|rolle|symbol|rôle|icône|papel|ícone)\b\s*[:=]|\bicon\b", re.I)
_NAME_START = re.compile(r"[\s*_`\"“„«'‘\[(]*[A-ZÀ-Þ0-9]")
_NAMED = re.compile(r"[^.;:—–]{1,60}?(?:\s[—–-]{1,2}\s|—|:|\s\(|,\s|\s=\s|\s\[|$)")


class Endpoints:
    """The names between which arrows run: what bears one of them is a component, whatever its list is called."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._stems = frozenset(stems_of(name) for name in self.names)
        words = "|".join(sorted((re.escape(name) for name in self.names), key=len, reverse=True))
        self._mention = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I) if words else None

    def __contains__(self, name: str) -> bool:
        return stems_of(name) in self._stems

    def declared_by(self, value: str, mask: str, unit: Unit) -> bool:
        """Is the unit a declaration of one of the names?"""
        box = read_item(value, mask, unit)
        if box is None and unit.kind is Kind.ROW:
            return bool(unit.cells) and value[slice(*unit.cells[0])] in self
        return box is not None and value[slice(*box.name)] in self

    def mentioned_in(self, value: str, unit: Unit) -> bool:
        return self._mention is not None and bool(self._mention.search(value, unit.start, unit.end))


def content_of(units: list[Unit], value: str, mask: str, endpoints: Endpoints, language: str | None) -> Content:
    """What a list of units declares: by what arrows connect, the shape of its items, and the words before it."""
    first = units[0]
    intro = _last_sentence(first.intro)
    if first.kind is Kind.ROW:
        table = _content_of_table(first, intro)
        declares = table is Content.PROSE and _share(units, lambda unit: endpoints.declared_by(value, mask, unit)) >= 0.5
        return Content.BOXES if declares else table
    legend = keywords.LEGEND.search(intro) or (
        keywords.LEGEND.search(first.section.rpartition(" / ")[2]) and not keywords.ARROW_NOUNS.search(intro)
    )
    numbered = sum(unit.number is not None for unit in units) * 2 > len(units)
    if legend and numbered:
        return Content.STEPS
    drawn = _share(units, lambda unit: bool(SYMBOL.search(mask, unit.start, unit.end))) >= 0.5
    if not drawn and _share(units, lambda unit: endpoints.declared_by(value, mask, unit)) >= 0.5:
        return Content.BOXES
    if drawn or _share(units, lambda unit: looks_like_arrow(mask, unit, language)) >= 0.5:
        return Content.ARROWS
    words = f"{first.section.rpartition(' / ')[2]} {intro}"
    if keywords.NOTES.search(words) and not numbered:
        return Content.NOTES
    if _REQUIREMENT.search(intro):
        return Content.PROSE
    if _share(units, lambda unit: _names_something(value, mask, unit)) >= 0.6:
        if keywords.BOXES.search(words):
            return Content.BOXES
        if keywords.LOOSE_BOXES.search(words):
            return Content.LIKELY_BOXES
    if _share(units, lambda unit: bool(_ATTRIBUTES.search(mask, unit.start, unit.end))) >= 0.6:
        return Content.BOXES
    if keywords.ARROWS.search(words) and not keywords.LEGEND.search(words):
        return Content.ARROWS
    if numbered and re.search(r"\b(?:steps?|schritte?|pasos|étapes|passos|passi|lifecycle|story|sequence)\b", words, re.I):
        return Content.STEPS
    if numbered and len(units) > 2 and _share(units, lambda unit: endpoints.mentioned_in(value, unit)) >= 0.6:
        return Content.LIKELY_STEPS
    return Content.PROSE


def looks_like_arrow(mask: str, unit: Unit, language: str | None) -> bool:
    """Has the unit the shape of an arrow?"""
    symbol = SYMBOL.search(mask, unit.start, unit.end)
    if symbol and symbol.start() > unit.start:
        return True
    worded = _WORDED_ARROW.get(language or "en", _WORDED_ARROW["en"])
    return bool(worded.search(mask, unit.start, unit.end) or keywords.INTERNAL.search(mask, unit.start, unit.end))


def _content_of_table(row: Unit, intro: str) -> Content:
    heads = {column.split()[0] if column else "" for column in row.columns} | set(row.columns)
    if heads & SOURCE_COLUMNS and heads & TARGET_COLUMNS:
        return Content.ARROWS
    announced = f"{row.section.rpartition(' / ')[2]} {intro}"
    if keywords.LEGEND.search(announced) or any(
        column in {"#", "no", "no.", "nr", "nr.", "step", "number", "n°", "nº", "paso", "schritt", "étape"} for column in heads
    ):
        return Content.STEPS
    if keywords.BOXES.search(announced) or heads & {"icon", "role", "rol", "rolle", "rôle", "icono"}:
        return Content.BOXES
    return Content.BOXES if any(keywords.BOXES.search(column) for column in row.columns[:2]) else Content.PROSE


def _names_something(value: str, mask: str, unit: Unit) -> bool:
    if unit.kind is not Kind.ITEM:
        return True
    opens = _NAMED.match(mask, unit.start, unit.end)
    return bool(opens) and (bool(_NAME_START.match(value, unit.start)) or unit.number is not None or len(opens.group()) < 40)


def _share(units: Iterable[Unit], test: Callable[[Unit], bool]) -> float:
    answers = [test(unit) for unit in units]
    return sum(answers) / len(answers)


def _last_sentence(words: str) -> str:
    return re.split(r"[.!?]\s", words.strip())[-1]
