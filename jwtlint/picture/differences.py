"""Where a drawn text differs from what was asked for, word by word."""

from collections.abc import Iterator
from typing import NamedTuple

from ..regex import lazy
from ..text import Text
from .characters import look_alike
from .keys import Key, key_of

WORD = lazy(r"[^\W_](?:[\w.:/@#'’&+-]*[^\W_])?")
"""A word as people count them: "4318", "apps/command-console", "in-process", "v1.2"."""


class Difference(NamedTuple):
    """`asked` is None for a word that was drawn and not asked for, `drawn` None for one that is missing."""

    asked: Text | None
    drawn: Text | None


def differences(asked: Text, drawn: Text) -> Iterator[Difference]:
    """The words of `asked` that were drawn otherwise or not at all, then those drawn beyond it.

    Blanks that a reader lost or made up are no difference, nor are casing, punctuation and look-alike letters.
    """
    wanted, seen = key_of(asked.value), key_of(drawn.value)
    words = [match for match in WORD.finditer(asked.value) if key_of(match[0]).value]
    places = _places(wanted, seen)
    spans = _completed(drawn.value, [_answer(match.span(), wanted, seen, places) for match in words])
    for match, span in zip(words, spans, strict=True):
        if span is None:
            yield Difference(asked.matched(match), None)
        elif not look_alike(bare(match[0]), bare(drawn.value[slice(*span)])):
            yield Difference(asked.matched(match), drawn.cut(*span))
    covered = [span for span in spans if span is not None]
    for match in WORD.finditer(drawn.value):
        if not any(low < match.end() and match.start() < high for low, high in covered):
            yield Difference(None, drawn.matched(match))


def _places(wanted: Key, seen: Key) -> dict[int, int]:
    """For the characters of the wanted key, those of the seen key that stand for them."""
    from rapidfuzz.distance import Levenshtein

    return {
        at: operation.dest_start + at - operation.src_start
        for operation in Levenshtein.opcodes(wanted.value, seen.value)
        if operation.tag in ("equal", "replace")
        for at in range(operation.src_start, operation.src_end)
    }


def _answer(word: tuple[int, int], wanted: Key, seen: Key, places: dict[int, int]) -> tuple[int, int] | None:
    """The span of the drawn text that stands for a span of the asked one."""
    start, end = word
    inside = [at for at, (low, _) in enumerate(wanted.origins) if start <= low < end]
    answers = [places[at] for at in inside if at in places]
    return seen.span(answers[0], answers[-1] + 1) if answers else None


def _completed(value: str, spans: list[tuple[int, int] | None]) -> list[tuple[int, int] | None]:
    """The spans with the letters that touch them and belong to no neighbour."""
    completed: list[tuple[int, int] | None] = []
    least = 0
    for at, span in enumerate(spans):
        if span is None:
            completed.append(None)
            continue
        start, end = span
        most = next((other[0] for other in spans[at + 1 :] if other is not None), len(value))
        while start > least and value[start - 1].isalnum() and value[start].isalnum():
            start -= 1
        while end < most and value[end].isalnum() and value[end - 1].isalnum():
            end += 1
        least = end
        completed.append((start, end))
    return completed


def bare(value: str) -> str:
    """The letters and digits of a word."""
    return "".join(character for character in value if character.isalnum())
