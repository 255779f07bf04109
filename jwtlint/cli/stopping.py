"""Being stopped from outside: everything is put away, and nothing but the exit code tells of it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_WORDS = {signal.SIGINT: "interrupted", signal.SIGTERM: "terminated"}


class Stopped(KeyboardInterrupt):
    """Somebody has pressed Ctrl-C or sent SIGTERM."""

    def __init__(self, number: int) -> None:
        super().__init__(_WORDS[signal.Signals(number)])
        self.code = 128 + number
        """The exit code, as shells count."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Inside it, Ctrl-C and SIGTERM raise Stopped, the first of them only: putting things away takes a moment.

    A signal that is ignored, as in the background of a shell, stays so.
    """
    before = {}
    try:
        for number in _WORDS:
            if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
                before[number] = signal.signal(number, _stop)
    except ValueError:
        # Not in the main thread, which alone hears of signals.
        pass
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    for one in _WORDS:
        signal.signal(one, signal.SIG_IGN)
    raise Stopped(number)
