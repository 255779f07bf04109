"""The numbers of a legend, and which of them cannot be right."""

from itertools import pairwise
from typing import NamedTuple

from jwtlint.prompt.model import Legend, Step
from jwtlint.regex import lazy

_WORD = lazy(r"[^\W_]+")
_FEWEST_WORDS = 3


class Repeated(NamedTuple):
    """Two steps with the same number, or the same text."""

    first: Step
    second: Step
    same_text: bool


def repeated(legend: Legend) -> list[Repeated]:
    """Steps that repeat the number or the words of an earlier one.

    Markdown numbers a list whose items all say "1." by itself, so that such a list repeats nothing.
    """
    steps = legend.steps
    found: list[Repeated] = []
    by_number: dict[tuple[int, str], Step] = {}
    by_text: dict[str, Step] = {}
    alike = len(steps) > 2 and len({step.number for step in steps}) == 1
    for step in steps:
        key = _place(step)
        words = " ".join(_WORD.findall(step.text.value.casefold()))
        if key in by_number and not alike:
            found.append(Repeated(by_number[key], step, False))
        elif words in by_text and len(words.split()) >= _FEWEST_WORDS:
            found.append(Repeated(by_text[words], step, True))
        by_number.setdefault(key, step)
        by_text.setdefault(words, step)
    return found


def misplaced(legend: Legend) -> tuple[Step, ...]:
    """The first stretch of steps that is not in order; empty where all are."""
    steps = legend.steps
    for at, (one, other) in enumerate(pairwise(steps)):
        if _place(other) >= _place(one):
            continue
        first = next(index for index, step in enumerate(steps) if _place(step) > _place(other))
        last = at + 1
        while last + 1 < len(steps) and _place(steps[last + 1]) < _place(one):
            last += 1
        return steps[first : last + 1]
    return ()


def _place(step: Step) -> tuple[int, str]:
    return step.number, step.suffix


def gaps(legend: Legend) -> list[tuple[int, Step]]:
    """Missing numbers, each with the step before which it should stand.

    A number that is missing right behind one used twice is no gap: the second one should be it.
    """
    numbers = {step.number for step in legend.steps}
    if not numbers:
        return []
    doubled = {again.second.number for again in repeated(legend) if not again.same_text}
    low = min(numbers)
    first = legend.declared[0] if legend.declared else min(low, 1)
    found = []
    for number in range(first, max(numbers)):
        if number in numbers or (doubled and number - 1 in doubled):
            continue
        following = next(step for step in legend.steps if step.number > number)
        found.append((number, following))
    return found
