"""Reads a catalog page that somebody copied as text.

From the top such a page has a back link, a line of category, use case and date, one or several title lines, a
description, a link to similar pictures, the alt text, labelled values, and the prompt under its heading; the
offer to re-render and the form for reports stand before or after. Any of it can be missing. A text is a page
only where at least two things of it are the page's own, so that no prompt is taken for one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..regex import lazy
from ..source import Source
from .chrome import MAX_CHROME, Kind, Line, current_language, lines_of, marks_of
from .head import read_head
from .labels import Found, marks_of_labels, read_labels
from .model import Entry, Field

# What ends a prompt, and what stands between description and prompt where neither has a heading.
_DIVIDERS = frozenset({Kind.OFFER, Kind.REPORT, Kind.BACK, Kind.SEE_ALL})
_TITLED = frozenset({Kind.BACK, Kind.HEADER, Kind.SEE_ALL, Kind.HEADING})
_LABELLED_FORM = frozenset(Field) - {Field.ID, Field.PICTURE, Field.TRANSLATION_OF, Field.TRANSLATION_SCOPE}
_PLAIN_FORM = frozenset({Field.DESCRIPTION, Field.LANGUAGE})
_OPENING = lazy(
    r"(?:please\s+)?(?:create|draw|show|design|generate|make|render|illustrate|produce)\b"
    r"|[^\n]{0,400}?\b(?:titled|entitled|archetype)\b",
    re.IGNORECASE,
)
_WANTED_MARKS = 2


class _Layout(NamedTuple):
    """Where the parts of a page are: the head, its labelled values, and the lines that hold the prompt."""

    head: Sequence[Line]
    found: Found
    body: Sequence[Line]


def read(source: Source) -> Iterable[Entry] | None:
    """The entry of a page, or of each page where several follow each other; None for any other text."""
    # A line of dashes at the top opens front matter, whatever follows.
    if source.value.startswith("---") or len(_marks(lines_of(source.value))) < _WANTED_MARKS:
        return None
    pages: list[list[Line]] = []
    empty = False
    for lines in _pages(lines_of(source.value)):
        # Lines that hold neither title nor prompt belong to the page beside them.
        entry = _entry(source, lines)
        adds = entry is not None and bool(entry.prompt or entry.titles)
        if pages and (empty or not adds):
            pages[-1] += lines
            empty = empty and not adds
        else:
            pages.append(lines)
            empty = not adds
    return [entry for lines in pages if (entry := _entry(source, lines))] or None


def _marks(lines: Iterable[Line]) -> set[str]:
    marks: set[str] = set()

    def noted() -> Iterator[Line]:
        for line in lines:
            marks.update(marks_of(line))
            yield line

    return marks_of_labels(noted()) | marks


def _pages(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines of each page. A back link opens one where more of a page follows than the end of the last."""
    page: list[Line] = []
    part: list[Line] = []
    for line in lines:
        if line.kind is Kind.BACK and part:
            if page and len(_marks(part)) > _WANTED_MARKS:
                yield page
                page = []
            page += part
            part = []
        part.append(line)
    if page and len(_marks(part)) > _WANTED_MARKS:
        yield page
        page = []
    yield page + part


def _entry(source: Source, lines: Sequence[Line]) -> Entry | None:
    """The entry of one page; None where nothing on it is an entry's."""
    layout = _lay_out(lines)
    titled = bool(layout.found.lines) or any(line.kind in _TITLED for line in lines)
    head = read_head(source.value, layout.head, layout.found, titled)
    prompt = _prompt(layout.body)
    spans = dict(layout.found.values)
    if head.description:
        spans.setdefault(Field.DESCRIPTION, head.description)
    if head.alt:
        spans.setdefault(Field.ALT, head.alt)
    if Field.LANGUAGE not in spans and (language := _offered_language(lines)):
        spans[Field.LANGUAGE] = language
    titles = sorted({*head.titles, *layout.found.titles})
    if not spans and not titles and not prompt:
        return None
    used = sorted([*spans.values(), *titles, *([prompt] if prompt else [])])
    can_hold = (
        (_LABELLED_FORM if titled else _PLAIN_FORM) | spans.keys() | ({Field.TITLE} if titles else set())
    )
    text = source.text
    return Entry(
        source,
        "page",
        text.cut(*prompt) if prompt else None,
        tuple(text.cut(*title) for title in titles),
        {field: text.cut(*spans[field]) for field in Field if field in spans},
        frozenset(can_hold),
        tuple(text.cut(start, end) for start, end in _rest(source.value, lines, used)),
        blanks={
            field: text.cut(*place)
            for field, place in layout.found.blanks.items()
            if field not in spans and not (field is Field.TITLE and titles)
        },
    )


def _lay_out(lines: Sequence[Line]) -> _Layout:
    see_all = next((at for at, line in enumerate(lines) if line.kind is Kind.SEE_ALL), 0)
    heading = _heading(lines)
    if heading is not None:
        head = lines[:heading]
        return _Layout(head, read_labels(head, see_all, one_block=False), lines[heading + 1 :])
    found = read_labels(lines, see_all, one_block=True)
    if found.lines:
        return _Layout(lines[: found.last + 1], found, lines[found.last + 1 :])
    split = _split_without_marks(lines, see_all)
    return _Layout(lines[:split], found, lines[split:])


def _heading(lines: Sequence[Line]) -> int | None:
    """The line with the heading of the prompt: one that can be expanded, or else the first."""
    headings = [at for at, line in enumerate(lines) if line.kind is Kind.HEADING]
    expandable = (at for at in headings if "click" in lines[at].value.casefold())
    return next(expandable, headings[0] if headings else None)


def _split_without_marks(lines: Sequence[Line], see_all: int) -> int:
    """The first line of the prompt, where neither a heading nor a labelled value stands before it."""
    words = [at for at, line in enumerate(lines) if line.kind is Kind.WORDS]
    if see_all:
        after = [at for at in words if at > see_all]
        # What directly follows the link is the alt text, if it is none of the prompt.
        if not after or _opens_prompt(lines[after[0]]):
            return see_all + 1
        return after[1] if len(after) > 1 else len(lines)
    dividers = [at for at, line in enumerate(lines) if line.kind in _DIVIDERS]
    for divider in dividers:
        if words and words[0] < divider < words[-1]:
            return next(at for at in words if at > divider)
    if not words or any(divider < words[0] and lines[divider].kind is Kind.OFFER for divider in dividers):
        return 0
    return next((at for at in words if _opens_prompt(lines[at])), 0)


def _opens_prompt(line: Line) -> bool:
    return len(line.value) > MAX_CHROME or _OPENING.match(line.value) is not None


def _prompt(body: Sequence[Line]) -> tuple[int, int] | None:
    """From the first words to the page's next own line."""
    first = next((at for at, line in enumerate(body) if line.kind is Kind.WORDS), len(body))
    end = next((at for at in range(first, len(body)) if body[at].kind in _DIVIDERS), len(body))
    while end > first and body[end - 1].kind in (Kind.SYMBOL, Kind.BUTTON):
        end -= 1
    return (body[first].start, body[end - 1].end) if end > first else None


def _offered_language(lines: Sequence[Line]) -> tuple[int, int] | None:
    offers = (current_language(line) for line in lines if line.kind is Kind.OFFER)
    return next((place for place in offers if place), None)


def _rest(value: str, lines: Sequence[Line], used: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What of the lines is not in the sorted spans `used`."""
    spans = iter(used)
    span = next(spans, None)
    for line in lines:
        at = line.start
        while span is not None and span[0] < line.end:
            yield from _trimmed(value, at, span[0])
            at = max(at, span[1])
            if span[1] > line.end:
                break
            span = next(spans, None)
        yield from _trimmed(value, at, line.end)


def _trimmed(value: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = value[start:end].strip() if start < end else ""
    if words:
        at = value.index(words, start)
        yield at, at + len(words)
