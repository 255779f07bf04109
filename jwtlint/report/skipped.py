"""Checks that were not made, told once for all records of a file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ..finding import NotRun

if TYPE_CHECKING:
    from ..session import Checked


class Missed(NamedTuple):
    """A check that was not made; `entries` counts those it was not made on, `unit` is the first of them."""

    check: NotRun
    entries: int
    unit: int

    @property
    def row(self) -> dict[str, Any]:
        """As plain values. `entry` is the id of the entry; where there are several, `entries` says how many."""
        check = self.check
        row: dict[str, Any] = {
            "rule": check.rule,
            "path": check.path,
            "entry": check.entry if self.entries == 1 else None,
            "reason": check.reason,
        }
        return row if self.entries == 1 else {**row, "entries": self.entries}


class Skipped:
    """Counts what was not run while the records of a file come, one behind the other, and their pictures between."""

    def __init__(self) -> None:
        self._path: str | None = None
        self._missed: dict[tuple[str, str, str], Missed] = {}

    def add(self, checked: "Checked") -> Iterator[Missed]:
        """Take a document, record or picture; yields what is complete about the file before it."""
        if not checked.result.picture and checked.path != self._path:
            yield from self.rest()
            self._path = checked.path
        for one in checked.result.not_run:
            key = (one.rule, one.path, one.reason)
            known = self._missed.get(key)
            if known is None:
                self._missed[key] = Missed(one, 1, checked.unit)
            else:
                self._missed[key] = known._replace(entries=known.entries + 1)

    def rest(self) -> Iterator[Missed]:
        """What is left when no more comes."""
        missed, self._missed = self._missed, {}
        yield from missed.values()
