"""Which files are found, and what is said about the others."""

import os
import sys
from pathlib import Path

import pytest

from jwtlint.entry.discover import discover, load
from jwtlint.source import MAX_BYTES, SourceError


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    for name in (
        "b.md",
        "a.TXT",
        "z.prompt",
        "notes.pdf",
        ".hidden.md",
        "sub/deep/c.markdown",
        "sub/b.txt",
        ".git/d.md",
        "node_modules/e.md",
        "drafts/f.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A prompt.", encoding="utf-8")
    return tmp_path


def _names(folder: Path, *paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    found = discover([folder / path for path in paths], exclude, folder)
    return [str(one) if isinstance(one, SourceError) else one.relative_to(folder).as_posix() for one in found]


def test_a_folder_gives_its_texts_in_order(catalog: Path) -> None:
    assert _names(catalog, ".") == [
        "a.TXT",
        "b.md",
        "z.prompt",
        "drafts/f.md",
        "sub/b.txt",
        "sub/deep/c.markdown",
    ]


def test_a_file_is_taken_whatever_it_is_called_and_only_once(catalog: Path) -> None:
    assert _names(catalog, "notes.pdf", "sub", "sub/b.txt", ".hidden.md") == [
        "notes.pdf",
        "sub/b.txt",
        "sub/deep/c.markdown",
        ".hidden.md",
    ]


def test_excluded_files_and_folders_are_left_out(catalog: Path) -> None:
    assert _names(catalog, ".", exclude=("drafts", "sub/deep/*", "*.prompt")) == [
        "a.TXT",
        "b.md",
        "sub/b.txt",
    ]
    assert _names(catalog, "drafts/f.md", exclude=("drafts",)) == ["drafts/f.md"]


def test_what_gives_no_file_gives_an_error(catalog: Path) -> None:
    (catalog / "empty").mkdir()
    missing, empty, excluded = _names(catalog, "none.md", "empty") + _names(catalog, "sub", exclude=("sub",))
    assert missing == f"{catalog / 'none.md'}: no such file or folder; check the path"
    assert empty.startswith(
        f"{catalog / 'empty'}: no file to check in this folder (.txt, .md, .markdown, .prompt, .mmd, .mermaid, .puml, .plantuml, .pu, .wsd, .json, .jsonl, .ndjson, .csv, .tsv, pictures)"
    )
    assert "the others are excluded" in excluded


def test_of_what_is_called_like_an_export_a_folder_gives_what_somebody_says_is_one(catalog: Path) -> None:
    for name in ("catalog.json", "package.json", "sub/z.CSV"):
        (catalog / name).write_text("[]")
    found = discover([catalog], is_export=lambda path: path.stem != "package")
    assert [one.name for one in found if isinstance(one, Path)][:3] == ["a.TXT", "b.md", "catalog.json"]
    assert "z.CSV" in {
        one.name for one in discover([catalog], is_export=lambda path: True) if isinstance(one, Path)
    }
    assert not [one for one in _names(catalog, ".") if one.endswith((".json", ".CSV"))]
    assert _names(catalog, "package.json") == ["package.json"]


def test_links_do_no_harm(catalog: Path) -> None:
    (catalog / "sub" / "loop").symlink_to(catalog)
    (catalog / "sub" / "gone.md").symlink_to(catalog / "nowhere.md")
    (catalog / "self").symlink_to(catalog / "self")
    gone, *files = _names(catalog, "sub")[1:]
    assert gone.endswith("gone.md: a link to a file that is missing")
    assert files == ["sub/deep/c.markdown"]
    (error,) = _names(catalog, "self")
    assert "self: cannot be read:" in error


def test_folders_may_nest_deeper_than_python_recurses(tmp_path: Path) -> None:
    folders = ["/".join([str(tmp_path), *["d"] * depth]) for depth in range(1, sys.getrecursionlimit() + 100)]
    for folder in folders:
        os.mkdir(folder)
    deepest = Path(folders[-1], "a.md")
    deepest.write_text("A prompt.", encoding="utf-8")
    try:
        assert list(discover([tmp_path])) == [deepest]
    finally:
        # What clears temporary folders away does recurse.
        deepest.unlink()
        for folder in reversed(folders):
            os.rmdir(folder)


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="a folder, where a file is wanted"):
        load(tmp_path)
    with pytest.raises(SourceError, match="no such file"):
        load(tmp_path / "none.md")
    with pytest.raises(SourceError, match="no path"):
        load(tmp_path / "nul\0byte")
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="larger than 64 MiB"):
        load(large)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Tests may run as a user whom no mode keeps out.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match="no permission"):
        load(large)


def test_a_folder_that_cannot_be_listed_is_said(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "deep":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert _names(catalog, "sub") == [
        "sub/b.txt",
        f"{catalog / 'sub' / 'deep'}: no permission to read it; change its mode",
    ]
