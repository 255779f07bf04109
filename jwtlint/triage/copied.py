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
    """The numbers of the words that were copied. What a quotation holds was copied on purpose."""
    entry = document.entry
    page = [one.value for one in (*entry.chrome, *entry.titles, *entry.fields.values())]
    prompt = [entry.prompt.value] if entry.prompt is not None else []
    quotes = [(quote.start, quote.end) for quote in quotations(text)]
    runs = [*_runs(words, page, _FEWEST_OF_PAGE), *_runs(words, prompt, _FEWEST_OF_PROMPT)]
    found = {
        number
        for first, last in runs
        if not any(low <= words[first].start and words[last - 1].end <= high for low, high in quotes)
        for number in range(first, last)
    }
    return found | vocabulary.form.covers(words)


def _runs(words: Sequence[Word], texts: Iterable[str], fewest: int) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) of words that follow each other so in a text, at least so many in a row."""
    plain = [word.folded for word in words]
    if len(plain) < fewest:
        return
    for text in texts:
        for first, last in _shared(plain, folded(text)):
            if last - first >= fewest:
                yield first, last


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
