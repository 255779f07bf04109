"""Words of danger and of law, also misspelt, spaced out or with digits for letters."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from .vocabulary import Vocabulary
from .words import Word, fold

_LEET = str.maketrans("013457@$!", "oieastasi")
_NEAR = 4
_SHORTEST, _LONG = 5, 9
_SPACED = 4


class Raised(NamedTuple):
    """An alarm: its kind ("safety", "legal"), and the characters of the report that raise it."""

    kind: str
    start: int
    end: int


def alarms_in(
    text: str, words: Sequence[Word], vocabulary: Vocabulary, is_known: Callable[[str], bool]
) -> Iterator[Raised]:
    """The alarms of a report, in order. `is_known` tells words that nobody has misspelt."""
    for sign in vocabulary.alarming_signs:
        if (at := text.find(sign)) >= 0:
            yield Raised("safety", at, at + len(sign))
    meant = _as_meant(words, vocabulary, is_known)
    harmless = vocabulary.technical.covers(meant)
    for hit in vocabulary.alarms.find_all(meant):
        around = meant[max(0, hit.first - _NEAR) : hit.first] + meant[hit.last : hit.last + _NEAR]
        excused = any(word.folded in hit.meaning.unless for word in around)
        if not excused and not harmless.issuperset(range(hit.first, hit.last)):
            yield Raised(hit.meaning.kind, meant[hit.first].start, meant[hit.last - 1].end)


def _as_meant(words: Sequence[Word], vocabulary: Vocabulary, is_known: Callable[[str], bool]) -> list[Word]:
    found: list[Word] = []
    at = 0
    while at < len(words):
        length = _spaced(words, at)
        run = words[at : at + length]
        plain = fold("".join(word.value for word in run).translate(_LEET) if _is_odd(run) else run[0].value)
        name = length == 1 and at > 0 and run[0].value.istitle()
        if length == 1 and plain == run[0].folded and (name or is_known(run[0].value)):
            found.append(run[0])
        else:
            near = _nearest(plain, vocabulary)
            found.append(Word(run[0].value, near or run[0].folded, run[0].start, run[-1].end))
        at += length
    return found


def _spaced(words: Sequence[Word], at: int) -> int:
    """How many words from here on are single letters, where they are enough to spell something."""
    length = 0
    while at + length < len(words) and len(words[at + length].folded) == 1:
        length += 1
    return length if length >= _SPACED else 1


def _is_odd(run: Sequence[Word]) -> bool:
    return len(run) > 1 or (not run[0].value.isalpha() and not run[0].value.isdigit())


def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    """The word of an alarm that a word is nearly."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    if word in vocabulary.alarm_words:
        return word
    if len(word) < _SHORTEST:
        return None
    allowed = 1 if len(word) < _LONG else 2
    candidates = [one for one in vocabulary.alarm_words if len(one) >= _SHORTEST]
    found = extractOne(word, candidates, scorer=OSA.distance, score_cutoff=allowed)
    return str(found[0]) if found else None
