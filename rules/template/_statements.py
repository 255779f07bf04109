"""What the sentences of a prompt demand, as words that can be compared."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain

from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.text import Text

from ._sentences import run_ons

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_NEGATIONS = frozenset(
    "no not never without avoid don't don’t doesn't isn't aren't neither nor none kein keine keinen nicht sin sans pas sem senza não non".split()
)
_EMPTY = frozenset(
    "a all also an and any anything anywhere appear appears are as at be beyond both but by can could do does draw drawn each either ensure every everything"
    " everywhere for from generate give given go goes has have in include included into is it its just keep kept let like made make makes may"
    " might must need of on only or other our out over please put real remain remains render rendered set shall should show shown so"
    " stay stays such that the their them then there these they this those throughout to too under up use used uses using want we"
    " well where which while will with within would write written you your".split()
)
_MODAL = lazy(
    r"\b(?:must|should|shall|may|can|please|needs?|have to|has to|stays?|remains?|goes|go|(?:is|are) (?:to be |not |never |only )?\w{2,12}(?:ed|en|wn)|(?:is|are) to be|muss|müssen|soll(?:en)?|bitte|debe[n]?|doit|doivent|deve[m]?)\b",
    re.IGNORECASE,
)
_ORDER = lazy(
    r"\W*(?:add|align|apply|arrange|avoid|colou?r|create|depict|do|don['’]t|draw|emphasi[sz]e|ensure|exclude|give|highlight|include"
    r"|keep|label|leave|let|limit|make|mark|never|no|number|omit|place|prefer|put|remove|render|reserve|set|show|skip|spell|use|write"
    r"|usa|usar|evita|mantén|verwende|nutze|keine?|utilise[rz]?|évite[rz]?|sin|sans|sem)\b",
    re.IGNORECASE,
)
_SEPARATOR = lazy(r"[,;:]\s|\s[—–-]{1,2}\s|[—;]")
_BRACKETS = lazy(r"\([^()\n]{1,200}\)")
_FLOW = lazy(r"→|->|=>|⟶|⇒|\blabel(?:l)?ed\s*[\"“'«„]|:\s*[\"“„«]")
_QUOTED = lazy(r"[\"“„«][^\"“”„»\n]{1,200}[\"”“»]")
_LANGUAGES = frozenset(
    "english german french spanish portuguese italian dutch deutsch español français englisch inglés anglais".split()
)
_SUFFIX = lazy(r"(?:ings?|ed|es|s|ly)\Z")
_MAX_RUN = 3
_SHORTEST = 8
_LEAST_OF_CLAUSES = 5


class Statement:
    """A demand, or what looks like one.

    `words` are those that say something, in order and without endings; every negation is the same word. `whole` tells a
    sentence from a run of its clauses.
    """

    __slots__ = ("__dict__", "_end", "_sentence", "_start", "key", "whole", "words")

    def __init__(self, sentence: Text, start: int, end: int, words: tuple[str, ...], *, whole: bool) -> None:
        self._sentence, self._start, self._end = sentence, start, end
        self.words = words
        self.key = frozenset(words)
        self.whole = whole

    @cached_property
    def text(self) -> Text:
        """Where it stands."""
        return self._sentence.cut(self._start, self._end).strip()

    @cached_property
    def order(self) -> bool:
        """Does it ask for something?"""
        value = self.text.value
        return bool(_ORDER.match(value) or _MODAL.search(value))


def statements(prompt: Prompt) -> Iterator[Statement]:
    """The sentences outside boxes, arrows, steps and notes, in order, and behind each the runs of its clauses."""
    for sentence in prompt.sentences:
        value = sentence.value
        if len(value) < _SHORTEST or value.rstrip().endswith(":") or _FLOW.search(value):
            continue
        start = 0
        for run_on in run_ons(value, prompt.language):
            yield from _read(sentence, start, run_on.blank_start)
            start = run_on.blank_end
        yield from _read(sentence, start, len(value))


def _read(sentence: Text, start: int, end: int) -> Iterator[Statement]:
    """A sentence, and runs of up to three clauses of it; brackets are part of their clause."""
    value = sentence.value[start:end]
    if _mostly_quoted(value):
        return
    flat = _BRACKETS.sub(lambda match: "_" * len(match.group()), value) if "(" in value else value
    bounds = [0]
    for match in _SEPARATOR.finditer(flat):
        bounds += match.span()
    bounds.append(len(value))
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    words = [words_of(value[low:high]) for low, high in parts]
    yield Statement(sentence, start, end, tuple(chain.from_iterable(words)), whole=True)
    for first in range(len(parts)):
        run: tuple[str, ...] = ()
        for last in range(first, min(first + _MAX_RUN, len(parts))):
            run += words[last]
            enough = len(run) >= _LEAST_OF_CLAUSES and words[first] and words[last]
            if enough and last - first + 1 < len(parts):
                yield Statement(sentence, start + parts[first][0], start + parts[last][1], run, whole=False)


def words_of(value: str) -> tuple[str, ...]:
    """The words that say something, without endings; every negation is the same word."""
    return tuple(filter(None, map(_normal, _WORD.findall(value.casefold()))))


@lru_cache(maxsize=8192)
def _normal(word: str) -> str:
    """The word without the ending of a plural or a participle; "" for one that says nothing."""
    if word in _NEGATIONS:
        return "¬"
    if word in _EMPTY:
        return ""
    bare = _SUFFIX.sub("", word) if len(word) > 4 else word
    return bare if len(bare) > 2 else word


def _mostly_quoted(value: str) -> bool:
    if not _QUOTED.search(value):
        return False
    return sum(map(len, _QUOTED.findall(value))) * 2 > len(value)


def names_language(words: tuple[str, ...]) -> bool:
    """Do the words name a language, as the short constraints do that every part of a prompt repeats?"""
    return not _LANGUAGES.isdisjoint(words)
