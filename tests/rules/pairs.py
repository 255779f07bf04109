"""Pairs written down as one text: the original above the line `--- translated`, its translation below.

Behind the line may stand the scope that somebody declared: `--- translated {scope=metadata}`.
"""

import re
from typing import NamedTuple

from jwtlint.parity.scope import Scope

_LINE = re.compile(r"^--- translated(?: \{scope=(?P<scope>\w+)\})?\n", re.M)


class Written(NamedTuple):
    """The two texts, at which offset the second begins, and the declared scope."""

    original: str
    translation: str
    start: int
    scope: Scope | None


def written(text: str) -> Written | None:
    """Take a pair apart; None for a text that is none."""
    line = _LINE.search(text)
    if line is None:
        return None
    scope = Scope(line["scope"]) if line["scope"] else None
    return Written(text[: line.start()], text[line.end() :], line.end(), scope)
