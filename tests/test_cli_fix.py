"""`jwtlint check --fix`, `--unsafe-fixes` and `--diff`, on real files."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.demo import check, jwtlint

TEXT = "Draw LEAK ONE and TWO.\n"


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a safe and an unsafe fix, in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def test_safe_fixes_are_made_and_the_rest_is_reported(file: Path) -> None:
    outcome = check("a.txt", "--fix")
    assert file.read_text() == "Draw ONE and TWO.\n"
    assert outcome.code == 1
    assert "TPL901" not in outcome.out
    assert "a.txt:1:6 warning CON901" in outcome.out
    assert outcome.out.endswith("1 fix made in 1 file\n1 warning in 1 file; 1 fixable with --unsafe-fixes\n")


def test_unsafe_fixes_are_made_on_demand(file: Path) -> None:
    assert check("a.txt", "--unsafe-fixes").code == 0
    assert file.read_text() == "Draw  and .\n"


def test_nothing_is_written_where_nothing_changes(file: Path) -> None:
    file.write_text("Draw ONE and TWO.\n")
    before = file.stat()
    check("a.txt", "--fix")
    after = file.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_encoding_mark_line_ends_and_mode_stay(file: Path, encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    file.write_bytes(mark + "Uno é 𝄞\r\nLEAK dos\r\n".encode(encoding))
    file.chmod(0o640)
    check("a.txt", "--fix")
    assert file.read_bytes() == mark + "Uno é 𝄞\r\ndos\r\n".encode(encoding)
    assert file.stat().st_mode & 0o777 == 0o640
    assert os.listdir() == ["a.txt"]


def test_a_new_line_is_written_as_the_others_are(file: Path) -> None:
    file.write_bytes(b"one xy two\r\nthree\r\n")
    check("a.txt", "--fix", "--select", "SPL901")
    assert file.read_bytes() == b"one \r\n two\r\nthree\r\n"


def test_a_link_stays_a_link(file: Path) -> None:
    link = file.with_name("link.txt")
    link.symlink_to("a.txt")
    check("link.txt", "--fix")
    assert link.is_symlink()
    assert file.read_text() == "Draw ONE and TWO.\n"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        outcome = check("a.txt", "--fix")
    finally:
        file.parent.chmod(0o755)
    assert outcome.code == 2
    assert file.read_text() == TEXT


def test_a_file_that_cannot_be_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    outcome = check("a.txt", "--fix")
    assert outcome.code == 2
    assert outcome.err == "error: a.txt: the fixes could not be written: Permission denied\n"
    assert file.read_text() == TEXT
    assert os.listdir() == ["a.txt"]


def test_a_filter_writes_the_text_and_reports_on_the_error_output() -> None:
    outcome = check("-", "--fix", stdin=TEXT.encode("utf-8-sig"))
    assert outcome.raw == "Draw ONE and TWO.\n".encode("utf-8-sig")
    assert "<stdin>:1:6 warning CON901" in outcome.err
    assert check("-", "--fix", stdin=b"Draw a box.\r\n").raw == b"Draw a box.\r\n"


def test_a_diff_changes_nothing(file: Path) -> None:
    outcome = check("a.txt", "--diff")
    assert outcome.code == 1
    assert outcome.out == ("--- a.txt\n+++ a.txt\n@@ -1 +1 @@\n-Draw LEAK ONE and TWO.\n+Draw ONE and TWO.\n")
    assert outcome.err == "would make 1 fix in 1 file; nothing was changed\n"
    assert file.read_text() == TEXT


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_a_diff_can_be_applied(file: Path) -> None:
    file.write_bytes(b"first LEAK line\r\nmiddle\r\nlast LEAK line")
    diff = check("a.txt", "--diff", "--unsafe-fixes").raw
    subprocess.run(["patch", "--binary", "-p0"], input=diff, check=True, capture_output=True)
    assert file.read_bytes() == b"first line\r\nmiddle\r\nlast line"


def test_a_diff_on_a_terminal_shows_no_control_characters(file: Path) -> None:
    file.write_text("LEAK \x1b]0;title\x07 \u202e\n")
    assert "\x1b" not in check("a.txt", "--diff", "--color=never", terminal=True).out
    assert "\x1b]" not in check("a.txt", "--diff", terminal=True).out


def test_a_fix_without_end_is_reported_and_the_others_are_made(file: Path) -> None:
    file.write_text("FLIP LEAK\n")
    outcome = check("a.txt", "--fix", "--select", "TPL901,TPL902")
    assert outcome.code == 2
    assert file.read_text() == "FLIP \n"
    assert "the fix of TPL902 was not applied" in outcome.err
    assert "TPL902" in outcome.out


def test_entries_are_compared_after_fixing_as_without() -> None:
    prompt = 'Infographic titled "Queue" with boxes labeled "Web API", "Job Queue" and "Worker". All labels in Englisch.'
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(f"{prompt}\n")
    plain = jwtlint("check", ".", "--select", "CAT203", "--format", "json")
    fixed = jwtlint("check", ".", "--select", "CAT203", "--format", "json", "--fix")
    assert [one["rule"] for one in json.loads(fixed.out)["diagnostics"]] == ["CAT203"]
    assert (fixed.out, fixed.code) == (plain.out, plain.code)
