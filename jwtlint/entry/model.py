"""A catalog entry: the fields of one infographic, each with its place."""

from dataclasses import dataclass, field
from enum import Enum

from ..source import Source
from ..text import Text

# How the name of a Markdown file ends.
MARKDOWN = (".md", ".markdown")
# The same for files that hold a diagram, by its language.
MERMAID = (".mmd", ".mermaid")
PLANTUML = (".puml", ".plantuml", ".pu", ".wsd")
# The same for exports, each with many entries.
JSON = (".json",)
JSON_LINES = (".jsonl", ".ndjson")
CSV = (".csv", ".tsv")
EXPORTS = (*JSON, *JSON_LINES, *CSV)
# The same for pictures.
PICTURES = (".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".avif", ".tif", ".tiff", ".gif")
_LONGEST_ID = 200


class Field(Enum):
    """A field that jwtlint knows; the value names it for users."""

    TITLE = "title"
    DESCRIPTION = "description"
    ALT = "alt text"
    RESOLUTION = "resolution"
    RATIO = "ratio"
    FILE_SIZE = "file size"
    STYLE = "style"
    USE_CASE = "use case"
    DATE = "date"
    LANGUAGE = "language"
    SEO_TARGET = "SEO target"
    PICTURE = "picture"
    ID = "id"
    TRANSLATION_OF = "translation of"
    TRANSLATION_SCOPE = "translation scope"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment of the document that turns rules off from one place to another.

    `rules` are ids, names or families; `text` is the comment itself; `start` and `end` are offsets of the
    source.
    """

    text: Text
    rules: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Entry:
    """One entry of a catalog, or a bare prompt (then `fields` is empty).

    `titles` are all title lines in order; `fields` holds the first value of every other field. `form` names
    the reader ("page", "markdown", "prompt"), or the language of a diagram ("mermaid", "plantuml"). `can_hold` are the fields for which the form has a place, so
    that a rule can tell a missing value from a form that does not ask for it. `chrome` are the page's own
    words, which are nobody's prompt. `prompt` is None where the document has none. `blanks` are the places of
    fields that the entry names and leaves empty. `drawn_apart`: diagrams in the same document, which are entries
    of their own, draw its flow.
    """

    source: Source
    form: str
    prompt: Text | None
    titles: tuple[Text, ...] = ()
    fields: dict[Field, Text] = field(default_factory=dict)
    can_hold: frozenset[Field] = frozenset()
    chrome: tuple[Text, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    blanks: dict[Field, Text] = field(default_factory=dict)
    drawn_apart: bool = False

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def id(self) -> str | None:
        """The entry's own name, where it has one, as far as it is told with each finding."""
        found = self.fields.get(Field.ID)
        return found.value[:_LONGEST_ID] if found else None

    @property
    def bare(self) -> bool:
        """Is it a prompt without any metadata?"""
        return not self.fields and not self.titles

    def get(self, which: Field) -> Text | None:
        """The value of a field; for the title the first title line."""
        if which is Field.TITLE:
            return self.titles[0] if self.titles else None
        return self.fields.get(which)
