"""The gate, as the queue asks it."""

from collections.abc import Iterable
from functools import partial

from ....document import Document
from ....engine import Linter
from ....entry.model import Entry
from ....picture.picture import Picture
from ...assess import assess
from ...subject import subject_of
from .contents import Looked


def look(entry: Entry, linter: Linter, picture: Picture | None, others: Iterable[Document]) -> Looked:
    """An entry with its findings, and the function that judges reports about it.

    Raises SourceError for a picture that cannot be decoded.
    """
    subject = subject_of(entry, linter, picture, others)
    seen = subject.picture_result if subject.picture_read else None
    return Looked(subject.document, subject.result, seen, partial(assess, subject=subject))
