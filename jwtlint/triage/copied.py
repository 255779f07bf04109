"""Words of a report that were copied from the form, the page or the entry, and so are nobody's complaint."""

from collections.abc import Iterable, Iterator, Sequence

from ..document import Document
from ..prompt.quotes import quotations
from .vocabulary import Vocabulary
from .words import Word, folded

_SEED = 5
_FEWEST_OF_PAGE = 8
_FEWEST_OF_PROMPT = 25
"""A sentence of the prompt may be copied to say which one is meant; more of it only by mistake."""


def copied(text: str, words: Sequence[Word], document: Document, vocabulary: Vocabulary) -> set[int]:
    """The numbers of the words that were copied. What stands in quotation marks was copied on purpose."""
    found = vocabulary.form.covers(words)
    entry = document.entry
    page = [one.value for one in (*entry.chrome, *entry.titles, *entry.fields.values())]
    found |= _runs(words, page, _FEWEST_OF_PAGE)
    if entry.prompt is not None:
        found |= _runs(words, [entry.prompt.value], _FEWEST_OF_PROMPT)
    quotes = [(quote.start, quote.end) for quote in quotations(text)]
    return {
        number
        for number in found
        if not any(start <= words[number].start and words[number].end <= end for start, end in quotes)
    }


def _runs(words: Sequence[Word], texts: Iterable[str], fewest: int) -> set[int]:
    """The numbers of words that follow each other so in a text, at least so many in a row."""
    plain = [word.folded for word in words]
    if len(plain) < fewest:
        return set()
    return {
        number
        for text in texts
        for start, end in _shared(plain, folded(text))
        if end - start >= fewest
        for number in range(start, end)
    }


def _shared(words: Sequence[str], text: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The longest stretches of the words that stand in a text, from left to right."""
    seeds: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(text) - _SEED + 1):
        seeds.setdefault(tuple(text[at : at + _SEED]), []).append(at)
    at = 0
    while at <= len(words) - _SEED:
        best = 0
        for place in seeds.get(tuple(words[at : at + _SEED]), ())[:8]:
            length = _SEED
            while (
                at + length < len(words)
                and place + length < len(text)
                and words[at + length] == text[place + length]
            ):
                length += 1
            best = max(best, length)
        if best:
            yield at, at + best
        at += best or 1
