"""Is something asked for, denied, softened or only asked about? The scope of negation in prompts.

Prompts forbid as often as they ask. The scope rules are those of negation cues in clinical text (NegEx: Chapman et
al. 2001), adapted: a verb cue ("avoid") reaches to the end of its segment, a determiner ("no X,") to its comma
unless the list goes on with "or", and several cues never cancel each other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from ..regex import lazy

_FIRST = lazy(r"[^\W_]+|\S")
_BEHIND = 600
_AHEAD = 200
_WINDOW = 14
_RIGHT_REACH = 4
_BOUNDARY = lazy(r"[.!?](?=\s|$|[\"”»'’)])|;|\n")
_ABBREVIATION = lazy(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|no|nr|z\.b))\.$", re.I)
_BRACKETS = lazy(r"\([^()]*\)")
_LIST_GOES_ON = lazy(r"\b(?:or|nor|and no|o|ni|oder|noch|ou|nem|né|and)\b", re.I)
_USE = lazy(
    r"\s[—–-]{1,2}\s+(?:use|show|draw|prefer|instead|only|rather|just|it is|it's|they are|and it)\b", re.I
)
_SECOND_CLAUSE = lazy(
    r",?\s+(?:and|because|since)\s+(?:it|they|this|that|the \w+)\s+(?:is|are|was|stays?|must|has|have)\s",
    re.I,
)
_LEAVE = lazy(
    r"\b(?:leav(?:e|ing)|keep(?:ing)?|tak(?:e|ing)|rul(?:e|ing)|strip|lass(?:e|en|t)?|laiss(?:e|er|ez))\b",
    re.I,
)
_OUT = lazy(r"\b(?:out|off|away|aside|weg|de côté)\b(?!\s+of\b)", re.I)
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
        self._verbs = _Cues(vocabulary.get("cues", ()))
        self._determiners = _Cues(vocabulary.get("determiners", ()))
        self._right = _Cues(vocabulary.get("right_cues", ()))
        self._idioms = _Cues(vocabulary.get("idioms", ()))
        self._cuts = _Cues(vocabulary.get("cut", ()), "(?! of)")
        self._hedges = _Cues(vocabulary.get("hedges", ()))
        self._foreign: Mapping[str, Any] = vocabulary.get("languages", {})
        self._foreign_cues = lru_cache(maxsize=32)(self._cues_of)

    def of(self, text: str, start: int, end: int, language: str | None = None) -> Stance:
        """The stance to `text[start:end]`. The cost depends on the segment, not on the length of the text."""
        low = max(0, start - _BEHIND)
        before = _Stretch(_segment_before(text[low:start]))
        for idiom in reversed(list(self._idioms.finditer(before))):
            before = before.without(idiom)
        after = text[end : end + _AHEAD]
        stop = _BOUNDARY.search(after)
        rest = _Stretch(after[: stop.start()] if stop else after)
        questioned = stop is not None and stop.group() == "?"
        negated = (
            self._denied_before(before, rest)
            or self._denied_behind(rest)
            or _left_out(before, rest)
            or self._denied_in(language, before)
        )
        hedged = self._hedges.search(before) is not None or self._hedges.search(rest) is not None
        return Stance(negated, hedged, questioned)

    def _denied_before(self, before: "_Stretch", rest: "_Stretch") -> bool:
        for cue in self._verbs.finditer(before):
            between = before.text[cue.end() :]
            if not self._cut_off(between) and _reaches(between):
                return True
        for cue in self._determiners.finditer(before):
            between = before.text[cue.end() :]
            if not self._cut_off(between) and _reaches(between) and _in_list(between, rest.text):
                return True
        return False

    def _cut_off(self, between: str) -> bool:
        flat = between.rpartition("(")[0] if between.count("(") > between.count(")") else between
        if not flat or flat.isspace():
            return False
        return bool(self._cuts.search(_Stretch(flat)) or _USE.search(flat) or _SECOND_CLAUSE.search(flat))

    def _denied_behind(self, rest: "_Stretch") -> bool:
        cue = self._right.search(rest)
        if cue is None:
            return False
        between = rest.text[: cue.start()]
        if between.count(")") > between.count("("):
            between = between.partition(")")[2]
        return len(between.split()) <= _RIGHT_REACH and "," not in between

    def _denied_in(self, language: str | None, before: "_Stretch") -> bool:
        if language is None or language == "en":
            return False
        cues = self._foreign_cues(language)
        match = cues.search(before) if cues else None
        return match is not None and _reaches(before.text[match.end() :])

    def _cues_of(self, language: str) -> "_Cues | None":
        words = self._foreign.get(language)
        return _Cues(words) if words else None


class _Cues:
    """Cue words and phrases. Where none of their first words occurs, nothing is searched (or even compiled)."""

    def __init__(self, phrases: Iterable[str], behind: str = "") -> None:
        self._phrases = sorted({phrase.replace("’", "'") for phrase in phrases}, key=len, reverse=True)
        self._behind = behind
        self._first_words = frozenset(_FIRST.findall(phrase.casefold())[0] for phrase in self._phrases)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        choice = "|".join(re.escape(one).replace("'", "['’]").replace(r"\ ", r"\s+") for one in self._phrases)
        return re.compile(rf"(?<!\w)(?:{choice or '(?!)'})(?!\w){self._behind}", re.I)

    def finditer(self, stretch: "_Stretch") -> Iterator[re.Match[str]]:
        if self._first_words.isdisjoint(stretch.words):
            return iter(())
        return self._pattern.finditer(stretch.text)

    def search(self, stretch: "_Stretch") -> re.Match[str] | None:
        return next(self.finditer(stretch), None)


class _Stretch:
    """A stretch of text and the set of its words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = frozenset(_FIRST.findall(text.casefold()))

    def without(self, match: re.Match[str]) -> "_Stretch":
        """With a match blanked out."""
        return _Stretch(self.text[: match.start()] + "_" * len(match.group()) + self.text[match.end() :])


def _left_out(before: "_Stretch", rest: "_Stretch") -> bool:
    """Is it "leave … out" or "keep … away"?"""
    verb = _LEAVE.search(before.text)
    particle = _OUT.search(rest.text)
    return verb is not None and particle is not None and len(rest.text[: particle.start()].split()) <= _WINDOW


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
