"""How drawn lines stand to each other."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.picture.layout import DrawnLine, Layout
from jwtlint.picture.model import Line
from jwtlint.text import Region, Text

from .drawing import HEIGHT, PICTURE, layout, line, stacked, values


def blocks(found: Layout) -> list[list[str]]:
    return [values(block) for block in found.blocks]


def linked(links: dict[int, int], found: Layout) -> list[tuple[str, str]]:
    return sorted((found.lines[one].text.value, found.lines[two].text.value) for one, two in links.items())


def test_wrapped_lines_are_one_block() -> None:
    found = layout(*stacked("The gateway checks", "the token of", "each request"))
    assert blocks(found) == [["The gateway checks", "the token of", "each request"]]
    assert found.behind == {}


def test_order_of_the_reader_does_not_matter() -> None:
    lines = stacked("The gateway checks", "the token of", "each request")
    assert blocks(layout(*reversed(lines))) == [["The gateway checks", "the token of", "each request"]]


def test_centred_lines_are_one_block() -> None:
    found = layout(line("Authorization", 100, 100), line("Server", 135, 124))
    assert blocks(found) == [["Authorization", "Server"]]


def test_lines_far_below_are_another_block() -> None:
    assert blocks(layout(*stacked("Browser", "", "Gateway"))) == [["Browser"], ["Gateway"]]


@pytest.mark.parametrize(("gap", "joined"), [(14, True), (25, False)])
def test_how_far_below_a_text_goes_on(gap: int, joined: bool) -> None:
    found = layout(line("Order Service", 100, 100), line("keeps orders", 100, 100 + HEIGHT + gap))
    assert (len(found.blocks) == 1) is joined


def test_a_heading_is_no_part_of_the_text_under_it() -> None:
    found = layout(line("Overview", 100, 100, height=40), line("what it does", 100, 150))
    assert blocks(found) == [["Overview"], ["what it does"]]


def test_rows_go_on_to_the_right() -> None:
    found = layout(line("Cache", 100, 100), line("for one", 165, 101), line("hour", 250, 99))
    assert linked(found.behind, found) == [("Cache", "for one"), ("for one", "hour")]
    assert found.below == {}
    assert values(list(found.rightwards(found.lines[0], 4))) == ["Cache", "for one", "hour"]
    assert values(list(found.rightwards(found.lines[0], 2))) == ["Cache", "for one"]


def test_a_text_goes_on_with_the_nearest_line() -> None:
    found = layout(
        line("Order Service of the bank", 100, 100), line("orders", 250, 132), line("keeps", 100, 124)
    )
    assert linked(found.below, found) == [("Order Service of the bank", "keeps")]


def test_what_is_found_twice_does_not_go_on_under_itself() -> None:
    assert layout(line("Cache", 100, 100), line("Cache", 102, 104)).below == {}


def test_a_row_goes_on_with_the_nearest() -> None:
    found = layout(line("Cache", 100, 100), line("hour", 178, 100), line("one", 160, 100))
    assert linked(found.behind, found)[0] == ("Cache", "one")


def test_columns_are_not_joined() -> None:
    left = stacked("Clients send", "their tokens", "with each call", left=100)
    right = stacked("Servers check", "their signature", "and answer", left=300)
    mixed = [one for row in zip(left, right, strict=True) for one in row]
    found = layout(*mixed)
    assert blocks(found) == [
        ["Clients send", "their tokens", "with each call"],
        ["Servers check", "their signature", "and answer"],
    ]
    assert found.behind == {}


def test_cells_of_a_table_are_apart() -> None:
    rows = [["Claim", "Meaning"], ["iss", "who made it"], ["exp", "when it ends"]]
    lines = [
        line(cell, 100 + 200 * column, 100 + 60 * row)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    assert blocks(layout(*lines)) == [[cell] for cells in rows for cell in cells]


@pytest.mark.parametrize("tilt", [-30, -12, 12, 30, 60])
def test_tilted_labels_wrap(tilt: float) -> None:
    upper = line("verify token", 300, 300, tilt=tilt)
    lower = line("and scope", *upper.corners[3], tilt=tilt)
    level = line("verify token", 300, 500)
    assert blocks(layout(level, lower, upper)) == [["verify token"], ["verify token", "and scope"]]


@pytest.mark.parametrize("tilt", [-90, 90])
def test_text_on_its_side_wraps(tilt: float) -> None:
    first = line("Trusted zone", 300, 300, tilt=tilt)
    second = line("of the bank", *first.corners[3], tilt=tilt)
    found = layout(second, first)
    assert round(found.lines[0].tilt) == tilt
    assert blocks(found) == [["Trusted zone", "of the bank"]]


def test_lines_of_different_tilt_are_apart() -> None:
    found = layout(line("verify token", 100, 100), line("and scope", 100, 122, tilt=30))
    assert len(found.blocks) == 2
    assert found.behind == {}


def test_the_line_of_a_text() -> None:
    found = layout(*stacked("Order Service", "keeps orders"))
    assert found.line_of(found.lines[1].text[6:]) is found.lines[1]
    assert found.line_of(Text.join([one.text for one in found.lines])) is found.lines[0]
    assert found.line_of(Text("Order", (), PICTURE)) is None
    assert found.line_of(PICTURE.text) is None


def test_chains_end() -> None:
    found = layout(*stacked(*["word"] * 60))
    assert len(list(found.downwards(found.lines[0], 3))) == 3
    assert len(list(found.downwards(found.lines[0], 100))) == 60


def test_a_long_column_loses_no_line() -> None:
    found = layout(*stacked(*[f"row {number}" for number in range(60)]))
    assert sum(map(len, found.blocks)) == 60


def test_no_lines() -> None:
    assert layout().blocks == ()


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=6)
lines = st.builds(
    line,
    st.lists(words, min_size=1, max_size=4).map(" ".join),
    st.integers(0, 500),
    st.integers(0, 400),
    tilt=st.sampled_from([0, 0, 0, 1, -7, 9, 17, 30, -90, 90, 180]),
    height=st.sampled_from([12, 20, 20, 31]),
)


@given(st.lists(lines, max_size=24))
@settings(max_examples=150, deadline=None)
def test_every_line_is_in_one_block(drawn: list[Line]) -> None:
    found = layout(*drawn)
    numbers = [one.number for block in found.blocks for one in block]
    assert sorted(numbers) == list(range(len(drawn)))
    assert len(set(found.below.values())) == len(found.below), "a line goes on one line only"
    for start in found.below:
        assert_ends(found.below, start)
    for one in found.lines:
        assert len(list(found.rightwards(one, 100))) <= len(drawn)
    for block in found.blocks:
        assert all(found.below[one.number] == two.number for one, two in pairwise(block))


def assert_ends(links: dict[int, int], start: int) -> None:
    seen: set[int] = set()
    at: int | None = start
    while at is not None:
        assert at not in seen, "a cycle"
        seen.add(at)
        at = links.get(at)


@given(st.lists(st.lists(words, min_size=1, max_size=5), min_size=1, max_size=5), st.data())
@settings(max_examples=150, deadline=None)
def test_places_survive_cutting(texts: list[list[str]], data: Any) -> None:
    found = layout(*stacked(*map(" ".join, texts)))
    whole = Text.join([one.text for one in found.lines])
    places = [place for one in found.lines for place in (*_places(one), None)][:-1]
    assert len(places) == len(whole.value)
    low, text = 0, whole
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        low, text = low + start, text.cut(start, end)
    assert text.value == whole.value[low : low + len(text)]
    for at in range(len(text)):
        runs = [run for run in text.runs if run.start <= at < run.end]
        assert [run.place for run in runs] == ([place] if (place := places[low + at]) else [])


def _places(one: DrawnLine) -> list[Region | None]:
    """The region of each character of a line, None for the blanks."""
    found: list[Region | None] = []
    for word in one.line.words:
        found += [*[word.region] * len(word.value), None]
    return found[:-1]
