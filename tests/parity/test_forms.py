"""Every form in which prompts are written, in a made-up language: whatever is not a word stays, and so must the diagram.

The words of all labels are spelled backwards, so that nothing but place, number and protocol words tells what is what.
"""

from pathlib import Path

import pytest

from jwtlint.document import Document
from jwtlint.entry.discover import load
from jwtlint.entry.model import Entry
from jwtlint.entry.read import read_entries
from jwtlint.finding import Severity
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.parity.scope import Scope
from jwtlint.parity.words import Words, words_of
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.source import Source

from .comparing import linter

FORMS = sorted((Path(__file__).parents[2] / "fixtures" / "prompts").glob("*.[tm][xd]*"))
_WORD = lazy(r"[^\W\d_]{2,}")


def documents(path: Path) -> tuple[Document, Document]:
    """A fixture, and the same in the made-up language."""
    context = linter().context
    source = load(path)
    entry = _with_arrows(source)
    prompt = Document(entry, context).prompt
    assert prompt is not None
    translated = _translated(source.value, prompt, words_of(context))
    other = Source(f"translation{path.suffix}", translated)
    return Document(entry, context), Document(_with_arrows(other), context)


def _with_arrows(source: Source) -> Entry:
    entries = [entry for entry in read_entries(source) if entry.prompt and not entry.drawn_apart]
    return entries[0]


def _translated(value: str, prompt: Prompt, words: Words) -> str:
    labels = [passage.text for passage in prompt.passages if passage.drawn]
    labels += [box.name for box in prompt.boxes]
    labels += [end for arrow in prompt.arrows for end in (arrow.source, arrow.target)]
    parts, at = [], 0
    for start, end in sorted({text.span for text in labels}):
        if start >= at:
            parts += [value[at:start], _backwards(value[start:end], words)]
            at = end
    return "".join([*parts, value[at:]])


def _backwards(label: str, words: Words) -> str:
    parts, at = [], 0
    for token in words.tokens_in(label):
        parts += [_reversed(label[at : token.start]), label[token.start : token.end]]
        at = token.end
    return "".join([*parts, _reversed(label[at:])])


def _reversed(value: str) -> str:
    def one(word: str) -> str:
        made = f"z{word[::-1].lower()}o"
        return made.capitalize() if word[0].isupper() else made

    return _WORD.sub(lambda match: one(match[0]), value)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_diagram_and_protocol_words_are_found_again(path: Path) -> None:
    original, translation = documents(path)
    result = linter("PAR").lint_pair(Pair(original, translation, Scope.FULL))
    said = [one for one in result.diagnostics if one.severity > Severity.INFO]
    assert [(one.rule, one.message) for one in said if one.rule < "PAR130" and one.rule > "PAR104"] == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_each_lost_arrow_is_that_arrow(path: Path) -> None:
    original, translation = documents(path)
    here, there = original.prompt, translation.prompt
    assert here is not None
    assert there is not None
    arrows, words = there.arrows, words_of(original.context)
    for number in range(len(arrows)):
        there.arrows = arrows[:number] + arrows[number + 1 :]
        diagram = Diagram(here, there, words.likeness, words.tokens, original.context.polarity)
        lost = [one.original for one in diagram.arrows if one.translation is None]
        assert lost == [here.arrows[number]]
        assert all(one.original is not None and not one.moved for one in diagram.arrows)
