"""Numbered steps as they are drawn: the numbers, and which of them belong to one list."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..regex import lazy
from ..text import Region, Text
from .layout import DrawnLine, Layout
from .match import Match

_NUMBERED = lazy(r"[(\[]?(?:(?P<marked>[0-9lIO]{1,2})\s?[.):\]]\s*|(?P<bare>\d{1,2})\s+)(?=[^\W\d_]|[\"'(])")
_LONE = lazy(r"[(\[]?(?P<number>\d{1,2})[.):\]]?")
_DIGITS = str.maketrans("lIO", "110")
_ALIGNED = 2.0
_SAME_HEIGHT = 1.5
_FEWEST = 3
_MOST = 40


@dataclass(frozen=True, eq=False, slots=True)
class DrawnStep:
    """A line that begins with a number. `marker` is the number as drawn, `text` what follows it on the line.

    A `bare` number has no full stop or bracket behind it, and may as well count something ("3 web servers").
    """

    number: int
    marker: Text
    text: Text
    line: DrawnLine
    bare: bool = False


def drawn_steps(layout: Layout) -> tuple[DrawnStep, ...]:
    """Every line that begins with the number of a step, and those with a number in a circle before them."""
    lone = {line.number: match for line in layout.lines if (match := _LONE.fullmatch(line.text.value))}
    found = []
    for line in layout.lines:
        match = _NUMBERED.match(line.text.value)
        if match is not None:
            group = "marked" if match["marked"] else "bare"
            number = int(match[group].translate(_DIGITS))
            shown, words = line.text.matched(match, group), line.text[match.end() :]
            found.append(DrawnStep(number, shown, words, line, bare=group == "bare"))
    following = layout.behind
    for number, match in lone.items():
        if number in following:
            marker, line = layout.lines[number], layout.lines[following[number]]
            found.append(
                DrawnStep(int(match["number"]), marker.text.matched(match, "number"), line.text, marker)
            )
    return tuple(sorted(found, key=lambda one: (one.line.region.top, one.line.region.left)))


def step_lists(steps: Sequence[DrawnStep]) -> Iterator[tuple[DrawnStep, ...]]:
    """Steps that form a list: numbers of one height under each other, at least three of them, from 1 on.

    A list in two columns, whose second goes on where the first ends, is one list.
    """
    columns: list[list[DrawnStep]] = []
    for step in sorted(steps, key=lambda one: one.line.region.top):
        column = next((one for one in columns if _continues(one[-1], step)), None)
        if column is None:
            columns.append([step])
        else:
            column.append(step)
    columns.sort(key=lambda one: one[0].line.region.left)
    while columns:
        first = next((one for one in columns if one[0].number == 1), None)
        if first is None:
            return
        columns.remove(first)
        whole = list(first)
        for other in list(columns):
            if other[0].number == max(step.number for step in whole) + 1 and _beside(first, other):
                columns.remove(other)
                whole += other
        if len(whole) >= _FEWEST and max(step.number for step in whole) <= _MOST and not _counts(whole):
            yield tuple(whole)


def _counts(steps: Sequence[DrawnStep]) -> bool:
    """Do the numbers count things? Bare numbers of steps run on, with one gap at most."""
    numbers = [step.number for step in steps]
    gaps = sum(after != before + 1 for before, after in itertools.pairwise(numbers))
    return all(step.bare for step in steps) and (gaps > 1 or len(set(numbers)) < len(numbers))


def asked_steps(matches: Iterable[Match]) -> list[tuple[int, Text]]:
    """Number and place of the legend steps of a prompt that were found on the picture."""
    return [
        (one.expected.step.number, one.drawn)
        for one in matches
        if one.expected.step is not None and one.drawn is not None and isinstance(one.drawn.place, Region)
    ]


def columns_of(steps: Sequence[tuple[int, Text]]) -> Iterator[Sequence[tuple[int, Text]]]:
    """The steps as people read them: column by column from the left, or row by row where that is their order."""
    if len(steps) < _FEWEST:
        return
    by_column = sorted(steps, key=lambda one: (_column(one[1], steps), _region(one[1]).top))
    by_row = sorted(steps, key=lambda one: (_row(one[1], steps), _region(one[1]).left))
    yield min((by_column, by_row), key=_disorder)


def _disorder(steps: Sequence[tuple[int, Text]]) -> int:
    return sum(after < before for (before, _), (after, _) in itertools.pairwise(steps))


def _column(text: Text, steps: Sequence[tuple[int, Text]]) -> int:
    """How many steps begin clearly further to the left."""
    own = _region(text)
    tolerance = 3 * (own.bottom - own.top)
    return sum(_region(other).left < own.left - tolerance for _, other in steps)


def _row(text: Text, steps: Sequence[tuple[int, Text]]) -> int:
    """How many steps begin clearly higher."""
    own = _region(text)
    return sum(_region(other).top < own.top - (own.bottom - own.top) / 2 for _, other in steps)


def _region(text: Text) -> Region:
    place = text.place
    return place if isinstance(place, Region) else Region(0, 0, 0, 0)


def _continues(upper: DrawnStep, lower: DrawnStep) -> bool:
    one, other = upper.line, lower.line
    if not 1 / _SAME_HEIGHT < one.line.height / max(other.line.height, 1.0) < _SAME_HEIGHT:
        return False
    apart = abs(one.region.left - other.region.left)
    height = max(one.line.height, other.line.height)
    return apart <= _ALIGNED * height and other.region.top > one.region.top + height / 2


def _beside(first: Sequence[DrawnStep], other: Sequence[DrawnStep]) -> bool:
    """Do two columns of a list begin at about the same height?"""
    return abs(first[0].line.region.top - other[0].line.region.top) <= 3 * first[0].line.line.height
