"""What an entry says of its picture, against the picture itself."""

from jwtlint.entry.model import Entry, Field
from jwtlint.text import Text

CORRECT = "correct the entry, or export the picture again"


def field(entry: Entry, which: Field) -> Text | None:
    """The value of a field, where the entry has one with words in it."""
    text = entry.get(which)
    return text if text is not None and text.value.strip() else None
