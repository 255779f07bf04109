"""Reading legends: where they are announced, the range that is declared, the steps."""

import re
from typing import NamedTuple

from ..regex import lazy
from . import keywords
from .ranges import Range, bare
from .unit import Kind, Unit


class ReadStep(NamedTuple):
    """Offsets of a legend step and of its marker."""

    number: int
    suffix: str
    marker: Range
    text: Range


class Announcement(NamedTuple):
    """Offsets of the words that ask for a legend, and the range that they declare."""

    whole: Range
    declared: tuple[int, int] | None
    declared_at: Range | None
    firm: bool


_RANGE = lazy(
    r"\b(?P<first>\d{1,2})\s*(?:[-–—]|\.\.+|to|through|thru|bis|a|à|até|al|hasta|jusqu'à)\s*(?P<last>\d{1,2})\b(?![.:]\d|\s*(?:px|%|s\b|ms|sec|words?))",
    re.I,
)
NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "one un una uno um uma eins ein eine une",
            "two dos dois duas zwei deux due",
            "three tres três drei trois tre",
            "four cuatro quatro vier quatre quattro",
            "five cinco fünf cinq cinque",
            "six seis sechs sei",
            "seven siete sete sieben sept sette",
            "eight ocho oito acht huit otto",
            "nine nueve nove neun neuf",
            "ten diez dez zehn dix dieci",
            "eleven once onze elf undici",
            "twelve doce doze zwölf douze dodici",
        ]
    )
    for word in words.split()
}
COUNT = r"(?P<count>\d{1,2}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_COUNTED = lazy(
    rf"\b{COUNT}[\s-]+(?:(?:numbered|short|concise|clear|kurze|nummerierte|pasos|etapas)\s+)?"
    r"(?:steps?|items?|entries|points?|lines?|captions?|schritten?|einträgen?|punkten?|pasos|entradas|étapes|passos|passaggi|passi)\b",
    re.I,
)
_FIRM = lazy(r"\bnumber(?:ed|s)?\b|\bnummeriert\w*|\bnumerad[ao]|\bnumérotée?|\bnumerat[ao]|:\s*$", re.I)
_DENIED = lazy(
    r"\b(?:no|not|never|without|omit|avoid|skip|kein\w*|ohne|sin|sans|pas|sem|senza|ningun[ao])\b[^.;:]{0,30}$",
    re.I,
)
_ASKED = lazy(
    r"\b(?:add|include|show|place|put|draw|create|provide|with|plus|below|beside|bottom|need|must|give|end|finish|use"
    r"|explain|incluye|añad\w+|agrega|coloca|pon|con|füge|mit|zeige|ergänze|ajoute\w*|inclu\w+|avec|adicione|com|aggiungi|mostra)\b",
    re.I,
)


def number_in(word: str) -> int:
    """The number that digits or a number word mean."""
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]


def announcement_in(mask: str, start: int, end: int) -> Announcement | None:
    """The request for a legend in some words; None where they ask for none."""
    noun = keywords.LEGEND.pattern.search(mask, start, end)
    if noun is None or _DENIED.search(mask, max(start, noun.start() - 60), noun.start()):
        return None
    words = mask[start:end]
    declared = declared_at = None
    found = _RANGE.search(mask, start, end)
    if found and int(found["first"]) < int(found["last"]):
        declared, declared_at = (int(found["first"]), int(found["last"])), found.span()
    elif counted := _COUNTED.search(mask, start, end):
        count = number_in(counted["count"])
        if count > 1:
            declared, declared_at = (1, count), counted.span()
    heading = not _ASKED.search(words)
    firm = bool(_FIRM.search(words)) or declared is not None
    if heading and len(words.split()) > 8 and not firm:
        return None
    if noun.group().casefold() == "key" and not (firm or heading):
        return None
    return Announcement((start, end), declared, declared_at, firm)


def read_steps(value: str, units: list[Unit]) -> list[ReadStep]:
    """The numbered steps of a list."""
    steps = []
    for unit in units:
        if unit.kind is Kind.ROW:
            step = _row_step(value, unit)
            if step:
                steps.append(step)
        elif unit.number is not None and unit.marker is not None:
            text = bare(value, unit.start, unit.end)
            steps.append(ReadStep(unit.number, unit.suffix, bare(value, *unit.marker), text))
    return steps


def _row_step(value: str, unit: Unit) -> ReadStep | None:
    for index, cell in enumerate(unit.cells):
        digits = re.fullmatch(r"(\d{1,2})([a-z]?)[.)]?", value[slice(*cell)].strip("*_ "))
        if digits and index + 1 < len(unit.cells):
            return ReadStep(int(digits[1]), digits[2], cell, bare(value, *unit.cells[index + 1]))
    return None
