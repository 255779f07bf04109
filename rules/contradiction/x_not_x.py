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
from itertools import islice
from typing import NamedTuple

from jwtlint.finding import Edit, Finding, Fix, Safety, Severity
from jwtlint.passage import Passage, Role
from jwtlint.regex import lazy
from jwtlint.rule import rule

# Where values are enumerated, "valid, not valid" contradicts nothing.
_ENUMERATING = frozenset({Role.LABEL, Role.BOX, Role.ICON, Role.ENTRY_TARGET})
_NEARBY = 160
_LONGEST = 6
_STEM = 4
# No passage that people write denies more.
_MOST = 200
_DENIAL = lazy(
    r"(?:not|never|no|without|rather than|instead of|as opposed to|other than|except(?: for)?|nicht"
    r"|kein(?:e[nmrs]?)?|statt|anstatt|en lugar de|en vez de|sin|non|pas|au lieu de|plutôt que(?: de)?|não|em vez de"
    r"|invece di)\s+"
)
_FOREIGN = (
    "nicht",
    "kein",
    "statt",
    "lugar de",
    "vez de",
    "sin ",
    "pas ",
    "lieu de",
    "plutôt",
    "não",
    "invece",
)
_WORD = lazy(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FILLER = lazy(
    r"[\"“„«‘'(*_]*(?:(?:in|be|as|the|an?|any|to|use|using|written|on|with|auf|en|em|im|eine?|der|die|das|una?|une"
    r"|el|la|los|las|les?|du|des|il|lo|gli)\s+[\"“„«‘'(*_]*){0,4}",
    re.IGNORECASE,
)
_LINK = lazy(
    r"(?P<mark>\s*(?:[—–,;:(…]|\s-{1,2}\s)\s*|\s+)"
    r"(?:(?P<also>and|but|yet|y|pero|und|aber|et|mais|e|mas|ma)\s+)?"
    r"(?:(?:it\s+|they\s+)?(?:must|should|shall|do|does)\s+)?$",
    re.IGNORECASE,
)
_SENTENCE_END = lazy(r"[.!?]\s|\n")
_DEMANDING = lazy(
    r"\b(?:must|should|shall|needs?|is|are|use|draw|keep|make|write|written|show|set|add|all|every|each|everything|muss|müssen"
    r"|debe|deben|doit)\b",
    re.IGNORECASE,
)
_ASKING = lazy(r"\b(?:what|whether|which|if|when|both)\b", re.IGNORECASE)
_ENDED = lazy(
    r"[\"”“»’'*_]*(?=\s*(?:$|[.,;:!?)\]…—–\n])|\s-{1,2}\s"
    r"|\s+(?:and|but|so|because|since|with|at all|anywhere|ever|please|here|und|y|et|e)\b)",
    re.IGNORECASE,
)
_BUT = lazy(r"\s*[,—–-]*\s*(?P<but>(?:but|sondern|sino|mais|mas|use|draw|show|prefer)\s+)?", re.IGNORECASE)
_REPLACING = frozenset(
    (
        "rather than",
        "instead of",
        "en lugar de",
        "en vez de",
        "au lieu de",
        "statt",
        "anstatt",
        "em vez de",
        "invece di",
    )
)
_ONLY = frozenset(
    ("only", "just", "merely", "simply", "nur", "solo", "sólo", "seulement", "solamente", "apenas")
)
_KINDS = frozenset(("language", "style", "mode", "theme", "look", "format", "layout", "design"))
_ADVERBS = frozenset(
    ("throughout", "only", "everywhere", "please", "always", "sein", "stehen", "bleiben", "too")
)
_HOLLOW = frozenset(
    ("it", "this", "that", "one", "so", "all", "be", "do", "is", "are", "them", "yet", "if", "more")
)


class _Denied(NamedTuple):
    """Offsets of the denial and of all that goes with it, and the thing that is affirmed and denied."""

    start: int
    end: int
    cut: tuple[int, int]
    thing: str


class _Joint(NamedTuple):
    """What links a denial to the words before it.

    `start` is where the link begins, `flagged` where the denial does (with a dash before it); `affirmed` are the
    last words before it, folded, in every length.
    """

    start: int
    flagged: int
    opens_bracket: bool
    affirmed: frozenset[str]


@rule("CON101", "x-not-x", Severity.ERROR, supersedes=("CON110",))
def x_not_x(passage: Passage) -> Iterator[Finding]:
    if passage.role in _ENUMERATING:
        return
    value = passage.text.value
    lowered = value.lower()
    if len(lowered) != len(value) or not _may_deny(lowered, passage.language):
        return
    reached = 0
    for denial in islice(_DENIAL.finditer(lowered), _MOST):
        before = lowered[denial.start() - 1] if denial.start() else " "
        if before.isalnum() or before in "-_":
            continue
        found = _denied(value, denial)
        if found is None or found.start < reached:
            continue
        reached = found.end
        flagged = passage.text.cut(found.start, found.end)
        yield Finding(
            flagged,
            f"{found.thing!r} is demanded and denied in the same words",
            "remove the denial, or name what is really meant",
            fix=Fix("remove the denial", Safety.SAFE, (Edit(passage.text.cut(*found.cut), ""),)),
        )


def _may_deny(lowered: str, language: str | None) -> bool:
    """Can there be a denial at all? Asked of every passage, and so without a pattern."""
    if "not " in lowered or "no " in lowered or "than " in lowered or "without " in lowered:
        return True
    if "instead " in lowered or "never " in lowered or "except " in lowered or "opposed " in lowered:
        return True
    if "nicht " in lowered or "non " in lowered:
        return True
    return language != "en" and any(part in lowered for part in _FOREIGN)


def _denied(value: str, denial: re.Match[str]) -> _Denied | None:
    start = _end_of(_FILLER, value, denial.end())
    first = _WORD.match(value, start)
    if first is None or first.group().casefold() in _ONLY:
        return None
    # Most denials deny something new; to see that costs less than to compare phrases.
    around = value[max(0, denial.start() - _NEARBY) : denial.start()] + value[first.end() : start + _NEARBY]
    if _folded([first])[:_STEM] not in around.casefold().replace("-", ""):
        return None
    words = list(_WORD.finditer(value, start, start + _NEARBY))[:_LONGEST]
    joint = _joint(value, denial)
    for size in range(len(words), 0, -1):
        ended = _ENDED.match(value, words[size - 1].end())
        thing = _folded(words[:size]) if ended else ""
        if ended is None or thing in _HOLLOW or len(thing) < 2:
            continue
        name = value[words[0].start() : words[size - 1].end()]
        if joint is not None and thing in joint.affirmed:
            bracket = joint.opens_bracket and value.startswith(")", ended.end())
            return _Denied(joint.flagged, ended.end(), (joint.start, ended.end() + bracket), name)
        again = _again(value, denial, thing, ended.end())
        if again is not None:
            return _Denied(denial.start(), ended.end(), (denial.start(), again), name)
    return None


def _joint(value: str, denial: re.Match[str]) -> _Joint | None:
    """What stands before the denial: "X — not X", "X rather than X"."""
    low = max(0, denial.start() - _NEARBY)
    link = _LINK.search(value, low, denial.start())
    if link is None:
        return None
    low = max((end.end() for end in _SENTENCE_END.finditer(value, low, link.start())), default=low)
    mark = link["mark"].strip()
    if link["also"] and not mark and not _demanded(value[low : link.start()]):
        return None
    words = list(_WORD.finditer(value, low, link.start()))[-_LONGEST - 2 :]
    while len(words) > 1 and words[-1].group().casefold() in _ADVERBS:
        words.pop()
    dash = value.find(mark, link.start()) if mark and mark in "—–--" else -1
    return _Joint(
        link.start(),
        dash if dash >= 0 else denial.start(),
        "(" in mark,
        frozenset(_folded(words[-size:]) for size in range(1, len(words) + 1)),
    )


def _demanded(words: str) -> bool:
    """Do the words before "and not" demand or state something, rather than list cases?"""
    return _DEMANDING.search(words) is not None and _ASKING.search(words) is None


def _again(value: str, denial: re.Match[str], thing: str, end: int) -> int | None:
    """Where the thing is affirmed behind its denial: "not X but X", "instead of X, use X"."""
    link = _BUT.match(value, end)
    if link is None or not (link["but"] or " ".join(denial.group().lower().split()) in _REPLACING):
        return None
    start = _end_of(_FILLER, value, link.end())
    words = list(_WORD.finditer(value, start, start + _NEARBY))[:_LONGEST]
    for size in range(1, len(words) + 1):
        if _folded(words[:size]) == thing and _ENDED.match(value, words[size - 1].end()):
            return link.end()
    return None


def _folded(words: list[re.Match[str]]) -> str:
    """The words as they are compared: without case, hyphens and a general noun at the end ("flat style")."""
    plain = [word.group().casefold().replace("-", "").replace("’", "'") for word in words]
    while len(plain) > 1 and plain[-1] in _KINDS:
        plain.pop()
    return "".join(plain)


def _end_of(pattern: re.Pattern[str], value: str, start: int) -> int:
    match = pattern.match(value, start)
    return match.end() if match else start
