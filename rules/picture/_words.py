"""How findings on pictures name things, and how sure they are."""

from jwtlint.finding import Severity
from jwtlint.picture.picture import Picture
from jwtlint.text import Text

AGAIN = "render the picture again, or correct the word in it"
ANEW = "render the picture again"
_POOR_READERS = frozenset({"tesseract"})


def spelling_severity(picture: Picture) -> Severity | None:
    """None for that of the rule; spelling that only a poor reader has seen is for information.

    On generated pictures three of four words that Tesseract alone takes for misspelt are not
    (`python -m benchmarks.pictures FOLDER --reader tesseract`).
    """
    return Severity.INFO if picture.sight.reader in _POOR_READERS else None


def reread(picture: Picture, drawn: Text, instead_of: str = "") -> float:
    """The confidence of the reading of some words, after they were read again.

    0 where a letter that should stand there is one that a reader has not learnt.
    """
    if not instead_of.isascii() and picture.lacks_letters:
        return 0.0
    return picture.testify(drawn, instead_of).confidence
