"""The pictures of a run: who checks them, how far it has come, and what is drawn on them afterwards."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .crash import told
from .finding import Failure, Notice
from .linters import Linters
from .picture.cache import default_folder
from .picture.reader import Choice, ReaderError
from .pictures import Job, Judged, Options, PictureChecker, Recipe, check_all
from .source import SourceError

if TYPE_CHECKING:
    from .report.totals import Totals
    from .run import Request
    from .session import Checked


def judged(linters: Linters, request: "Request", totals: "Totals", jobs: Sequence[Job]) -> Iterator[Judged]:
    """Check the pictures of a run, with a progress bar on a terminal.

    What a missing reader or language costs is added to the notices of the totals.
    """
    cache = default_folder() if request.cache else None
    options = Options(Choice(request.reader), cache, request.jobs or os.cpu_count() or 1)
    checker = PictureChecker(linters, options)
    if not isinstance(checker.readers, ReaderError):
        totals.notices += [Notice("", None, one) for one in checker.readers.lost]
    recipe = Recipe(request.overrides, request.config, request.isolated, options)
    results = check_all(jobs, recipe, checker)
    if len(jobs) > 1 and sys.stderr.isatty() and not request.quiet:
        from .report.progress import with_progress

        results = with_progress(results, len(jobs))
    yield from results


def annotated(one: "Checked", folder: Path) -> "Checked":
    """Draw the findings of a picture on it, and say where; where that fails, say why."""
    from .report.annotate import annotate

    result, path = one.result, one.path
    if not result.diagnostics:
        return one
    try:
        written = annotate(Path(path), result.diagnostics, folder)
    except Exception as error:
        failure = Failure(path, f"the annotated picture could not be written: {_why(error)}")
        return one._replace(result=replace(result, errors=(*result.errors, failure)))
    notice = Notice(path, None, f"annotated in {written}")
    return one._replace(result=replace(result, notices=(*result.notices, notice)))


def _why(error: Exception) -> str:
    match error:
        case SourceError():
            return error.reason
        case OSError():
            return error.strerror or str(error)
    return told(error)
