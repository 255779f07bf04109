"""`jwtlint check`, through the door that users take."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jwtlint.report.paper import Format
from tests.demo import PACK, Outcome, check, jwtlint

BAD = "Draw LEAK a box.\n"
WORSE = "Draw LEAK ONE and TWO.\nSEEN it.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder outside any project."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.txt").write_bytes(text.encode())


def rules_of(outcome: Outcome) -> list[str]:
    return [one["rule"] for one in json.loads(outcome.out)["diagnostics"]]


def test_the_report_of_a_file() -> None:
    write(a=WORSE)
    outcome = check("a.txt")
    assert outcome.code == 1
    assert outcome.err == ""
    assert outcome.out == (
        "a.txt\n"
        "a.txt:1:6 error TPL901 demo-leak: a leak stands here\n"
        "  1 | Draw LEAK ONE and TWO.\n"
        "    |      ^^^^\n"
        "  help: Remove it.\n"
        "  fix: remove the leak (safe, --fix)\n"
        "a.txt:1:11 warning CON901 demo-twofold: ONE and TWO exclude each other\n"
        "  1 | Draw LEAK ONE and TWO.\n"
        "    |           ^^^\n"
        "  help: keep one\n"
        "  fix: remove both (unsafe, --unsafe-fixes)\n"
        "  see: a.txt:1:19: TWO is here\n"
        "  1 | Draw LEAK ONE and TWO.\n"
        "    |                   ---\n"
        "a.txt:2:1 info STR901 demo-seen: it was seen; look at it\n"
        "\n"
        "1 error, 1 warning, 1 info in 1 file; 1 fixable with --fix, 1 more with --unsafe-fixes\n"
    )


def test_a_clean_file() -> None:
    write(a="Draw a box.\n")
    assert check("a.txt") == (0, "no findings in 1 file\n", "", b"no findings in 1 file\n")


@pytest.mark.parametrize(
    ("text", "arguments", "code"),
    [
        (BAD, [], 1),
        (BAD, ["--exit-zero"], 0),
        ("ONE and TWO\n", [], 1),
        ("ONE and TWO\n", ["--fail-on", "error"], 0),
        ("ONE and TWO\n", ["--min-severity", "error"], 0),
        ("SEEN\n", [], 0),
        ("SEEN\n", ["--fail-on=info"], 1),
        ("CRASH\n", ["--select", "SEC901"], 2),
    ],
)
def test_exit_codes(text: str, arguments: list[str], code: int) -> None:
    write(a=text)
    assert check("a.txt", *arguments).code == code


def test_what_cannot_be_read_is_said_and_the_rest_is_checked() -> None:
    write(a=BAD, empty="", nul="x\0y")
    Path("latin.txt").write_bytes("señal".encode("latin-1"))
    outcome = check("missing.txt", ".", "--exit-zero")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        "error: missing.txt: no such file or folder; check the path",
        "error: empty.txt: empty; nothing to check",
        "error: latin.txt: not UTF-8 text at byte 2; save the file as UTF-8",
        "error: nul.txt: not text: a NUL character at offset 1; save the file as UTF-8 text",
    ]
    assert "a.txt:1:6 error TPL901" in outcome.out
    assert "1 error in 1 file; 1 fixable with --fix; 4 not checked\n" in outcome.out


def test_an_empty_path_is_no_folder() -> None:
    write(a=BAD)
    assert check("").code == 2


def test_a_file_is_checked_once() -> None:
    write(a=BAD)
    assert rules_of(check("a.txt", ".", "./a.txt", "--format", "json")) == ["TPL901"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "TPL901"], ["TPL901"]),
        (["--select", "demo-leak,STR901"], ["TPL901", "STR901"]),
        (["--select", "TPL901", "--select", "CON901"], ["TPL901", "CON901"]),
        (["--select", "TPL901,CON901", "--ignore", "TPL"], ["TPL901", "CON901"]),
        (["--select", "TPL,CON901", "--ignore", "demo-leak"], ["CON901"]),
    ],
)
def test_choosing_rules(arguments: list[str], expected: list[str]) -> None:
    write(a=WORSE)
    assert rules_of(check("a.txt", "--format=json", *arguments)) == expected


def test_an_unknown_rule_is_refused_with_a_suggestion() -> None:
    write(a=BAD)
    outcome = check("a.txt", "--select", "demo-leek")
    assert outcome.code == 2
    assert outcome.err == "error: no rule, name or family 'demo-leek'; did you mean 'demo-leak'?\n"


def test_statistics_replace_the_findings() -> None:
    write(a="SEEN LEAK\n", b="SEEN\n")
    outcome = check("a.txt", "b.txt", "--statistics")
    assert outcome.out == (
        "2  info     STR901  demo-seen\n"
        "1  error    TPL901  demo-leak\n"
        "1 error, 2 infos in 2 files; 1 fixable with --fix\n"
    )


def test_quiet_shows_only_findings() -> None:
    write(a=BAD, b="Draw a box.\n")
    outcome = check("a.txt", "b.txt", "--quiet")
    assert outcome.out.startswith("a.txt:1:6 error TPL901 demo-leak")
    assert "fixable" not in outcome.out


def test_what_did_not_run_is_said() -> None:
    write(a="Draw a box.\n", b="Draw a box.\n")
    outcome = check("a.txt", "b.txt", "--select", "CAT901")
    assert outcome.out == (
        "not run: CAT901 on 2 files: no catalog metadata in this document\nno findings in 2 files\n"
    )


def test_standard_input() -> None:
    outcome = check("-", stdin=BAD.encode())
    assert outcome.code == 1
    assert "<stdin>:1:6 error TPL901" in outcome.out
    assert "draft.md:1:6 error" in check("-", "--stdin-filename", "draft.md", stdin=BAD.encode()).out


def test_a_crash_of_a_rule_is_one_line() -> None:
    write(a="CRASH LEAK\n")
    outcome = check("a.txt", "--select", "SEC901,TPL901")
    assert outcome.code == 2
    assert "TPL901" in outcome.out
    assert outcome.err.count("\n") == 1
    assert "SEC901" in outcome.err
    assert "\x1b" not in outcome.err


def test_plain_and_typer_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` is read without typer where that suffices; both readers must agree on every option."""
    from jwtlint import run
    from jwtlint.cli import plain

    arguments = ["a", "-", "--select", "A,B", "--select=C", "--ignore", "D", "--min-severity", "error"]
    arguments += ["--fail-on=info", "--format", "json", "--fix", "--unsafe-fixes", "--statistics", "--quiet"]
    arguments += [
        "--config",
        "c.toml",
        "--today",
        "2026-06-08",
        "--pack",
        "p",
        "--pack=q",
        "--color",
        "never",
    ]
    arguments += ["--stdin-filename", "n.md", "--exit-zero", "--baseline", "b.json"]
    arguments += ["--gate", "A,B=0.5", "--gate=C=1", "--changed-since", "main"]
    arguments += [
        "--stdin-filename",
        "n.md",
        "--exit-zero",
        "--output",
        "sarif=x=y.sarif",
        "--output=rich=z.txt",
    ]
    requests: list[run.Request] = []

    def remember(request: run.Request) -> int:
        requests.append(request)
        return 0

    monkeypatch.setattr(run, "run", remember)
    formats = [["a", "--format", format] for format in Format]
    isolated = ["a", "--isolated", "--diff", "--no-baseline"]
    for given in (arguments, isolated, ["a"], ["a", "--output", "jsonl=-"], *formats):
        expected = plain.read(given)
        assert expected is not None
        with monkeypatch.context() as patch:
            patch.setattr(plain, "read", lambda _: None)
            assert jwtlint("check", *given).code == 0
        assert requests.pop() == expected


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a.txt", "--nonsense"],
        ["check", "a.txt", "--format", "xml"],
        ["check", "a.txt", "--select"],
        ["check", "a.txt", "--today", "tomorrow"],
        ["check", "a.txt", "--diff", "--format", "json"],
        ["check", "a.txt", "--diff", "--output", "json=x.json"],
        ["check", "a.txt", "--statistics", "--format", "sarif"],
        ["check", "a.txt", "--output", "x.sarif"],
        ["check", "a.txt", "--output", "sarif="],
        ["check", "a.txt", "--output", "pdf=x.pdf"],
        ["check", "a.txt", "--output", "sarif=x", "--output", "junit=./x"],
        ["check", "a.txt", "--output", "sarif=-", "--output", "junit=-"],
        ["check", "a.txt", "--output", "sarif=-", "--format", "json"],
        ["check", "a.txt", "--output", "markdown=./a.txt"],
        ["check", "-", "--fix", "--output", "sarif=-"],
        ["check", "a.txt", "--config", "x.toml", "--isolated"],
        ["check", "a.txt", "--baseline", "b.json", "--no-baseline"],
        ["check", "a.txt", "--gate", "TPL901"],
        ["check", "a.txt", "--gate", "=0.9"],
        ["check", "a.txt", "--gate", "TPL901=98"],
        ["check", "a.txt", "--gate", "TPL901=0"],
        ["check", "a.txt", "--gate", "TPL901=nan"],
        ["check", "a.txt", "--changed-since", "-x"],
        ["check", "a.txt", "--changed-since="],
        ["baseline"],
        ["nonsense"],
        ["explain"],
    ],
)
def test_wrong_arguments_leave_with_two(arguments: list[str]) -> None:
    write(a=BAD)
    outcome = jwtlint(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("command", [[], ["check"], ["init"], ["baseline"], ["rules"], ["explain"], ["show"]])
def test_help_teaches_with_examples(command: list[str]) -> None:
    outcome = jwtlint(*command, "--help")
    assert outcome.code == 0
    assert (
        "jwtlint " + (command[0] if command else "check")
        in outcome.out.split("Usage", 1)[1].split("\n", 1)[1]
    )


def test_an_interruption_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from jwtlint import run

    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "run", interrupted)
    assert jwtlint("check", "a.txt") == (130, "", "interrupted\n", b"")


def test_an_internal_error_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from jwtlint import run

    def broken(_: object) -> int:
        raise ValueError("two\nlines \x1b[0m")

    monkeypatch.setattr(run, "run", broken)
    outcome = jwtlint("check", "a.txt")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "please report this" in outcome.err
    assert "\x1b" not in outcome.err


def process(*arguments: str) -> "subprocess.Popen[bytes]":
    root = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.Popen(
        [sys.executable, *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_reader_that_goes_away_is_no_error() -> None:
    for number in range(300):
        write(**{f"file{number}": BAD})
    with process("-m", "jwtlint", "check", ".", "--pack", str(PACK), "--select", "TPL901") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 141


HEAVY = {"PIL", "numpy", "onnxruntime", "pytesseract", "langcodes", "spellchecker", "typer", "rich.console"}


def test_checking_text_loads_nothing_heavy() -> None:
    write(a=BAD)
    program = (
        "import sys; from jwtlint.cli import main\n"
        "sys.argv = ['jwtlint', 'check', 'a.txt']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    with process("-c", program) as running:
        loaded = set(running.communicate()[1].decode().splitlines()[-1].split())
    assert "jwtlint.engine" in loaded
    assert not HEAVY & loaded


def test_a_selection_of_nothing_is_refused() -> None:
    write(a=BAD)
    outcome = check("a.txt", "--select", "TPL901", "--ignore", "TPL901")
    assert outcome.code == 2
    assert outcome.err == "error: what is selected and ignored leaves no rule to run\n"
