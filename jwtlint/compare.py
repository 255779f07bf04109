"""What `jwtlint compare` does: find the pairs, hold each translation against its original, and report it."""

import sys
from collections.abc import Iterator
from pathlib import Path

from .config_file import ConfigError
from .crash import told
from .document import Document
from .drawn_pairs import DrawnPairs, pictures_of, without_pictures
from .engine import Linter
from .entry.model import Entry
from .entry_files import entries_of, files_of
from .entry_pairs import Key, Paired, pair_up
from .finding import Failure, Notice, Result
from .linters import Linters
from .pairing import is_picture
from .parity.pair import Pair
from .parity.scope import Scope
from .picture.reader import Choice
from .report.paper import Format, Paper
from .report.rich import report_failures
from .report.totals import Totals
from .rule import RuleError
from .run import FAILED, FOUND, OK, Request, reporter_of
from .session import Checked
from .source import SourceError
from .store import cache_folder


def compare(request: Request, by: Key | None = None, scope: Scope | None = None) -> int:
    """Hold the second path of the request against the first, and report what was found.

    Returns 0 where nothing is as bad as `fail_on`, 1 where something is, 2 where something was not compared.
    """
    errors = Paper(sys.stderr, request.color)
    reporter = reporter_of(request, errors)
    totals = Totals()
    try:
        for checked in _compared(request, by, scope, totals):
            totals.add(checked)
            reporter.file(checked)
    except (ConfigError, RuleError) as error:
        totals.failures.append(Failure("", str(error)))
        report_failures(errors, totals.failures[-1:])
        if request.format is not Format.JSON:
            return FAILED
    reporter.end(totals)
    if totals.failures:
        return FAILED
    return FOUND if totals.failing and not request.exit_zero else OK


def _compared(request: Request, by: Key | None, scope: Scope | None, totals: Totals) -> Iterator[Checked]:
    linters = Linters(request.overrides, config=request.config, isolated=request.isolated)
    drawn = DrawnPairs(Choice(request.reader), cache_folder() if request.cache else None)
    sides: list[list[Entry]] = []
    for path in request.paths:
        entries, failures = _entries(path, linters)
        sides.append(entries)
        yield from (Checked(one.path, Result(one.path, errors=(one,))) for one in failures)
    originals, translations = sides
    pairing = pair_up(originals, translations, by)
    for pair in pairing.pairs:
        yield from _guarded(pair, linters, scope, drawn)
    for entry, why in pairing.orphans:
        yield _refused(entry.path, f"{_called(entry)}not compared: {why}")
    if not pairing.pairs and not pairing.orphans and originals and translations:
        yield _refused(request.paths[1], "no translation in it that can be compared; see --by")
    totals.notices += [
        Notice(entry.path, None, f"{_called(entry)}no translation of it is in {request.paths[1]}")
        for entry in pairing.untranslated
    ]
    for linter in linters:
        totals.notices += linter.suppressor.unused([Path(path) for path in request.paths])


def _entries(path: str, linters: Linters) -> tuple[list[Entry], list[Failure]]:
    """The entries of a file or folder, and what of it could not be read."""
    entries: list[Entry] = []
    failures: list[Failure] = []
    for file in files_of(path, linters):
        if isinstance(file, SourceError):
            failures.append(Failure(file.path, file.reason))
        elif not is_picture(file):
            for one in entries_of(file, linters):
                if isinstance(one, Failure):
                    failures.append(one)
                else:
                    entries.append(one)
        elif str(file) == path:
            reason = "a picture alone has no labels to align; name its entry or prompt"
            failures.append(Failure(path, reason))
    return entries, failures


def _guarded(paired: Paired, linters: Linters, scope: Scope | None, drawn: DrawnPairs) -> Iterator[Checked]:
    """Compare one pair, and its pictures where it has two; whatever goes wrong with it stops no other."""
    path = paired.translation.path
    try:
        linter = linters.of(path)
        original, translation = (Document(entry, linter.context) for entry in paired)
        pair = Pair(original, translation, scope or linter.settings.scope)
        result = linter.lint_pair(pair)
        here, there, missing = pictures_of(*paired)
        if here is None or there is None or drawn.off:
            result = without_pictures(result, linter, missing or "pictures are not read", pair.entry)
        yield _checked(path, result, paired, linter)
        if here is not None and there is not None and not drawn.off:
            path = str(there)
            yield _checked(path, drawn.lint(pair, (here, there), linter), paired, linter)
    except SourceError as error:
        yield _refused(error.path, error.reason)
    except (ConfigError, RuleError):
        raise
    except Exception as error:
        yield _refused(path, told(error))


def _checked(path: str, result: Result, paired: Paired, linter: Linter) -> Checked:
    failing = linter.fails(result)
    return Checked(path, result, paired.translation.source, failing=failing, was_failing=failing)


def _refused(path: str, reason: str) -> Checked:
    return Checked(path, Result(path, errors=(Failure(path, reason),)))


def _called(entry: Entry) -> str:
    return f"entry {entry.id!r}: " if entry.id else ""
