"""The catalog's own pages, where they are at hand."""

from pathlib import Path

import pytest

from jwtlint.entry.discover import load
from jwtlint.entry.model import Entry, Field
from jwtlint.entry.read import read_entries

from .pages import check, places

CATALOG = Path(__file__).resolve().parents[3] / "shared" / "catalog"
pytestmark = pytest.mark.skipif(
    not CATALOG.is_dir(), reason="the catalog's pages are not beside this repository"
)

LABELLED_PLACES = {
    "title": "4:1",
    "description": "6:1",
    "alt text": "10:1",
    "resolution": "12:11",
    "ratio": "14:6",
    "file size": "16:10",
    "style": "18:6",
    "use case": "20:9",
    "date": "22:10",
    "language": "24:9",
    "SEO target": "26:11",
    "prompt": "28:1",
}


def _read(number: str) -> Entry:
    (path,) = CATALOG.glob(f"{number}_*.txt")
    (entry,) = read_entries(load(path))
    check([entry])
    assert entry.form == "page"
    assert entry.prompt is not None
    assert entry.prompt.value.endswith("audited reference architectures).")
    return entry


@pytest.mark.parametrize("number", ["001", "002", "003"])
def test_a_page_with_labels_is_read_completely(number: str) -> None:
    entry = _read(number)
    assert places(entry) == LABELLED_PLACES
    assert entry.fields[Field.RATIO].value == "1024x1024"
    assert entry.fields[Field.RESOLUTION].value == "1024 × 1024 px"
    assert len(entry.titles) == 1
    assert Field.ALT in entry.can_hold


def test_the_page_without_labels_is_read_completely() -> None:
    entry = _read("000")
    assert places(entry) == {"description": "1:1", "language": "2:190", "prompt": "3:1"}
    assert entry.can_hold == {Field.DESCRIPTION, Field.LANGUAGE}


def test_languages() -> None:
    languages = {number: _read(number).fields[Field.LANGUAGE].value for number in ("000", "001", "003")}
    assert languages == {"000": "English", "001": "English (EN)", "003": "Spanish (ES)"}


def test_lengths_of_alt_texts() -> None:
    lengths = {number: len(_read(number).fields[Field.ALT]) for number in ("002", "003")}
    assert lengths == {"002": 136, "003": 125}


@pytest.mark.parametrize(
    ("number", "line", "column"), [("000", 3, 3401), ("001", 28, 3017), ("002", 71, 344), ("003", 28, 3161)]
)
def test_places_within_prompts(number: str, line: int, column: int) -> None:
    entry = _read(number)
    assert entry.prompt is not None
    at = entry.prompt.value.index("— not English")
    assert entry.source.position(entry.prompt[at].span.start) == (line, column)
