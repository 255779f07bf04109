"""What `jwtlint merge` does: join the reports of the parts of a run to the report of the whole run."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from .catalogs import Catalogs
from .config_file import ConfigError
from .finding import Failure, Safety, Severity
from .gates import added
from .known import Known
from .linters import Linters, trusted
from .part import Part
from .part_report import MergeError, PartReport, read
from .report.destination import SpooledReport
from .report.json import LISTS, JsonReport, ascii_json
from .report.paper import Paper
from .report.rich import report_failures
from .report.totals import Totals
from .rule import RuleError
from .run import FAILED, FOUND, OK
from .session import STDIN
from .suppress import Tally

_SHOWN = 20
"""Missing parts that are told."""
_SEVERITIES = {severity.label: severity for severity in Severity}


def merge(
    paths: Sequence[str], output: Path | None, packs: Sequence[Path] = (), config: Path | None = None
) -> int:
    """Join the reports in some files, and write the whole to a file or the standard output.

    What only all entries together deserve is found now, with the rules of the run. Those of packs are code, and so is a
    configuration that names some: where the run was given them, they must be named again, as no report is trusted to.
    Returns the exit code that the whole run would have had.
    """
    errors = Paper(sys.stderr)
    try:
        reports = _together([read(Path(path)) for path in paths])
        return _joined(reports, _linters(reports[0].part, packs, config), output, errors)
    except (MergeError, ConfigError, RuleError) as error:
        report_failures(errors, [Failure("", str(error))])
        return FAILED


def _together(reports: Sequence[PartReport]) -> list[PartReport]:
    """The reports in the order of their parts, if they are all parts of one run."""
    first = reports[0]
    seen: dict[int, str] = {}
    for one in reports:
        if one.part.asked != first.part.asked:
            raise MergeError(
                f"{one.path} and {first.path} are parts of different runs; check the same files in the same way"
            )
        if (other := seen.setdefault(one.part.part, one.path)) != one.path:
            raise MergeError(f"{one.path} and {other} are the same part; leave one out")
    missing = (part for part in range(1, first.part.parts + 1) if part not in seen)
    if some := [str(part) for part in islice(missing, _SHOWN + 1)]:
        of = f"of {first.part.parts} {'is' if len(some) == 1 else 'are'} missing"
        more = ", …" if len(some) > _SHOWN else ""
        raise MergeError(f"part {', '.join(some[:_SHOWN])}{more} {of}; name the report of every part")
    return sorted(reports, key=lambda one: one.part.part)


def _linters(part: Part, packs: Sequence[Path], config: Path | None) -> Linters:
    """The linters of the run. Raises MergeError where it had code that is not named again."""
    named = {one.resolve() for one in packs}
    for one in part.overrides.packs:
        if one.resolve() not in named:
            raise MergeError(
                f"the run used the rule pack {one}; packs are code, so name it again: --pack {one}"
            )
    if part.config is None:
        return Linters(part.overrides, isolated=part.isolated)
    own = Path(part.config)
    if config is None or config.resolve() != own.resolve():
        trusted(own)
    return Linters(part.overrides, config=own, isolated=part.isolated)


def _joined(reports: Sequence[PartReport], linters: Linters, output: Path | None, errors: Paper) -> int:
    part = reports[0].part
    known = Known(linters, wanted=part.use_baseline, named=part.overrides.baseline)
    totals = _totals(reports)
    made: list[JsonReport] = []

    def make(paper: Paper) -> JsonReport:
        made.append(JsonReport(paper, paper, statistics=part.statistics))
        return made[0]

    target = SpooledReport(output, make) if output is not None else make(Paper(sys.stdout))
    for name in LISTS:
        values = _in_order(reports, name)
        for value in _judged(values, linters, known, totals) if name == "diagnostics" else values:
            made[0].restore(name, value)
    catalogs = Catalogs(linters)
    catalogs.keep(sorted(chain.from_iterable(one.part.cards for one in reports), key=lambda card: card.place))
    for checked in map(known.rest, catalogs.check()):
        report_failures(errors, checked.result.errors)
        totals.add(checked)
        target.file(checked)
    for suppressed in chain.from_iterable(one.part.suppressed for one in reports):
        tally = Tally(frozenset(suppressed.used), frozenset(suppressed.judged))
        linters.of(suppressed.path).suppressor.add(tally)
    covered = [Path(path) for path in part.paths if path != STDIN]
    totals.notices += chain.from_iterable(linter.suppressor.unused(covered) for linter in linters)
    failure = target.end(totals)
    if failure is not None:
        report_failures(errors, [failure])
    if failure is not None or totals.failures:
        return FAILED
    return FOUND if totals.failing or totals.missed_gates else OK


def _in_order(reports: Sequence[PartReport], name: str) -> Iterator[dict[str, Any]]:
    """The values of a list as the whole run would have it."""
    values = list(chain.from_iterable(one.values[name] for one in reports))
    values.sort(key=_unit)
    if name == "not_run":
        values = _counted(values)
    told: set[str] = set()
    for value in values:
        if value.pop("unit") is None:
            # What concerns the whole run is said by every part.
            said = ascii_json(value)
            if said in told:
                continue
            told.add(said)
        yield value


def _judged(
    values: Iterable[dict[str, Any]], linters: Linters, known: Known, totals: Totals
) -> Iterator[dict[str, Any]]:
    """The findings that no baseline knows, counted."""
    for value in values:
        linter, fix = linters.of(value.pop("source")), value.pop("fixable")
        if known.take(linter, value["key"]):
            totals.baselined += 1
            continue
        severity = _SEVERITIES[value["severity"]]
        totals.severities[severity] += 1
        totals.rules[value["rule"], value["name"], severity] += 1
        totals.safe += fix == Safety.SAFE.value
        totals.unsafe += fix == Safety.UNSAFE.value
        totals.failing |= linter.is_failure(value["rule"], severity)
        yield value


def _unit(value: Mapping[str, Any]) -> tuple[bool, int]:
    unit = value["unit"]
    return unit is None, unit or 0


def _counted(values: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Checks that were not made on the records of one file, added up over the parts."""
    sums: dict[tuple[str, str, str], dict[str, Any]] = {}
    for value in values:
        key = (value["rule"], value["path"], value["reason"])
        known = sums.setdefault(key, value)
        if known is not value:
            known["entries"] = known.get("entries", 1) + value.get("entries", 1)
            known["entry"] = None
    return list(sums.values())


def _totals(reports: Sequence[PartReport]) -> Totals:
    """What the parts came to together, apart from their findings."""
    totals = Totals()
    for one in reports:
        summary = one.values["summary"]
        totals.files += summary["files"]
        totals.suppressed += summary["suppressed"]
        totals.unconfirmed += summary["unconfirmed"]
        totals.failures += [Failure(value["path"], value["message"]) for value in one.values["errors"]]
        totals.gates = added((*totals.gates, *one.part.gates))
    return totals
