"""Reading dates in the forms in which editors write them."""

import re
from datetime import date
from enum import Enum
from typing import NamedTuple

from jwtlint.regex import lazy

_ISO = lazy(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_YEAR_FIRST = lazy(r"(\d{4})(?P<sign>[-/. ]?)(\d{1,2})(?P=sign)(\d{1,2})")
_YEAR_LAST = lazy(r"(\d{1,2})(?P<sign>[-/. ])\s?(\d{1,2})(?P=sign)\s?(\d{4})")
_DAY_NAME = lazy(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?", re.IGNORECASE
)
_DAY_MONTH = lazy(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?\s+(?:of\s+|de\s+)?(?P<month>[^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(?P<year>\d{4})"
)
_MONTH_DAY = lazy(r"(?P<month>[^\W\d_]{3,10})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_PARTIAL = lazy(r"\d{4}(?:[-/]\d{1,2})?|(?:\d{1,2}/)?\d{4}|(?P<month>[^\W\d_]{3,10})\.?\s+\d{4}")
_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    )
    for number, name in enumerate(names.split(), 1)
} | {"sept": 9}


class Form(Enum):
    """How a date is written."""

    ISO = "ISO 8601"
    OTHER = "another form that can mean one day only"
    AMBIGUOUS = "day and month can be mixed up"
    PARTIAL = "the day is missing"
    UNKNOWN = "no date"


class Dated(NamedTuple):
    """What a field says: its form, year, month and day as written (None where they cannot be told)."""

    form: Form
    parts: tuple[int, int, int] | None = None

    @property
    def day(self) -> date | None:
        """The day, None where there is no such day."""
        if self.parts is None:
            return None
        try:
            return date(*self.parts)
        except ValueError:
            return None


def read_date(value: str) -> Dated:
    """What a date field says."""
    value = value.strip()
    if match := _ISO.fullmatch(value):
        return Dated(Form.ISO, _numbers(match, 1, 2, 3))
    if match := _YEAR_FIRST.fullmatch(value):
        return Dated(Form.OTHER, _numbers(match, 1, 3, 4))
    if match := _YEAR_LAST.fullmatch(value):
        return _year_last(*_numbers(match, 4, 3, 1), dotted=match["sign"] == ".")
    rest = value[weekday.end() :] if (weekday := _DAY_NAME.match(value)) else value
    if (match := _DAY_MONTH.fullmatch(rest) or _MONTH_DAY.fullmatch(rest)) and match[
        "month"
    ].casefold() in _MONTHS:
        return Dated(Form.OTHER, (int(match["year"]), _MONTHS[match["month"].casefold()], int(match["day"])))
    partial = _PARTIAL.fullmatch(value)
    if partial and (partial["month"] is None or partial["month"].casefold() in _MONTHS):
        return Dated(Form.PARTIAL)
    return Dated(Form.UNKNOWN)


def _numbers(match: re.Match[str], year: int, month: int, day: int) -> tuple[int, int, int]:
    return int(match[year]), int(match[month]), int(match[day])


def _year_last(year: int, second: int, first: int, *, dotted: bool) -> Dated:
    if second > 12 and first <= 12:
        return Dated(Form.OTHER, (year, first, second))
    if dotted or first > 12 or first == second:
        return Dated(Form.OTHER, (year, second, first))
    return Dated(Form.AMBIGUOUS)
