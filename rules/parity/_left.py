"""Whether a label, or a part of it, was left in the language of the original."""

from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Languages, Pair
from jwtlint.parity.scope import Scope
from jwtlint.passage import Role
from jwtlint.regex import lazy

_SURE = 2
_COMPOUND = lazy(r"\b\w+(?:-\w+)+\b")


def judged(label: LabelPair, pair: Pair, languages: Languages) -> bool:
    """Was a label to be translated? Where nothing was translated at all, that is told once."""
    if not label.of_entry and (pair.scope is not Scope.FULL or pair.spoken_language == languages.source):
        return False
    return label.role is not Role.BOX or not pair.keeps_names


def is_left(label: LabelPair, pair: Pair, languages: Languages) -> bool:
    """Is the whole label still in the language of the original?"""
    if not judged(label, pair, languages):
        return False
    value = label.translation.value
    if label.original.value.casefold().split() == value.casefold().split():
        return bool(left_words(label, pair, languages))
    words = pair.words.translatable(value, languages.target)
    return len(words) >= _SURE and len(pair.words.left(value, *languages)) == len(words)


def left_words(label: LabelPair, pair: Pair, languages: Languages) -> list[str]:
    """The words of the original that stand in the translation and are none of its language."""
    if not judged(label, pair, languages):
        return []
    original = {word.casefold() for word in pair.words.translatable(label.original.value)}
    value = label.translation.value
    for name in pair.kept_names:
        if label.role is not Role.BOX:
            value = value.replace(name, " ")
    if languages.target == "de":
        # German makes compounds of English words, and joins them with a hyphen.
        value = _COMPOUND.sub(" ", value)
    return [word for word in pair.words.left(value, *languages) if word.casefold() in original]
