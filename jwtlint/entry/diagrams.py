"""Finds the sequence diagrams that stand in fenced blocks of Markdown."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..text import Text
from . import mermaid, plantuml
from .blocks import Blocks, Fence
from .model import Suppression

_LANGUAGES = {"mermaid": mermaid.FORM, "plantuml": plantuml.FORM, "puml": plantuml.FORM, "uml": plantuml.FORM}


class Drawn(NamedTuple):
    """A sequence diagram: the form of its entry, its text, and its fence."""

    form: str
    text: Text
    fence: Fence


def drawn_in(blocks: Blocks) -> list[Drawn]:
    """The sequence diagrams of a document. Other diagrams, and samples in other languages, are none."""
    found = []
    for fence in blocks.fences:
        words = fence.info.lower().split(maxsplit=1)
        form = _LANGUAGES.get(words[0]) if words else None
        if form is None:
            continue
        text = blocks.source.text.cut(fence.inner_start, fence.inner_end).strip()
        if text and _is_sequence(form, text):
            found.append(Drawn(form, text, fence))
    return found


def share(
    comments: Iterable[Suppression], drawn: Sequence[Drawn]
) -> tuple[list[Suppression], list[list[Suppression]]]:
    """The suppressions for the document itself, and those for each diagram; some are for both."""
    general: list[Suppression] = []
    own: list[list[Suppression]] = [[] for _ in drawn]
    ends = [one.fence.end for one in drawn]
    for comment in comments:
        at = bisect_right(ends, comment.start)
        if at == len(drawn) or not drawn[at].fence.start <= comment.start <= comment.end <= ends[at]:
            general.append(comment)
        while at < len(drawn) and drawn[at].fence.start < comment.end:
            own[at].append(comment)
            at += 1
    return general, own


def _is_sequence(form: str, text: Text) -> bool:
    if form == mermaid.FORM:
        return mermaid.is_sequence(text.value, 0, len(text))
    return plantuml.is_sequence(text)
