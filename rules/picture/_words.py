"""How findings on pictures name things, and how sure they are."""

from jwtlint.picture.comparison import Comparison
from jwtlint.picture.picture import Picture
from jwtlint.text import Text

AGAIN = "render the picture again, or correct the word in it"
ANEW = "render the picture again"
_WELL_READ = 0.9
_POORLY_READ = 0.6
_GOOD_READERS = frozenset({"rapidocr"})


def absence_confidence(comparison: Comparison) -> float:
    """How sure it is that a text is missing: Tesseract alone overlooks a third of the words of such pictures."""
    return _WELL_READ if comparison.picture.sight.reader in _GOOD_READERS else _POORLY_READ


def reread(picture: Picture, drawn: Text, instead_of: str = "") -> float:
    """The confidence of the reading of some words, after they were read again."""
    return picture.testify(drawn, instead_of).confidence
