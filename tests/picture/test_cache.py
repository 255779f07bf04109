"""Keeping what was seen for later runs."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jwtlint.picture import cache as module
from jwtlint.picture.cache import KIND, Cache, Kept, name_of
from jwtlint.picture.model import Line, Mark, Point, Word
from jwtlint.picture.sight import VERSION, Sight
from jwtlint.store import Store
from jwtlint.text import Region

from .drawing import FakeReader, line

NAME = "ab" + "0" * 38
KEPT = Kept(
    Sight("rapidocr", (line("Order Flow", 10, 10),), (Mark("generator", "a star", Region(1, 2, 3, 4), 0.9),)),
    {"rapidocr 0 1": "Order Flow", "": "é\ud800\x1b"},
    (line("overlooked", 10, 50),),
)

share = st.integers(0, 10_000).map(lambda number: number / 10_000)
pixel = st.integers(-100, 40_000)
region = st.builds(Region, pixel, pixel, pixel, pixel)
word = st.builds(Word, st.text(), region, share, st.text())
point = st.builds(Point, *[st.integers(-9999, 999_999).map(lambda number: number / 100)] * 2)
a_line = st.builds(
    Line,
    st.lists(word, max_size=3).map(tuple),
    st.tuples(point, point, point, point),
    st.floats(0, 500),
    st.none() | st.floats(1, 21),
    st.booleans(),
)
some_lines = st.lists(a_line, max_size=3).map(tuple)
mark = st.builds(Mark, st.sampled_from(["generator", "watermark"]), st.text(), region, share)
sight = st.builds(Sight, st.none() | st.text(), some_lines, st.lists(mark, max_size=2).map(tuple))
kept = st.builds(Kept, sight, st.dictionaries(st.text(), st.text(), max_size=3), st.none() | some_lines)


@given(kept)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_kept_comes_back(tmp_path: Path, one: Kept) -> None:
    Cache(tmp_path).put(NAME, one)
    assert Cache(tmp_path).get(NAME) == one


def test_names_are_apart(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(NAME, KEPT)
    assert cache.get(NAME) == KEPT
    assert cache.get("ab" + "1" * 38) is None


def test_without_a_folder_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Cache(None).put(NAME, KEPT)
    assert Cache(None).get(NAME) is None
    assert list(tmp_path.iterdir()) == []


def changed(key: str, value: Any) -> bytes:
    plain = json.loads(json.dumps(module._plain(KEPT)))
    if value is None:
        del plain[key]
    else:
        plain[key] = value
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b"3",
        b'"reader"',
        b"\xff\xfe\0",
        b"[" * 100_000,
        changed("lines", None),
        changed("marks", None),
        changed("closer", None),
        changed("readings", None),
        changed("lines", 3),
        changed("lines", [[]]),
        changed("lines", [[[], [[1, 2]] * 3, 20.0, None, False]]),
        changed("lines", [[[["a", 1, 2, 3]], [[1, 2]] * 4, 20.0, None, False]]),
        changed("marks", [["star", "a star", 1, 2, 3, 4]]),
        changed("readings", [1]),
        changed("readings", 5),
        changed("closer", [["a"]]),
    ],
)
def test_what_is_damaged_or_foreign_is_as_good_as_none(tmp_path: Path, damaged: bytes) -> None:
    Store(tmp_path, KIND).put({bytes.fromhex(NAME): damaged})
    assert Cache(tmp_path).get(NAME) is None
    Cache(tmp_path).put(NAME, KEPT)
    assert Cache(tmp_path).get(NAME) == KEPT


def reader(name: str, version: str = "1") -> FakeReader:
    found = FakeReader(str, name=name)
    found.version = version
    return found


def test_who_reads_otherwise_has_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {
        name_of("a", [reader("rapidocr")], ["en"]),
        name_of("b", [reader("rapidocr")], ["en"]),
        name_of("a", [reader("tesseract")], ["en"]),
        name_of("a", [reader("rapidocr", "2")], ["en"]),
        name_of("a", [reader("rapidocr")], ["en", "de"]),
        name_of("a", [reader("rapidocr")], ["de"]),
        name_of("a", [reader("rapidocr"), reader("tesseract")], ["en"]),
        name_of("a", [reader("tesseract"), reader("rapidocr")], ["en"]),
        name_of("a", [], ["en"]),
        name_of("a", [reader("rapidocr")], []),
    }
    assert len(names) == 10
    monkeypatch.setattr(module, "VERSION", VERSION + 1)
    assert name_of("a", [reader("rapidocr")], ["en"]) not in names


def test_the_same_has_the_same_name() -> None:
    assert name_of("a", [reader("rapidocr")], ["en"]) == name_of("a", (reader("rapidocr"),), ("en",))
    assert len(name_of("a", [], [])) == 40
