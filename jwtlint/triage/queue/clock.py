"""Time as the queue keeps it: milliseconds since 1970-01-01 in UTC."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], int]
"""Gives the present in milliseconds since 1970-01-01, UTC."""

MINUTE = 60_000
HOUR = 60 * MINUTE


def system_clock() -> int:
    """The time of the machine."""
    return time.time_ns() // 1_000_000


def moment(at: int) -> str:
    """A moment for people, to the minute: "2026-06-08 14:05 UTC"."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")


def timestamp(at: int) -> str:
    """A moment for programs (RFC 3339): "2026-06-08T14:05:09.250Z"."""
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def duration(length: float) -> str:
    """A length of time (milliseconds) for people, in its two largest units: "1 d 2 h", "3 h 20 min", "under 1 min"."""
    minutes = int(length // MINUTE)
    hours, days = minutes // 60, minutes // (60 * 24)
    if days:
        return f"{days} d {hours % 24} h"
    if hours:
        return f"{hours} h {minutes % 60} min"
    return f"{minutes} min" if minutes else "under 1 min"
