"""What `jwtlint triage check` does: judge reports about entries, and say it at once."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..config_file import ConfigError
from ..crash import told
from ..engine import Linter
from ..entry.model import Entry
from ..finding import Failure, Severity
from ..linters import Linters, Overrides
from ..pairing import named_in
from ..report.paper import Color, Paper
from ..report.rich import report_failures
from ..rule import RuleError
from ..session import STDIN
from ..source import MAX_BYTES, Source, SourceError
from .assess import assess
from .batch import Refused, Sent, called, opened, read_batch
from .catalog import Catalog, NoEntryError
from .model import Assessment
from .pictured import Pictured
from .subject import Subject, subject_of

OK, FAILED = 0, 2


class Wish(NamedTuple):
    """What somebody wants judged: a text, or the reports of a file (`batch`), about an entry or those they name.

    `picture` is the picture of `entry`; `own_pictures` reads those that the entries name.
    """

    entry: str = ""
    text: str | None = None
    batch: str | None = None
    catalog: tuple[str, ...] = ()
    picture: Path | None = None
    own_pictures: bool = False
    reader: str = "auto"
    config: Path | None = None
    isolated: bool = False
    as_json: bool = False
    color: Color = Color.AUTO


class Judged(NamedTuple):
    """A report with what is said of it."""

    report: Sent
    assessment: Assessment


def check_reports(wish: Wish) -> int:
    """Judge the reports and write what comes of it; one that cannot be judged stops no other.

    Returns the exit code: 2 where something could not be judged.
    """
    errors = Paper(sys.stderr, wish.color)
    paper = Paper(sys.stdout, wish.color)
    try:
        desk = Desk(wish)
        failed = _write(paper, errors, desk.judge(), wish)
    except (ConfigError, RuleError) as error:
        report_failures(errors, [Failure("", str(error))])
        return FAILED
    report_failures(errors, desk.catalog.failures)
    return FAILED if failed or desk.catalog.failures else OK


def _write(paper: Paper, errors: Paper, judged: Iterator[Judged | Failure], wish: Wish) -> bool:
    failed = False
    for one in judged:
        if isinstance(one, Failure):
            failed = True
            report_failures(errors, [one])
        elif wish.as_json:
            from ..report.assessment_json import as_json

            paper.stream.write(as_json(one.assessment, one.report if wish.batch else None) + "\n")
        else:
            from ..report.assessment import show_assessment

            show_assessment(paper, one.assessment, _name(one.report) if wish.batch else "")
        paper.stream.flush()
    return failed


def _name(report: Sent) -> str:
    return report.ref or f"line {report.line}"


class Desk:
    """Judges reports; an entry is read and linted once, however many reports are about it.

    Raises ConfigError where the configuration that is named cannot be used.
    """

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._linters = Linters(
            Overrides(min_severity=Severity.INFO), config=wish.config, isolated=wish.isolated
        )
        self.catalog = Catalog(wish.catalog, self._linters)
        self._pictured = Pictured(wish.reader)
        self._subjects: dict[str, Subject] = {}

    def judge(self) -> Iterator[Judged | Failure]:
        """Each report judged, or why it was not. Raises RuleError and ConfigError as `Linters.of` does."""
        for report in self._reports():
            if isinstance(report, Failure):
                yield report
                continue
            name = report.entry or self._wish.entry
            try:
                yield Judged(report, assess(report.text, self._subject(name)))
            except NoEntryError as error:
                yield Failure(self._place(report), str(error))
            except SourceError as error:
                yield Failure(error.path, error.reason)
            except (ConfigError, RuleError):
                raise
            except Exception as error:
                yield Failure(self._place(report), told(error))

    def _reports(self) -> Iterator[Sent | Failure]:
        wish = self._wish
        try:
            if wish.batch is not None:
                with opened(wish.batch) as stream:
                    for one in read_batch(stream):
                        yield Failure(self._place(one), one.reason) if isinstance(one, Refused) else one
            elif wish.text == STDIN:
                yield Sent(1, Source.decode(called(STDIN), sys.stdin.buffer.read(MAX_BYTES + 1)).value)
            else:
                yield Sent(1, wish.text or "")
        except SourceError as error:
            yield Failure(error.path, error.reason)

    def _place(self, report: Sent | Refused) -> str:
        batch = self._wish.batch
        return f"{called(batch)}:{report.line}" if batch else ""

    def _subject(self, name: str) -> Subject:
        known = self._subjects.get(name)
        if known is None:
            entry = self.catalog.find(name)
            linter = self._linters.of(entry.path)
            known = self._subjects[name] = self._made(entry, linter)
        return known

    def _made(self, entry: Entry, linter: Linter) -> Subject:
        picture = None
        path = self._wish.picture
        if path is None and self._wish.own_pictures:
            named = named_in(entry)
            path = named.path if named else None
        if path is not None:
            picture = self._pictured.open(path, entry, linter)
        return subject_of(entry, linter, picture, self.catalog.documents(linter))
