"""Suppressions: by configuration and by comment, and those that do nothing."""

import json
from pathlib import Path

import pytest

from tests.demo import PACK, Outcome, check, jwtlint

COMMENT = "<!-- jwtlint: ignore {} -->"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder outside any project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text)


def configure(**keys: str | list[str]) -> None:
    lines = [f"{key} = {json.dumps(value)}" for key, value in keys.items()]
    put("jwtlint.toml", "\n".join(["# suppressions", "[[suppress]]", *lines]))


def places(outcome: Outcome) -> list[str]:
    return [line.partition(" ")[0] for line in outcome.out.splitlines() if "TPL901 demo-leak" in line]


@pytest.mark.parametrize("rule", ["TPL901", "demo-leak", "TPL", "ALL"])
def test_by_rule(rule: str) -> None:
    put("a.txt", "LEAK\n")
    configure(rules=[rule])
    outcome = check(".")
    assert outcome.code == 0
    assert outcome.out == "1 finding suppressed\nno findings in 1 file\n"


def test_by_file() -> None:
    for path in ("a.txt", "old/a.txt", "old/b.txt"):
        put(path, "LEAK\n")
    configure(rules=["TPL901"], files=["old/*"])
    assert places(check(".")) == ["a.txt:1:1"]


@pytest.mark.parametrize("text", ["LEAK", "the LEAK of", "LEAK of"])
def test_by_words(text: str) -> None:
    put("a.txt", "the LEAK of all leaks\n")
    configure(rules=["TPL901"], text=text)
    assert places(check(".")) == []


@pytest.mark.parametrize("text", ["LEA", "all leaks", "leak", "of LEAK"])
def test_other_words(text: str) -> None:
    put("a.txt", "the LEAK of all leaks\n")
    configure(rules=["TPL901"], text=text)
    assert places(check(".")) == ["a.txt:1:5"]


def test_quoted_words_are_for_the_place_where_they_stand() -> None:
    put("a.txt", "the LEAK here\nthe LEAK there\n")
    configure(rules=["TPL901"], text="the LEAK here")
    assert places(check(".")) == ["a.txt:2:5"]


def test_by_comment() -> None:
    put("a.md", f"{COMMENT.format('TPL901')}\nLEAK one\n\nLEAK two\n")
    outcome = check("a.md")
    assert places(outcome) == ["a.md:4:1"]
    assert "1 finding suppressed" in outcome.out


def test_what_is_suppressed_is_not_fixed() -> None:
    put("a.md", f"{COMMENT.format('TPL901')}\nLEAK one\n\nLEAK two\n")
    check("a.md", "--fix")
    assert Path("a.md").read_text() == f"{COMMENT.format('TPL901')}\nLEAK one\n\ntwo\n"


def test_a_comment_without_effect_is_noted() -> None:
    put("a.md", f"First.\n\n{COMMENT.format('TPL901, CON901')}\nDraw LEAK.\n")
    outcome = check("a.md")
    assert outcome.code == 0
    assert (
        "note: a.md:3: the comment suppresses CON901, which reports nothing here; remove it\n" in outcome.out
    )
    assert "TPL901," not in outcome.out


def test_a_comment_is_not_judged_where_its_rules_did_not_look() -> None:
    put("a.md", f"{COMMENT.format('TPL901, TPL, CAT901')}\nDraw.\n")
    assert "note:" not in check("a.md", "--select", "CON901").out
    assert "suppresses TPL," not in check("a.md", "--select", "TPL901").out
    assert "note:" not in check("a.md", "--select", "CAT901").out


def test_a_comment_about_an_unknown_rule_is_an_error() -> None:
    put("a.md", f"\n{COMMENT.format('demo-leek')}\nLEAK\n")
    outcome = check("a.md")
    assert outcome.code == 2
    assert outcome.err == (
        "error: a.md:2:1: the comment suppresses what does not exist: no rule, name or family 'demo-leek'; "
        "did you mean 'demo-leak'?\n"
    )
    assert places(outcome) == ["a.md:3:1"]


def test_an_info_is_suppressed_whatever_is_shown() -> None:
    put("a.md", f"{COMMENT.format('STR901')}\nSEEN\n")
    assert check("a.md", "--min-severity", "error").out == "no findings in 1 file\n"


def unused(*arguments: str) -> bool:
    return "silences nothing" in check(*arguments).out


def test_an_unused_suppression_of_the_configuration_is_noted() -> None:
    put("a.txt", "Draw.\n")
    configure(rules=["TPL901", "CON901"], text="LEAK")
    outcome = check(".")
    assert outcome.code == 0
    assert (
        "note: jwtlint.toml:2: the suppression of TPL901, CON901 on 'LEAK' silences nothing; remove it\n"
    ) in outcome.out
    value = json.loads(check(".", "--format", "json").out)
    assert [(one["path"], one["line"]) for one in value["notices"]] == [("jwtlint.toml", 2)]


def test_it_is_judged_only_when_everything_it_concerns_was_checked() -> None:
    put("a/x.txt", "Draw.\n")
    put("b/x.txt", "Draw.\n")
    configure(rules=["TPL901"])
    assert unused(".")
    assert not unused("a")
    assert not unused("a/x.txt", "b/x.txt")
    configure(rules=["TPL901"], files=["a/*.txt"])
    assert unused("a")
    assert unused("../" + Path.cwd().name)
    assert not unused("b")
    assert not unused("a/x.txt")
    configure(rules=["TPL901"], files=["a/x.txt"])
    assert unused("a/x.txt")


def test_it_is_judged_only_when_its_rules_looked() -> None:
    put("a.txt", "Draw.\n")
    configure(rules=["TPL901"])
    assert not unused(".", "--select", "CON901")
    configure(rules=["CAT901"])
    assert not unused(".", "--select", "CAT901")
    configure(rules=["TPL"])
    assert not unused(".", "--select", "TPL901")


def test_it_is_used_when_one_file_needs_it() -> None:
    put("a.txt", "LEAK\n")
    put("b.txt", "Draw.\n")
    configure(rules=["TPL901"])
    assert not unused(".")


def test_a_file_outside_the_configuration_fits_no_pattern(folder: Path) -> None:
    put("config/c.toml", "[[suppress]]\nrules = ['TPL901']\nfiles = ['*.txt']\n")
    put("a.txt", "LEAK\n")
    assert (
        jwtlint("check", "a.txt", "--config", "config/c.toml", "--select", "TPL901", "--pack", str(PACK)).code
        == 1
    )
