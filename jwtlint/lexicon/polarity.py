"""Is something asked for, denied, softened or only asked about? The scope of negation in prompts.

Prompts forbid as often as they ask. The scope rules are those of negation cues in clinical text (NegEx: Chapman et
al. 2001), adapted: a verb cue ("avoid") reaches to the end of its segment, a determiner ("no X,") to its comma
unless the list goes on with "or", and several cues never cancel each other.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

_BEHIND = 600
_AHEAD = 200
_WINDOW = 14
_BOUNDARY = re.compile(r"[.!?](?=\s|$|[\"”»'’)])|;|\n")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|nr|z\.b))\.$", re.I)
_BRACKETS = re.compile(r"\([^()]*\)")
_LIST_GOES_ON = re.compile(r"\b(?:or|nor|and no|o|ni|oder|noch|ou|nem|né|and)\b", re.I)
_USE = re.compile(
    r"\s[—–-]{1,2}\s+(?:use|show|draw|prefer|instead|only|rather|just|it is|it's|they are|and it)\b", re.I
)
_SECOND_CLAUSE = re.compile(r",?\s+(?:and|because|since)\s+(?:it|they|this|that|the \w+)\s+(?:is|are|was|stays?|must|has|have)\s", re.I)
_QUOTES = "\"“”„«»'‘’"


class Stance(NamedTuple):
    """How a writer stands to some words."""

    negated: bool = False
    hedged: bool = False
    questioned: bool = False


class Polarity:
    """Decides stances with the cue words of a vocabulary (`cues`, `determiners`, `right_cues`, `idioms`, `cut`,
    `hedges`, and `languages` with cues of other languages by ISO 639-1 code)."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        self._verbs = _any_of(vocabulary.get("cues", ()))
        self._determiners = _any_of(vocabulary.get("determiners", ()))
        self._right = _any_of(vocabulary.get("right_cues", ()))
        self._idioms = _any_of(vocabulary.get("idioms", ()))
        self._cuts = _any_of(vocabulary.get("cut", ()), "(?! of)")
        self._hedges = _any_of(vocabulary.get("hedges", ()))
        self._foreign: Mapping[str, Any] = vocabulary.get("languages", {})
        self._foreign_cues = lru_cache(maxsize=32)(self._cues_of)

    def of(self, text: str, start: int, end: int, language: str | None = None) -> Stance:
        """The stance to `text[start:end]`. The cost depends on the segment, not on the length of the text."""
        low = max(0, start - _BEHIND)
        before = self._without_idioms(_segment_before(text[low:start]))
        after = text[end : end + _AHEAD]
        stop = _BOUNDARY.search(after)
        rest = after[: stop.start()] if stop else after
        questioned = stop is not None and stop.group() == "?"
        negated = (
            self._denied_before(before, rest)
            or self._denied_behind(rest)
            or self._denied_in(language, before)
        )
        hedged = bool(self._hedges.search(before) or self._hedges.search(rest))
        return Stance(negated, hedged, questioned)

    def _without_idioms(self, segment: str) -> str:
        return self._idioms.sub(lambda match: "_" * len(match.group()), segment)

    def _denied_before(self, before: str, rest: str) -> bool:
        for cue in self._verbs.finditer(before):
            if not self._cut_off(before[cue.end() :]) and _reaches(before[cue.end() :]):
                return True
        for cue in self._determiners.finditer(before):
            between = before[cue.end() :]
            if not self._cut_off(between) and _reaches(between) and _in_list(between, rest):
                return True
        return False

    def _cut_off(self, between: str) -> bool:
        flat = between.rpartition("(")[0] if between.count("(") > between.count(")") else between
        return bool(self._cuts.search(flat) or _USE.search(flat) or _SECOND_CLAUSE.search(flat))

    def _denied_behind(self, rest: str) -> bool:
        cue = self._right.search(rest)
        return cue is not None and len(rest[: cue.start()].split()) <= 4 and "," not in rest[: cue.start()]

    def _denied_in(self, language: str | None, before: str) -> bool:
        if language is None or language == "en":
            return False
        cues = self._foreign_cues(language)
        match = cues.search(before) if cues else None
        return match is not None and _reaches(before[match.end() :])

    def _cues_of(self, language: str) -> re.Pattern[str] | None:
        words = self._foreign.get(language)
        return _any_of(words) if words else None


def _any_of(words: Iterable[str], behind: str = "") -> re.Pattern[str]:
    ordered = sorted({word.replace("’", "'") for word in words}, key=len, reverse=True)
    if not ordered:
        return re.compile(r"(?!)")
    choice = "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w){behind}", re.I)


def _segment_before(text: str) -> str:
    """The end of `text`, from the last boundary that is not inside brackets."""
    flat = _BRACKETS.sub(lambda match: "_" * len(match.group()), text)
    start = 0
    for boundary in _BOUNDARY.finditer(flat):
        if _ABBREVIATION.search(flat, 0, boundary.end()):
            continue
        if boundary.group() in ".!?" and flat[boundary.end() : boundary.end() + 1] in _QUOTES + ")":
            following = flat[boundary.end() :].lstrip(_QUOTES + ") ")
            if not following[:1].isupper():
                continue
        start = boundary.end()
    return text[start:]


def _reaches(between: str) -> bool:
    """Is the cue near enough? A list keeps it going."""
    return len(between.split()) <= _WINDOW or bool(re.search(r"[,:/]|\bor\b|\band\b|\bnor\b", between))


def _in_list(between: str, rest: str) -> bool:
    """Does "no X," still hold behind the comma?"""
    flat = between.rpartition("(")[0] if between.count("(") > between.count(")") else between
    flat = _BRACKETS.sub("", flat)
    if "," not in flat:
        return True
    behind = flat.partition(",")[2]
    return bool(_LIST_GOES_ON.search(behind) or _LIST_GOES_ON.search(rest.partition(";")[0]))
