"""What a label and its translation deny, clause by clause."""

from typing import NamedTuple

from jwtlint.parity.labels import LabelPair
from jwtlint.parity.negation import Denials, clauses, phrases
from jwtlint.parity.pair import Languages, Pair
from jwtlint.parity.words import same_words
from jwtlint.rule import Skipped
from jwtlint.text import Text


class Compared(NamedTuple):
    """The denials of the clauses that answer each other, with places in the whole label."""

    clauses: list[tuple[Denials, Denials]]


def unknown_language(pair: Pair, languages: Languages) -> Skipped | None:
    """Why nothing can be said where one of the languages has no words of denial in the vocabulary."""
    for language in languages:
        if not pair.words.negation.knows(language):
            return Skipped(f"no words of denial are known in {pair.words.name_of(language)}")
    return None


def compared(label: LabelPair, pair: Pair, languages: Languages) -> Compared | None:
    """None where nothing was translated."""
    source, target = languages
    here, there = label.original.value, label.translation.value
    if same_words(here, there):
        return None
    # Tokens hold no denial: "no-store" in a header, "ne" in a path.
    here, there = _blank(here, pair), _blank(there, pair)
    parts, counterparts = clauses(here), clauses(there)
    if len(parts) != len(counterparts):
        parts, counterparts = [(0, len(here))], [(0, len(there))]
    found = [
        (_denials(here, one, source, pair), _denials(there, other, target, pair))
        for one, other in zip(parts, counterparts, strict=True)
    ]
    fewer = sum(len(other.strong) for _, other in found) < sum(len(one.strong) for one, _ in found)
    lists, answers = phrases(here), phrases(there)
    if fewer and len(lists) == len(answers) > 1 and not any(other.lacks(one) for one, other in found):
        # One denial of several is gone: part by part it shows.
        found = [
            (_denials(here, one, source, pair), _denials(there, other, target, pair))
            for one, other in zip(lists, answers, strict=True)
        ]
    return Compared(found)


def moved(label: LabelPair, found: Compared) -> tuple[Text, Text] | None:
    """The only denial of each side, where they stand in different ones of as many comma-separated parts."""
    here = [span for one, _ in found.clauses for span in one.strong]
    there = [span for _, other in found.clauses for span in other.strong]
    parts, counterparts = phrases(label.original.value), phrases(label.translation.value)
    if len(here) != 1 or len(there) != 1 or len(parts) != len(counterparts) or len(parts) < 2:
        return None
    if any(one.implicit or other.implicit for one, other in found.clauses):
        return None
    at, now = _within(here[0], parts), _within(there[0], counterparts)
    return None if at == now else (label.original.cut(*here[0]), label.translation.cut(*there[0]))


def _denials(text: str, part: tuple[int, int], language: str, pair: Pair) -> Denials:
    start, end = part
    found = pair.words.negation.of(text[start:end], language)
    return Denials(tuple((low + start, high + start) for low, high in found.strong), found.implicit)


def _within(span: tuple[int, int], parts: list[tuple[int, int]]) -> int:
    return next((number for number, (low, high) in enumerate(parts) if low <= span[0] < high), -1)


def _blank(value: str, pair: Pair) -> str:
    parts, at = [], 0
    for token in pair.words.tokens_in(value):
        parts += [value[at : token.start], "0" * (token.end - token.start)]
        at = token.end
    return "".join([*parts, value[at:]])
