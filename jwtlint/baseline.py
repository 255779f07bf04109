"""The baseline: findings that are known today, so that a run reports only what is new.

A file of JSON with one line for each known finding, in order, so that two versions of it compare well. Findings are
recognised by their key and counted; lines and columns play no part. Failures are never in it.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .config_file import ConfigError, shown
from .files import put
from .finding import Diagnostic, Failure, Severity
from .report.visible import visible

if TYPE_CHECKING:
    from .linters import Linters
    from .session import Checked

FILE_NAME = "jwtlint-baseline.json"
_VERSION = 1
_WORDS = 80
"""How many characters of the flagged words are shown."""
_SEVERITIES = {severity.label: severity for severity in Severity}


class BaselineError(ConfigError):
    """A baseline that cannot be used; the message is one line with file and remedy."""

    @property
    def failure(self) -> Failure:
        return Failure("", f"{self}; the findings of the files that it is meant for are not shown")


@dataclass(frozen=True, slots=True)
class Known:
    """Findings with one key in one file.

    `path` is that of the checked file from the folder of the baseline, with "/"; `entry` the entry's own name. Only
    `key` and `count` say what is known; `severity` and `words` are for people.
    """

    path: str
    entry: str | None
    rule: str
    severity: Severity
    words: str
    key: str
    count: int


class Baseline(NamedTuple):
    """What is known, and what was looked at when it was written: files and folders, as the paths of what is known."""

    known: tuple[Known, ...]
    paths: tuple[str, ...]


def known(diagnostic: Diagnostic, path: str) -> Known:
    """The line of one finding. `path` is that of the file that was checked, which may be a picture."""
    words = visible(diagnostic.text[:_WORDS])
    return Known(path, diagnostic.entry, diagnostic.rule, diagnostic.severity, words, diagnostic.key, 1)


def path_in(baseline: Path, path: str) -> str:
    """The path of a file as a baseline has it: from its folder, with "/"; as it is on another drive."""
    with suppress(ValueError):
        path = os.path.relpath(path, baseline.parent)
    return path.replace(os.sep, "/")


def read(file: Path) -> Baseline:
    """A baseline, with one line for each path and key.

    Raises BaselineError where it is missing, no JSON, or not in the form of this version.
    """
    try:
        if file.exists() and not file.is_file():
            raise BaselineError(
                f"{shown(file)}: the baseline cannot be read: no file, but a folder, pipe or device"
            )
        value = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise BaselineError(
            f"{shown(file)}: there is no such baseline; write it with: jwtlint baseline PATH --output {shown(file)}"
        ) from None
    except OSError as error:
        raise BaselineError(
            f"{shown(file)}: the baseline cannot be read: {error.strerror or error}"
        ) from None
    except (ValueError, RecursionError) as error:
        why = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else "no JSON"
        raise _broken(file, why) from None
    if not isinstance(value, dict) or not isinstance(value.get("version"), int):
        raise _broken(file, "no baseline of jwtlint")
    if value["version"] != _VERSION:
        raise BaselineError(
            f"{shown(file)}: a baseline of form {value['version']}, of which this version of jwtlint knows nothing; "
            "update jwtlint, or write the baseline anew"
        )
    findings = value.get("findings")
    if not isinstance(findings, list):
        raise _broken(file, '"findings" is no list')
    lines: dict[tuple[str, str], Known] = {}
    for number, one in enumerate(findings, 1):
        line = _known_of(file, number, one)
        # A merge of two branches can leave a line twice; it says no more than once.
        lines[line.path, line.key] = max(line, lines.get((line.path, line.key), line), key=_count)
    paths = value.get("paths")
    if not isinstance(paths, list) or not all(isinstance(one, str) for one in paths):
        raise _broken(file, '"paths" is no list of paths')
    return Baseline(tuple(lines.values()), tuple(paths))


def write(file: Path, baseline: Baseline) -> None:
    """Write a baseline, all at once; the same findings always give the same bytes. Raises OSError."""
    lines = ",".join(f"\n    {_line(one)}" for one in sorted(baseline.known, key=_order))
    paths = json.dumps(sorted(set(baseline.paths)))
    text = f'{{\n  "version": {_VERSION},\n  "paths": {paths},\n  "findings": [{lines}\n  ]\n}}\n'
    put(file, lambda stream: stream.write(text.encode()))


class Remainder:
    """What is not known: the first findings with a key, as many as are known, are taken away."""

    def __init__(self, findings: Iterable[Known]) -> None:
        self._left: Counter[str] = Counter()
        for one in findings:
            self._left[one.key] += one.count

    def of(self, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Those that are not known, in their order. What was taken away once is known no longer."""
        return tuple(one for one in diagnostics if not self.take(one.key))

    def take(self, key: str) -> bool:
        """Is one more finding with that key known?"""
        if not self._left[key]:
            return False
        self._left[key] -= 1
        return True


class Baselines:
    """The baselines that the settings of the files name, applied to what was found in them, in order."""

    def __init__(self, linters: "Linters") -> None:
        self._linters = linters
        self._remainders: dict[Path, Remainder | BaselineError] = {}

    def load(self, file: Path) -> None:
        """Read a baseline now. Raises BaselineError."""
        self._remainders[file] = Remainder(read(file).known)

    def take(self, file: Path, key: str) -> bool:
        """Does a baseline know one more finding with that key? Raises BaselineError where it cannot be read."""
        if file not in self._remainders:
            self.load(file)
        remainder = self._remainders[file]
        if isinstance(remainder, BaselineError):
            raise remainder
        return remainder.take(key)

    def rest(self, checked: "Checked") -> "Checked":
        """A file without the findings that are known.

        Where the baseline cannot be read, nothing is known about any finding: none is told, and the reason once.
        """
        if not checked.result.diagnostics and checked.source is None:
            return checked
        linter = self._linters.of(checked.source.path if checked.source is not None else checked.path)
        file = linter.settings.baseline
        if file is None:
            return checked
        result = checked.result
        if file not in self._remainders:
            try:
                self.load(file)
            except BaselineError as error:
                self._remainders[file] = error
                result = replace(result, errors=(*result.errors, error.failure))
        remainder = self._remainders[file]
        if isinstance(remainder, BaselineError):
            return checked._replace(result=replace(result, diagnostics=()), failing=False)
        kept = remainder.of(result.diagnostics)
        result = replace(result, diagnostics=kept, baselined=len(result.diagnostics) - len(kept))
        return checked._replace(result=result, failing=linter.fails(result))


def _count(one: Known) -> int:
    return one.count


def _order(one: Known) -> tuple[str, ...]:
    return one.path, one.entry or "", one.rule, one.words, one.key


def _line(one: Known) -> str:
    value = {
        "path": one.path,
        "entry": one.entry,
        "rule": one.rule,
        "severity": one.severity.label,
        "words": one.words,
        "key": one.key,
        "count": one.count,
    }
    line = json.dumps(value, ensure_ascii=False)
    # Readable in every language, but without characters that hide or turn round what stands beside them.
    return line if line.isprintable() else json.dumps(value)


def _broken(file: Path, why: str) -> BaselineError:
    return BaselineError(
        f"{shown(file)}: {why}; resolve what a merge has left in it, or write the baseline anew"
    )


def _known_of(file: Path, number: int, value: Any) -> Known:
    if isinstance(value, dict):
        texts = [value.get(name) for name in ("path", "rule", "words", "key")]
        entry, count = value.get("entry"), value.get("count")
        severity = _SEVERITIES.get(str(value.get("severity")))
        if (
            all(isinstance(one, str) for one in texts)
            and isinstance(entry, str | None)
            and type(count) is int
            and count > 0
            and severity is not None
        ):
            path, rule, words, key = texts
            return Known(str(path), entry, str(rule), severity, str(words), str(key), count)
    raise _broken(file, f"finding {number} is not in the form of a baseline")
