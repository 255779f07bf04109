"""Which name means which field: what editors and exports write, and what the configuration says instead."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from ..regex import lazy
from ..text import Text
from .model import Field

Slot = Field | Literal["prompt"]
"""What a value can be: a field of the entry, or its prompt."""

PROMPT: Literal["prompt"] = "prompt"

_PROMPT_NAMES = ("prompt", "generationprompt", "fullgenerationprompt", "imageprompt", "prompttext")
_NAMES: dict[Slot, tuple[str, ...]] = {
    PROMPT: _PROMPT_NAMES,
    Field.TITLE: ("title", "titles", "headline"),
    Field.DESCRIPTION: ("description", "summary"),
    Field.ALT: ("alt", "alttext", "alternativetext", "imagealt", "imagealttext", "picturealt"),
    Field.RESOLUTION: ("resolution", "size", "dimensions", "imagesize", "picturesize"),
    Field.RATIO: ("ratio", "aspectratio", "aspect"),
    Field.FILE_SIZE: ("filesize",),
    Field.STYLE: ("style",),
    Field.USE_CASE: ("usecase",),
    Field.DATE: ("date", "generated", "generatedon", "generatedat", "created", "createdat"),
    Field.LANGUAGE: ("language", "lang", "locale"),
    Field.SEO_TARGET: ("seo", "seotarget", "seokeyword", "keyword", "keywords", "targetkeyword"),
    Field.PICTURE: (
        "picture",
        "image",
        "file",
        "filename",
        "imagefile",
        "picturefile",
        "imagesrc",
        "imagepath",
    ),
    Field.ID: ("id", "slug"),
    Field.TRANSLATION_OF: ("translationof", "translatedfrom", "rerenderof"),
    Field.TRANSLATION_SCOPE: ("translationscope", "scope"),
}
_GUESSES = {name: slot for slot, names in _NAMES.items() for name in names}
# Under these, exports keep the fields of an entry one level down; under any other (an author, a category) a title is
# that of something else.
_WRAPPERS = frozenset(
    "attributes content data details entry fields frontmatter info infographic item meta metadata node".split()
)
_NO_LETTERS = lazy(r"[\W_]+")
_BYTES = lazy(r"\d\s*(?:[kmg]i?b|bytes?)\b", re.IGNORECASE)

WRAPPED = 1_000
"""The rank of a name that was guessed one level down; configured names rank from 0."""

KEYS: dict[str, Slot] = {
    "prompt": PROMPT,
    "title": Field.TITLE,
    "description": Field.DESCRIPTION,
    "alt": Field.ALT,
    "resolution": Field.RESOLUTION,
    "ratio": Field.RATIO,
    "file-size": Field.FILE_SIZE,
    "style": Field.STYLE,
    "use-case": Field.USE_CASE,
    "date": Field.DATE,
    "language": Field.LANGUAGE,
    "seo-target": Field.SEO_TARGET,
    "picture": Field.PICTURE,
    "id": Field.ID,
    "translation-of": Field.TRANSLATION_OF,
    "translation-scope": Field.TRANSLATION_SCOPE,
}
"""How the configuration calls each field."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of fields in exports.

    `given` are keys of `KEYS` with the names that the configuration gives them, the best first; they replace what
    would be guessed for these fields. Names are compared without case, blanks and signs; `meta.alt` is the key `alt`
    in the object under `meta`.
    """

    given: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def meaning(self, names: tuple[str, ...]) -> tuple[Slot, int] | None:
        """What the value under these nested names is, and its rank among others of the same field: the least counts.

        None where it is nothing that an entry has.
        """
        return _meaning(self, names)

    @property
    def mapped(self) -> frozenset[Field]:
        """The fields that the configuration names."""
        return frozenset(slot for key, _ in self.given if isinstance(slot := KEYS[key], Field))


GUESSED = Fields()
"""What holds where the configuration says nothing."""


@lru_cache(maxsize=4096)
def _meaning(fields: Fields, names: tuple[str, ...]) -> tuple[Slot, int] | None:
    known = _known(fields)
    own = [normal(name) for name in names]
    if found := known.get("".join(own)):
        return found
    if len(own) == 2 and own[0] in _WRAPPERS and (found := known.get(own[1])) and found[1] == 0:
        return found[0], WRAPPED
    return None


@lru_cache(maxsize=64)
def _known(fields: Fields) -> dict[str, tuple[Slot, int]]:
    given = {KEYS[key] for key, _ in fields.given}
    known = {name: (slot, 0) for name, slot in _GUESSES.items() if slot not in given}
    for key, names in fields.given:
        known |= {normal(name): (KEYS[key], rank) for rank, name in enumerate(names)}
    return known


def normal(name: str) -> str:
    """A name without case, blanks and signs."""
    return _NO_LETTERS.sub("", name).casefold()


def guess(name: str) -> Slot | None:
    """What a value under a normal name is, where nobody has said."""
    return _GUESSES.get(name)


@dataclass(slots=True)
class Values:
    """What is known of an entry while it is read. The first value of a field counts, except that each title does."""

    prompt: Text | None = None
    titles: list[Text] = field(default_factory=list)
    fields: dict[Field, Text] = field(default_factory=dict)
    blanks: dict[Field, Text] = field(default_factory=dict)

    def note(self, slot: Slot, text: Text) -> None:
        """Keep a value."""
        if slot == PROMPT:
            self.prompt = self.prompt or text
        elif slot is Field.TITLE:
            self.titles.append(text)
        elif slot is Field.RESOLUTION and _BYTES.search(text.value):
            self.fields.setdefault(Field.FILE_SIZE, text)
        else:
            self.fields.setdefault(slot, text)

    def note_blank(self, slot: Slot, text: Text) -> None:
        """Keep the place where a value should stand."""
        if slot != PROMPT:
            self.blanks.setdefault(slot, text)

    @property
    def left_blank(self) -> dict[Field, Text]:
        """The places of the fields that have no value anywhere."""
        return {
            one: text
            for one, text in self.blanks.items()
            if one not in self.fields and not (one is Field.TITLE and self.titles)
        }

    @property
    def nothing(self) -> bool:
        """Is there neither a prompt nor anything else?"""
        return not self.prompt and not self.fields and not self.titles
