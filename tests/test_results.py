"""Results that are kept: the same again without looking, and never where something has changed."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from jwtlint import gallery, pictures
from jwtlint.engine import Linter
from jwtlint.entry.model import Entry
from jwtlint.finding import Result
from jwtlint.picture.picture import Picture
from jwtlint.picture.reader import Readers
from jwtlint.results import Results
from tests.demo import jwtlint
from tests.picture.drawing import FakeReader, stacked

PROMPT = 'Draw a diagram titled "Checkout Flow" with boxes labeled "Browser" and "Payment Service".\n'


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    """Reads a misspelt label on every picture of an empty working folder with a cache of its own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setattr(gallery, "default_folder", lambda: tmp_path / "cache")
    made = FakeReader(lambda _: "Brwoser", *stacked("Checkout Flow", "", "Brwoser", "", "Payment Service"))
    monkeypatch.setattr(pictures, "readers_of", lambda choice: Readers((made,)))
    Path("a.txt").write_text(PROMPT)
    Image.new("RGB", (1024, 600), "white").save("a.png")
    return made


def check(*arguments: str) -> str:
    return jwtlint("check", "a.txt", "a.png", "--select", "PIC", "--jobs", "1", *arguments).out


def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by a path whenever a picture is really checked."""
    seen: list[str] = []
    lint = Linter.lint_picture

    def noted(self: Linter, picture: Picture, entry: Entry | None = None) -> Result:
        seen.append(picture.path)
        return lint(self, picture, entry)

    monkeypatch.setattr(Linter, "lint_picture", noted)
    return seen


def test_the_second_run_says_the_same_without_looking(
    reader: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = linted(monkeypatch)
    first = check()
    assert "'Brwoser' is drawn where 'Browser' is asked for" in first
    assert check() == first
    assert (seen, reader.reads) == (["a.png"], 1)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: Path("a.txt").write_text(PROMPT.replace("Browser", "Client")), id="prompt"),
        pytest.param(lambda: Image.new("RGB", (1024, 601), "white").save("a.png"), id="picture"),
        pytest.param(lambda: Path("jwtlint.toml").write_text('ignore = ["SPL"]\n'), id="configuration"),
        pytest.param(
            lambda: Path("jwtlint.toml").write_text("[pictures]\nmin-confidence = 0.9\n"), id="confidence"
        ),
    ],
)
def test_what_changes_is_checked_again(
    reader: FakeReader, monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]
) -> None:
    seen = linted(monkeypatch)
    check()
    change()
    check()
    assert len(seen) == 2


def test_word_lists_count_by_their_content(reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = linted(monkeypatch)
    Path("jwtlint.toml").write_text('[spelling]\nword-list = ["words"]\n')
    for words in ("one\n", "one\n", "two\n"):
        Path("words").write_text(words)
        check()
    assert len(seen) == 2


def test_suppressions_are_always_asked_whether_they_are_of_use(
    reader: FakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = linted(monkeypatch)
    Path("jwtlint.toml").write_text('[[suppress]]\nrules = ["PIC101"]\n')
    outputs = {check(), check()}
    assert len(outputs) == 1
    assert "1 finding suppressed" in outputs.pop()
    assert len(seen) == 2


def test_nothing_is_kept_where_nobody_wants_it(reader: FakeReader, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = linted(monkeypatch)
    check("--no-cache")
    check("--no-cache")
    assert len(seen) == 2


class Hostile:
    def __reduce__(self) -> tuple[Callable[[Path], None], tuple[Path]]:
        return Path.touch, (Path("touched"),)


@pytest.mark.parametrize(
    "content",
    [pickle.dumps(Hostile()), pickle.dumps({"no": "result"}), b"", b"\x80\x05garbage", b"\xff" * 99],
)
def test_a_file_with_anything_else_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    results = Results(tmp_path)
    results.put("abcd", Result("a.png"))
    assert results.get("abcd") == Result("a.png")
    results._path(tmp_path, "abcd").write_bytes(content)
    assert results.get("abcd") is None
    assert not Path("touched").exists()


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file in the way")
    results = Results(tmp_path)
    results.put("abcd", Result("a.png"))
    assert results.get("abcd") is None
