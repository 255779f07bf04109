"""What fixing would change, as a unified diff."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from ..finding import Failure
from ..regex import lazy
from ..source import SourceError
from .counting import counted
from .paper import Paper, Style
from .rich import report_failures
from .totals import Totals
from .visible import visible

if TYPE_CHECKING:
    from ..entry.export.changes import Changes, Stretch
    from ..session import Checked

_LINE = lazy(r"[^\n]*\n|[^\n]+")
_PLACE = lazy(r"@@ -(?P<old>\d+)(?P<many>(?:,\d+)?) \+(?P<new>\d+)")
_HEAD = 2
_STYLES = {"+": Style.GOOD, "-": Style.ERROR, "@": Style.INFO}


class DiffReport:
    """Writes the diffs to `paper` and everything else to `errors`, so that the diff can be applied."""

    def __init__(self, paper: Paper, errors: Paper) -> None:
        self._paper = paper
        self._errors = errors
        self._failures: list[Failure] = []

    def file(self, checked: "Checked") -> None:
        """Write the diff of one file."""
        if checked.before is not None and checked.source is not None:
            for line in unified(checked.path, checked.before.value, checked.source.value):
                self._line(line)
            self._paper.stream.flush()
        if checked.changes is not None:
            self._stretches(checked.path, checked.changes)
        report_failures(self._errors, checked.result.errors)

    def end(self, totals: Totals) -> None:
        """Say how much would be changed."""
        totals.failures += self._failures
        made = f"{counted(totals.fixed, 'fix', 'fixes')} in {counted(totals.changed_files, 'file')}"
        self._errors.line(f"would make {made}; nothing was changed")
        self._errors.stream.flush()

    def _stretches(self, path: str, changes: "Changes") -> None:
        """Write the diff of an export, as far as it can be shown."""
        try:
            for line in of_stretches(path, changes.stretches()):
                self._line(line)
            self._paper.stream.flush()
        except (OSError, SourceError) as error:
            why = error.reason if isinstance(error, SourceError) else error.strerror or str(error)
            self._failures.append(Failure(path, f"the diff cannot be shown: {why}"))
            report_failures(self._errors, self._failures[-1:])

    def _line(self, line: str) -> None:
        if self._paper.terminal or self._paper.colored:
            text = visible(line.rstrip("\r\n"))
            self._paper.line((text, _STYLES[line[0]]) if line[0] in _STYLES else text)
        else:
            self._paper.stream.write(line)


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, each with its line end, as `patch` takes them."""
    from difflib import unified_diff

    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in unified_diff(old, new, path, path):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n\\ No newline at end of file\n"


def of_stretches(path: str, stretches: "Iterable[Stretch]") -> Iterator[str]:
    """The same of a file of which only the stretches are at hand that are different."""
    for number, one in enumerate(stretches):
        before, after = one.before.decode("utf-8", "replace"), one.after.decode("utf-8", "replace")
        lines = unified(path, before, after)
        for line in lines if number == 0 else islice(lines, _HEAD, None):
            if place := _PLACE.match(line):
                old, new = int(place["old"]) + one.line - 1, int(place["new"]) + one.new_line - 1
                line = f"@@ -{old}{place['many']} +{new}{line[place.end() :]}"
            yield line
