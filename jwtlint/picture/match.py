"""Which drawn words answer which expected text.

First what is there exactly, each drawn word once; then, of what is left, the assignment of expected texts to
lines that makes the most of them alike altogether; last, texts whose words were drawn in another order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import sqrt

from ..text import Text
from .characters import look_alike
from .differences import WORD, Difference, differences
from .expected import Expected, Kind
from .keys import Key, coarse, key_of
from .layout import DrawnLine, Layout

_LONGEST_RUN = 8
_LEAST_ALIKE = 0.66
_LEAST_CONTAINED = 0.78
_SHORTEST_CONTAINED = 6
_SHORTEST_FUZZY = 3
_LEAST_PART = 0.4
_MOST_AT_ONCE = 14
_FEWEST_SCATTERED = 3
_LEAST_SCATTERED = 0.5
_MOST_ABSENT = 0.34
_IN_ANY_ORDER = frozenset({Kind.TITLE, Kind.QUOTE})


class Status(Enum):
    """How an expected text was drawn."""

    EXACT = "exact"
    DIFFERS = "differs"
    MISSING = "missing"


@dataclass(frozen=True, eq=False, slots=True)
class Match:
    """An expected text and what answers it, with the words that differ.

    `alike` is the normalised edit similarity, 0 to 1, where two letters that changed places count as one edit. A text whose words were found here and there has no
    single place: then `drawn` is None although it is not missing.
    """

    expected: Expected
    status: Status
    drawn: Text | None = None
    alike: float = 0.0
    differences: tuple[Difference, ...] = ()


class _Run:
    """Lines that are read as one text."""

    def __init__(self, lines: Sequence[DrawnLine]) -> None:
        self.numbers = tuple(line.number for line in lines)
        self.text = lines[0].text if len(lines) == 1 else Text.join([line.text for line in lines])
        self.key = key_of(self.text.value)
        self.ends: list[int] = []
        at = 0
        for line in lines:
            at += len(line.text.value) + 1
            self.ends.append(at)

    def lines_in(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Number of each line in a span of the text, with the part of that line."""
        begin = 0
        for number, finish in zip(self.numbers, self.ends, strict=True):
            if begin < end and start < finish - 1:
                yield number, max(start, begin) - begin, min(end, finish - 1) - begin
            begin = finish


@dataclass(frozen=True, slots=True)
class _Candidate:
    expected: int
    run: _Run
    start: int
    end: int
    alike: float

    @property
    def weight(self) -> float:
        return self.alike * sqrt(self.end - self.start)

    @property
    def lines(self) -> frozenset[int]:
        return frozenset(
            number for number, _, _ in self.run.lines_in(*self.run.key.span(self.start, self.end))
        )


class _Taken:
    """Which characters of which line are spoken for."""

    def __init__(self) -> None:
        self._parts: dict[int, list[tuple[int, int]]] = {}

    def free(self, run: _Run, start: int, end: int) -> bool:
        return not any(
            low < stop and begin < high
            for number, low, high in run.lines_in(start, end)
            for begin, stop in self._parts.get(number, ())
        )

    def take(self, run: _Run, start: int, end: int) -> None:
        for number, low, high in run.lines_in(start, end):
            self._parts.setdefault(number, []).append((low, high))


def match(expected: Sequence[Expected], layout: Layout) -> tuple[Match, ...]:
    """One match for each expected text, in their order."""
    runs = list(_runs(layout))
    keys = [key_of(one.text.value) for one in expected]
    taken = _Taken()
    found: dict[int, Match] = {}
    _match_exactly(expected, keys, runs, taken, found)
    left = [number for number in range(len(expected)) if number not in found]
    for chosen in _assigned(_candidates(left, keys, runs, taken)):
        found[chosen.expected] = _differing(expected[chosen.expected], chosen, taken)
    left = [number for number in left if number not in found]
    found |= dict(_in_part(expected, left, keys, runs, taken))
    left = [number for number in left if number not in found]
    found |= dict(_scattered(expected, left, layout, taken))
    return tuple(found.get(number) or Match(one, Status.MISSING) for number, one in enumerate(expected))


def _differing(expected: Expected, chosen: "_Candidate", taken: "_Taken") -> Match:
    start, end = chosen.run.key.span(chosen.start, chosen.end)
    taken.take(chosen.run, start, end)
    drawn = chosen.run.text.cut(start, end)
    found = tuple(differences(expected.text, drawn))
    status = Status.DIFFERS if found else Status.EXACT
    return Match(expected, status, drawn, chosen.alike if found else 1.0, found)


def _runs(layout: Layout) -> Iterator[_Run]:
    """Each line alone and with those that go on under it or behind it."""
    for line in layout.lines:
        if not line.text.value:
            continue
        yield _Run([line])
        for chain in (layout.downwards(line, _LONGEST_RUN), layout.rightwards(line, 4)):
            lines = [next(chain)]
            for following in chain:
                lines.append(following)
                yield _Run(lines)


def whole_texts(layout: Layout) -> dict[str, list[Text]]:
    """Texts that stand alone, on one line or several, by their coarse key; places of one text share no line."""
    found: dict[str, list[tuple[frozenset[int], Text]]] = {}
    for run in _runs(layout):
        lines = frozenset(run.numbers)
        places = found.setdefault(coarse(run.text.value), [])
        if all(lines.isdisjoint(other) for other, _ in places):
            places.append((lines, run.text))
    return {key: [text for _, text in places] for key, places in found.items()}


def _match_exactly(
    expected: Sequence[Expected],
    keys: Sequence[Key],
    runs: Sequence[_Run],
    taken: _Taken,
    found: dict[int, Match],
) -> None:
    """The longest first, so that a short name does not take a word out of a longer text.

    A text that is asked for more often than it is drawn counts as drawn: whoever asks twice may mean one place.
    """
    known: dict[str, Match] = {}
    whole: dict[str, list[_Run]] = {}
    for run in runs:
        whole.setdefault(run.key.value, []).append(run)
    for number in sorted(range(len(expected)), key=lambda one: -len(keys[one].value)):
        key = keys[number].value
        if not key:
            continue
        places = [(run, 0, len(run.text.value)) for run in whole.get(key, ())]
        places += _contained(expected[number].text.value, key, runs)
        if (step := expected[number].step) is not None:
            places.sort(key=lambda place: not _numbered(place, str(step.number)))
        chosen = next((place for place in places if taken.free(*place)), None)
        if chosen is None and key in known:
            found[number] = replace(known[key], expected=expected[number])
        if chosen is not None:
            taken.take(*chosen)
            run, start, end = chosen
            found[number] = known[key] = Match(expected[number], Status.EXACT, run.text.cut(start, end), 1.0)


def _numbered(place: tuple[_Run, int, int], number: str) -> bool:
    """Does the number of a step stand before its words?"""
    run, start, _ = place
    return run.text.value[:start].strip(" ()[].:-").endswith(number)


def _contained(value: str, key: str, runs: Iterable[_Run]) -> list[tuple[_Run, int, int]]:
    """Where a key stands within lines, as whole words."""
    places = []
    for run in runs:
        at = run.key.value.find(key)
        while at >= 0:
            start, end = run.key.span(at, at + len(key))
            if _whole(run.text.value, start, end):
                places.append((run, start, end))
                break
            at = run.key.value.find(key, at + 1)
    return sorted(places, key=lambda place: (len(place[0].numbers), len(place[0].text.value)))


def _whole(value: str, start: int, end: int) -> bool:
    before, after = value[max(0, start - 1) : start], value[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def _candidates(
    left: Sequence[int], keys: Sequence[Key], runs: Sequence[_Run], taken: _Taken
) -> list[_Candidate]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    wanted = [number for number in left if len(keys[number].value) >= _SHORTEST_FUZZY]
    free = [run for run in runs if run.key.value and taken.free(run, 0, len(run.text.value))]
    if not wanted or not free:
        return []
    alike = cdist(
        [keys[number].value for number in wanted],
        [run.key.value for run in free],
        scorer=OSA.normalized_similarity,
        score_cutoff=_LEAST_ALIKE,
    )
    found = []
    for row, column in zip(*alike.nonzero(), strict=True):
        number, run = wanted[int(row)], free[int(column)]
        found.append(_Candidate(number, run, 0, len(run.key.value), float(alike[row, column])))
    known = {one.expected for one in found}
    for number in wanted:
        if number not in known:
            found += _partial(number, keys[number].value, runs, taken)
    return found


def _partial(number: int, key: str, runs: Sequence[_Run], taken: _Taken) -> Iterator[_Candidate]:
    """Where a text stands, nearly alike, in a line beside other words."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(key) < _SHORTEST_CONTAINED:
        return
    for run in runs:
        if len(run.key.value) <= len(key):
            continue
        place = partial_ratio_alignment(key, run.key.value, score_cutoff=100 * _LEAST_CONTAINED)
        if place is None or place.dest_start >= place.dest_end:
            continue
        start, end = run.key.span(place.dest_start, place.dest_end)
        if taken.free(run, start, end):
            yield _Candidate(number, run, place.dest_start, place.dest_end, place.score / 100)


def _in_part(
    expected: Sequence[Expected],
    left: Sequence[int],
    keys: Sequence[Key],
    runs: Sequence[_Run],
    taken: _Taken,
) -> Iterator[tuple[int, Match]]:
    """Texts of which a line shows the beginning or the end: the rest was drawn otherwise, or overlooked."""
    for number in left:
        key = keys[number].value
        parts = [
            run
            for run in runs
            if len(run.key.value) >= max(_SHORTEST_CONTAINED, _LEAST_PART * len(key))
            and (key.startswith(run.key.value) or key.endswith(run.key.value))
            and taken.free(run, 0, len(run.text.value))
        ]
        if parts:
            longest = max(parts, key=lambda run: len(run.key.value))
            taken.take(longest, 0, len(longest.text.value))
            found = tuple(differences(expected[number].text, longest.text))
            share = len(longest.key.value) / len(key)
            yield number, Match(expected[number], Status.DIFFERS, longest.text, share, found)


def _scattered(
    expected: Sequence[Expected], left: Sequence[int], layout: Layout, taken: _Taken
) -> Iterator[tuple[int, Match]]:
    """Titles and quotations most of whose words stand somewhere among the lines that answer nothing yet."""
    words = [
        (line, match)
        for line in layout.lines
        for match in WORD.finditer(line.text.value)
        if taken.free(_Run([line]), *match.span())
    ]
    for number in left:
        asked = list(expected[number].text.find_all(WORD))
        if len(asked) < _FEWEST_SCATTERED or expected[number].kind not in _IN_ANY_ORDER:
            continue
        free = {id(match): (line, match) for line, match in words}
        absent = []
        for word in asked:
            answer = next((one for one in free.values() if look_alike(word.value, one[1][0])), None)
            if answer is None:
                absent.append(word)
            else:
                del free[id(answer[1])]
        if len(absent) <= _MOST_ABSENT * len(asked):
            words = list(free.values())
            found = tuple(_leftovers(absent, words))
            yield number, Match(expected[number], Status.DIFFERS, None, 1 - len(absent) / len(asked), found)


def _leftovers(
    absent: Sequence[Text], words: Sequence[tuple[DrawnLine, re.Match[str]]]
) -> Iterator[Difference]:
    """Each absent word with the word among those left over that is most like it, if one is at all."""
    from rapidfuzz.distance import Levenshtein

    keys = [key_of(match[0]).value for _, match in words]
    for word in absent:
        asked = key_of(word.value).value
        alike = [Levenshtein.normalized_similarity(asked, key) for key in keys]
        best = max(range(len(words)), key=alike.__getitem__, default=None)
        if best is None or alike[best] < _LEAST_SCATTERED:
            yield Difference(word, None)
        else:
            line, match = words[best]
            yield Difference(word, line.text.matched(match))


def _assigned(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Those that together weigh most, each expected text and each line at most once."""
    chosen: list[_Candidate] = []
    for group in _groups(candidates):
        if len(group) > _MOST_AT_ONCE:
            chosen += _greedy(group)
        else:
            chosen += _best(sorted(group, key=lambda one: -one.weight))
    return chosen


def _groups(candidates: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """Candidates that compete with each other, directly or through others."""
    groups: list[tuple[set[object], list[_Candidate]]] = []
    for one in candidates:
        claims: set[object] = {("expected", one.expected), *one.lines}
        members = [one]
        apart = []
        for group in groups:
            if group[0] & claims:
                claims |= group[0]
                members += group[1]
            else:
                apart.append(group)
        groups = [*apart, (claims, members)]
    return [members for _, members in groups]


def _greedy(group: Sequence[_Candidate]) -> list[_Candidate]:
    chosen: list[_Candidate] = []
    for one in sorted(group, key=lambda one: -one.weight):
        if all(_compatible(one, other) for other in chosen):
            chosen.append(one)
    return chosen


def _best(group: Sequence[_Candidate]) -> list[_Candidate]:
    if not group:
        return []
    first, rest = group[0], group[1:]
    compatible = [one for one in rest if _compatible(first, one)]
    taking = [first, *_best(compatible)]
    if len(compatible) == len(rest):
        return taking
    leaving = _best(rest)
    return max((taking, leaving), key=lambda ones: sum(one.weight for one in ones))


def _compatible(one: _Candidate, other: _Candidate) -> bool:
    return one.expected != other.expected and one.lines.isdisjoint(other.lines)
