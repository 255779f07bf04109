"""Markdown with and without front matter."""

import pytest

from jwtlint.entry.model import Field
from jwtlint.entry.read import read_entries
from jwtlint.source import Source, SourceError
from jwtlint.text import Quoting, Span

from .pages import PROMPT, entry_of, places, said

FRONT = """---
title: DNS lookup
lang: en
alt-text: "A resolver \\u2014 and \\"root\\" servers"
seo_target: 'the resolver''s cache'
# a comment
description: >
  Names become
  addresses.

  Nothing else.
resolution: 1536x1024   # pixels
"Aspect Ratio": "3:2"
image: {file: dns.webp, size: 212 KB}
id: dns-1
---
"""


def test_fields_of_front_matter() -> None:
    entry = entry_of(f"{FRONT}\n{PROMPT}\n", "dns.md")
    assert entry.form == "markdown"
    assert entry.can_hold == set(Field)
    assert said(entry) == {
        "title": "DNS lookup",
        "language": "en",
        "alt text": 'A resolver — and "root" servers',
        "SEO target": "the resolver's cache",
        "description": "Names become addresses.\nNothing else.",
        "resolution": "1536x1024",
        "ratio": "3:2",
        "file size": "212 KB",
        "picture": "dns.webp",
        "id": "dns-1",
        "prompt": PROMPT,
    }
    assert places(entry) == {
        "title": "2:8",
        "language": "3:7",
        "alt text": "4:12",
        "SEO target": "5:14",
        "description": "8:3",
        "resolution": "12:13",
        "ratio": "13:18",
        "picture": "14:15",
        "file size": "14:31",
        "id": "15:5",
        "prompt": "18:1",
    }


def test_words_within_escaped_and_folded_values_keep_their_places() -> None:
    entry = entry_of(f"{FRONT}{PROMPT}", "dns.md")
    value = entry.source.value

    def raw(field: Field, words: str) -> str:
        text = entry.fields[field]
        at = text.value.index(words)
        return value[slice(*text.cut(at, at + len(words)).span)]

    assert raw(Field.ALT, "root") == "root"
    assert raw(Field.ALT, "—") == "\\u2014"
    assert raw(Field.ALT, '"') == '\\"'
    assert raw(Field.SEO_TARGET, "resolver's cache") == "resolver''s cache"
    assert raw(Field.DESCRIPTION, "become addresses") == "become\n  addresses"
    assert raw(Field.DESCRIPTION, "Nothing") == "Nothing"
    assert entry.fields[Field.ALT].quoting is Quoting.YAML_DOUBLE
    assert entry.fields[Field.SEO_TARGET].quoting is Quoting.YAML_SINGLE
    assert entry.fields[Field.RESOLUTION].quoting is Quoting.PLAIN


BLOCKS = {
    "literal": ("|\n  one two\n   three\n\n  four", "one two\n three\n\nfour"),
    "literal with its indentation": ("|2\n    one\n  two", "one\ntwo"),
    "literal kept": ("|+\n  one two\n\n\n", "one two"),
    "folded": (">\n  one\n  two\n\n\n  three", "one two\n\nthree"),
    "folded with deeper lines": (">-\n  one\n    two\n    three\n  four", "one\n  two\n  three\nfour"),
    "literal after blank lines": ("|\n\n\n  one\n  two", "one\ntwo"),
    "plain over lines": ("one two\n  three\n\n  four", "one two three\nfour"),
    "double over lines": ('"one\n  two \\\n  three\\tfour\n\n  five"', "one two three\tfour\nfive"),
    "single over lines": ("'one  two\n\n  it''s'", "one  two\nit's"),
    "with a tag and an anchor": ("!!str &a 'one two'", "one two"),
    "escapes of every length": ('"\\x41\\u00e9\\U0001F600\\/\\e[0m"', "Aé😀/\x1b[0m"),
    "a joined line before a blank one": ('"one\\\n\n  two"', "one\ntwo"),
}


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_style_of_value_has_exact_places(name: str, line_end: str) -> None:
    written, expected = BLOCKS[name]
    source = f"---\nid: x\nprompt: {written}\nstyle: neon\n---\n".replace("\n", line_end)
    entry = entry_of(source, "a.md")
    prompt = entry.prompt
    assert prompt is not None
    assert prompt.value == expected
    assert entry.fields[Field.STYLE].value == "neon"
    for word in expected.replace("\x1b[0m", "").split():
        at = prompt.value.index(word)
        place = prompt.cut(at, at + len(word)).span
        assert source[slice(*place)] in (word, word.replace("'", "''")) or "\\" in source[slice(*place)]


@pytest.mark.parametrize("key", ["prompt", "Prompt", "generation-prompt", "fullGenerationPrompt"])
def test_a_key_holds_the_prompt(key: str) -> None:
    entry = entry_of(f"---\n{key}: |\n  {PROMPT}\n---\nNotes for editors.\n", "a.md")
    assert said(entry) == {"prompt": PROMPT}


def test_several_titles_and_the_first_of_other_lists() -> None:
    entry = entry_of("---\ntitles:\n- One\n- Two\nkeywords: [dns, cache]\n---\nX.\n", "a.md")
    assert said(entry) == {"title": "One | Two", "SEO target": "dns", "prompt": "X."}


def test_keys_without_a_value_have_their_places() -> None:
    entry = entry_of("---\ntitle: X\nalt:\nstyle: ~\nratio: ''\nlanguage: null\nlang: en\n---\nX.\n", "a.md")
    assert said(entry) == {"title": "X", "language": "en", "prompt": "X."}
    position = entry.source.position
    assert {field: position(text.span.start) for field, text in entry.blanks.items()} == {
        Field.ALT: (3, 5),
        Field.STYLE: (4, 8),
        Field.RATIO: (5, 9),
    }


def test_a_size_in_bytes_is_the_file_size() -> None:
    entry = entry_of("---\nsize: 174 KB\n---\nX.\n", "a.md")
    assert said(entry) == {"file size": "174 KB", "prompt": "X."}


@pytest.mark.parametrize("path", ["a.md", "a.txt", "<stdin>", "A.MARKDOWN"])
def test_front_matter_is_known_by_its_content(path: str) -> None:
    assert said(entry_of(f"---\ntitle: X\n---\n{PROMPT}", path)) == {"title": "X", "prompt": PROMPT}
    assert said(entry_of(f"---\r\ntitle: X\r\n...\r\n{PROMPT}", path)) == {"title": "X", "prompt": PROMPT}


def test_metadata_without_a_prompt() -> None:
    entry = entry_of("---\ntitle: X\n---\n", "a.md")
    assert entry.prompt is None
    assert said(entry) == {"title": "X"}


def test_empty_front_matter_says_nothing() -> None:
    assert said(entry_of("---\n---\nA prompt.", "a.md")) == {"prompt": "A prompt."}


BODIES = {
    "the whole body": (f"# DNS\n\n{PROMPT}\n\n- A → B\n", f"# DNS\n\n{PROMPT}\n\n- A → B"),
    "a section": (f"# DNS\n\nNotes.\n\n## Prompt\n\n{PROMPT}\n\n### Arrows\n\nA → B\n\n## Later\n\nX.", f"{PROMPT}\n\n### Arrows\n\nA → B"),
    "a section and its parts": (f"## Prompt\n{PROMPT}\n## Boxes\nA, B\n## The flow\nA → B\n## History\nX", f"{PROMPT}\n## Boxes\nA, B\n## The flow\nA → B"),
    "a section with another heading": (f"Notes.\n# ✍️ **Full generation prompt:** ##\n{PROMPT}", PROMPT),
    "a fenced block in a section": (f"## Prompt\n\nCopy this:\n\n```text\n{PROMPT}\n\n# A title\n```\n\nDone.", f"{PROMPT}\n\n# A title"),
    "a sample in a section": (f"## Prompt\n{PROMPT}\n```json\n{{}}\n```\nNo logos.", f"{PROMPT}\n```json\n{{}}\n```\nNo logos."),
    "a diagram in a section": (f"## Prompt\n{PROMPT}\n```mermaid\n{'A->>B: x' * 40}\n```", f"{PROMPT}\n```mermaid\n{'A->>B: x' * 40}\n```"),
    "a fence that is never closed": (f"## Prompt\n~~~\n{PROMPT}\n", PROMPT),
    "a body that is a fenced block": (f"\n```\n{PROMPT}\n```\n", PROMPT),
    "a heading in a fence": (f"{PROMPT}\n```\n# Prompt\nX\n```", f"{PROMPT}\n```\n# Prompt\nX\n```"),
    "a heading in a comment": (f"<!--\n# Prompt\n-->\n{PROMPT}", PROMPT),
    "a comment": (f"<!-- to do -->\n{PROMPT}\n\n<!-- a\n\nb -->\n\nNo logos.", f"{PROMPT}\n\n\nNo logos."),
    "a comment within a line": ("One <!-- two --> three.<!-- four -->\nFive <!-- six -->\nend", "One three.\nFive\nend"),
    "a comment within a word": ("lo<!-- x -->gin", "login"),
    "comments on a line": ("A\n<!-- x --> <!-- y -->\nB <!-- z --> <!-- z -->", "A\nB"),
    "a comment in code": ("Draw `<!-- x -->` as\n```html\n<!-- y -->\n```", "Draw `<!-- x -->` as\n```html\n<!-- y -->\n```"),
    "a comment that is never closed": ("One\n<!-- two\n\nthree", "One\n<!-- two\n\nthree"),
    "an empty comment": ("One <!--> two <!-- x -->", "One two"),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("front", ["", "---\nstyle: neon\n---\n"])
def test_the_prompt_of_a_body(name: str, front: str) -> None:
    body, expected = BODIES[name]
    entry = entry_of(front + body, "a.md")
    assert entry.prompt is not None
    assert entry.prompt.value == expected
    assert entry.bare is not bool(front)


def test_words_behind_a_comment_keep_their_places() -> None:
    entry = entry_of("One <!-- two --> three\n<!-- four -->\nfive", "a.md")
    prompt = entry.prompt
    assert prompt is not None
    three, five = prompt.value.index("three"), prompt.value.index("five")
    assert prompt.cut(three, three + 5).span == Span(17, 22)
    assert prompt.cut(five, five + 4).span == Span(37, 41)
    assert prompt.cut(0, five).span == Span(0, 23)


ERRORS = {
    "a wrong value": ("---\ntitle: a: b\n---\nX", "line 2: front matter is no YAML: mapping values are not allowed"),
    "a wrong value further down": ("---\ntitle: a\nalt: [b\n---\nX", "line 4: front matter is no YAML"),
    "a tab": ("---\ntitle: a\n\tb: c\n---\nX", "line 3: front matter is no YAML"),
    "a control character": ("---\ntitle: a\nb: \x07\n---\nX", "line 3: .*character U[+]0007 is not allowed"),
    "a list": ("---\n- a\n- b\n---\nX", "line 2: front matter is no mapping; write `key: value` lines"),
    "a sentence": ("---\nDraw a flow.\n---\nX", "line 2: front matter is no mapping"),
    "a key twice": ("---\ntitle: a\nalt: b\ntitle: c\n---\nX", "line 4: the key 'title' stands already on line 2"),
    "an end that is missing": ("---\ntitle: a\n\nX", "line 1: front matter is never closed; end it with a line ---"),
    "an alias": ("---\na: &a x\ntitle: *a\n---\nX", "line 3: .*write the value out"),
    "a merge": ("---\na: &a {title: x}\n<<: *a\n---\nX", "line 3: .*write the value out"),
    "an alias in a list": ("---\na: &a x\ntitle:\n- *a\n---\nX", "line 4: .*write the value out"),
    "half a character": ('---\ntitle: "\\ud83d"\n---\nX', "line 2: an escape gives half a character"),
    "no character": ('---\na: b\ntitle: "\\UFFFFFFFF"\n---\nX', "line 3: front matter is no YAML: an escape or a number"),
    "depth": (f"---\ntitle: x\na: {'[' * 5000}\n---\nX", "line 3: front matter is nested more than 16 deep"),
    "size": (f"---\ntitle: {'x' * 70_000}\n---\nX", "front matter of more than 64 KiB; move the prompt"),
    "a second document": ("---\na: b\n--- c\n---\nX", "line 3: a second YAML document"),
    "nothing": ("---\n---\n\n", "neither a prompt nor metadata in it"),
    "nothing but comments": ("<!-- X -->\n", "neither a prompt nor metadata in it"),
    "nothing under the heading": ("Notes.\n## Prompt\n\n", "neither a prompt nor metadata in it"),
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_what_cannot_be_read_is_said_with_line_and_remedy(name: str) -> None:
    value, reason = ERRORS[name]
    with pytest.raises(SourceError, match=reason) as caught:
        read_entries(Source("a.md", value))
    assert caught.value.reason.isprintable()


def test_aliases_of_other_keys_are_left_alone() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdef", "bcdefg", strict=True)
    )
    assert said(entry_of(f"---\n{bomb}title: X\n---\nY", "a.md")) == {"title": "X", "prompt": "Y"}


def test_front_matter_is_never_a_page() -> None:
    entry = entry_of(
        f"---\ntitle: X\n---\nRatio3:2\nStyleNeon\n\n## Full generation prompt\n{PROMPT}", "a.md"
    )
    assert said(entry) == {"title": "X", "prompt": PROMPT}


def test_a_page_in_a_markdown_file_is_a_page() -> None:
    assert (
        entry_of(f"Ratio3:2\nStyleNeon\nFull generation prompt Click to expand\n{PROMPT}", "a.md").form
        == "page"
    )
