"""A part of a report that names something."""

from dataclasses import dataclass

from ..finding import Diagnostic
from .things import Thing


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words `start` to `end` (characters) of the report name something.

    `things` are what they may mean, none for a place, or for a number, code or path that the entry does not have.
    `typed` and `meant` are set where a name is spelt in another way than on the entry. `weak`: an ordinary word that
    may as well mean nothing in particular. `finding`: the words repeat what this finding flags.
    """

    anchor: str
    start: int
    end: int
    things: tuple[Thing, ...] = ()
    typed: str = ""
    meant: str = ""
    weak: bool = False
    quoted: bool = False
    finding: Diagnostic | None = None

    @property
    def known(self) -> bool:
        """Does it name something that the entry has?"""
        return bool(self.things)

    @property
    def is_place(self) -> bool:
        """Does it say only where on the picture?"""
        return self.anchor.startswith("place:")
