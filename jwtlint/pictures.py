"""Checks pictures: one by one, or many in parallel processes, each with one thread."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .config_file import ConfigError
from .crash import told
from .engine import Linter
from .entry.model import Entry, Field
from .finding import Failure, NotRun, Result
from .linters import Linters, Overrides
from .picture.reader import Choice, ReaderError, Readers, readers_of
from .results import Results, name_of
from .rule import RuleError
from .source import SourceError
from .suppress import Tally

if TYPE_CHECKING:
    from .picture.picture import Picture

_VENDORS, _SPELLING, _WATERMARK = "PIC150", "PIC102", "PIC160"
_MOST_PROCESSES = 61
"""Windows waits for no more at once."""


class Options(NamedTuple):
    """How pictures are read. `cache` is the folder of earlier readings, None for none; `jobs` counts processes."""

    reader: Choice = Choice.AUTO
    cache: Path | None = None
    jobs: int = 1


class Job(NamedTuple):
    """A picture to check, and the entry that it belongs to."""

    path: Path
    entry: Entry | None = None


class Judged(NamedTuple):
    """What came of one picture; `failing` as in `session.Checked`, `tally` that of the process so far."""

    job: Job
    result: Result
    failing: bool = False
    tally: Tally = Tally()


class Recipe(NamedTuple):
    """What a process needs to make linters of its own."""

    overrides: Overrides
    config: Path | None
    isolated: bool
    options: Options


class PictureChecker:
    """Checks pictures in this process. Readers and their models are loaded once."""

    def __init__(self, linters: Linters, options: Options) -> None:
        self._linters = linters
        self._options = options
        self._results = Results(options.cache)

    @cached_property
    def readers(self) -> Readers | ReaderError:
        """The readers of the run, or why there are none."""
        try:
            return readers_of(self._options.reader)
        except ReaderError as error:
            return error

    def check(self, job: Job) -> Judged:
        """Check one picture; whatever is wrong with it or its configuration stops no other.

        Raises RuleError as `Linters.of` does.
        """
        from .picture.cache import Cache
        from .picture.file import load
        from .picture.picture import Picture

        path = str(job.path)
        try:
            linter = self._linters.of(job.entry.path if job.entry else path)
            file = load(job.path)
            if isinstance(self.readers, ReaderError):
                raise SourceError(path, f"not read: {self.readers}; --reader none checks only its file")
            languages = languages_of(job.entry, linter.context.languages.identify)
            picture = Picture(file, self.readers, languages, Cache(self._options.cache))
            picture.source.name = linter.settings.name_of(path)
            name = name_of(picture.sight_name, picture.source, job.entry, linter)
            result = self._results.get(name) if name else None
            if result is None:
                result = self._checked(picture, job.entry, linter, languages)
                if name and not result.errors:
                    self._results.put(name, result)
        except SourceError as error:
            return Judged(job, Result(path, errors=(Failure(error.path, error.reason),)))
        except ConfigError as error:
            return Judged(job, Result(path, errors=(error.failure,)))
        except RuleError:
            raise
        except Exception as error:
            return Judged(job, Result(path, errors=(Failure(path, told(error)),)))
        return Judged(job, result, linter.fails(result), linter.suppressor.tally)

    def _checked(
        self, picture: "Picture", entry: Entry | None, linter: Linter, languages: Sequence[str]
    ) -> Result:
        picture.look()
        result = linter.lint_picture(picture, entry)
        not_run = tuple(_not_seen(picture.readers, languages, linter, result))
        return replace(result, not_run=(*result.not_run, *not_run))


def check_all(jobs: Sequence[Job], recipe: Recipe, checker: PictureChecker) -> Iterator[Judged]:
    """Check many pictures, in parallel where the options allow it; the results come in the order of the jobs."""
    processes = min(recipe.options.jobs, len(jobs), _MOST_PROCESSES)
    if processes <= 1:
        yield from map(checker.check, jobs)
        return
    at = 0
    for judged in _in_parallel(jobs, recipe, processes):
        yield judged
        at += 1
    # A process was ended from outside: what is left is checked one by one, so that only its own picture fails.
    for job in jobs[at:]:
        yield next(_in_parallel([job], recipe, 1), _ended(job))


def _ended(job: Job) -> Judged:
    reason = "the process that read it was ended from outside; is there enough memory?"
    return Judged(job, Result(str(job.path), errors=(Failure(str(job.path), reason),)))


def _in_parallel(jobs: Sequence[Job], recipe: Recipe, processes: int) -> Iterator[Judged]:
    """The results in order, until a process is ended from outside."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_prepare, initargs=(recipe,)
    )
    try:
        futures = [pool.submit(_check, job) for job in jobs]
        for future in futures:
            yield future.result()
    except BrokenProcessPool:
        return
    finally:
        # Whoever stops early, as after Ctrl-C, waits for no picture that has not been begun.
        pool.shutdown(wait=True, cancel_futures=True)


_checker: PictureChecker | None = None


def _prepare(recipe: Recipe) -> None:
    """Set up a process: one thread, and readers of its own."""
    global _checker
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    linters = Linters(recipe.overrides, config=recipe.config, isolated=recipe.isolated)
    _checker = PictureChecker(linters, recipe.options)


def _check(job: Job) -> Judged:
    assert _checker is not None
    return _checker.check(job)


def _not_seen(readers: Readers, languages: Sequence[str], linter: Linter, result: Result) -> Iterator[NotRun]:
    """What nobody looked for on a picture, or only with half an eye."""
    active = {rule.id for rule in linter.active}
    if _VENDORS in active:
        unread = "drawn logos: not checked, only names in letters are read"
        yield NotRun(_VENDORS, unread, result.path, inherent=True)
    if _WATERMARK in active and not readers.readers:
        yield NotRun(_WATERMARK, "marks in words: not checked, as nobody read the picture", result.path)
    for reader in readers.readers:
        for remedy in reader.missing(languages):
            yield NotRun(_SPELLING, f"{reader.name} lacks the letters of a language ({remedy})", result.path)


def languages_of(entry: Entry | None, identify: Callable[[str], str | None]) -> tuple[str, ...]:
    """The languages that the text of a picture may be in: those of its entry, and English."""
    texts = [entry.prompt, entry.get(Field.DESCRIPTION)] if entry else []
    found = [code for text in texts if text and (code := identify(text.value))]
    return tuple(dict.fromkeys((*found, "en")))
