"""Found and missed changes, and false alarms, on translations.

Each pair of the sets is an original and an honest translation; changes are planted in the translation one at a time. A
diagnostic at warning or above from one of the rules that may claim a change finds it. On an honest translation every
diagnostic at warning or above is a false alarm; on a planted one each that no such rule gives.

    python -m benchmarks.parity                 all sets
    python -m benchmarks.parity --set fresh     one of them; see the heads of the files for when each was written
    python -m benchmarks.parity --list          each miss and each false alarm
"""

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jwtlint.config import Settings
from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Diagnostic, Severity
from jwtlint.parity.pair import Pair
from jwtlint.source import Source

CASES = Path(__file__).parent / "parity_cases"
SETS = ("dev", "fresh", "unseen", "visits")


class Outcome(NamedTuple):
    """What was said about one translation: whether its change was found (None: it has none), and what is wrong."""

    case: str
    kind: str
    found: bool | None
    by: str
    wrong: tuple[Diagnostic, ...]


def outcomes(linter: Linter, name: str) -> Iterator[Outcome]:
    """Judge every translation of a set."""
    for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["pair"]:
        serious = diagnostics(linter, case["original"], case["translation"])
        yield Outcome(case["id"], "honest", None, "", serious)
        for change in case["planted"]:
            assert case["translation"].count(change["old"]) == 1, (case["id"], change["old"])
            changed = case["translation"].replace(change["old"], change["new"])
            yield _outcome(case["id"], change, diagnostics(linter, case["original"], changed))


def diagnostics(linter: Linter, original: str, translation: str) -> tuple[Diagnostic, ...]:
    """What is said of a translation at warning or above."""
    documents = [
        Document(next(iter(read_entries(Source(f"{side}.{_ending(text)}", text)))), linter.context)
        for side, text in (("original", original), ("translation", translation))
    ]
    result = linter.lint_pair(Pair(documents[0], documents[1]))
    assert not result.errors, result.errors
    return tuple(one for one in result.diagnostics if one.severity >= Severity.WARNING)


def _ending(text: str) -> str:
    return "md" if text.startswith("---\n") else "txt"


def _outcome(case: str, change: dict[str, Any], said: tuple[Diagnostic, ...]) -> Outcome:
    ours = [one for one in said if one.rule in change["rules"]]
    wrong = tuple(one for one in said if one.rule not in (*change["rules"], *change.get("also", ())))
    return Outcome(case, change["kind"], bool(ours), ours[0].rule if ours else "", wrong)


def report(name: str, judged: list[Outcome], listed: bool) -> None:
    """Print the tables of one set: by kind of change, and by rule."""
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for one in judged:
        by_kind[one.kind].append(one)
    honest = by_kind.pop("honest", [])
    print(f"{name}: {len(honest)} honest translations, {len(judged) - len(honest)} planted changes\n")
    print(f"{'change':24} {'found':>9} {'false alarms':>14}")
    for kind, group in sorted(by_kind.items()):
        found = f"{sum(bool(one.found) for one in group)}/{len(group)}"
        print(f"{kind:24} {found:>9} {sum(len(one.wrong) for one in group):>14}")
    planted = [one for group in by_kind.values() for one in group]
    total = f"{sum(bool(one.found) for one in planted)}/{len(planted)}"
    print(f"{'all planted':24} {total:>9} {sum(len(one.wrong) for one in planted):>14}")
    print(f"{'honest':24} {'-':>9} {sum(len(one.wrong) for one in honest):>14}\n")
    found_by = Counter(one.by for one in planted if one.by)
    wrong_by = Counter(wrong.rule for one in judged for wrong in one.wrong)
    print(f"{'rule':8} {'found':>6} {'false':>6}")
    for rule in sorted(found_by | wrong_by):
        print(f"{rule:8} {found_by[rule]:>6} {wrong_by[rule]:>6}")
    print()
    for one in judged if listed else ():
        if one.found is False:
            print(f"MISSED {one.case} {one.kind}")
        for wrong in one.wrong:
            print(
                f"FALSE  {one.case} ({one.kind}) {wrong.rule} {wrong.name}: {wrong.message} [{wrong.text!r}]"
            )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", choices=(*SETS, "all"), default="all")
    parser.add_argument("--list", action="store_true", help="print each miss and each false alarm")
    options = parser.parse_args()
    linter = Linter(Settings())
    for name in SETS if options.set == "all" else (options.set,):
        report(name, list(outcomes(linter, name)), options.list)


if __name__ == "__main__":
    main()
