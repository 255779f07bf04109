"""Positions survive whatever is done to a `Text`."""

import re
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.source import Source
from jwtlint.text import Place, Quoting, Region, Run, Span, Text

# A text as a list of its characters, each with the place where it stands (None for a separator).
Model = list[tuple[str, Place | None]]

_WORDS = st.text(alphabet="ab 😀\n\t,", max_size=6)
_GAP = st.integers(0, 3)


@st.composite
def _in_file(draw: st.DrawFn) -> tuple[Text, Model]:
    """A text with runs that can be cut, escapes that cannot, and stretches of the file between them."""
    value, at = "", draw(_GAP)
    runs: list[Run] = []
    model: Model = []
    for words, escape in draw(st.lists(st.tuples(_WORDS.filter(bool), st.booleans()), max_size=5)):
        if escape:
            words = words[:2]
            place = Span(at, at + len(words) + draw(st.integers(1, 4)))
            model += [(character, place) for character in words]
        else:
            place = Span(at, at + len(words))
            model += [(character, Span(at + n, at + n + 1)) for n, character in enumerate(words)]
        runs.append(Run(len(value), len(value) + len(words), place))
        value += words
        at = place.end + draw(_GAP)
    return Text(value, tuple(runs)), model


@st.composite
def _on_picture(draw: st.DrawFn) -> tuple[Text, Model]:
    words = draw(st.lists(_WORDS.filter(bool), min_size=1, max_size=4))
    regions = [Region(20 * n, 5, 20 * n + 9, 17) for n in range(len(words))]
    texts = [Text(word, (Run(0, len(word), region),)) for word, region in zip(words, regions, strict=True)]
    model: Model = []
    for word, region in zip(words, regions, strict=True):
        model += [(" ", None)] if model else []
        model += [(character, region) for character in word]
    return Text.join(texts), model


_TEXTS = st.one_of(_in_file(), _on_picture())


def _hull(places: list[Place]) -> Place:
    if isinstance(places[0], Span):
        return Span(min(place[0] for place in places), max(place[1] for place in places))
    regions = [place for place in places if isinstance(place, Region)]
    return Region(
        min(region.left for region in regions),
        min(region.top for region in regions),
        max(region.right for region in regions),
        max(region.bottom for region in regions),
    )


def _agrees(text: Text, model: Model) -> None:
    assert text.value == "".join(character for character, _ in model)
    for at, (character, place) in enumerate(model):
        one = text[at]
        assert (one.value, one.place) == (character, place)
    places = [place for _, place in model if place]
    if places:
        assert text.place == _hull(places)
    assert all(before.end <= after.start for before, after in zip(text.runs, text.runs[1:], strict=False))


@given(_TEXTS, st.data())
def test_positions_survive_any_chain_of_operations(made: tuple[Text, Model], data: st.DataObject) -> None:
    text, model = made
    for _ in range(data.draw(st.integers(0, 6))):
        size = len(model)
        low = data.draw(st.integers(0, size))
        high = data.draw(st.integers(low, size))
        match data.draw(st.sampled_from(["cut", "slice", "strip", "match", "split", "join"])):
            case "cut":
                text, model = text.cut(low, high), model[low:high]
            case "slice":
                text, model = text[low - size if low < size else size : high], model[low:high]
            case "strip":
                start = len(text) - len(text.value.lstrip())
                end = max(start, len(text.value.rstrip()))
                text, model = text.strip(), model[start:end]
            case "match":
                pattern = re.compile(r"(?P<first>[ab]+)([^ab]*)")
                found = pattern.search(text.value)
                if found:
                    text, model = text.matched(found, "first"), model[found.start(1) : found.end(1)]
            case "split":
                pieces = list(text.split(re.compile(",")))
                assert "".join(piece.value for piece in pieces) == text.value.replace(",", "")
                text, model = pieces[-1], model[text.value.rfind(",") + 1 :]
            case "join":
                text = Text.join([text.cut(0, low), text.cut(low, high), text.cut(high, size)], "+-")
                model = [*model[:low], *_SEPARATOR, *model[low:high], *_SEPARATOR, *model[high:]]
        _agrees(text, model)


class _Counted:
    """Runs that count how often one of them is looked at."""

    def __init__(self, runs: list[Run]) -> None:
        self.runs = runs
        self.asked = 0

    def __len__(self) -> int:
        return len(self.runs)

    def __getitem__(self, index: int) -> Run:
        self.asked += 1
        return self.runs[index]


_SEPARATOR: Model = [("+", None), ("-", None)]


@given(st.text(), st.data())
def test_text_of_a_source_is_the_source_at_its_place(value: str, data: st.DataObject) -> None:
    text = Source("a.txt", value).text
    for _ in range(3):
        low = data.draw(st.integers(0, len(text)))
        text = text.cut(low, data.draw(st.integers(low, len(text)))).strip()
        assert value[slice(*text.span)] == text.value


@given(_TEXTS, st.integers(-9, 40), st.integers(-9, 40))
def test_offsets_beyond_the_text_are_those_of_its_end(made: tuple[Text, Model], low: int, high: int) -> None:
    text, model = made
    start = min(max(low, 0), len(model))
    _agrees(text.cut(low, high), model[start : max(start, min(high, len(model)))])


def test_an_empty_cut_keeps_its_point() -> None:
    text = Source("a.txt", "one two").text
    assert text.cut(3, 3).span == Span(3, 3)
    assert text.cut(7, 7).strip().span == Span(7, 7)
    assert Text.join([text.cut(4, 4)]).span == Span(4, 4)


def test_empty_parts_do_not_widen_the_place_of_a_join() -> None:
    text = Source("a.txt", "one two").text
    joined = Text.join([text.cut(0, 0), text.cut(4, 7)], "")
    assert (joined.value, joined.span) == ("two", Span(4, 7))


def test_a_text_is_indexed_like_a_string() -> None:
    text = Source("a.txt", "añ😀").text
    assert [text[at].value for at in range(len(text))] == ["a", "ñ", "😀"]
    assert text[-1].span == Span(2, 3)
    with pytest.raises(IndexError):
        text[3]
    with pytest.raises(ValueError, match="step"):
        text[::2]


def test_find_all_and_search_keep_their_places() -> None:
    text = Source("a.txt", "see RFC 6749 and RFC 7519").text
    assert [one.span for one in text.find_all(re.compile(r"RFC \d+"))] == [Span(4, 12), Span(17, 25)]
    found = text.search(re.compile(r"\d+"))
    assert found is not None
    assert found.span == Span(8, 12)
    assert text.search(re.compile("JWT")) is None


def test_a_group_that_took_no_part_is_empty() -> None:
    text = Source("a.txt", "401").text
    match = re.match(r"(x)?\d+", text.value)
    assert match
    assert not text.matched(match, 1)


def test_until_reaches_from_the_first_text_over_the_second() -> None:
    text = Source("a.txt", "Browser to API Server").text
    assert text.cut(0, 7).until(text.cut(11, 14)).value == "Browser to API"


def test_text_without_a_place_says_so() -> None:
    with pytest.raises(ValueError, match="does not stand"):
        _ = Text("made up").span


def test_cutting_many_runs_costs_what_the_cut_is_long() -> None:
    runs = _Counted([Run(n, n + 1, Span(3 * n, 3 * n + 1)) for n in range(20_000)])
    text = Text("x" * 20_000, cast(tuple[Run, ...], runs))
    assert text.cut(15_000, 15_002).span == Span(45_000, 45_004)
    assert 0 < runs.asked < 100


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_quoting_writes_what_a_reader_reads_back(value: str) -> None:
    import json

    import yaml

    assert json.loads(f'"{Quoting.JSON.encode(value)}"') == value
    assert yaml.safe_load(f'"{Quoting.YAML_DOUBLE.encode(value)}"') == value
    assert Quoting.PLAIN.encode(value) == value


@given(st.text(alphabet="ab'\" é:#-"))
def test_single_quotes_are_doubled(value: str) -> None:
    import yaml

    assert yaml.safe_load(f"'{Quoting.YAML_SINGLE.encode(value)}'") == value
