"""Found and missed defects, and false alarms, on labelled prompts.

Every planted document has one defect; a diagnostic at warning or above that overlaps its words, from a rule of its
family, finds it. Every diagnostic at warning or above on a clean document is a false alarm; so is one on a planted
document that overlaps none of the planted places.

    python -m benchmarks.verdicts                 all sets: dev and heldout were tuned on after their first run
    python -m benchmarks.verdicts --set fresh     one of them
    python -m benchmarks.verdicts --list          each miss and each false alarm
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.finding import Diagnostic, Severity
from jwtlint.source import Source, SourceError

CASES = Path(__file__).parent / "cases"
SETS = ("dev", "heldout", "fresh")
TODAY = date(2026, 11, 23)
# Kinds of defect that two families can rightly claim.
AKIN = {
    "inconsistent-name": {"SPL", "STR", "LEG"},
    "mojibake-or-invisible": {"TPL", "SPL"},
    "count-mismatch": {"CON", "LEG", "STR"},
    "language-conflict": {"CON", "CAT"},
    "leaked-placeholder": {"TPL", "STR"},
    "legend-missing": {"LEG", "CON"},
    "non-canonical-term": {"SPL"},
    "vendor-asked": {"VND", "CON"},
    "language-name-vs-code": {"CAT", "CON"},
    "excluding-demands": {"CON", "STR", "CAT"},
    "overstated-claim": {"FLW"},
}


class Outcome(NamedTuple):
    """What was said about one case: whether its defect was found, and the diagnostics that are wrong."""

    case: dict[str, Any]
    found: bool
    wrong: tuple[Diagnostic, ...]
    error: str = ""


def judge(linter: Linter, case: dict[str, Any]) -> Outcome:
    """Lint one case and compare with its label."""
    path = f"{case['id']}.{'md' if case['kind'] == 'markdown' else 'txt'}"
    try:
        result = linter.lint(Source.decode(path, case["text"].encode()))
    except SourceError as error:
        return Outcome(case, False, (), str(error))
    serious = [one for one in result.diagnostics if one.severity >= Severity.WARNING]
    if case["class"] == "clean":
        return Outcome(case, False, tuple(serious))
    places = list(_places(case))
    families = AKIN.get(case["class"], set()) | {case["family"]}
    hits = [one for one in serious if one.rule[:3] in families and _touches(one, places)]
    wrong = [one for one in serious if not _touches(one, places)]
    return Outcome(case, bool(hits), tuple(wrong))


def _places(case: dict[str, Any]) -> Iterator[tuple[int, int]]:
    for words in (case["planted"], *case.get("also", ())):
        at = case["text"].find(words)
        while at >= 0:
            yield at, at + len(words)
            at = case["text"].find(words, at + 1)


def _touches(diagnostic: Diagnostic, places: list[tuple[int, int]]) -> bool:
    locations = [diagnostic.location, *(related.location for related in diagnostic.related)]
    return any(
        location.span.start <= end and start <= location.span.end
        for location in locations
        if location.span
        for start, end in places
    )


def report(name: str, outcomes: list[Outcome], listed: bool) -> None:
    """Print the table of one set of cases."""
    by_class: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_class[outcome.case["class"]].append(outcome)
    print(f"{name}: {len(outcomes)} documents\n\n{'class':24} {'found':>9} {'false alarms':>14}")
    for kind in sorted(by_class):
        group = by_class[kind]
        found = f"{sum(one.found for one in group)}/{len(group)}" if kind != "clean" else f"- /{len(group)}"
        print(f"{kind:24} {found:>9} {sum(len(one.wrong) for one in group):>14}")
    planted = [one for one in outcomes if one.case["class"] != "clean"]
    clean = [one for one in outcomes if one.case["class"] == "clean"]
    total = f"{sum(one.found for one in planted)}/{len(planted)}"
    print(
        f"{'all planted':24} {total:>9} {sum(len(one.wrong) for one in planted):>14}\n"
        f"clean documents with an alarm: {sum(bool(one.wrong) for one in clean)} of {len(clean)}\n"
    )
    if listed:
        for one in outcomes:
            _explain(one)


def _explain(outcome: Outcome) -> None:
    case = outcome.case
    if outcome.error:
        print(f"UNREAD {case['id']} {outcome.error}")
    elif case["class"] != "clean" and not outcome.found:
        print(f"MISSED {case['id']} {case['class']}: {case['planted']!r} ({case['note']})")
    for wrong in outcome.wrong:
        print(f"FALSE  {case['id']} {wrong.rule} {wrong.name}: {wrong.message} [{wrong.text!r}]")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", choices=(*SETS, "all"), default="all")
    parser.add_argument("--list", action="store_true", help="print each miss and each false alarm")
    options = parser.parse_args()
    linter = Linter(Settings(today=TODAY))
    for name in SETS if options.set == "all" else (options.set,):
        lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        report(name, [judge(linter, json.loads(line)) for line in lines if line.strip()], options.list)


if __name__ == "__main__":
    main()
