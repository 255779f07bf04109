"""Recipes: whoever works by one is who the run takes him for, or says why not."""

import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from jwtlint import recipe
from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.pack import user_pack
from jwtlint.picture.reader import Choice
from jwtlint.recipe import Recipe, linter_of, recipe_of, state_of
from jwtlint.rule import RuleError
from tests.demo import PACK


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


def made(pack: Path, *select: str) -> Recipe:
    return recipe_of(Linter(Settings(select=select, packs=(pack,))), Choice.AUTO, None)


def refused(wanted: Recipe) -> str:
    """Why a worker refuses a recipe, as it reaches the run from another process."""
    with pytest.raises(RuleError) as raised:
        linter_of(wanted)
    return str(pickle.loads(pickle.dumps(raised.value)))


def forget() -> None:
    """As in a process of its own."""
    user_pack.cache_clear()
    recipe._digest.cache_clear()
    recipe._versions.cache_clear()


def test_the_same_rules_make_the_same_linter(pack: Path) -> None:
    wanted = made(pack, "TPL901")
    forget()
    assert [rule.id for rule in linter_of(wanted).active] == ["TPL901"]


def test_a_worker_without_a_rule_that_is_selected_has_other_rules(pack: Path) -> None:
    wanted = made(pack, "TPL901")
    for file in (pack / "rules").glob("*.py"):
        if "TPL901" in file.read_text():
            file.unlink()
    forget()
    assert "a worker has other rules than this run" in refused(wanted)


def test_a_worker_without_the_pack(pack: Path) -> None:
    wanted = made(pack)
    shutil.rmtree(pack)
    forget()
    assert "a worker cannot load a pack of this run; install it there" in refused(wanted)


def test_a_worker_with_another_library(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = made(pack)
    forget()
    monkeypatch.setattr(recipe, "version_of", lambda name: "0")
    assert "a worker has langcodes 0, this run langcodes" in refused(wanted)
    forget()


def test_a_pack_may_read_any_file_and_libraries_have_a_say(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def state() -> bytes:
        forget()
        return state_of(Linter(replace(Settings(), packs=(pack,))))

    before = state()
    (pack / ".hidden").write_text("")
    assert state() == before
    (pack / "terms.json").write_text("{}")
    assert (later := state()) != before
    monkeypatch.setattr(recipe, "version_of", lambda name: "0")
    assert state() != later
    forget()
