"""Pairs written down as one text: the original above the line `--- translated`, its translation below.

Behind the line may stand the scope that somebody declared: `--- translated {scope=metadata}`. Below `--- drawn original`
and `--- drawn`, in this order, stand sketches of the pictures, where the pair has some.
"""

import re
from typing import NamedTuple

from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Diagnostic, Result
from jwtlint.parity.drawn import DrawnPair
from jwtlint.parity.pair import Pair
from jwtlint.parity.scope import Scope
from jwtlint.source import Source
from jwtlint.text import Region, Span

from .sketch import Sketch, sketch

_LINE = re.compile(r"^--- translated(?: \{scope=(?P<scope>\w+)\})?\n", re.M)
_DRAWN = re.compile(r"^--- drawn original\n", re.M)


class Written(NamedTuple):
    """The two prompts or entries, at which offset the second begins, the declared scope, and the two pictures."""

    original: str
    translation: str
    start: int
    scope: Scope | None
    drawn: tuple[tuple[Sketch, int], ...] = ()


def written(text: str) -> Written | None:
    """Take a pair apart; None for a text that is none."""
    line = _LINE.search(text)
    if line is None:
        return None
    scope = Scope(line["scope"]) if line["scope"] else None
    drawn = _DRAWN.search(text)
    if drawn is None:
        return Written(text[: line.start()], text[line.end() :], line.end(), scope)
    second = text.index("--- drawn\n", drawn.end())
    sketches = []
    for name, head, end in (("original", drawn.end(), second), ("translation", second + 10, len(text))):
        made = sketch(f"--- drawn\n{text[head:end]}", f"{name}.png")
        assert made is not None
        sketches.append((made, head - 10))
    return Written(text[: line.start()], text[line.end() : drawn.start()], line.end(), scope, tuple(sketches))


def lint(linter: Linter, pair: Written) -> Result:
    """Hold the translation against the original, on the pictures where there are some."""
    documents = [
        Document(next(iter(read_entries(source_of(text, name)))), linter.context)
        for name, text in (("original", pair.original), ("translation", pair.translation))
    ]
    texts = Pair(documents[0], documents[1], pair.scope)
    if not pair.drawn:
        return linter.lint_pair(texts)
    drawn = [
        Document(document.entry, linter.context, made.picture)
        for document, (made, _) in zip(documents, pair.drawn, strict=True)
    ]
    return linter.lint_drawn_pair(DrawnPair(texts, drawn[0], drawn[1]))


def source_of(text: str, name: str = "example") -> Source:
    """A text as it comes from a file whose ending fits."""
    return Source(f"{name}.md" if text.startswith("---\n") else f"{name}.txt", text)


def place(pair: Written, one: Diagnostic) -> Span:
    """Where in the whole text a finding is."""
    location = one.location
    if location.span is not None:
        start = pair.start if location.path.startswith("translation") else 0
        return Span(location.span.start + start, location.span.end + start)
    made, start = pair.drawn[location.path.startswith("translation")]
    assert location.region is not None
    inside = [span for region, span in made.places.items() if _within(region, location.region)]
    return Span(min(span.start for span in inside) + start, max(span.end for span in inside) + start)


def _within(inner: Region, outer: Region) -> bool:
    return (
        outer.left <= inner.left
        and inner.right <= outer.right
        and outer.top <= inner.top
        and inner.bottom <= outer.bottom
    )
