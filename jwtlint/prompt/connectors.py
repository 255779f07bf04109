"""What stands between the two ends of an arrow: a symbol, or a word such as "to"."""

import re
from typing import NamedTuple

from ..regex import lazy
from .ranges import Range
from .unit import Unit


class Connector(NamedTuple):
    """Offsets of an arrow symbol; `label` are those of a label inside it (`--x-->`, `-->|x|`)."""

    start: int
    end: int
    label: Range | None
    both: bool
    back: bool


SYMBOL = lazy(
    r"""(?:
        (?P<both><-+>|<=+>|<—>|↔|⇄|⇆|⟷|<→)
      | (?P<back><-{1,3}(?![->])|←|⟵|⇐)
      | (?:-{2,3}\s?(?:\[|\()?|-\[)(?P<inline>[^\s\-<>|()\[\]→][^<>|→\n]{0,70}?)(?:\]|\))?\s?-{1,3}>{1,2}
      | (?:-{1,3}>{1,2}|={1,2}>|—+>|–+>|→|⟶|➜|➔|➝|➞|⇒|⇢|▶|►|↦|\.\.>|-\.->)
        (?:\|(?P<piped>[^|\n]{1,90})\|)?
    )""",
    re.VERBOSE,
)
TO_WORDS = {
    "en": "to|towards?|into",
    "es": "to|a|al|hacia|hasta",
    "de": "to|an|zu[mr]?|nach",
    "fr": "to|vers|à|au",
    "pt": "to|para|ao|à|até",
    "it": "to|verso|a|al|alla",
}
_ARROWHEAD = lazy(r"[<>→←↔⇄⇆⟷⟵⇐⟶➜➔➝➞⇒⇢▶►↦]")
TO_TRIGGERS = {
    language: frozenset(
        words.replace("towards?", "toward|towards").replace("zu[mr]?", "zu|zum|zur").split("|")
    )
    for language, words in TO_WORDS.items()
}
TO = {language: lazy(rf"\s(?:{words})\s", re.I) for language, words in TO_WORDS.items()}


def has_arrowhead(mask: str, unit: Unit) -> bool:
    """Is there an arrow symbol at all? A quick test before the exact one."""
    return _ARROWHEAD.search(mask, unit.start, unit.end) is not None
