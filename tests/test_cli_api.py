"""`import jwtlint`: what other programs call."""

import subprocess
import sys
from pathlib import Path

import pytest

import jwtlint
from tests.demo import PACK

SETTINGS = jwtlint.Settings(select=("TPL901", "CON901"), packs=(PACK,))


def test_lint() -> None:
    (one,) = jwtlint.lint("Draw LEAK.", settings=SETTINGS)
    assert isinstance(one, jwtlint.Diagnostic)
    assert (one.rule, one.severity, one.path, one.text) == (
        "TPL901",
        jwtlint.Severity.ERROR,
        "<text>",
        "LEAK",
    )
    assert (one.location.line, one.location.column) == (1, 6)
    assert jwtlint.lint("Draw LEAK.", path="b.md", settings=SETTINGS)[0].path == "b.md"


def test_lint_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.txt"
    file.write_text("Draw LEAK.")
    (tmp_path / "jwtlint.toml").write_text(f"packs = ['{PACK}']\nselect = ['TPL901']\n")
    assert [one.rule for one in jwtlint.lint_file(file)] == ["TPL901"]
    assert [one.rule for one in jwtlint.lint_file(str(file), settings=SETTINGS)] == ["TPL901"]
    with pytest.raises(jwtlint.SourceError, match="no such file"):
        jwtlint.lint_file(tmp_path / "gone.txt")


def test_fix() -> None:
    assert jwtlint.fix("Draw LEAK ONE TWO.", settings=SETTINGS) == "Draw ONE TWO."
    assert jwtlint.fix("Draw LEAK ONE TWO.", unsafe=True, settings=SETTINGS) == "Draw  ."


def test_parse() -> None:
    prompt = jwtlint.parse('Infographic titled "DNS". Arrows: Browser to Resolver labeled "query".')
    assert prompt.title is not None
    assert prompt.title.value == "DNS"


def test_what_cannot_be_checked_raises() -> None:
    with pytest.raises(jwtlint.SourceError, match="empty"):
        jwtlint.lint("  ")
    with pytest.raises(jwtlint.RuleError, match="TPL999"):
        jwtlint.lint("Draw.", settings=jwtlint.Settings(select=("TPL999",)))
    crashing = jwtlint.Settings(select=("SEC901",), packs=(PACK,))
    with pytest.raises(jwtlint.SourceError, match="SEC901"):
        jwtlint.lint("CRASH", settings=crashing)


def test_every_public_name_is_there() -> None:
    for name in jwtlint.__all__:
        assert getattr(jwtlint, name) is not None
    assert set(jwtlint.__all__) == set(dir(jwtlint))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = jwtlint.nonsense


def test_importing_costs_nothing() -> None:
    program = (
        "import sys; before = set(sys.modules); import jwtlint; print(*sorted(set(sys.modules) - before))"
    )
    root = str(Path(__file__).parents[1])
    shown = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": root}, check=True, capture_output=True, text=True
    )
    ours = {name for name in shown.stdout.split() if name.startswith("jwtlint")}
    assert ours == {"jwtlint", "jwtlint.version"}
