"""A card: the little that a whole catalog keeps of each entry, so that rules can compare all of them."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..context import Context
from ..document import Document
from ..engine import locate
from ..entry.model import Field
from ..regex import lazy
from ..text import Text
from .sketch import fingerprint, sketch

_LONGEST = 200
_REGION = lazy(r"(?<=[-_(\[])([A-Z]{2})[)\]]?\s*\Z")
_MOST_COMPONENTS = 40


class Snippet(NamedTuple):
    """Words of an entry and where they stand: lines and columns from 1, in code points."""

    value: str
    line: int
    column: int
    end_line: int
    end_column: int


class PictureCard(NamedTuple):
    """A picture of an entry: its path, the hash of its bytes, and what it looks like (`perceptual`)."""

    path: str
    digest: bytes
    look: bytes


class Card(NamedTuple):
    """One entry, the `number`th of its record, in the file `path` with that `name` (see `Source`); `unit` is the number
    of the record in the run. A picture of nobody has a card of its own.

    `language` is the code of the declared or recognised one ("pt", or "pt-br" where that is said). `prompt` are the first words of the prompt, `same` the hash of its
    words, and `sketch` what tells how much of it two prompts share.
    """

    number: int = 0
    path: str = ""
    name: str = ""
    id: Snippet | None = None
    title: Snippet | None = None
    target: Snippet | None = None
    picture: Snippet | None = None
    language: str | None = None
    prompt: Snippet | None = None
    same: bytes = b""
    sketch: bytes = b""
    components: tuple[Snippet, ...] = ()
    pictures: tuple[PictureCard, ...] = ()
    unit: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Orders the cards of a run, and tells them apart."""
        return self.unit, self.number


def card_of(document: Document, number: int) -> Card:
    """The card of the entry with that number in its record."""
    entry, prompt = document.entry, document.entry.prompt
    words = prompt.value.casefold().split() if prompt else []
    return Card(
        number,
        entry.path,
        entry.source.name,
        _snippet(entry.get(Field.ID)),
        _snippet(entry.get(Field.TITLE)),
        _snippet(entry.get(Field.SEO_TARGET)),
        _snippet(entry.get(Field.PICTURE)),
        _language(document),
        _snippet(prompt),
        fingerprint(words) if words else b"",
        sketch(words) if words else b"",
        tuple(_components(document)),
    )


def _language(document: Document) -> str | None:
    declared = document.entry.get(Field.LANGUAGE)
    if declared is not None and (code := _code(declared.value, document.context)):
        return code
    return document.prompt.language if document.prompt else None


@lru_cache(maxsize=256)
def _code(declared: str, context: Context) -> str | None:
    """One code for all that people write: "German", "German (DE)", "de" and "de-DE" are one language."""
    from ..parity.words import words_of

    code = words_of(context).code_of(declared)
    region = _REGION.search(declared)
    return f"{code}-{region[1].lower()}" if code and region and region[1].lower() != code else code


def _components(document: Document) -> Iterator[Snippet]:
    if document.prompt is None:
        return
    for box in document.prompt.boxes[:_MOST_COMPONENTS]:
        if (snippet := _snippet(box.name)) is not None:
            yield snippet


def _snippet(text: Text | None) -> Snippet | None:
    if text is None or text.source is None or not text:
        return None
    place = locate(text.cut(0, _LONGEST), text.source)
    if place.line is None or place.column is None or place.end_line is None or place.end_column is None:
        return None
    return Snippet(text.value[:_LONGEST], place.line, place.column, place.end_line, place.end_column)
