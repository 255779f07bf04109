"""What fixing would change, as a unified diff."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..regex import lazy
from .paper import Paper, Style
from .rich import report_failures
from .totals import Totals, counted
from .visible import visible

if TYPE_CHECKING:
    from ..session import Checked

_LINE = lazy(r"[^\n]*\n|[^\n]+")
_STYLES = {"+": Style.GOOD, "-": Style.ERROR, "@": Style.INFO}


class DiffReport:
    """Writes the diffs to `paper` and everything else to `errors`, so that the diff can be applied."""

    def __init__(self, paper: Paper, errors: Paper) -> None:
        self._paper = paper
        self._errors = errors

    def file(self, checked: "Checked") -> None:
        """Write the diff of one file."""
        if checked.before is not None and checked.source is not None:
            for line in unified(checked.path, checked.before.value, checked.source.value):
                self._line(line)
            self._paper.stream.flush()
        report_failures(self._errors, checked.result.errors)

    def end(self, totals: Totals) -> None:
        """Say how much would be changed."""
        made = f"{counted(totals.fixed, 'fix', 'fixes')} in {counted(totals.changed_files, 'file')}"
        self._errors.line(f"would make {made}; nothing was changed")
        self._errors.stream.flush()

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
