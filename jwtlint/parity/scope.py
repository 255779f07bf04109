"""How much of an entry its translation was meant to change."""

from enum import StrEnum

from ..entry.model import Entry, Field


class Scope(StrEnum):
    """`full`: every label is translated; `metadata`: title, description and alt text are, the labels stay."""

    FULL = "full"
    METADATA = "metadata"


def declared_in(entry: Entry) -> Scope | None:
    """What an entry says of itself; None where it says nothing, or something else."""
    field = entry.get(Field.TRANSLATION_SCOPE)
    if field is None:
        return None
    return next((one for one in Scope if one.value == field.value.strip().casefold()), None)
