"""Comments that turn rules off, and how far they reach."""

import pytest

from jwtlint.entry.read import read_entries
from jwtlint.source import Source, SourceError

from .pages import entry_of


def _silenced(value: str) -> list[tuple[str, str]]:
    """For each suppression its rules, and the text that it covers."""
    entry = entry_of(value, "a.md")
    return [(" ".join(one.rules), value[one.start : one.end].strip()) for one in entry.suppressions]


IGNORE = "<!-- jwtlint: ignore CON101 -->"
BODIES = {
    "the next paragraph": (f"One.\n\n{IGNORE}\nTwo.\nTwo more.\n\nThree.", "Two.\nTwo more."),
    "the next paragraph but for blank lines": (f"{IGNORE}\n\n\nOne.\n\nTwo.", "One."),
    "a list": (f"{IGNORE}\n- a\n- b\n\nThree.", "- a\n- b"),
    "a table": (f"{IGNORE}\n| a |\n|---|\n| b |", "| a |\n|---|\n| b |"),
    "a fenced block": (f"{IGNORE}\n```\na\n\nb\n```\nThree.", "```\na\n\nb\n```"),
    "the paragraph it stands in": (
        f"One.\n\nTwo. {IGNORE} Two\nmore.\n\nThree.",
        f"Two. {IGNORE} Two\nmore.",
    ),
    "the paragraph that it begins": (f"One.\n\n{IGNORE} Two.\n\nThree.", f"{IGNORE} Two."),
    "nothing": (f"One.\n\n{IGNORE}\n", ""),
}


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_ignore_reaches_one_block(name: str, line_end: str) -> None:
    body, expected = BODIES[name]
    body, expected = body.replace("\n", line_end), expected.replace("\n", line_end)
    assert _silenced(body) == [("CON101", expected)]


def test_several_rules_and_several_comments() -> None:
    body = "<!--jwtlint:ignore CON101, x-not-x SPL-->\n<!-- jwtlint: ignore TPL -->\nOne.\n\nTwo."
    (first, covered), second = _silenced(body)
    assert first == "CON101 x-not-x SPL"
    assert covered.endswith("One.")
    assert second == ("TPL", "One.")


def test_two_comments_on_a_line_are_both_for_the_next_block() -> None:
    body = "Zero.\n\n<!-- jwtlint: ignore A1 --> <!-- jwtlint: ignore B1 -->\nOne.\n\nTwo."
    (first, covered), second = _silenced(body)
    assert (first, covered.endswith("\nOne.")) == ("A1", True)
    assert second == ("B1", "One.")


def test_off_lasts_until_on() -> None:
    body = "One.\n<!-- jwtlint: off SPL, TPL -->\nTwo.\n<!-- jwtlint: on SPL -->\nThree."
    assert _silenced(body) == [("SPL", "Two."), ("TPL", "Two.\n<!-- jwtlint: on SPL -->\nThree.")]


def test_on_alone_ends_everything() -> None:
    body = "<!-- jwtlint: off A1, B1 -->\nOne.\n<!-- jwtlint: on -->\nTwo."
    assert _silenced(body) == [("A1", "One."), ("B1", "One.")]


def test_off_again_begins_again() -> None:
    body = "<!-- jwtlint: off A1 -->\nOne.\n<!-- jwtlint: off A1 -->\nTwo."
    assert _silenced(body) == [("A1", "One."), ("A1", "Two.")]


def test_other_comments_are_nobodys_business() -> None:
    assert _silenced("<!-- jwtlint is a linter --> <!-- see: jwtlint: ignore X -->\nOne.") == []


def test_comments_in_code_say_nothing() -> None:
    assert _silenced("```\n<!-- jwtlint: ignore A1 -->\n```\n\nOne.") == []


def test_comments_outside_the_prompt_count() -> None:
    assert _silenced("<!-- jwtlint: off A1 -->\n# Notes\n\n## Prompt\nOne.")[0][0] == "A1"


def test_a_comment_in_front_matter_is_for_the_next_key() -> None:
    value = "---\ntitle: X\n# jwtlint: ignore CAT103, CAT104\nratio: 1024x1024\nalt: |\n  A.\n  # jwtlint: ignore A1\n---\nOne."
    assert _silenced(value) == [("CAT103 CAT104", "ratio: 1024x1024")]


@pytest.mark.parametrize("listed", ["[CON101, x-not-x]", "CON101, x-not-x", "\n  - CON101\n  - x-not-x"])
def test_a_key_is_for_the_whole_file(listed: str) -> None:
    value = f"---\njwtlint:\n  ignore: {listed}\n---\nOne."
    entry = entry_of(value, "a.md")
    assert [rule for one in entry.suppressions for rule in one.rules] == ["CON101", "x-not-x"]
    assert {(one.start, one.end) for one in entry.suppressions} == {(0, len(value))}


ERRORS = {
    "another verb": ("One.\n<!-- jwtlint: ingore A1 -->", "line 2: jwtlint comment: not understood; write"),
    "no verb": ("<!-- jwtlint: -->\nOne.", "line 1: jwtlint comment: not understood"),
    "no rule": ("<!-- jwtlint: ignore -->\nOne.", "line 1: jwtlint comment: not understood"),
    "no rule to be off": ("<!-- jwtlint: off -->\nOne.", "line 1: jwtlint comment: not understood"),
    "no rule's name": ("<!-- jwtlint: ignore A1. -->\nOne.", "line 1: jwtlint comment: 'A1.' is no rule"),
    "on without off": ("One.\n\n<!-- jwtlint: on A1 -->", "line 3: jwtlint comment: A1 is not off here; remove it"),
    "off in front matter": ("---\n# jwtlint: off A1\na: b\n---\nOne.", "line 2: jwtlint comment: not understood"),
    "no key": ("---\na: b\n# jwtlint: ignore A1\n---\nOne.", "line 3: jwtlint comment: no key follows"),
    "a key without mapping": ("---\njwtlint: off\n---\nOne.", "line 2: jwtlint comment: no mapping"),
    "another key": ("---\njwtlint: {off: A1}\n---\nOne.", "line 2: jwtlint comment: not understood"),
    "a list of lists": ("---\njwtlint: {ignore: [[A1]]}\n---\nOne.", "line 2: jwtlint comment: not understood"),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_what_looks_like_a_suppression_and_is_none_is_an_error(name: str) -> None:
    value, reason = ERRORS[name]
    with pytest.raises(SourceError, match=reason):
        read_entries(Source("a.md", value))
