"""The same words affirm and deny one thing in the same breath.

"Must be in English — not English" is what a template leaves behind when both its slots are filled with the same
value. A generator that takes it seriously may do either, so that the letters come out garbled or in another
language.

```bad
Every heading and label must be in English [[— not English]]. Spell each word correctly.
```

```fixed
Every heading and label must be in English. Spell each word correctly.
```

```bad
Draw rounded boxes [[rather than rounded boxes]]; teal and salmon.
```

```fixed
Draw rounded boxes; teal and salmon.
```

```bad
Alle Beschriftungen müssen auf Deutsch sein, [[nicht auf Deutsch]].
```

```good
Every label must be in English, not Spanish. The token is signed, not encrypted.
```

```good
Say whether the token is valid or not valid, and use flat icons, not flat photographs.
```
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.finding import Edit, Finding, Fix, Safety, Severity
from jwtlint.passage import Passage, Role
from jwtlint.rule import rule

# States and values are enumerated in these ("valid, not valid").
_ENUMERATING = frozenset({Role.LABEL, Role.BOX, Role.ICON, Role.ENTRY_TARGET})
_NEARBY = 160
_LONGEST = 6
_HINTS = ("no", "rather", "instead", "except", "without", "opposed", "lugar", "vez", "pas", "lieu", "plut", "statt")
_HINTS += ("nã", "nicht", "invece", "kein")
_DENIAL = re.compile(
    r"(?<![\w-])(?:not|never|no|without|rather than|instead of|as opposed to|other than|except(?: for)?|nicht|kein\w?\w?"
    r"|statt|anstatt|en lugar de|en vez de|sin|non|pas|au lieu de|plutôt que(?: de)?|não|em vez de|invece di)\s+",
    re.IGNORECASE,
)
_REPLACING = frozenset(
    ("rather than", "instead of", "en lugar de", "en vez de", "au lieu de", "statt", "anstatt", "em vez de", "invece di")
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_OPENING = r"[\"“„«‘'(*_]*"
_FILLER = re.compile(
    rf"(?:{_OPENING}(?:in|be|as|the|an?|any|to|use|using|written|on|with|auf|en|em|im|ein\w?\w?|der|die|das|una?|une?|el|la"
    rf"|los|las|les?|du|des|il|lo|gli)\s+)*{_OPENING}",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?P<dash>\s*[—–]\s*|\s+-{1,2}\s+)|(?P<mark>\s*[,;:(…]+\s*)|\s+",
)
_JOINT = re.compile(
    r"(?P<mark>\s*(?:[—–,;:(…]|\s-{1,2}\s)\s*|\s+)(?:(?P<and>and|but|yet|y|pero|und|aber|et|mais|e|mas|ma)\s+)?"
    r"(?:(?:it\s+|they\s+)?(?:must|should|shall|do|does|may)\s+)?$",
    re.IGNORECASE,
)
_DEMANDING = re.compile(
    r"\b(?:must|should|shall|needs?|use|draw|keep|make|write|written|show|set|add|all|every|each|muss|müssen|debe|deben|doit)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"[\"”“»’'*_]*(?=\s*(?:$|[.,;:!?)\]…—–\n]|-{1,2}\s)"
    r"|\s+(?:and|but|so|because|since|with|at all|anywhere|ever|please|here|und|y|et|e)\b)",
    re.IGNORECASE,
)
_ONLY = frozenset(("only", "just", "merely", "simply", "nur", "solo", "sólo", "seulement", "solamente", "apenas"))
_KINDS = frozenset(("language", "style", "mode", "theme", "look", "format", "layout", "design"))
_AGAIN = re.compile(
    r"\s*[,—–-]*\s*(?P<but>but|sondern|sino|mais|ma|mas|use|draw|show|prefer|it is|it's)?\s+", re.IGNORECASE
)


class _Denied(NamedTuple):
    """Offsets of the denial, of all that goes with it, and the thing that is affirmed and denied."""

    start: int
    end: int
    cut: tuple[int, int]
    thing: str


@rule("CON101", "x-not-x", Severity.ERROR)
def x_not_x(passage: Passage) -> Iterator[Finding]:
    value = passage.text.value
    if passage.role in _ENUMERATING or len(value) < _LONGEST:
        return
    lowered = value.lower()
    if not any(hint in lowered for hint in _HINTS):
        return
    reached = 0
    for denial in _DENIAL.finditer(value):
        found = _affirmed_before(value, denial) or _affirmed_behind(value, denial)
        if found is None or found.start < reached:
            continue
        reached = found.end
        flagged = passage.text.cut(found.start, found.end)
        yield Finding(
            flagged,
            f"{flagged.value.strip('—– -')!r} denies what is demanded beside it: {found.thing!r}",
            "remove the denial, or name what is really meant",
            fix=Fix("Remove the denial", Safety.SAFE, (Edit(passage.text.cut(*found.cut), ""),)),
        )


def _words(value: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(value, start, end))


def _same(first: list[re.Match[str]], second: list[re.Match[str]]) -> bool:
    """Do the words mean one thing, in whatever casing, hyphens and general noun ("in flat style", "flat")?"""
    return _folded(first) == _folded(second)


def _folded(words: list[re.Match[str]]) -> str:
    plain = [word.group().casefold().replace("-", "").replace("’", "'") for word in words]
    while len(plain) > 1 and plain[-1] in _KINDS:
        plain.pop()
    return "".join(plain)


def _affirmed_before(value: str, denial: re.Match[str]) -> _Denied | None:
    """ "X — not X", "X rather than X"."""
    low = max(0, denial.start() - _NEARBY)
    joint = _JOINT.search(value, low, denial.start()) if denial.start() else None
    if joint is None:
        return None
    affirmed = _words(value, low, joint.start())[-_LONGEST:]
    start = _FILLER.match(value, denial.end()).end()  # type: ignore[union-attr]
    return None
