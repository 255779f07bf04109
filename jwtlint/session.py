"""A run over files."""

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .config_file import ConfigError
from .crash import told
from .engine import Linter
from .entry.discover import discover, load
from .finding import Failure, Notice, Result
from .fixer import Applied, fix
from .linters import Linters
from .rule import RuleError
from .source import MAX_BYTES, Source, SourceError

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
    """Checks files, each with the settings that hold where it lies; one that fails stops no other."""

    def __init__(
        self, linters: Linters, *, fixing: Fixing = Fixing.NONE, stdin_name: str = STDIN_NAME
    ) -> None:
        self._linters = linters
        self._fixing = fixing
        self._stdin_name = stdin_name
        self._told: set[ConfigError] = set()
        self._seen: set[Path] = set()

    def check(self, paths: Sequence[str]) -> Iterator[Checked]:
        """Check files, folders and "-" (standard input), in this order; nothing is written.

        Raises RuleError where the command line names a rule or pack that does not exist.
        """
        for path in paths:
            if path == STDIN:
                for checked in self._guarded(self._stdin_name, self._stdin):
                    yield checked._replace(piped=True)
                continue
            if not path:
                yield _failed("", "an empty path; name a file or folder")
                continue
            for found in self._found(path):
                if isinstance(found, SourceError):
                    yield _failed(found.path, found.reason)
                else:
                    yield from self._guarded(str(found), partial(load, found))

    def notices(self, paths: Sequence[str]) -> Iterator[Notice]:
        """What is left to say when everything is checked: suppressions of the configuration without use."""
        covered = [Path(path) for path in paths if path != STDIN]
        for linter in self._linters:
            yield from linter.suppressor.unused(covered)

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
                folder != one and self._linters.excludes(one)
            ):
                self._seen.add(name)
                yield one

    def _stdin(self) -> Source:
        return Source.decode(self._stdin_name, sys.stdin.buffer.read(MAX_BYTES + 1))

    def _guarded(self, path: str, read: Callable[[], Source]) -> Iterator[Checked]:
        try:
            yield self._checked(read())
        except ConfigError as error:
            if error not in self._told:
                self._told.add(error)
                yield _failed("", f"{error}; the files that it governs were not checked")
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
            failing = _failing(result, linter)
            return Checked(path, result, source, failing=failing, was_failing=failing)
        fixed = fix(linter, source, unsafe=self._fixing is Fixing.UNSAFE)
        return Checked(
            path,
            fixed.result,
            fixed.source,
            source,
            fixed.applied,
            failing=_failing(fixed.result, linter),
            was_failing=_failing(fixed.found, linter),
        )


def _failing(result: Result, linter: Linter) -> bool:
    return any(one.severity >= linter.settings.fail_on for one in result.diagnostics)


def _failed(path: str, reason: str) -> Checked:
    return Checked(path, Result(path, errors=(Failure(path, reason),)))
