"""What a list is: boxes, arrows, legend steps, notes, or only prose."""

import re
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cached_property

from ..regex import lazy
from . import keywords
from .arrow_rows import SOURCE_COLUMNS, TARGET_COLUMNS
from .boxes import read_item
from .connectors import SYMBOL, TO_WORDS, has_arrowhead
from .names import stems_of
from .quotes import QUOTATION
from .unit import Kind, Unit


class Content(Enum):
    """What the items of a list declare."""

    BOXES = "boxes"
    LIKELY_BOXES = "boxes, unless others are declared outright"
    ARROWS = "arrows"
    STEPS = "steps"
    LIKELY_STEPS = "steps, unless there is a legend that says so"
    NOTES = "notes"
    PROSE = "prose"
    UNDECIDED = "to be decided by what the arrows connect"


_WORDED_ARROW = {
    language: lazy(
        rf"\s(?:{words})\s[^.;\n]{{1,70}}?(?::\s|{keywords.LABELLED.pattern}|\s[\"“„«'‘(\[])|{QUOTATION}\s(?:{words})\s",
        re.I,
    )
    for language, words in TO_WORDS.items()
}
_LABELLED_ARROW = {
    language: lazy(
        rf"\s(?:{words})\s[^.;:\n]{{1,60}}?(?::\s{QUOTATION}|{keywords.LABELLED.pattern}|\s{QUOTATION})"
        rf"|\w\s{QUOTATION}\s(?:{words})\s",
        re.I,
    )
    for language, words in TO_WORDS.items()
}
_REQUIREMENT = lazy(
    r"\b(?:each|every|all|jede[rs]?|alle|cada|todas?|todos|chaque|tou(?:te)?s|ogni|tutt[ie])\b[^:]*\b"
    r"(?:must|should|needs?|has|have|shows?|contains?|includes?|gets?|muss|müssen|debe|deben|doit|doivent|deve|devem)\b"
    r"|\b(?:do not|don't|avoid|never|without|rules|constraints?|requirements?|style|typography|palette|colou?rs?|output|quality|layout)\b",
    re.I,
)
_SHORT_INTRO = 4
_STEPS = lazy(r"\b(?:steps?|schritte?|pasos|étapes|passos|passi|lifecycle|story|sequence)\b", re.I)
_ATTRIBUTES = lazy(
    r"\b(?:icon|role|icono|ícono|rol|rolle|symbol|rôle|icône|papel|ícone)\b\s*[:=]|\bicon\b", re.I
)
_NAME_START = lazy(r"[\s*_`\"“„«'‘\[(]*[A-ZÀ-Þ0-9]")
_NAMED = lazy(r"[^.;:—–]{1,60}?(?:\s[—–-]{1,2}\s|—|:|\s\(|,\s|\s=\s|\s\[|$)")


class Endpoints:
    """The names between which arrows run: what bears one of them is a component, whatever its list is called."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        self._stems = frozenset(stems_of(name) for name in self.names)
        self._folded = tuple(name.casefold() for name in self.names)

    @cached_property
    def _mention(self) -> re.Pattern[str]:
        words = "|".join(sorted((re.escape(name) for name in self.names), key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I)

    def __contains__(self, name: str) -> bool:
        return stems_of(name) in self._stems

    def opening(self, words: str) -> str | None:
        """The longest of the names with which the words begin, a verb behind it."""
        found = (
            name for name in self.names if words.startswith(name + " ") and words[len(name) + 1].islower()
        )
        return max(found, key=len, default=None)

    def declared_by(self, value: str, mask: str, unit: Unit) -> bool:
        """Is the unit a declaration of one of the names?"""
        box = read_item(value, mask, unit)
        if box is None and unit.kind is Kind.ROW:
            return bool(unit.cells) and value[slice(*unit.cells[0])] in self
        if box is None:
            return False
        words = value[slice(*box.name)]
        return words in self or self.opening(words) is not None

    def mentioned_in(self, value: str, unit: Unit) -> bool:
        # To compile a pattern takes longer than to read a prompt, and most units mention none.
        words = value[unit.start : unit.end].casefold()
        if not any(name in words for name in self._folded):
            return False
        return bool(self._mention.search(value, unit.start, unit.end))


def content_of(units: list[Unit], value: str, mask: str, language: str | None) -> Content:
    """What a list of units declares, by the shape of its items and the words before it."""
    first = units[0]
    intro = _last_sentence(first.intro)
    if first.kind is Kind.ROW:
        return _content_of_table(first, intro)
    before = intro
    announced = intro.rstrip().endswith(":") or intro == first.heading
    if not announced and (len(intro.split()) > _SHORT_INTRO or ":" in intro or intro.rstrip().endswith(".")):
        intro = ""
    numbered = _numbered(units)
    legend = keywords.LEGEND.said_in(intro) or (
        keywords.LEGEND.said_in(first.heading) and not keywords.ARROW_NOUNS.said_in(intro)
    )
    if legend and numbered:
        return Content.STEPS
    if _share(units, lambda unit: draws_arrow(mask, unit) or says_arrow(mask, unit, language)) >= 0.5:
        return Content.ARROWS
    words = f"{first.heading} {intro}"
    required = bool(_REQUIREMENT.search(intro))
    if keywords.BOXES.said_in(f"{words} {before}") and not required and not keywords.NOTES.said_in(words):
        return Content.BOXES if _named(units, value, mask) else Content.UNDECIDED
    if keywords.NOTES.said_in(words) and not numbered:
        return Content.NOTES
    return Content.UNDECIDED


def decide(units: list[Unit], value: str, mask: str, language: str | None, endpoints: Endpoints) -> Content:
    """What an undecided list declares, now that it is known what the arrows connect."""
    first = units[0]
    if _share(units, lambda unit: endpoints.declared_by(value, mask, unit)) >= 0.5:
        return Content.BOXES
    if first.kind is Kind.ROW:
        return Content.PROSE
    if _share(units, lambda unit: looks_like_arrow(mask, unit, language)) >= 0.5:
        return Content.ARROWS
    intro = _last_sentence(first.intro)
    if _REQUIREMENT.search(intro):
        return Content.PROSE
    words = f"{first.heading} {intro}"
    if keywords.LOOSE_BOXES.said_in(words) and _named(units, value, mask):
        return Content.LIKELY_BOXES
    if _share(units, lambda unit: bool(_ATTRIBUTES.search(mask, unit.start, unit.end))) >= 0.6:
        return Content.BOXES
    if keywords.ARROWS.said_in(words) and not keywords.LEGEND.said_in(words):
        return Content.ARROWS
    if not _numbered(units):
        return Content.PROSE
    if _STEPS.search(words):
        return Content.STEPS
    told = len(units) > 2 and _share(units, lambda unit: endpoints.mentioned_in(value, unit)) >= 0.6
    return Content.LIKELY_STEPS if told else Content.PROSE


def _numbered(units: list[Unit]) -> bool:
    return sum(unit.number is not None for unit in units) * 2 > len(units)


def _named(units: list[Unit], value: str, mask: str) -> bool:
    return _share(units, lambda unit: _names_something(value, mask, unit)) >= 0.6


def says_arrow(mask: str, unit: Unit, language: str | None) -> bool:
    """Does the unit say "to … labelled", "to …: 'x'" or "sends 'x' to …"?"""
    worded = _LABELLED_ARROW.get(language or "en", _LABELLED_ARROW["en"])
    return worded.search(mask, unit.start, unit.end) is not None


def looks_like_arrow(mask: str, unit: Unit, language: str | None) -> bool:
    """Has the unit the shape of an arrow?"""
    if draws_arrow(mask, unit):
        return True
    worded = _WORDED_ARROW.get(language or "en", _WORDED_ARROW["en"])
    return bool(worded.search(mask, unit.start, unit.end)) or keywords.INTERNAL.find(mask, unit) is not None


def draws_arrow(mask: str, unit: Unit) -> bool:
    """Is there an arrow symbol behind some words?"""
    if not has_arrowhead(mask, unit):
        return False
    symbol = SYMBOL.search(mask, unit.start, unit.end)
    return symbol is not None and symbol.start() > unit.start


def _content_of_table(row: Unit, intro: str) -> Content:
    heads = {column.split()[0] if column else "" for column in row.columns} | set(row.columns)
    if heads & SOURCE_COLUMNS and heads & TARGET_COLUMNS:
        return Content.ARROWS
    announced = f"{row.heading} {intro}"
    if heads & {"icon", "role", "rol", "rolle", "rôle", "icono", "pictogram", "icône", "symbol"}:
        return Content.BOXES
    if keywords.LEGEND.said_in(announced) or any(
        column in {"#", "no", "no.", "nr", "nr.", "step", "number", "n°", "nº", "paso", "schritt", "étape"}
        for column in heads
    ):
        return Content.STEPS
    if keywords.BOXES.said_in(announced):
        return Content.BOXES
    return (
        Content.BOXES
        if any(keywords.BOXES.said_in(column) for column in row.columns[:2])
        else Content.UNDECIDED
    )


def _names_something(value: str, mask: str, unit: Unit) -> bool:
    if unit.kind is not Kind.ITEM:
        return True
    opens = _NAMED.match(mask, unit.start, unit.end)
    if opens is None:
        return False
    return unit.number is not None or len(opens.group()) < 40 or bool(_NAME_START.match(value, unit.start))


def _share(units: Iterable[Unit], test: Callable[[Unit], bool]) -> float:
    answers = [test(unit) for unit in units]
    return sum(answers) / len(answers)


def _last_sentence(words: str) -> str:
    return re.split(r"[.!?]\s", words.strip())[-1]
