"""The words of a prompt as flow rules read them: everything that is said, but for what is denied or forbidden."""

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from ..lexicon.polarity import Polarity
from ..passage import Passage, Role
from ..prompt.model import Prompt
from ..text import Text

# What explains the flow beside its labels.
EXPLAINED = frozenset({Role.DESCRIPTION, Role.STEP, Role.NOTE})
SHOWN = EXPLAINED | {Role.LABEL}
SAID = SHOWN | {Role.PROSE}

# Words that call a practice bad, or its use refused, and so say the opposite of recommending it.
_REFUSED = re.compile(
    r"\b(?:reject\w*|refus\w+|block(?:s|ed|ing)?|disallow\w*|deny|denies|denied|deprecat\w+|obsolete|discourag\w+|legacy"
    r"|insecure|attacks?|attackers?|forg(?:e|es|ed|ing)|malicious|vulnerab\w+|never|must not|removed|instead of)\b",
    re.IGNORECASE,
)
_NEAR = 120
_SEGMENT_END = re.compile(r"[!?;\n]|\.(?=\s|$)")


class Saying(NamedTuple):
    """Words that say what a rule looks for: their text, the match, and the passage that they stand in."""

    text: Text
    match: re.Match[str]
    passage: Passage


class Statements:
    """All passages of a prompt, ready to be searched."""

    def __init__(self, prompt: Prompt, polarity: Polarity) -> None:
        self._passages = prompt.passages
        self._polarity = polarity

    @cached_property
    def lower(self) -> str:
        """Everything in lower case, a passage a line: what a rule asks before it looks closer."""
        return "\n".join(passage.text.value for passage in self._passages).lower()

    @cached_property
    def explained(self) -> str:
        """Roles, legend and notes in lower case, a passage a line."""
        return self._lower_of(EXPLAINED)

    @cached_property
    def shown(self) -> str:
        """Labels, roles, legend and notes in lower case, a passage a line."""
        return self._lower_of(SHOWN)

    def _lower_of(self, roles: Collection[Role]) -> str:
        return "\n".join(passage.text.value for passage in self._passages if passage.role in roles).lower()

    def mention(self, *words: str) -> bool:
        """Does one of the words (lower case) stand anywhere, also as a part of another?"""
        lower = self.lower
        return any(word in lower for word in words)

    def find(
        self, pattern: re.Pattern[str], *needles: str, roles: Collection[Role] = SAID
    ) -> Iterator[Saying]:
        """Every match of the pattern that is not denied, forbidden or refused where it stands.

        `needles` are words (lower case) without one of which the pattern cannot match; they make the search
        cheap for a prompt that is about something else.
        """
        if needles and not self.mention(*needles):
            return
        for passage in self._passages:
            if passage.role in roles and not passage.forbidden:
                for match in pattern.finditer(passage.text.value):
                    if not self._denied(passage, *match.span()):
                        yield Saying(passage.text.matched(match), match, passage)

    def _denied(self, passage: Passage, start: int, end: int) -> bool:
        value = passage.text.value
        before = _SEGMENT_END.split(value[max(0, start - _NEAR) : start])[-1]
        after = _SEGMENT_END.split(value[end : end + _NEAR], maxsplit=1)[0]
        if _REFUSED.search(before) or _REFUSED.search(after):
            return True
        return self._polarity.of(value, start, end, passage.language).negated
