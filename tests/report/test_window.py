"""The look at a place: never wider than asked, and the mark exactly under the words."""

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from jwtlint.report.visible import visible
from jwtlint.report.window import Window, window
from jwtlint.source import Source
from jwtlint.text import Span


def look(text: str, words: str, columns: int = 60) -> tuple[str, str]:
    """The window around the words, and the line with the mark."""
    at = text.index(words)
    seen = window(Source("a.txt", text), Span(at, at + len(words)), columns)
    return seen.before + seen.flagged + seen.after, seen.indent + seen.mark()


def test_a_short_line_is_shown_whole() -> None:
    assert look("first\nmust be in English\nlast", "in") == ("must be in English", "        ^^")


def test_a_long_line_is_cut_between_words() -> None:
    text = f"{'all that stands before and ' * 20}must be FLAGGED here {'and all that follows it ' * 20}"
    assert look(text, "FLAGGED") == (
        "… before and must be FLAGGED here and all that follows it …",
        "                     ^^^^^^^",
    )


def test_the_beginning_and_the_end_of_a_long_line() -> None:
    text = f"START {'word ' * 100}END"
    assert look(text, "START", 40) == ("START word word word word word word …", "^^^^^")
    assert look(text, "END", 40) == ("… word word word word word word word END", " " * 37 + "^^^")


def test_words_that_do_not_fit_are_shown_from_their_beginning() -> None:
    line, mark = look("before " + "long" * 100 + " after", "long" * 100, 40)
    assert line == "before longlonglonglonglonglonglon…"
    assert mark == "       " + "^" * 28


def test_words_on_several_lines_are_shown_to_the_end_of_the_first() -> None:
    text = "one two\nthree"
    assert look(text, "two\nthree") == ("one two", "    ^^^")
    assert window(Source("a.txt", text), Span(4, 13), 60).cut


def test_windows_line_ends_are_not_shown() -> None:
    assert look("one two\r\nthree", "two\r\nthree") == ("one two", "    ^^^")


def test_a_place_between_characters_has_one_sign() -> None:
    seen = window(Source("a.txt", "ab"), Span(2, 2), 60)
    assert (seen.indent, seen.mark()) == ("  ", "^")


def test_wide_and_combining_characters_are_measured() -> None:
    assert look("日本 e\u0301 語 x", "語") == ("日本 e\u0301 語 x", "       ^^")
    assert look("e\u0301e\u0301 x", "x") == ("e\u0301e\u0301 x", "   ^")


def test_a_lone_mark_is_shown_under_its_letter() -> None:
    assert look("xe\u0301y", "\u0301") == ("xe\u0301y", " ^")


def test_signs_for_what_cannot_be_seen_are_marked_whole() -> None:
    assert look("a\u202eb", "\u202e") == ("a⟨U+202E⟩b", " ^^^^^^^^")
    assert look("a\tb\x1bc", "b") == ("a b␛c", "  ^")


TEXTS = st.text(
    st.one_of(
        st.sampled_from("aaaa bcde  ,.\n\t"),
        st.characters(codec="utf-8"),
        st.just("語"),
        st.just("\u0301"),
    ),
    max_size=300,
)


@settings(deadline=None)
@given(TEXTS, st.integers(0, 300), st.integers(0, 300), st.integers(30, 140))
def test_it_is_never_wider_than_asked(text: str, one: int, other: int, columns: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    seen: Window = window(Source("a.txt", text), Span(start, end), columns)
    shown = seen.before + seen.flagged + seen.after
    assert "\n" not in shown
    # A terminal may join characters that we count one by one, never the other way round.
    assert cell_len(shown) <= columns + 1
    assert len(seen.indent + seen.mark()) <= columns + 1


@settings(deadline=None)
@given(TEXTS, st.integers(0, 300), st.integers(1, 20))
def test_the_marked_words_are_the_flagged_words(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    line = text[start : start + length].partition("\n")[0]
    seen = window(Source("a.txt", text), Span(start, start + length), 200)
    assert seen.flagged == visible(line) or seen.cut


def test_a_line_of_megabytes_costs_no_more() -> None:
    source = Source("a.txt", "word " * 2_000_000)
    for at in range(0, 10_000_000, 1_000):
        assert window(source, Span(at, at + 4), 100).flagged == "word"
    assert window(source, Span(0, 10_000_000), 100).cut


def test_everything_unseen_has_a_sign() -> None:
    letters = re.compile(r"[␀-␡⟨⟩U+0-9A-F ]+")
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp", "Cs"}:
            assert letters.fullmatch(visible(character)), hex(code)
