"""Is an arrow always taken, or only on a branch? By the words around it and those that announce its list."""

import re
from functools import lru_cache

from . import keywords
from .model import Mode

_STRICTNESS = {Mode.MAIN: 0, Mode.ALTERNATIVE: 1, Mode.OPTIONAL: 2}


def mode_of(words: str, *intros: str) -> Mode:
    """Whether words around an arrow, or those that announce its list, make it optional or alternative."""
    if words.strip():
        if keywords.ALTERNATIVE.search(words):
            return Mode.ALTERNATIVE
        if keywords.OPTIONAL.search(words):
            return Mode.OPTIONAL
    return next((mode for mode in map(_mode_of_intro, intros) if mode is not Mode.MAIN), Mode.MAIN)


@lru_cache(maxsize=4096)
def _mode_of_intro(intro: str) -> Mode:
    last = re.split(r"[.!?]\s|\s/\s", intro)[-1]
    if not last or (len(last.split()) > 5 and keywords.DASHED_STYLE.search(last)):
        return Mode.MAIN
    if keywords.ALTERNATIVE.search(last):
        return Mode.ALTERNATIVE
    return Mode.OPTIONAL if keywords.BRANCH_INTRO.search(last) else Mode.MAIN


def strictest(*modes: Mode) -> Mode:
    """The mode that holds where several sources say something: a branch within a branch stays one."""
    return max(modes, key=_STRICTNESS.__getitem__)
