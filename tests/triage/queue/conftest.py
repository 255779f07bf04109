"""A desk for each test."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import jwtlint.triage.queue.intake as intake
from jwtlint.triage.queue import clock

from .desk import START, Desk, look


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new queue."""
    made = Desk(tmp_path)
    yield made
    made.queue.database.close()


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder for commands: a queue of its own, a clock that stands still, and a judge that is simple."""
    judge = ModuleType(f"{intake.__name__}.judge")
    judge.look = look  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, judge.__name__, judge)
    monkeypatch.setattr(intake, "judge", judge, raising=False)
    monkeypatch.setattr(clock, "system_clock", lambda: START)
    monkeypatch.setenv("JWTLINT_TRIAGE_DB", str(tmp_path / "triage.db"))
    monkeypatch.setenv("JWTLINT_TRIAGE_MODERATOR", "ann")
    monkeypatch.delenv("JWTLINT_TRIAGE_CATALOG", raising=False)
    monkeypatch.delenv("JWTLINT_TRIAGE_HOURS", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path
