"""`jwtlint rules`, `jwtlint explain` and `jwtlint --version`."""

import pytest

from jwtlint.pack import builtin
from jwtlint.version import __version__
from tests.demo import PACK, jwtlint


def test_every_rule_is_listed_with_its_family() -> None:
    outcome = jwtlint("rules")
    assert outcome.code == 0
    for rule in builtin().rules:
        (line,) = (line for line in outcome.out.splitlines() if line.startswith(f"  {rule.id} "))
        assert f" {rule.name} " in line
        assert f" {rule.severity.label} " in line
    assert outcome.out.endswith(f"\n{len(builtin().rules)} rules; jwtlint explain RULE tells more of one\n")


def test_rules_of_a_pack_are_listed_too() -> None:
    assert "demo-leak" in jwtlint("rules", "--pack", str(PACK)).out
    assert jwtlint("rules", "--pack", "nowhere").code == 2


@pytest.mark.parametrize("name", ["TPL901", "demo-leak", "tpl901"])
def test_a_rule_is_explained(name: str) -> None:
    outcome = jwtlint("explain", name, "--pack", str(PACK))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "TPL901 demo-leak error (template)\n"
        "\n"
        "A LEAK stands in the prompt.\n"
        "\n"
        "It is drawn as it stands. Source: a <template>.\n"
        "\n"
        "bad: what is marked is reported\n"
        "    Draw LEAK a box.\n"
        "         ^^^^\n"
        "\n"
        "fixed: what a fix makes of it\n"
        "    Draw a box.\n"
        "\n"
        "good: nothing is reported\n"
        "    Draw a box.\n"
        "\n"
        "https://github.com/jwtlint/jwtlint/blob/main/docs/rules.md#tpl901\n"
    )


def test_every_rule_can_be_explained() -> None:
    for rule in builtin().rules:
        outcome = jwtlint("explain", rule.id)
        assert outcome.code == 0
        assert "good: nothing is reported" in outcome.out


def test_a_typo_gets_a_suggestion() -> None:
    outcome = jwtlint("explain", "demo-leek", "--pack", str(PACK))
    assert outcome.code == 2
    assert "did you mean 'demo-leak'?" in outcome.err


def test_the_version() -> None:
    assert jwtlint("--version").out == f"jwtlint {__version__}\n"


def test_rule_names_are_completed_in_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_JWTLINT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "jwtlint explain x-not")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert jwtlint().out.split() == ["x-not-x"]


def test_explain_lists_a_family() -> None:
    run = jwtlint("explain", "leg")
    assert run.code == 0
    assert "LEG101" in run.out
    assert "CON101" not in run.out
