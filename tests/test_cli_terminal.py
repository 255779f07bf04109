"""What a terminal gets: colours, widths, and nothing that a stranger wrote to steer it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.demo import check

STYLES = re.compile(r"\x1b\[[0-9;]*m")
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and a terminal of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_colours_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("LEAK\n")
    assert "\x1b" in check("a.txt", terminal=True).out
    assert "\x1b" not in check("a.txt").out
    assert "\x1b" not in check("a.txt", "--color", "never", terminal=True).out
    assert "\x1b" in check("a.txt", "--color", "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in check("a.txt", terminal=True).out


def test_colours_change_no_text() -> None:
    Path("a.txt").write_text("Draw LEAK [red]ONE[/red] and TWO :smile: \\[x]\nSEEN\n")
    assert STYLES.sub("", check("a.txt", "--color", "always").out) == check("a.txt").out


def test_lines_fit_the_terminal() -> None:
    Path("a.txt").write_text(f"{'word ' * 500}LEAK ONE TWO {'語' * 500}\n")
    lines = check("a.txt", "--color", "never", terminal=True).out.splitlines()
    assert any(re.fullmatch("  1 \\| … (word )+LEAK ONE TWO 語+…", line) for line in lines)
    assert max(map(cell_len, lines)) <= 80


def test_markup_and_escapes_are_shown_not_obeyed() -> None:
    Path("a.txt").write_text("[bold]LEAK[/bold] \x1b[2J\x07 \u202eabc \u200b\n")
    out = check("a.txt", terminal=True).out
    assert "[bold]" in STYLES.sub("", out)
    assert "␛[2J␇ ⟨U+202E⟩abc ⟨U+200B⟩" in STYLES.sub("", out)
    assert not UNSEEN.search(STYLES.sub("", out))


def test_a_hostile_file_name() -> None:
    Path("\x1b[31mred\u202e.txt").write_text("LEAK\n")
    outcome = check(".", "missing\x1b[31m.txt", "--color", "never", terminal=True)
    assert "␛[31mred⟨U+202E⟩.txt:1:1 error" in outcome.out
    assert not UNSEEN.search(outcome.out + outcome.err)


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_characters="\0"), max_size=40), st.text(max_size=20))
def test_nothing_unseen_reaches_the_terminal(before: str, after: str) -> None:
    text = f"{before} LEAK {after.replace(chr(0), '')}"
    outcome = check("-", "--color", "never", stdin=text.encode("utf-8", "replace"), terminal=True)
    assert outcome.code == 1
    assert not UNSEEN.search(outcome.out + outcome.err)
