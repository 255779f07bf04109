"""Writes what every fixture deserves to fixtures/reports, for a person to review before it is committed.

python scripts/generate_reports.py
"""

from datetime import date
from pathlib import Path

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.source import Source

FIXTURES = Path(__file__).parents[1] / "fixtures"
PROMPTS = FIXTURES / "prompts"
REPORTS = FIXTURES / "reports"
TODAY = date(2026, 11, 23)


def prompts() -> list[Path]:
    """The fixtures that are linted."""
    return sorted(path for path in PROMPTS.iterdir() if path.suffix in (".txt", ".md"))


def report(path: Path, linter: Linter) -> str:
    """One line for each diagnostic, in the order of the text."""
    result = linter.lint(Source.decode(path.name, path.read_bytes()))
    lines = [f"error: {failure.reason}" for failure in result.errors]
    for one in result.diagnostics:
        place = one.location
        lines.append(f"{place.line}:{place.column} {one.severity.label} {one.rule} {one.message}")
    return "".join(f"{line}\n" for line in lines) or "nothing\n"


def main() -> None:
    """Write every report."""
    linter = Linter(Settings(today=TODAY))
    REPORTS.mkdir(exist_ok=True)
    for path in prompts():
        (REPORTS / f"{path.name}.report").write_text(report(path, linter), encoding="utf-8")


if __name__ == "__main__":
    main()
