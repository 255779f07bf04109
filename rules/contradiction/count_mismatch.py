"""The prompt says how many boxes, arrows or notes there are, and lists another number of them.

A generator told to draw five boxes invents the fifth. Only totals count: "two boxes in each row" says nothing of
the whole picture, and nothing is said where the list could not be read completely.

```bad
[[Five boxes]], each with an icon:
- Query Parser (icon: scissors) splits the query
- Index (icon: card file) returns documents
- Ranker (icon: podium) scores them
Query Parser → Index: "terms"
Index → Ranker: "200 candidates"
```

```bad
Boxes: Page (window icon), API (server icon). Draw [[all 3 arrows]] in teal.
Page → API: "GET /cart"
API → Page: "200 OK"
```

```bad
Add [[exactly two notes]]: "Overlap keeps sentences whole", "Small chunks are precise", "Large chunks carry context".
```

```good
Three boxes in a row: Query Parser (scissors icon), Index (card icon), Ranker (podium icon). Two boxes per line.
Two colours, boxes with a thin outline, three greys, hairline arrows.
Query Parser → Index: "terms"
Index → Ranker: "200 candidates"
```
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from jwtlint.finding import Finding, Related, Severity
from jwtlint.passage import Passage, Role
from jwtlint.prompt.legend import COUNT, NUMBERS, number_in
from jwtlint.prompt.model import Mode, Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_BOXES = r"boxes|components|nodes|blocks|stages|stations|stickers|cards|tiles|participants|actors|cajas|kästen|boîtes|caixas|scatole"
_ARROWS = r"arrows|connectors|flechas|pfeile|flèches|setas|frecce"
_NOTES = r"notes|note boxes|footnotes|captions|callouts|remarks|notas|hinweise|remarques"
_ONLY_BEFORE_A_LIST = frozenset(("stages", "stations", "stickers", "cards", "tiles", "captions"))
_COUNTED = lazy(
    rf"(?<![\w.,:×/-])(?:(?:exactly|all|all of the|all the|just|only)\s+)?{COUNT}\s+"
    rf"(?:(?!(?:of|in|on|and|or|more|other|to|times|{_BOXES}|{_ARROWS}|{_NOTES})\b)[^\W\d_][\w-]*(?:(?<!s),)?\s+){{0,2}}"
    rf"(?:(?P<boxes>{_BOXES})|(?P<arrows>{_ARROWS})|(?P<notes>{_NOTES}))\b",
    re.IGNORECASE,
)
_NOUNS = lazy(rf"(?:{_BOXES}|{_ARROWS}|{_NOTES})\b")
_TOTAL = lazy(
    r"(?:^|[.!?;:,\n]\s*|\b(?:exactly|all|there are|show|shows|draw|draws|use|uses|create|has|have|contains?|include|includes"
    r"|connect|with|by|place|arrange|number|label|of|zeige|mit|con|avec|com)\s+)$",
    re.IGNORECASE,
)
_PART = lazy(
    r"\b(?:each|per|every|rows?|columns?|pairs?|sets?|clusters?|stacks?|left|right|top|bottom|side by|upper|lower|middle|first|last|outer|inner|more|other|extra|additional"
    r"|remaining|between|at least|at most|up to|about|around|roughly|maximum|fewer|or|plus|optional|dashed|dotted|behind"
    r"|both|half|these|those|together|pair|group\w*|following the|minimum)\b",
    re.IGNORECASE,
)
_IN_A_ROW = lazy(r"^\s+in (?:a|one|a single|one single) (?:row|column|line)\b", re.IGNORECASE)
# "Two boxes are wide" speaks of some; "five boxes are joined by arrows" of all.
_SOME = lazy(
    r"\s+(?:are|have|share|stand|get|use|carry|show|lie|sit|look)\b(?!\s+(?:joined|connected|linked|arranged))"
)
_NEAR = 32
_FEWEST = 2
_MOST = 20
# A number, two adjectives, and what stands between.
_LAST = 4


@rule("CON111", "count-mismatch", Severity.WARNING)
def count_mismatch(prompt: Prompt) -> Iterator[Finding]:
    passages = prompt.passages
    totals = _Totals(prompt)
    for index, passage in enumerate(passages):
        if passage.role is not Role.PROSE:
            continue
        for match in islice(_counted(passage.text.value), _MOST):
            if _partial(match):
                continue
            if match["boxes"]:
                found = _boxes(totals, match, passages, index + 1)
            elif match["arrows"]:
                found = _arrows(totals, match)
            else:
                found = _notes(prompt, match, passages, index + 1)
            if found is not None:
                words, first = found
                text = passage.text.matched(match)
                related = (Related(first, "the list"),) if first is not None else ()
                yield Finding(text, f"{text.value!r}, but {words}", "correct the number or the list", related)


class _Totals:
    """What there is to count in a prompt; counted once, when the first number asks."""

    def __init__(self, prompt: Prompt) -> None:
        self.prompt = prompt

    @cached_property
    def boxes(self) -> int:
        """How many boxes of different names."""
        return len({box.name.value.casefold() for box in self.prompt.boxes})

    @cached_property
    def certain(self) -> bool:
        """Was everything read, so that no box or arrow is missing?"""
        ends = ((arrow.source_box, arrow.target_box) for arrow in self.prompt.arrows)
        return not self.prompt.unread and all(source and target for source, target in ends)

    @cached_property
    def arrows(self) -> frozenset[int]:
        """Every number that is right for the arrows: with or without branches, internal steps, ways back."""
        arrows = self.prompt.arrows
        main = [arrow for arrow in arrows if arrow.mode is Mode.MAIN]
        return frozenset(
            {
                len(arrows),
                len(main),
                sum(not arrow.internal for arrow in arrows),
                sum(not arrow.internal for arrow in main),
                len({arrow.text.place for arrow in arrows}),
                len({frozenset((arrow.source_box, arrow.target_box)) for arrow in arrows}),
            }
        )


def _counted(value: str) -> Iterator[re.Match[str]]:
    """Numbers of boxes, arrows or notes."""
    lowered = value.lower()
    if len(lowered) != len(value):
        return
    for noun in _NOUNS.finditer(lowered):
        low = max(0, noun.start() - _NEAR - _NEAR)
        if not any(
            word.isdigit() or word in NUMBERS for word in lowered[low : noun.start()].split()[-_LAST:]
        ):
            continue
        for match in _COUNTED.finditer(value, low, noun.end()):
            if match.end() == noun.end():
                yield match


def _says_total(match: re.Match[str]) -> bool:
    """Is the number said of the whole picture?"""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if before.lower().endswith("the "):
        return number_in(match["count"]) > _FEWEST
    return match.group().lower().startswith(("exactly", "all")) or bool(_TOTAL.search(before))


def _partial(match: re.Match[str]) -> bool:
    """Does the number count only those of a row or side?"""
    before = re.split(r"[.;:,\n]", match.string[max(0, match.start() - _NEAR) : match.start()])[-1]
    behind = _IN_A_ROW.sub("", re.split(r"[.;:,\n]", match.string[match.end() : match.end() + _NEAR])[0])
    if _SOME.match(behind) and not match.group().lower().startswith(("exactly", "all")):
        return True
    return any(_PART.search(words) for words in (before, match.group(), behind))


def _boxes(
    totals: _Totals, match: re.Match[str], passages: tuple[Passage, ...], following: int
) -> tuple[str, Text | None] | None:
    prompt = totals.prompt
    listed = following < len(passages) and passages[following].role is Role.BOX
    if not listed and (match["boxes"].lower() in _ONLY_BEFORE_A_LIST or not _says_total(match)):
        return None
    if not totals.certain or not prompt.arrows or totals.boxes < _FEWEST:
        return None
    if number_in(match["count"]) in (totals.boxes, len(prompt.boxes)):
        return None
    return f"{totals.boxes} are listed", prompt.boxes[0].name


def _arrows(totals: _Totals, match: re.Match[str]) -> tuple[str, Text | None] | None:
    arrows = totals.prompt.arrows
    if not totals.certain or len(arrows) < _FEWEST or not _says_total(match):
        return None
    if number_in(match["count"]) in totals.arrows:
        return None
    return f"{len(arrows)} are listed", arrows[0].text


def _notes(
    prompt: Prompt, match: re.Match[str], passages: tuple[Passage, ...], following: int
) -> tuple[str, Text | None] | None:
    listed: list[Passage] = []
    for passage in islice(passages, following, None):
        if passage.role is Role.NOTE:
            listed.append(passage)
        elif passage.role is not Role.PROSE or len(passage.text) > _NEAR // 2:
            break
    count = number_in(match["count"])
    if not listed or passages[following].role is not Role.NOTE or count in (len(listed), len(prompt.notes)):
        return None
    return f"{len(listed)} {'follow' if len(listed) > 1 else 'follows'}", listed[0].text
