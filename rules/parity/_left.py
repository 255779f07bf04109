"""Whether a label, or a part of it, was left in the language of the original."""

from jwtlint.parity.pair import LabelPair, Pair
from jwtlint.parity.scope import Scope
from jwtlint.passage import Role
from jwtlint.regex import lazy

_SURE = 3
_COMPOUND = lazy(r"\b\w+(?:-\w+)+\b")


def judged(label: LabelPair, pair: Pair) -> tuple[str, str] | None:
    """Source and target language where a label was to be translated; None where nothing can be said of it.

    Where nothing was translated at all, that is told once.
    """
    source, target = pair.source_language, pair.language
    if source is None or target is None or source == target:
        return None
    if not label.of_entry and (pair.scope is not Scope.FULL or pair.spoken_language == source):
        return None
    if label.role is Role.BOX and pair.keeps_names:
        return None
    return source, target


def is_left(label: LabelPair, pair: Pair) -> bool:
    """Is the whole label still in the language of the original?"""
    languages = judged(label, pair)
    if languages is None:
        return False
    value = label.translation.value
    if label.original.value.casefold().split() == value.casefold().split():
        return bool(left_words(label, pair))
    words = pair.words.translatable(value, languages[1])
    return len(words) >= _SURE and len(pair.words.left(value, *languages)) == len(words)


def left_words(label: LabelPair, pair: Pair) -> list[str]:
    """The words of the original that stand in the translation and are none of its language."""
    languages = judged(label, pair)
    if languages is None:
        return []
    original = {word.casefold() for word in pair.words.translatable(label.original.value)}
    value = label.translation.value
    for name in pair.kept_names:
        if label.role is not Role.BOX:
            value = value.replace(name, " ")
    if languages[1] == "de":
        # German makes compounds of English words, and joins them with a hyphen.
        value = _COMPOUND.sub(" ", value)
    return [word for word in pair.words.left(value, *languages) if word.casefold() in original]
