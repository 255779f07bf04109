"""A run over files."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .config_file import ConfigError
from .crash import told
from .engine import Linter
from .entry.discover import discover, load
from .entry.model import Entry
from .entry.read import read_entries
from .finding import Failure, Notice, NotRun, Result
from .fixer import Applied, fix
from .linters import Linters
from .pairing import is_picture, named_by, namesakes, only_pair
from .rule import RuleError
from .source import MAX_BYTES, Source, SourceError

if TYPE_CHECKING:
    from .pictures import Job, Judged

STDIN = "-"
STDIN_NAME = "<stdin>"


class Fixing(Enum):
    """Which fixes to make."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"


class Checked(NamedTuple):
    """What came of one file.

    `source` is what was read, None where nothing was; after fixing it is the fixed text, and `before` the
    original. `failing` tells that something is, and `was_failing` that something was before fixing, as bad as
    the settings' `fail_on`. `piped`: it came from the standard input.
    """

    path: str
    result: Result
    source: Source | None = None
    before: Source | None = None
    applied: tuple[Applied, ...] = ()
    failing: bool = False
    was_failing: bool = False
    piped: bool = False


class Session:
    """Checks files, each with the settings that hold where it lies; one that fails stops no other.

    `prompt` is a file that pictures without an entry of their own are held against. In `drawn` lies what earlier
    runs drew: pictures that a folder on the command line has there are not meant.
    """

    def __init__(
        self,
        linters: Linters,
        *,
        fixing: Fixing = Fixing.NONE,
        stdin_name: str = STDIN_NAME,
        prompt: str | None = None,
        drawn: Path | None = None,
    ) -> None:
        self._linters = linters
        self._fixing = fixing
        self._stdin_name = stdin_name
        self._prompt = prompt
        self._drawn = drawn.absolute() if drawn is not None else None
        self._told: set[Failure] = set()
        self._seen: set[Path] = set()
        self._pictures: list[Path] = []
        self._owner: Entry | None = None
        self._together = False
        self._taken: set[Path] = set()
        self.jobs: list[Job] = []
        """The pictures to check, known when the documents are checked."""

    def check(self, paths: Sequence[str]) -> Iterator[Checked]:
        """Check the documents of files, folders and "-" (standard input), in this order; nothing is written.

        Raises RuleError where the command line names a rule or pack that does not exist.
        """
        found = [one for path in (*paths, *self._prompts(paths)) for one in self._meant(path)]
        documents = [one for one in found if isinstance(one, Path)]
        self._pictures = [one for one in documents if is_picture(one)]
        documents = [one for one in documents if not is_picture(one)]
        self._together = only_pair(documents, self._pictures)
        for one in found:
            if one is None:
                for checked in self._guarded(self._stdin_name, self._stdin):
                    yield checked._replace(piped=True)
            elif isinstance(one, SourceError):
                yield _failed(one.path, one.reason)
            elif not is_picture(one):
                yield from self._guarded(str(one), partial(load, one))
        self._add_jobs(None, [one for one in self._pictures if one.absolute() not in self._taken])

    def check_pictures(self, judge: Callable[[Sequence["Job"]], Iterable["Judged"]]) -> Iterator[Checked]:
        """Let somebody judge the pictures that were found."""
        for judged in judge(self.jobs):
            path, entry, result = str(judged.job.path), judged.job.entry, judged.result
            if any(judged.tally):
                self._linters.of(entry.path if entry else path).suppressor.add(judged.tally)
            source = (entry.source if entry else Source(path, "")) if result.picture else None
            yield Checked(
                path,
                replace(result, errors=self._news(result.errors)),
                source,
                failing=judged.failing,
                was_failing=judged.failing,
            )

    def notices(self, paths: Sequence[str]) -> Iterator[Notice]:
        """What is left to say when everything is checked: suppressions of the configuration without use."""
        covered = [Path(path) for path in paths if path != STDIN]
        for linter in self._linters:
            yield from linter.suppressor.unused(covered)

    def _news(self, failures: Sequence[Failure]) -> tuple[Failure, ...]:
        """The failures without what was told before: a broken configuration fails for each file that it governs."""
        news = tuple(one for one in failures if one.path or one not in self._told)
        self._told.update(news)
        return news

    def _prompts(self, paths: Sequence[str]) -> tuple[str, ...]:
        return (self._prompt,) if self._prompt is not None and self._prompt not in paths else ()

    def _meant(self, path: str) -> Iterator[Path | SourceError | None]:
        """The files that a path means; None for the standard input."""
        if path == STDIN:
            yield None
        elif not path:
            yield SourceError("", "an empty path; name a file or folder")
        else:
            yield from self._found(path)

    def _add_jobs(self, entry: Entry | None, pictures: Iterable[Path]) -> None:
        from .pictures import Job

        for one in pictures:
            self._taken.add(one.absolute())
            self.jobs.append(Job(one, entry or self._owner))

    def _found(self, path: str) -> Iterator[Path | SourceError]:
        """What a path means, without what an earlier one meant already."""
        folder = Path(path)
        if not folder.is_dir():
            found = discover([path])
        else:
            patterns, root = self._linters.exclusions(folder)
            found = discover([path], patterns, root)
        for one in found:
            if isinstance(one, SourceError):
                yield one
            elif (name := one.absolute()) not in self._seen and not (
                folder != one and (self._linters.excludes(one) or self._is_drawn(folder, one))
            ):
                self._seen.add(name)
                yield one

    def _is_drawn(self, folder: Path, one: Path) -> bool:
        """Did an earlier run draw a file of this folder? Who names the folder of drawings itself means them."""
        drawn = self._drawn
        if drawn is None or not is_picture(one) or folder.absolute().is_relative_to(drawn):
            return False
        return one.absolute().is_relative_to(drawn)

    def _stdin(self) -> Source:
        return Source.decode(self._stdin_name, sys.stdin.buffer.read(MAX_BYTES + 1))

    def _guarded(self, path: str, read: Callable[[], Source]) -> Iterator[Checked]:
        try:
            yield self._checked(read())
        except ConfigError as error:
            if news := self._news([error.failure]):
                yield Checked("", Result("", errors=news))
        except SourceError as error:
            yield _failed(error.path, error.reason)
        except OSError as error:
            yield _failed(path, f"cannot be read: {error.strerror or error}")
        except RuleError:
            raise
        except Exception as error:
            yield _failed(path, told(error))

    def _checked(self, source: Source) -> Checked:
        path = source.path
        linter = self._linters.of(path)
        if self._fixing is Fixing.NONE:
            result = linter.lint(source)
            failing = linter.fails(result)
            checked = Checked(path, result, source, failing=failing, was_failing=failing)
        else:
            fixed = fix(linter, source, unsafe=self._fixing is Fixing.UNSAFE)
            checked = Checked(
                path,
                fixed.result,
                fixed.source,
                source,
                fixed.applied,
                failing=linter.fails(fixed.result),
                was_failing=linter.fails(fixed.found),
            )
        not_run = self._paired(checked.source or source, linter)
        result = checked.result
        return checked._replace(result=replace(result, not_run=(*result.not_run, *not_run)))

    def _paired(self, source: Source, linter: Linter) -> Iterator[NotRun]:
        """Find the pictures of a document's entries; yields the checks that miss one."""
        entries = list(read_entries(source))
        named = [named_by(entry) for entry in entries]
        owned = namesakes(Path(source.path), self._pictures)
        if self._together:
            owned = self._pictures
        if self._prompt is not None and Path(source.path).absolute() == Path(self._prompt).absolute():
            self._owner = entries[0]
        for entry, name in zip(entries, named, strict=True):
            pictures = [name.path] if name and name.path else []
            if len(entries) == 1:
                pictures += [one for one in owned if not any(map(one.samefile, pictures))]
            self._add_jobs(entry, pictures)
            if not pictures and entry is not self._owner:
                reason = name.why if name else "no picture"
                for rule in linter.active:
                    if rule.reads_pictures and not rule.reads_entries:
                        yield NotRun(rule.id, reason, source.path, entry.id)


def _failed(path: str, reason: str) -> Checked:
    return Checked(path, Result(path, errors=(Failure(path, reason),)))
