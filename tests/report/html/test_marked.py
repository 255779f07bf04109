"""Texts with marks: nothing is lost, and every mark covers exactly its words."""

from hypothesis import given
from hypothesis import strategies as st

from jwtlint.report.html.marked import WHOLE, Mark, marked_lines
from jwtlint.report.visible import visible_lines
from jwtlint.source import Position, Source
from jwtlint.text import Span

LETTERS = "ab \n\t<&\u202e\U0001f600é"


@st.composite
def marked(draw: st.DrawFn, letters: str = LETTERS + "\r") -> tuple[Source, list[Mark]]:
    source = Source("a.txt", draw(st.text(st.sampled_from(letters), max_size=40)))
    places = st.integers(0, len(source.value))
    marks = []
    for number in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(places), draw(places)))
        marks.append(Mark(Span(start, end), number, draw(st.booleans())))
    return source, marks


def shown(source: Source, marks: list[Mark]) -> list[str]:
    """The text of the lines, without the marks."""
    return [
        "".join(piece if isinstance(piece, str) else str(piece[0]) for piece in pieces if isinstance(piece, str | list))
        for _, *pieces in marked_lines(source, marks)
    ]  # fmt: skip


def covered(source: Source, mark: Mark) -> str:
    """The words that a mark covers in the lines; line ends are left out."""
    words = ""
    for _, *pieces in marked_lines(source, [mark]):
        for piece in pieces:
            if isinstance(piece, list):
                assert piece[1:] == ([[], [mark.number]] if mark.related else [[mark.number], []])
                words += str(piece[0])
    return words


@given(marked())
def test_no_character_is_lost(case: tuple[Source, list[Mark]]) -> None:
    source, marks = case
    lines = shown(source, marks)
    expected = [visible_lines(line) for line in source.value.replace("\r\n", "\n").split("\n")]
    assert lines in (expected, expected[:-1] if expected[-1] == "" else expected)


@given(marked(LETTERS))
def test_a_mark_covers_its_words(case: tuple[Source, list[Mark]]) -> None:
    source, marks = case
    for mark in marks:
        words = source.value[mark.span.start : mark.span.end]
        assert covered(source, mark) == visible_lines(words.replace("\n", ""))


@given(marked())
def test_every_mark_is_somewhere(case: tuple[Source, list[Mark]]) -> None:
    source, marks = case
    found = {
        number
        for _, *pieces in marked_lines(source, marks)
        for piece in pieces
        if isinstance(piece, list)
        for numbers in piece[1:]
        if isinstance(numbers, list)
        for number in numbers
    }
    assert found == {mark.number for mark in marks}


def test_overlapping_marks_share_pieces() -> None:
    marks = [Mark(Span(0, 6), 0), Mark(Span(4, 9), 1), Mark(Span(5, 5), 2)]
    assert marked_lines(Source("a", "one two three"), marks) == [
        [1, ["one ", [0], []], ["t", [0, 1], []], ["", [0, 1, 2], []], ["w", [0, 1], []], ["o t", [1], []], "hree"]
    ]  # fmt: skip


def test_lines_are_numbered_as_in_the_file() -> None:
    record = Source("a.jsonl", "one\r\ntwo\r\n", first=Position(40, 7))
    assert marked_lines(record, [Mark(Span(5, 8), 0)]) == [[40, "one"], [41, ["two", [0], []]]]


def test_of_a_long_text_the_surroundings_of_its_findings_are_shown() -> None:
    text = "x" * 100_000 + "here" + "y" * 100_000
    lines = marked_lines(Source("a", text), [Mark(Span(100_000, 100_004), 0)])
    assert [line[0] for line in lines] == [None, 1, None]
    assert lines[1][2] == ["here", [0], []]
    left_out = sum(int(str(line[1])) for line in lines if line[0] is None)
    assert left_out + sum(map(len, shown(Source("a", text), [Mark(Span(100_000, 100_004), 0)])[1:2])) == len(
        text
    )
    assert len(str(lines)) < 10_000


def test_a_long_text_without_a_place_shows_its_beginning() -> None:
    lines = marked_lines(Source("a", "word " * WHOLE), [])
    assert str(lines[0][1]).startswith("word word")
    assert lines[-1][0] is None
