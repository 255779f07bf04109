"""A vocabulary is what its TOML file says, however often and in whatever order it was read and changed."""

import marshal
from pathlib import Path

import pytest

from jwtlint.vocabulary import VocabularyError, read_vocabulary


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path / "words.toml"


def kept(path: Path) -> Path:
    (found,) = (path.parent / "__pycache__").iterdir()
    return found


def test_second_reading_is_the_same(path: Path) -> None:
    path.write_text('[a]\n"b" = ["c", "d"]\n', encoding="utf-8")
    assert read_vocabulary(path) == {"a": {"b": ["c", "d"]}}
    assert kept(path).is_file()
    assert read_vocabulary(path) == {"a": {"b": ["c", "d"]}}


def test_change_is_seen(path: Path) -> None:
    path.write_text("a = 1\n", encoding="utf-8")
    read_vocabulary(path)
    path.write_text("a = 2\n", encoding="utf-8")
    assert read_vocabulary(path) == {"a": 2}


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 40, marshal.dumps([1])])
def test_damaged_copy_is_made_anew(path: Path, damage: bytes) -> None:
    path.write_text("a = 1\n", encoding="utf-8")
    read_vocabulary(path)
    copy = kept(path)
    copy.write_bytes(copy.read_bytes()[:16] + damage)
    assert read_vocabulary(path) == {"a": 1}


def test_missing_is_empty_and_broken_is_said(path: Path) -> None:
    assert read_vocabulary(path) == {}
    path.write_text("a = [", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"words\.toml: not TOML"):
        read_vocabulary(path)
