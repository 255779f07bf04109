"""How far a reading of boxes and arrows can be relied on, before anything is said to be missing."""

import re
from collections.abc import Iterable, Iterator

from jwtlint.context import Context
from jwtlint.prompt.model import Arrow, Box, Prompt
from jwtlint.prompt.names import stems_of
from jwtlint.text import Region, Span, Text

_LONGEST_NAME = 5
_NAME = re.compile(r"\w(?:.*[\w).+#'’])?", re.DOTALL)
_FIELDS = frozenset(
    ("arrow", "box", "icon", "job", "label", "name", "note", "number", "role", "shape", "text", "title")
)
_PARTS = re.compile(r"\b(?:boxes|arrows|legend|components|captions|labels|icons)\b", re.IGNORECASE)


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


def names_like(words: str, prompt: Prompt) -> bool:
    """Do the words look like the names that this prompt gives its components?"""
    if len(words.split()) > _LONGEST_NAME or not _NAME.fullmatch(words) or words.casefold() in _FIELDS:
        return False
    if _PARTS.search(words) or not any(character.isalpha() for character in words):
        return False
    return not words[0].islower() or not _capitalised(prompt.arrows)


def _capitalised(arrows: Iterable[Arrow]) -> bool:
    """Do arrows mostly run between names with a capital letter?"""
    ends = [end.value for arrow in arrows for end in (arrow.source, arrow.target)]
    return sum(not end[:1].islower() for end in ends) * 2 > len(ends)


def occurrences(words: str, text: Text) -> Iterator[Text]:
    """Every place where the words stand whole, in whatever casing."""
    return text.find_all(re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.IGNORECASE))


def overlap(one: Text, other: Text) -> bool:
    """Do the two stand, at least in part, at the same place?"""
    first, second = one.place, other.place
    if first is None or second is None or isinstance(first, Region) or isinstance(second, Region):
        return False
    return first.start < second.end and second.start < first.end


def elsewhere(words: str, prompt: Prompt, known: Iterable[Text]) -> bool:
    """Do the words also stand outside the `known` texts, where they may mean what was not read?"""
    spans = [text.place for text in known if isinstance(text.place, Span)]
    for found in occurrences(words, prompt.text):
        place = found.place
        inside = isinstance(place, Span) and any(
            one.start <= place.start and place.end <= one.end for one in spans
        )
        if not inside:
            return True
    return False


def misread(box: Box, prompt: Prompt) -> bool:
    """Is the "box" more likely a piece of something else: of an arrow, or a word that names no component?"""
    if not names_like(box.name.value, prompt):
        return True
    return any(overlap(box.text, arrow.text) for arrow in prompt.arrows)
