"""A stretch of text with what a rule must know of it."""

from enum import Enum

from .text import Text


class Role(Enum):
    """What a passage is in its prompt, entry or picture."""

    TITLE = "title"
    BOX = "box name"
    DESCRIPTION = "box role"
    ICON = "icon"
    LABEL = "arrow label"
    STEP = "legend step"
    NOTE = "note"
    PROSE = "prose"
    ENTRY_TITLE = "entry title"
    ENTRY_DESCRIPTION = "entry description"
    ENTRY_ALT = "alt text"
    ENTRY_TARGET = "SEO target"
    DRAWN = "drawn line"


DRAWN_ROLES = frozenset(
    {Role.TITLE, Role.BOX, Role.DESCRIPTION, Role.LABEL, Role.STEP, Role.NOTE, Role.DRAWN}
)
ENTRY_ROLES = frozenset({Role.ENTRY_TITLE, Role.ENTRY_DESCRIPTION, Role.ENTRY_ALT, Role.ENTRY_TARGET})


class Passage:
    """A `Text` and its role.

    `language` is an ISO 639-1 code where it is known. A passage is `forbidden` where it stands in a list that is
    introduced as prohibited ("Do not include:"). Passages of a prompt do not overlap, and together they
    cover all of its words.
    """

    __slots__ = ("forbidden", "language", "role", "text")

    def __init__(
        self, text: Text, role: Role, language: str | None = None, *, forbidden: bool = False
    ) -> None:
        self.text = text
        self.role = role
        self.language = language
        self.forbidden = forbidden

    def __repr__(self) -> str:
        return f"Passage({self.role.name}, {self.text.value!r})"

    @property
    def drawn(self) -> bool:
        """Is it meant to be seen in the picture?"""
        return self.role in DRAWN_ROLES

    @property
    def of_entry(self) -> bool:
        """Does it come from the metadata of the entry?"""
        return self.role in ENTRY_ROLES
