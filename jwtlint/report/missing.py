"""Checks that were not made in a run, counted by reason; what is kept does not grow with the files."""

from ..finding import NotRun
from .counting import counted

_MOST = 50
OTHER = "other reasons; --format json names them all"


class Files:
    """Counts files that come one behind the other, some of them several times in a row."""

    def __init__(self) -> None:
        self.count = 0
        self.first = ""
        self._last: str | None = None

    def add(self, path: str) -> None:
        """Count a file, unless it is the last one again."""
        if path != self._last:
            self.count += 1
            self.first = self.first or path
            self._last = path

    @property
    def alone(self) -> str | None:
        """The file, where there is only one."""
        return self.first if self.count == 1 else None

    def __str__(self) -> str:
        return self.alone or counted(self.count, "file")


class Unchecked:
    """What was not run for one reason: on which files, altogether and by rule."""

    def __init__(self) -> None:
        self.files = Files()
        self.rules: dict[str, Files] = {}

    def add(self, skipped: NotRun) -> None:
        """Count one more."""
        self.files.add(skipped.path)
        rule = self.rules.get(skipped.rule)
        if rule is None:
            rule = self.rules[skipped.rule] = Files()
        rule.add(skipped.path)


class Missing(dict[str, Unchecked]):
    """By reason; of a great many reasons only the first are told apart."""

    def add(self, skipped: NotRun) -> None:
        """Count a check that was not made."""
        reason = skipped.reason
        if reason not in self and len(self) >= _MOST:
            reason = OTHER
        unchecked = self.get(reason)
        if unchecked is None:
            unchecked = self[reason] = Unchecked()
        unchecked.add(skipped)
