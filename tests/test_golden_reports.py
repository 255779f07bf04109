"""What every fixture deserves is what was reviewed; `python scripts/generate_reports.py` writes it anew."""

from pathlib import Path

import pytest

from jwtlint.config import Settings
from jwtlint.engine import Linter
from scripts.generate_reports import REPORTS, TODAY, prompts, report


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(today=TODAY))


@pytest.mark.parametrize("path", prompts(), ids=lambda path: path.stem)
def test_report(path: Path, linter: Linter) -> None:
    assert report(path, linter) == (REPORTS / f"{path.name}.report").read_text(encoding="utf-8")


def test_every_report_has_its_fixture() -> None:
    assert {file.name for file in REPORTS.iterdir()} == {f"{path.name}.report" for path in prompts()}
