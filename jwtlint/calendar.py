"""Today, as rules ask for it, and for which days what they said holds."""

from datetime import date
from typing import NamedTuple

_BEFORE_ALL, _AFTER_ALL = 0, date.max.toordinal() + 1


class Days(NamedTuple):
    """From the first to the last day, both included, as ordinals (`date.toordinal`)."""

    first: int = _BEFORE_ALL
    last: int = _AFTER_ALL

    def include(self, day: date) -> bool:
        """Is the day one of them?"""
        return self.first <= day.toordinal() <= self.last


class Calendar:
    """Knows the date, and notes what it was asked for: a result that asked nothing holds on every day."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._days = Days()

    @property
    def today(self) -> date:
        """The date; what is made of it holds today only."""
        self._narrow(self._today.toordinal(), self._today.toordinal())
        return self._today

    def reached(self, day: date, early: int = 0) -> bool:
        """Is it that day, or later, or at most so many days `early`?"""
        enough = day.toordinal() - early
        if enough <= self._today.toordinal():
            self._narrow(enough, _AFTER_ALL)
            return True
        self._narrow(_BEFORE_ALL, enough - 1)
        return False

    def take_days(self) -> Days:
        """The days on which everything holds that was said since this was last asked."""
        days, self._days = self._days, Days()
        return days

    def _narrow(self, first: int, last: int) -> None:
        self._days = Days(max(self._days.first, first), min(self._days.last, last))
