"""What somebody may have meant who wrote a word that is not known."""

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like `word`, whatever its case; None where none is close."""
    from difflib import get_close_matches

    by_folded = {one.casefold(): one for one in sorted(known)}
    found = get_close_matches(word.casefold(), by_folded, 1)
    return by_folded[found[0]] if found else None


def hint(word: str, known: Iterable[str]) -> str:
    """The end of an error message: "; did you mean 'CON101'?", or nothing."""
    found = closest(word, known)
    return f"; did you mean {found!r}?" if found else ""
