"""What `add` does."""

import sys
from typing import NamedTuple

from ....session import STDIN
from ...batch import MAX_TEXT, called
from ...batch import opened as reading
from ..errors import QueueError
from ..intake.add import add_many, add_one
from ..model import Submission
from .desk import FAILED, OK, Desk, Sought, finder, opened

_LONGEST = 4 * MAX_TEXT
"""No character of UTF-8 has more than four bytes."""


class Wish(NamedTuple):
    """What is to be added: a text, or a file of many ("-" is the standard input), and who sends it."""

    text: str | None = None
    batch: str | None = None
    reporter: str | None = None
    email: str | None = None


def add_reports(desk: Desk, wish: Wish, sought: Sought) -> int:
    """Add what is sent. Returns 2 where something was not added."""
    find = finder(sought)
    with opened(desk) as queue:
        if wish.batch is not None:
            with reading(wish.batch) as stream:
                return OK if add_many(queue, stream, called(wish.batch), sought.entry, find) else FAILED
        assert sought.entry is not None
        text = _typed() if wish.text == STDIN else wish.text or ""
        if len(text) > MAX_TEXT:
            raise QueueError(f"a report of {len(text)} characters; at most {MAX_TEXT} are taken, shorten it")
        add_one(queue, Submission(text, None, wish.reporter, wish.email), find(sought.entry))
    return OK


def _typed() -> str:
    return sys.stdin.buffer.read(_LONGEST + 1).decode("utf-8", "replace").strip()
