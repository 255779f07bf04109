"""What the sentences of a prompt demand, as words that can be compared."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.prompt.model import Prompt
from jwtlint.text import Text

from ._sentences import run_ons

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEGATIONS = frozenset("no not never without avoid don't don’t doesn't isn't aren't neither nor none kein keine keinen nicht sin sans pas sem senza não non".split())
_EMPTY = frozenset(
    "a all also an and any anything are as at be beyond both but by can could do does draw drawn each either ensure every everything"
    " everywhere for from generate give given has have in include included into is it its just keep kept let like made make makes may"
    " might must need of on only or other our out over please put real remain remains render rendered set shall should show shown so"
    " stay stays such that the their them then there these they this those throughout to too under up use used uses using want we"
    " well where which while will with within would write written you your".split()
)
_MODAL = re.compile(
    r"\b(?:must|should|shall|may|can|please|needs?|have to|has to|stays?|remains?|muss|müssen|soll(?:en)?|bitte|debe[n]?|doit|doivent|deve[m]?)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\W*(?:add|align|apply|arrange|avoid|colou?r|create|depict|do|don['’]t|draw|emphasi[sz]e|ensure|exclude|give|highlight|include"
    r"|keep|label|leave|let|limit|make|mark|never|no|number|omit|place|prefer|put|remove|render|reserve|set|show|skip|spell|use|write"
    r"|usa|usar|evita|mantén|verwende|nutze|keine?|utilise[rz]?|évite[rz]?|sin|sans|sem)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[,;:]\s|\s[—–-]{1,2}\s|[—;]")
_BRACKETS = re.compile(r"\([^()\n]{1,200}\)")
_FLOW = re.compile(r"→|->|=>|⟶|⇒|\blabel(?:l)?ed\s*[\"“'«„]|:\s*[\"“„«]")
_QUOTED = re.compile(r"[\"“„«][^\"“”„»\n]{1,200}[\"”“»]")
_LANGUAGES = frozenset("english german french spanish portuguese italian dutch deutsch español français englisch inglés anglais".split())
_SUFFIX = re.compile(r"(?:ings?|ed|es|s|ly)\Z")
_MAX_RUN = 3


class Statement(NamedTuple):
    """A demand: its words without endings and empty words, and where it stands.

    `words` are in order; `whole` tells a sentence from a run of its clauses; `order` tells that it asks for something.
    """

    text: Text
    words: tuple[str, ...]
    whole: bool
    order: bool

    @property
    def key(self) -> frozenset[str]:
        return frozenset(self.words)


def statements(prompt: Prompt) -> Iterator[Statement]:
    """The sentences outside boxes, arrows, steps and notes, in order, and behind each the runs of its clauses."""
    for sentence in prompt.sentences:
        value = sentence.value
        if len(value) < 8 or value.rstrip().endswith(":") or _FLOW.search(value):
            continue
        for text in _divided(sentence, prompt.language):
            if _mostly_quoted(text.value):
                continue
            order = bool(_ORDER.match(text.value) or _MODAL.search(text.value))
            yield Statement(text, words_of(text.value), True, order)
            yield from _clauses(text)


def _divided(sentence: Text, language: str | None) -> Iterator[Text]:
    """The sentence, or the sentences that run together in it."""
    start = 0
    for run_on in run_ons(sentence.value, language):
        yield sentence.cut(start, run_on.blank_start)
        start = run_on.blank_end
    yield sentence.cut(start, len(sentence.value))


def _clauses(text: Text) -> Iterator[Statement]:
    """Runs of up to three clauses that follow each other; brackets are part of their clause."""
    flat = _BRACKETS.sub(lambda match: "_" * len(match.group()), text.value)
    cuts = [match.span() for match in _SEPARATOR.finditer(flat)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(flat)]
    words = [words_of(text.value[start:end]) for start, end in zip(starts, ends, strict=True)]
    for first in range(len(words)):
        run: tuple[str, ...] = ()
        for last in range(first, min(first + _MAX_RUN, len(words))):
            run += words[last]
            if words[last] and words[first] and last - first + 1 < len(words):
                yield Statement(text.cut(starts[first], ends[last]).strip(), run, False, True)


def words_of(value: str) -> tuple[str, ...]:
    """The words that say something, without endings; every negation is the same word."""
    return tuple(
        "¬" if word in _NEGATIONS else stem(word)
        for word in _WORD.findall(value.casefold())
        if word in _NEGATIONS or word not in _EMPTY
    )


def stem(word: str) -> str:
    """Without the ending of a plural or a participle."""
    bare = _SUFFIX.sub("", word) if len(word) > 4 else word
    return bare if len(bare) > 2 else word


def _mostly_quoted(value: str) -> bool:
    return sum(len(quoted) for quoted in _QUOTED.findall(value)) * 2 > len(value)


def names_language(words: tuple[str, ...]) -> bool:
    """Do the words name a language, as the short constraints do that every part of a prompt repeats?"""
    return not _LANGUAGES.isdisjoint(words)
