"""Nothing that a stranger writes makes a reader fail, or say what is not there."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.entry.model import Field
from jwtlint.entry.read import read_entries
from jwtlint.source import Source, SourceError

from .pages import ALT, DESCRIPTION, OFFER, PROMPT, REPORT, TITLE, check, entry_of

_PIECES = [
    "← Back to catalog",
    "🎨 Blueprint 🎯 infographic 📅 2026-02-11",
    "📚 See all “dns” images →",
    "📐",
    "1\ufe0f\u20e3",
    "Resolution",
    "Resolution1024 × 1024 px",
    "Ratio: 1:1",
    "Ratio1:1Style Neon · Use caseblog Language",
    "Generated2026-02-11",
    "SEO target: dns",
    "Image: a.png",
    "Title: ",
    "Full generation prompt Click to expand",
    "Generation prompt: ",
    "Click to expand",
    OFFER,
    REPORT,
    "Currently in English.",
    TITLE,
    DESCRIPTION,
    ALT,
    PROMPT,
    "---",
    "...",
    "title: X",
    "alt: |\n  one\n   two",
    'prompt: "a\\u2014\\\n  b"',
    "style: 'it''s'",
    "- &a [*a]",
    "<<: *a",
    "# jwtlint: ignore A1",
    "jwtlint: {ignore: [A1]}",
    "<!-- jwtlint: ignore A1 -->",
    "<!-- jwtlint: off A1 -->",
    "<!-- jwtlint: on -->",
    "<!--",
    "-->",
    "```",
    "~~~~ text",
    "## Prompt",
    "# DNS",
    "\t",
    "\u00a0",
    "\u2028",
    "\x85",
    "\ufeff",
    "\u202e",
    "\x1b[31m",
    "\ud83d",
    "[[[[",
]
_ENDS = st.sampled_from(["\n", "\n\n", "\r\n", " ", "", "\r"])
_DOCUMENTS = st.lists(st.tuples(st.sampled_from(_PIECES) | st.text(max_size=8), _ENDS), max_size=14).map(
    lambda pieces: "".join(piece + end for piece, end in pieces)
)
_PATHS = st.sampled_from(["a.txt", "a.md", "<stdin>"])


@settings(max_examples=400, deadline=None)
@given(_PATHS, _DOCUMENTS)
def test_any_text_is_read_or_refused_in_one_line(path: str, value: str) -> None:
    _read(Source(path, value))


@settings(max_examples=200, deadline=None)
@given(_PATHS, _DOCUMENTS)
def test_any_front_matter_is_read_or_refused_in_one_line(path: str, value: str) -> None:
    _read(Source(path, f"---\n{value}\n---\nOne."))


@settings(max_examples=200, deadline=None)
@given(st.text(), st.text(max_size=20))
def test_any_value_is_read_or_refused_in_one_line(value: str, key: str) -> None:
    _read(Source("a.md", f"---\ntitle: {value}\n{key}: x\n---\nOne."))


@given(_PATHS, st.binary())
def test_any_bytes_are_read_or_refused(path: str, raw: bytes) -> None:
    try:
        source = Source.decode(path, raw)
    except SourceError:
        return
    _read(source)


def _read(source: Source) -> None:
    try:
        entries = list(read_entries(source))
    except SourceError as error:
        refused = error
    else:
        check(entries)
        return
    assert "\n" not in refused.reason
    assert refused.path == source.path


@settings(deadline=None)
@given(
    st.text(alphabet="ab'\" \n:#é😀\\-\t", min_size=1).filter(str.strip),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(8, 60),
)
def test_every_character_of_a_yaml_value_stands_at_its_place(
    value: str, style: str | None, width: int
) -> None:
    front = yaml.safe_dump({"id": "x", "prompt": value}, default_style=style, width=width, allow_unicode=True)
    entry = entry_of(f"---\n{front}---\n", "a.md")
    prompt = entry.prompt
    assert prompt is not None
    assert prompt.value == value.strip()
    for at in range(len(prompt)):
        character = prompt[at]
        raw = entry.source.value[slice(*character.span)]
        if character.value.isalpha() or character.value in ":#-":
            assert raw == character.value
        elif character.value in "'\"\\":
            assert raw in (character.value, "''", '\\"', "\\\\")
        elif character.value == "😀":
            assert raw in ("😀", "\\U0001F600")
    assert entry.fields[Field.ID].value == "x"


@pytest.mark.parametrize(
    "value",
    [
        "<!-- " * 20_000,
        "<!-- x --> " * 20_000,
        "<!-- jwtlint: ignore A1 -->\n" * 5_000 + "x",
        "```\n~~~\n" * 20_000,
        "← Back to catalog\n" * 20_000,
        "Re-render this exact image currently in " * 5_000,
        "Full generation prompt " + "\u00a0" * 100_000 + "x",
        "Resolution" * 20_000,
        "---\n" + "- " * 20_000 + "\n---\nx",
        "---\n" + "#\n" * 20_000 + "title: x\n---\nx",
    ],
)
def test_long_repetitions_are_read(value: str) -> None:
    for path in ("a.txt", "a.md"):
        _read(Source(path, value))
