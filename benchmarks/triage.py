"""Gate and verdicts of visitors' reports against their labels.

A file holds a report a line: `text`, `entry`, `label`, and `verdict` where one is expected ("expected verdict: …" in the
`note` counts, too). Labels: substantiated, duplicate, vague, foreign (all real), escalate (real, too), generic, abusive,
off-topic. The entries lie in the folder `entries` beside the file, or in `--catalog`.

The sets of this repository were written after the code, and run once before anything was changed for them; later runs
are tuned. First run of `reports`: real called empty 0 of 77, empty caught 19 of 26, escalated 10 of 10, verdicts as
expected 33 of 47. First run of `fresh`: 0 of 57, 10 of 16, 5 of 6, 22 of 37. First run of `visitors` (about entries of
fixtures/prompts): 0 of 35, 2 of 4, 1 of 2, 16 of 29.

    python -m benchmarks.triage                                  the sets of this repository
    python -m benchmarks.triage FILE --catalog FOLDER --list     others, with each disagreement

Leaves with 1 where a real report is called empty, or one to escalate is not escalated.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jwtlint.engine import Linter
from jwtlint.linters import Linters
from jwtlint.triage.assess import assess
from jwtlint.triage.catalog import Catalog
from jwtlint.triage.model import Assessment, Gate, Verdict
from jwtlint.triage.subject import Subject, subject_of

CASES = Path(__file__).parent / "cases" / "reports"
PROMPTS = Path(__file__).parents[1] / "fixtures" / "prompts"
SETS = {"reports": CASES / "entries", "fresh": CASES / "entries", "visitors": PROMPTS}
"""The sets, with the folders of their entries."""
REAL = frozenset({"substantiated", "duplicate", "vague", "foreign", "escalate"})
EMPTY = frozenset({"generic", "abusive"})
RIGHT = {
    "substantiated": {Gate.SUBSTANTIATED},
    "duplicate": {Gate.SUBSTANTIATED},
    "vague": {Gate.UNCLEAR},
    "foreign": {Gate.UNCLEAR, Gate.SUBSTANTIATED},
    "escalate": {Gate.ESCALATE},
    "generic": {Gate.EMPTY, Gate.UNCLEAR},
    "abusive": {Gate.EMPTY, Gate.UNCLEAR},
    "off-topic": {Gate.EMPTY, Gate.UNCLEAR},
}
"""Gates that do no harm; the table tells the best one from the others."""
_EXPECTED = re.compile(r"expected verdict:\s*(confirms|refutes|inconclusive|not_checked)")
_LEADING = (Verdict.CONFIRMS, Verdict.REFUTES, Verdict.INCONCLUSIVE, Verdict.NOT_CHECKED)
"""Of the verdicts of several claims, the first of these speaks for the report."""


class Outcome(NamedTuple):
    """A labelled report and what was said of it."""

    case: dict[str, Any]
    assessment: Assessment

    @property
    def label(self) -> str:
        return str(self.case["label"])

    @property
    def expected(self) -> str:
        """The expected verdict; empty where none is."""
        found = _EXPECTED.search(self.case.get("note", ""))
        return str(self.case.get("verdict") or (found[1] if found else ""))

    @property
    def verdict(self) -> str:
        """The verdict that speaks for the report; "none" without a claim."""
        verdicts = {claim.verdict for claim in self.assessment.claims}
        return next((one.value for one in _LEADING if one in verdicts), "none")


def judge(path: Path, catalog: Sequence[str]) -> list[Outcome]:
    """Assess every report of a file. Raises NoEntryError for one about an entry that is not there."""
    linter, entries = Linter(), Catalog(catalog, Linters())
    subjects: dict[str, Subject] = {}
    outcomes = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            case = json.loads(line)
            name = case["entry"]
            if name not in subjects:
                entry = entries.find(name)
                subjects[name] = subject_of(entry, linter, others=entries.documents(linter))
            outcomes.append(Outcome(case, assess(case["text"], subjects[name])))
    return outcomes


def report(outcomes: Sequence[Outcome], listed: bool) -> int:
    """Print the tables; how many errors of the worst kind there are."""
    labels = [label for label in RIGHT if any(one.label == label for one in outcomes)]
    print(f"{len(outcomes)} reports\n\n{'label':16}" + "".join(f"{gate.value:>15}" for gate in Gate))
    for label in labels:
        gates = Counter(one.assessment.gate for one in outcomes if one.label == label)
        print(f"{label:16}" + "".join(f"{gates[gate] or '-':>15}" for gate in Gate))
    real = [one for one in outcomes if one.label in REAL]
    lost = [one for one in real if one.assessment.gate is Gate.EMPTY]
    missed = [one for one in real if one.label == "escalate" and one.assessment.gate is not Gate.ESCALATE]
    alarmed = [one for one in outcomes if one.label != "escalate" and one.assessment.gate is Gate.ESCALATE]
    hollow = [one for one in outcomes if one.label in EMPTY]
    caught = sum(one.assessment.gate is Gate.EMPTY for one in hollow)
    passed = sum(one.assessment.gate is Gate.SUBSTANTIATED for one in outcomes if one.label not in REAL)
    people = sum(one.assessment.gate is not Gate.EMPTY for one in outcomes)
    print(
        f"\nreal called empty         {len(lost)} of {len(real)}\n"
        f"empty caught              {caught} of {len(hollow)}\n"
        f"empty or off-topic passed {passed} of {len(outcomes) - len(real)}\n"
        f"escalated wrongly         {len(alarmed)} of {sum(one.label != 'escalate' for one in outcomes)}\n"
        f"goes to people            {people} of {len(outcomes)}\n"
    )
    _verdicts(outcomes)
    if listed:
        for one in outcomes:
            _explain(one)
    return len(lost) + len(missed)


def _verdicts(outcomes: Sequence[Outcome]) -> None:
    names = [one.value for one in _LEADING]
    expected = [one for one in outcomes if one.expected]
    print(f"{'expected verdict':18}" + "".join(f"{name:>14}" for name in (*names, "none")))
    for name in names:
        found = Counter(one.verdict for one in expected if one.expected == name)
        if found:
            print(f"{name:18}" + "".join(f"{found[one] or '-':>14}" for one in (*names, "none")))
    print(f"agreement: {sum(one.verdict == one.expected for one in expected)} of {len(expected)}\n")


def _explain(one: Outcome) -> None:
    case, gate = one.case, one.assessment.gate
    if gate not in RIGHT[one.label]:
        print(
            f"GATE    {case['id']} {one.label} -> {gate.value}: {one.assessment.masked!r} {one.assessment.reasons[0]}"
        )
    if one.expected and one.verdict != one.expected:
        whys = "; ".join(f"{claim.verdict.value}: {claim.why}" for claim in one.assessment.claims)
        print(f"VERDICT {case['id']} {one.expected} -> {one.verdict}: {one.assessment.masked!r} {whys}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=Path, help="a file, or the folder of reports.jsonl")
    parser.add_argument("--catalog", action="append", help="files and folders with the entries")
    parser.add_argument("--list", action="store_true", help="print each disagreement")
    options = parser.parse_args()
    paths = [CASES / f"{name}.jsonl" for name in SETS] if options.path is None else [_file(options.path)]
    worst = 0
    for path in paths:
        known = SETS.get(path.stem) if options.path is None else None
        places = (known, path.parent / "entries", path.parent.parent / "catalog")
        beside = [one for one in places if one is not None and one.is_dir()]
        catalog = options.catalog or [str(one) for one in beside[:1]]
        print(f"{path.stem}: ", end="")
        worst += report(judge(path, catalog), options.list)
    sys.exit(1 if worst else 0)


def _file(path: Path) -> Path:
    return path / "reports.jsonl" if path.is_dir() else path


if __name__ == "__main__":
    main()
