"""Writes what every fixture deserves to fixtures/reports, for a person to review before it is committed.

python scripts/generate_reports.py            write the reports
python scripts/generate_reports.py --check    leave with 1 where a report is not what would be written
"""

import argparse
import sys
from collections.abc import Iterator
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


def stale() -> Iterator[tuple[Path, str]]:
    """The reports that differ from what is written, with their new text."""
    linter = Linter(Settings(today=TODAY))
    for path in prompts():
        golden = REPORTS / f"{path.name}.report"
        text = report(path, linter)
        if not golden.is_file() or golden.read_text(encoding="utf-8") != text:
            yield golden, text


def main() -> int:
    """Write the reports, or say which are stale."""
    parser = argparse.ArgumentParser(description="Write the golden reports of the fixtures.")
    parser.add_argument("--check", action="store_true", help="write nothing; leave with 1 where one is stale")
    check = parser.parse_args().check
    changed = list(stale())
    for golden, text in changed:
        print(golden.name)
        if not check:
            REPORTS.mkdir(exist_ok=True)
            golden.write_text(text, encoding="utf-8")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
