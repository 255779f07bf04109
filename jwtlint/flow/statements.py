"""The words of a prompt as flow rules read them: what is said, but for what is denied or forbidden."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

from ..lexicon.polarity import Polarity
from ..passage import Passage, Role
from ..prompt.model import Prompt
from ..regex import lazy
from ..text import Text

# What explains the flow beside its labels.
EXPLAINED = frozenset({Role.DESCRIPTION, Role.STEP, Role.NOTE})
SHOWN = EXPLAINED | {Role.LABEL}
SAID = SHOWN | {Role.PROSE}

# Words that call a practice bad, or its use refused, and so say the opposite of recommending it.
_REFUSED = lazy(
    r"\b(?:reject\w*|refus\w+|block(?:s|ed|ing)?|disallow\w*|deny|denies|denied|deprecat\w+|obsolete"
    r"|discourag\w+|legacy"
    r"|insecure|attacks?|attackers?|forg(?:e|es|ed|ing)|malicious|vulnerab\w+|never|must not|removed"
    r"|instead of)\b",
    re.IGNORECASE,
)
_NEAR = 120
_ENOUGH = 100
_SEGMENT_END = lazy(r"[!?;\n]|\.(?=\s|$)")


class Saying(NamedTuple):
    """Words that say what a rule looks for: their text, the match, and the passage that they stand in."""

    text: Text
    match: re.Match[str]
    passage: Passage

    def around(self, reach: int = 160) -> str:
        """The words with up to `reach` characters of their passage on either side."""
        start, end = self.match.span()
        return self.match.string[max(0, start - reach) : end + reach]


class Statements:
    """All passages of a prompt, ready to be searched."""

    def __init__(self, prompt: Prompt, polarity: Polarity) -> None:
        self._passages = prompt.passages
        self._polarity = polarity

    @cached_property
    def lower(self) -> str:
        """Everything in lower case, a passage a line: what a rule asks before it looks closer."""
        return "\n".join(passage.text.value.lower() for passage in self._passages)

    @cached_property
    def _starts(self) -> list[int]:
        """Where in `lower` the passages start."""
        lengths = (len(passage.text.value.lower()) + 1 for passage in self._passages)
        return list(accumulate(lengths, initial=0))

    @cached_property
    def explained(self) -> str:
        """Roles, legend and notes in lower case, a passage a line."""
        return self.lower_of(EXPLAINED)

    @cached_property
    def shown(self) -> str:
        """Labels, roles, legend and notes in lower case, a passage a line."""
        return self.lower_of(SHOWN)

    def lower_of(self, roles: Collection[Role]) -> str:
        """The passages of some roles in lower case, a passage a line."""
        return "\n".join(passage.text.value for passage in self._passages if passage.role in roles).lower()

    def mention(self, *words: str) -> bool:
        """Does one of the words (lower case) stand anywhere, also as a part of another word?"""
        lower = self.lower
        return any(word in lower for word in words)

    def find(
        self, pattern: re.Pattern[str], *needles: str, roles: Collection[Role] = SAID
    ) -> Iterator[Saying]:
        """Every match of the pattern that is not denied, forbidden or refused where it stands.

        `needles` are words (lower case) without one of which the pattern cannot match; they keep the search
        cheap, since most passages are about something else. Of a passage that says it a hundred times more is
        not looked at.
        """
        for passage in self._with(needles):
            if passage.role in roles and not passage.forbidden:
                for match in islice(pattern.finditer(passage.text.value), _ENOUGH):
                    if not self._denied(passage, *match.span()):
                        yield Saying(passage.text.matched(match), match, passage)

    def _with(self, needles: Iterable[str]) -> list[Passage]:
        """The passages in which one of the words stands, in order."""
        lower, found = self.lower, set()
        for needle in needles:
            at = lower.find(needle)
            while at >= 0:
                index = bisect_right(self._starts, at)
                found.add(index - 1)
                at = lower.find(needle, self._starts[index])
        return [self._passages[index] for index in sorted(found)]

    def _denied(self, passage: Passage, start: int, end: int) -> bool:
        value = passage.text.value
        before = _SEGMENT_END.split(value[max(0, start - _NEAR) : start])[-1]
        after = _SEGMENT_END.split(value[end : end + _NEAR], maxsplit=1)[0]
        if _REFUSED.search(before) or _REFUSED.search(after):
            return True
        return self._polarity.of(value, start, end, passage.language).negated
