"""What the docstring of a rule says, in parts."""

import re
from typing import NamedTuple

from .regex import lazy
from .text import Span

_FENCE = lazy(r"^(?P<fence>`{3,})(?P<kind>\w+)[ \t]*\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.M | re.S)
_MARK = lazy(r"\[\[|\]\]")


class Example(NamedTuple):
    """A block of the documentation: `kind` is bad, fixed or good.

    `text` is what is linted; `flagged` are the spans of it that the rule must report, written `[[so]]`.
    """

    kind: str
    text: str
    flagged: tuple[Span, ...]


class Documentation(NamedTuple):
    """One sentence, the paragraphs that say why and name the source, and the examples in order."""

    summary: str
    why: tuple[str, ...]
    examples: tuple[Example, ...]

    @property
    def fixable(self) -> bool:
        """Does an example show what a fix makes of it?"""
        return any(example.kind == "fixed" for example in self.examples)


def read(docstring: str) -> Documentation:
    """Take the docstring of a rule apart. Raises ValueError for flagged words without an end."""
    examples = tuple(_example(match["kind"], match["text"]) for match in _FENCE.finditer(docstring))
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", _FENCE.sub("", docstring)) if part.strip()]
    summary = " ".join(paragraphs[0].split()) if paragraphs else ""
    return Documentation(summary, tuple(paragraphs[1:]), examples)


def _example(kind: str, marked: str) -> Example:
    parts: list[str] = []
    flagged: list[Span] = []
    opened: int | None = None
    at = length = 0
    for match in _MARK.finditer(marked):
        parts.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[0] == "[[":
            if opened is not None:
                raise ValueError("flagged words within flagged words")
            opened = length
        else:
            if opened is None:
                raise ValueError("an end of flagged words without a beginning")
            flagged.append(Span(opened, length))
            opened = None
    if opened is not None:
        raise ValueError("flagged words without an end")
    parts.append(marked[at:])
    return Example(kind, "".join(parts), tuple(flagged))
