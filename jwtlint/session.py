"""A run over files."""

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial
from pathlib import Path
from typing import NamedTuple

from .config_file import ConfigError
from .crash import told
from .entry.discover import discover
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
    the settings' `fail_on`.
    """

    path: str
    result: Result
    source: Source | None = None
    before: Source | None = None
    applied: tuple[Applied, ...] = ()
    failing: bool = False
    was_failing: bool = False


class Session:
    """Checks files, each with the settings that hold where it lies. One that fails does not stop the others."""

    def __init__(self, linters: Linters, *, fixing: Fixing = Fixing.NONE, stdin_name: str = STDIN_NAME) -> None:
        self._linters = linters
        self._fixing = fixing
        self._stdin_name = stdin_name
        self._told: set[ConfigError] = set()

    def check(self, paths: Sequence[str]) -> Iterator[Checked]:
        """Check files, folders and "-" (standard input), in this order; nothing is written.

        Raises RuleError where the command line names a rule or pack that does not exist.
        """
        for path in paths:
            if path == STDIN:
                yield from self._guarded(self._stdin_name, lambda: sys.stdin.buffer.read(MAX_BYTES + 1))
                continue
            for found in discover(path, self._linters.excluded):
                if isinstance(found, SourceError):
                    yield _failed(found.path, found.reason)
                else:
                    yield from self._guarded(found.as_posix(), partial(_bytes_of, found))

    def notices(self, paths: Sequence[str]) -> Iterator[Notice]:
        """What is left to say when everything is checked: suppressions of the configuration without use."""
        covered = [Path(path) for path in paths if path != STDIN]
        for linter in self._linters:
            yield from linter.suppressor.unused(covered)

    def _guarded(self, path: str, read: Callable[[], bytes]) -> Iterator[Checked]:
        try:
            yield self._checked(path, read())
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

    def _checked(self, path: str, raw: bytes) -> Checked:
        linter = self._linters.of(path)
        source = Source.decode(path, raw)
        fail_on = linter.settings.fail_on

        def failing(result: Result) -> bool:
            return any(one.severity >= fail_on for one in result.diagnostics)

        if self._fixing is Fixing.NONE:
            result = linter.lint(source)
            return Checked(path, result, source, failing=failing(result), was_failing=failing(result))
        fixed = fix(linter, source, unsafe=self._fixing is Fixing.UNSAFE)
        return Checked(
            path,
            fixed.result,
            fixed.source,
            source,
            fixed.applied,
            failing=failing(fixed.result),
            was_failing=failing(fixed.found),
        )


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, or a little more than can be checked: there are files without an end."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _failed(path: str, reason: str) -> Checked:
    return Checked(path, Result(path, errors=(Failure(path, reason),)))
