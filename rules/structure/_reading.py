"""How far a reading of boxes and arrows can be relied on, before anything is said to be missing."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from jwtlint.context import Context
from jwtlint.prompt.model import Box, Prompt
from jwtlint.prompt.names import stems_of
from jwtlint.regex import lazy
from jwtlint.text import Region, Span, Text

_LONGEST_NAME = 5
_NAME = lazy(r"\w(?:.*[\w).+#'’])?", re.DOTALL)
_FIELDS = frozenset(
    (
        "arrow",
        "box",
        "icon",
        "job",
        "label",
        "name",
        "note",
        "number",
        "role",
        "shape",
        "text",
        "title",
        "visual",
    )
)
_PARTS = lazy(r"\b(?:boxes|arrows|legend|components|captions|labels|icons)\b", re.IGNORECASE)


class Spans:
    """Stretches of a text, to ask quickly whether a place lies in one of them."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(text.place for text in texts if isinstance(text.place, Span)):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, text: Text) -> bool:
        """Does the text stand, at least in part, in one of them?"""
        place = text.place
        if not isinstance(place, Span):
            return False
        at = bisect_right(self._ends, place.start)
        return at < len(self._starts) and self._starts[at] < place.end

    def hold(self, text: Text) -> bool:
        """Does all of the text stand in one of them?"""
        place = text.place
        if not isinstance(place, Span):
            return False
        at = bisect_right(self._starts, place.start) - 1
        return at >= 0 and place.end <= self._ends[at]


class Reading:
    """What was read of a prompt, with an eye for what looks wrong in it."""

    def __init__(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self._arrows = Spans(arrow.text for arrow in prompt.arrows)
        ends = [end.value for arrow in prompt.arrows for end in (arrow.source, arrow.target)]
        self._capitalised = sum(not end[:1].islower() for end in ends) * 2 > len(ends)

    def names_like(self, words: str) -> bool:
        """Do the words look like the names between which the arrows of this prompt run?"""
        if len(words.split()) > _LONGEST_NAME or not _NAME.fullmatch(words) or words.casefold() in _FIELDS:
            return False
        if _PARTS.search(words) or not any(map(str.isalpha, words)):
            return False
        return not (self._capitalised and words[0].islower())

    def misread(self, box: Box) -> bool:
        """Is the "box" more likely a piece of something else: of an arrow, or a word that names no component?"""
        return not self.names_like(box.name.value) or self._arrows.touch(box.text)

    @property
    def doubtful(self) -> bool:
        """Is any box misread, so that others may be missing?"""
        return any(map(self.misread, self.prompt.boxes))


def is_actor(words: str, context: Context) -> bool:
    """Do the words name a person or the outside world ("User", "Support Team"), which need no box?"""
    components = context.vocabulary("components")
    actors = set(components.get("actors", {}).get("names", ()))
    kinds = components.get("kinds", {})
    heads = {
        *kinds.get("human", {}).get("heads", ()),
        *actors.intersection(kinds.get("browser", {}).get("heads", ())),
    }
    translations = components.get("translations", {})
    for word in ("Attacker", "Client", "User"):
        actors.update(foreign.casefold() for foreign in translations.get(word, ()))
    stems = stems_of(words)
    return bool(stems) and (" ".join(stems) in actors or stems[-1] in heads or words.casefold() == "internet")


def elsewhere(words: str, prompt: Prompt, known: Spans) -> bool:
    """Do the words also stand outside the `known` stretches, where they may mean what was not read?"""
    return any(not known.hold(found) for found in _occurrences(words, prompt.text))


def _occurrences(words: str, text: Text) -> Iterator[Text]:
    """Every place where the words stand whole, in whatever casing."""
    return text.find_all(re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE))


def overlap(one: Text, other: Text) -> bool:
    """Do the two stand, at least in part, at the same place?"""
    first, second = one.place, other.place
    if first is None or second is None or isinstance(first, Region) or isinstance(second, Region):
        return False
    return first.start < second.end and second.start < first.end
