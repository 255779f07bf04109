"""The parser reads anything without failing, and everything it cuts stands where it says."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.context import Context
from jwtlint.pack import builtin
from jwtlint.prompt.parse import parse
from jwtlint.source import Source

CONTEXT = Context([builtin()])
PIECES = [
    "Browser", "API Gateway / REST API", "Cache", "→", "->", "-->", "<->", "--x-->", "to", "from", "labeled", ":", ";", ".",
    "“200 OK”", '"GET /x"', "'", '"', "„", "(", ")", "[", "]", "{", "}", "|", "·", "/", "—", "~", "\n", "\n\n", "1.", "2)",
    "(3)", "①", "- ", "* ", "# ", "## Boxes", "Boxes:", "Arrows:", "Legend 1-7:", "Note:", "icon:", "role:", "optional",
    "if", "| a | b |", "|---|---|", "```", "=== X ===", "**Flow**", ": x", "internal step", "not", "no", "English",
    "\u202e", "\u200b", "\x1b[31m", "é", "ß", "İ", "漢字", "\r\n", "\t", " ", "  ", ".....", "…", "!", "?", "2.0", "e.g.",
]  # fmt: skip
PROMPTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map(" ".join)


@given(PROMPTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(value: str) -> None:
    prompt = parse(Source("x.txt", value).text, CONTEXT.vocabulary)
    parts = [passage.text for passage in prompt.passages]
    parts += [box.name for box in prompt.boxes]
    parts += [part for arrow in prompt.arrows for part in (arrow.source, arrow.target, arrow.text)]
    parts += [step.text for step in prompt.steps] + [note.text for note in prompt.notes]
    for part in parts:
        assert value[part.span.start : part.span.end] == part.value


@given(PROMPTS)
@settings(max_examples=200, deadline=None)
def test_passages_stand_in_order_and_apart(value: str) -> None:
    spans = [passage.text.span for passage in parse(Source("x.txt", value).text, CONTEXT.vocabulary).passages]
    assert all(before.end <= after.start for before, after in pairwise(spans))
