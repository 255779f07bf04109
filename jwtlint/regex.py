"""Patterns that are compiled when they are first used.

Compiling takes about a millisecond for a pattern of some size, and a run on one prompt uses less than half of all
patterns: compiled at import they would be half of what a cold run costs.
"""

import re
from typing import Any, cast


class _LazyPattern:
    """Stands for a pattern; the methods of the compiled one replace its own attributes on first use."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "groups"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """Like `re.compile`, but a mistake in the pattern shows only when it is used."""
    return cast(re.Pattern[str], _LazyPattern(pattern, int(flags)))
