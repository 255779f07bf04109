"""The configuration file: where it is found, what it says, and what is wrong with it."""

import os
from datetime import date
from pathlib import Path

import pytest

from jwtlint.config import Gate, Settings
from jwtlint.config_file import ConfigError, find, load
from jwtlint.entry.fields import Fields
from jwtlint.finding import Severity
from jwtlint.patterns import fixed_part, matches
from tests.demo import PACK, check, jwtlint


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder outside any project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_every_key(folder: Path) -> None:
    put("words.txt", "flurb\n")
    put("own/pack.toml", 'name = "own"\n')
    settings = load(
        put(
            "jwtlint.toml",
            """
            select = ["CON", "x-not-x"]
            ignore = "CON103"
            fail-on = "error"
            min-severity = "warning"
            exclude = ["drafts/", "*.bak.md"]
            packs = ["own"]
            today = 2026-06-08
            baseline = "ci/known.json"
            [severity]
            CON101 = "info"
            [spelling]
            accept = ["jwtlint"]
            word-list = "words.txt"
            [fields]
            prompt = "generation_prompt"
            alt = ["alt_text", "meta.alt"]
            [[suppress]]
            rules = ["VND"]
            files = ["a/*.md"]
            text = "cisco sd wan"
            reason = "the search term"
            [[gate]]
            rules = ["CAT101", "alt-missing"]
            mostly = 0.98
            """,
        )
    ).settings
    (suppress,) = settings.suppress
    assert suppress.origin == "jwtlint.toml:18"
    assert (suppress.rules, suppress.files, suppress.text) == (("VND",), ("a/*.md",), "cisco sd wan")
    assert suppress.reason == "the search term"
    assert settings == Settings(
        select=("CON", "x-not-x"),
        ignore=("CON103",),
        severity={"CON101": Severity.INFO},
        min_severity=Severity.WARNING,
        fail_on=Severity.ERROR,
        fields=Fields((("prompt", ("generation_prompt",)), ("alt", ("alt_text", "meta.alt")))),
        suppress=(suppress,),
        accept=("jwtlint",),
        word_lists=(Path("words.txt"),),
        packs=(Path("own"),),
        exclude=("drafts/", "*.bak.md"),
        today=date(2026, 6, 8),
        baseline=Path("ci/known.json"),
        gates=(Gate(("CAT101", "alt-missing"), 0.98, "jwtlint.toml:23"),),
        root=Path(),
    )


def test_an_empty_file_is_a_configuration() -> None:
    assert load(put("jwtlint.toml", "")).settings == Settings(root=Path())


def test_a_table_of_pyproject() -> None:
    path = put("pyproject.toml", '[tool.jwtlint]\ntoday = "2026-06-08"\n[tool.other]\nselect = 1\n')
    assert load(path).settings.today == date(2026, 6, 8)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nselct = []", ":2: unknown key 'selct'; did you mean 'select'?"),
        ("# nonsense\nnonsense = 1", ":2: unknown key 'nonsense'"),
        ("[spelling]\nacept = []", ":2: unknown key 'spelling.acept'; did you mean 'accept'?"),
        ("select = 1", ":1: select: must be a list of strings, not a number"),
        ("select = [1]", ":1: select: must be a list of strings, not a list with something else in it"),
        (
            "\nfail-on = 'eror'",
            ":2: fail-on: must be one of error, warning, info, not 'eror'; did you mean 'error'?",
        ),
        ("fail-on = true", ":1: fail-on: must be one of error, warning, info, not True"),
        ("severity = 'error'", ":1: severity: must be a table of rules and severities, not a string"),
        ("[severity]\nCON = 'bad'", ":2: severity.CON: must be one of error, warning, info, not 'bad'"),
        ("today = 'soon'", ":1: today: must be a date such as 2026-06-08, not 'soon'"),
        ("packs = ['gone']", ":1: packs: there is no folder 'gone' beside this file"),
        (
            "[spelling]\nword-list = 'gone.txt'",
            ":2: spelling.word-list: there is no file 'gone.txt' beside this file",
        ),
        ("suppress = 1", ":1: suppress: must be tables, written [[suppress]]"),
        ("gate = 1", ":1: gate: must be tables, written [[gate]]"),
        ("[[gate]]\nmostly = 0.9", ":1: gate: every [[gate]] names its rules"),
        (
            "[[gate]]\nrules = ['A']",
            ":1: gate: every [[gate]] says how many are without findings: mostly = 0.98",
        ),
        ("[[gate]]\nrules = ['A']\nmostly = 98", ":3: gate.mostly: must be a number from 0 to 1, not 98"),
        (
            "[[gate]]\nrules = ['A']\nmostly = 0",
            ":3: gate.mostly: a gate of 0 always holds; demand more, or remove it",
        ),
        ("[[gate]]\nrule = ['A']", ":2: unknown key 'gate.rule'; did you mean 'rules'?"),
        ("[[suppress]]\nfiles = ['a']", ":1: suppress: every [[suppress]] names its rules"),
        ("[fields]\npicure = 'x'", ":2: unknown key 'fields.picure'; did you mean 'picture'?"),
        ("[fields]\nprompt = 7", ":2: fields.prompt: must be a list of strings, not a number"),
        ("[fields]\nprompt = []", ":2: fields.prompt: names no key or column of the exports; remove it"),
        ("[fields]\nid = '#'", ":2: fields.id: '#' has no letter, so it can be no name"),
        ("[fields]\nid = 'a'\ntitle = 'A'", ":3: fields.title: 'A' is the id already; keep one"),
        ("fields = 'prompt'", ":1: fields: must be a table, not a string"),
        ("[[suppress]]\nrule = ['a']", ":2: unknown key 'suppress.rule'; did you mean 'rules'?"),
        ("[[suppress]]\nrules = ['A']\ntext = 1", ":3: suppress.text: must be a string, not a number"),
        ("a = ", ": not TOML: Invalid value (at end of document)"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    path = put("jwtlint.toml", text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert str(caught.value) == f"jwtlint.toml{message}"


def test_a_file_that_cannot_be_read() -> None:
    with pytest.raises(ConfigError, match=r"^gone\.toml: cannot be read: No such file or directory$"):
        load(Path("gone.toml"))
    Path("latin.toml").write_bytes(b"a = '\xe9'")
    with pytest.raises(ConfigError, match="not UTF-8 text"):
        load(Path("latin.toml"))


def test_the_nearest_file_governs(folder: Path) -> None:
    put("pyproject.toml", "[tool.jwtlint]\n")
    put("a/pyproject.toml", "[tool.other]\n")
    put("a/b/jwtlint.toml", "")
    put("a/b/pyproject.toml", "[tool.jwtlint]\n")
    assert find(folder / "a/b/c") == folder / "a/b/jwtlint.toml"
    assert find(folder / "a") == folder / "pyproject.toml"


def test_a_broken_pyproject_of_others_is_ignored(folder: Path) -> None:
    put("jwtlint.toml", "")
    put("a/pyproject.toml", "[tool.other\n")
    assert find(folder / "a") == folder / "jwtlint.toml"
    put("b/pyproject.toml", "[tool.jwtlint]\nselect = \n")
    assert find(folder / "b") == folder / "b/pyproject.toml"


def test_each_file_has_the_settings_of_its_folder() -> None:
    for path in ("a.txt", "quiet/a.txt", "quiet/loud/a.txt"):
        put(path, "LEAK\n")
    put("jwtlint.toml", "")
    put("quiet/jwtlint.toml", "[severity]\nTPL901 = 'info'\n")
    put("quiet/loud/jwtlint.toml", "fail-on = 'error'\n")
    outcome = check(".")
    assert [line.split(" ")[:2] for line in outcome.out.splitlines() if "TPL901" in line] == [
        ["a.txt:1:1", "error"],
        ["quiet/a.txt:1:1", "info"],
        ["quiet/loud/a.txt:1:1", "error"],
    ]


def test_the_command_line_comes_first() -> None:
    put("a.txt", "ONE TWO SEEN LEAK\n")
    put(
        "jwtlint.toml",
        "select = ['STR901']\nignore = ['TPL901']\nmin-severity = 'error'\nfail-on = 'error'\n",
    )
    assert "TPL901" in check("a.txt", "--select", "TPL901").out
    assert "STR901" in jwtlint("check", "a.txt", "--min-severity", "info", "--pack", str(PACK)).out
    assert "STR901" not in jwtlint("check", "a.txt", "--pack", str(PACK)).out
    assert (
        "STR901"
        not in jwtlint(
            "check", "a.txt", "--min-severity", "info", "--ignore", "STR901", "--pack", str(PACK)
        ).out
    )
    assert check("a.txt", "--select", "CON901", "--min-severity", "info", "--fail-on", "warning").code == 1
    assert check("a.txt", "--select", "CON901", "--min-severity", "info").code == 0
    assert check("a.txt", "--select", "CON901", "--isolated").code == 1


def test_a_named_configuration_is_for_every_file() -> None:
    put("a.txt", "LEAK\n")
    put("jwtlint.toml", "nonsense = 1\n")
    put("other.toml", "[severity]\ndemo-leak = 'info'\n")
    assert check("a.txt", "--config", "other.toml").code == 0
    assert check("a.txt", "--config=gone.toml").code == 2


def test_a_broken_configuration_is_said_once_and_others_go_on() -> None:
    put("a.txt", "LEAK\n")
    put("b/jwtlint.toml", "nonsense = 1\n")
    for name in ("one", "two"):
        put(f"b/{name}.txt", "LEAK\n")
    outcome = check(".")
    assert outcome.code == 2
    assert outcome.err == (
        "error: b/jwtlint.toml:1: unknown key 'nonsense'; the files that it governs were not checked\n"
    )
    assert "a.txt:1:1 error TPL901" in outcome.out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = ['TPL999']", ":1: no rule, name or family 'TPL999'"),
        (
            "[severity]\ndemo-leek = 'info'",
            ":2: no rule, name or family 'demo-leek'; did you mean 'demo-leak'?",
        ),
        (
            "[[gate]]\nrules = ['tpl901']\nmostly = 1",
            ":2: no rule, name or family 'tpl901'; did you mean 'TPL901'?",
        ),
        ("[[suppress]]\nrules = ['tpl901']", ":2: no rule, name or family 'tpl901'; did you mean 'TPL901'?"),
    ],
)
def test_unknown_rules_in_the_configuration(text: str, message: str) -> None:
    put("a.txt", "LEAK\n")
    put("jwtlint.toml", text)
    outcome = jwtlint("check", "a.txt", "--pack", str(PACK))
    assert outcome.code == 2
    assert outcome.err.startswith(f"error: jwtlint.toml{message}")


def test_excluded_files_are_left_out_of_folders_but_not_when_named() -> None:
    for path in ("a.txt", "drafts/a.txt", "b/skip.txt", "b/own/a.txt"):
        put(path, "LEAK\n")
    put("jwtlint.toml", "exclude = ['drafts/', 'skip.*']\n")
    put("b/own/jwtlint.toml", "exclude = ['*.txt']\n")
    assert [line for line in check(".").out.splitlines() if "TPL901" in line] == [
        "a.txt:1:1 error TPL901 demo-leak: a leak stands here"
    ]
    assert "TPL901" in check("drafts/a.txt").out


def test_packs_of_the_configuration() -> None:
    put("a.txt", "LEAK\n")
    put("jwtlint.toml", f"packs = ['{PACK}']\nselect = ['demo-leak']\n")
    assert "TPL901" in jwtlint("check", "a.txt").out


def test_packs_of_a_strangers_configuration_are_not_loaded() -> None:
    put("theirs/a.txt", "LEAK\n")
    put("theirs/own/pack.toml", "")
    put("theirs/own/rule.py", "raise SystemExit('this must not run')\n")
    put("theirs/jwtlint.toml", "packs = ['own']\n")
    outcome = jwtlint("check", "theirs")
    assert outcome.code == 2
    assert "rule packs are code" in outcome.err
    os.chdir("theirs")
    put("own/rule.py", "raise ValueError('now it may run')\n")
    assert "now it may run" in jwtlint("check", "a.txt").err


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.md", "a.md", True),
        ("*.md", "deep/down/a.md", True),
        ("/*.md", "deep/a.md", False),
        ("drafts/", "drafts/a/b.md", True),
        ("drafts", "x/drafts/a.md", True),
        ("a/*.md", "a/b.md", True),
        ("a/*.md", "a/b/c.md", False),
        ("a/**/c.md", "a/c.md", True),
        ("a/**/c.md", "a/x/y/c.md", True),
        ("a/**", "a/x/y", True),
        ("?.md", "ab.md", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("a[.md", "a[.md", True),
        ("a+(b).md", "a+(b).md", True),
        ("*.md", "a.md.txt", False),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path) is fits


@pytest.mark.parametrize(
    ("pattern", "area"), [("*.md", ""), ("a/b/*.md", "a/b"), ("a/b.md", "a/b.md"), ("/x", "x"), ("**/x", "")]
)
def test_the_area_of_a_pattern(pattern: str, area: str) -> None:
    assert fixed_part(pattern) == area
