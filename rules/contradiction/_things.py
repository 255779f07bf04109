"""Things that a picture can show, and where a prompt asks for them."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from jwtlint.context import Context
from jwtlint.lexicon.exempt import is_code
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.text import Text

from ._prose import Prose, prose_of
from ._stance import Stance, stance

# Beyond that no prompt is meant for people to read.
MOST = 200
# What may follow a thing that is meant itself; anything else makes it part of another ("logo colours").
_FOLLOWER = lazy(
    r"\s*(?:$|[.,;:!?)(\n\0—–]|-{1,2}\s|(?:in|on|with|at|and|or|over|under|above|below|around|behind|between|near|next|beside|beneath|inside"
    r"|per|for|of|from|to|by|that|which|is|are|must|should|as|so|where|throughout|everywhere|here|shows?|stands?|sits?|waves?|points?"
    r"|holds?|appears?|looks?|smiles?|greets?|raises?|walks?|carr(?:y|ies)|talks?|types?|watch(?:es)?|cheers?|works?|\w+ing)\b)"
)
_SCENE = lazy(
    r"\b(?:stands?|standing|sits?|sitting|holds?|holding|points?|pointing|smil\w+|wav(?:es?|ing)|rais(?:es?|ing)|walk(?:s|ing)|look(?:s|ing) at|draw|depict"
    r"|show|feature|foreground|background|corner|beside|add|place|put|include|portrait|cartoon|illustrat\w+|with an?)\b"
)
# Words that do not name what is drawn ("code", "keys") are asked for only where somebody shall draw them.
_WANTED = lazy(
    r"\b(?:draw|drawn|show|add|include|us(?:e|ing)|place|put|with|feature|depict|paint|render|give|plus|need|must|style|palette"
    r"|look|colou?rs?|background|outlines?|mood|aesthetic|lighting|finish|textures?|labels?|captions?|text|written|write)\b"
)
_NO_SCENE_BEFORE = lazy(
    r"\b(?:for|by|to|helps?|lets?|how|when|what|why|teach\w*|so that|audience|from|than|your|our)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}$"
)
_NO_SCENE_BEHIND = lazy(
    r"\s+(?:how|what|why|where|when|to|who|can|may|must|should|needs?|understands?|read)\b|['’]s\b|-"
)


class _Thing(NamedTuple):
    """A table of the vocabulary."""

    key: str
    shown_as: tuple[str, ...]
    scene: bool


@lru_cache(maxsize=4)
def things_of(context: Context) -> Mapping[str, _Thing]:
    """The things of the vocabulary `demands` by each of their names."""
    found: dict[str, _Thing] = {}
    tables: Mapping[str, Any] = context.vocabulary("demands").get("thing", {})
    for key, table in tables.items():
        thing = _Thing(key, tuple(table.get("shown_as", ())), bool(table.get("scene")))
        for name in table.get("names", ()):
            found[name.casefold()] = thing
    return found


def asked(name: str, prompt: Prompt, context: Context) -> Text | None:
    """The first words that ask for the thing."""
    prose = prose_of(prompt)
    thing = things_of(context).get(name)
    words = thing.shown_as if thing else _forms(name)
    places = sorted(place for word in words for place in islice(_occurrences(prose.lowered, word), MOST))[
        :MOST
    ]
    for start, end in places:
        if not _FOLLOWER.match(prose.lowered, end) or is_code(prose.value, start, end):
            continue
        if thing is None and not (
            _WANTED.search(prose.lowered, *prose.sentence(start, end)) or _in_scene(prose, start, end)
        ):
            continue
        if thing is not None and thing.scene and not _in_scene(prose, start, end):
            continue
        if stance(prose, context, prompt.language, start, end) is Stance.ASKED:
            return prose.text(start, end)
    return _asked_by_structure(thing.key, prompt) if thing else None


def _forms(name: str) -> tuple[str, ...]:
    """The name in singular and plural."""
    if name.endswith("ies"):
        return name, name[:-3] + "y"
    return (name, name[:-1]) if name.endswith("s") and not name.endswith("ss") else (name, name + "s")


def _occurrences(lowered: str, word: str) -> Iterator[tuple[int, int]]:
    at = lowered.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and lowered[at - 1].isalnum()) and not lowered[end : end + 1].isalnum():
            yield at, end
        at = lowered.find(word, end)


def _in_scene(prose: Prose, start: int, end: int) -> bool:
    low, high = prose.sentence(start, end)
    return (
        _SCENE.search(prose.lowered, low, high) is not None
        and _NO_SCENE_BEFORE.search(prose.lowered[low:start]) is None
        and _NO_SCENE_BEHIND.match(prose.lowered, end) is None
    )


def _asked_by_structure(key: str, prompt: Prompt) -> Text | None:
    """Where the prompt gives the thing without naming it."""
    match key:
        case "icons":
            return next((box.icon for box in prompt.boxes if box.icon is not None), None)
        case "legend":
            return next((legend.steps[0].text for legend in prompt.legends if legend.steps), None)
        case "labels":
            return next((arrow.label for arrow in prompt.arrows if arrow.label), None)
        case "arrows":
            return prompt.arrows[0].text if prompt.arrows else None
        case "title":
            return prompt.title
        case "notes":
            return prompt.notes[0].text if prompt.notes else None
    return None
