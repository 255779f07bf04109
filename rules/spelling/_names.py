"""Where a prompt names its components, and how it spells them there."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.lexicon.exempt import is_code
from jwtlint.passage import Passage, Role
from jwtlint.prompt.model import Box, Prompt
from jwtlint.prompt.variants import Known, compact, is_variant, tokens_of
from jwtlint.text import Text

_TOKEN = re.compile(r"[^\W_]+")
_READ = frozenset({Role.STEP, Role.NOTE, Role.DESCRIPTION, Role.PROSE})
_PREFIX = 3
_LONGEST = 5
_HUMPS = 2
_HYPHENATED_NOUN = re.compile(r"\s+[a-zà-ÿ]")


class Spelling(NamedTuple):
    """A place that names a box. `meant` is the name that it spells otherwise, None where it is right."""

    text: Text
    box: Box
    meant: str | None


class Spellings:
    """The names of the boxes of one prompt, and who may be meant by nearly the same words."""

    def __init__(self, prompt: Prompt, known: Known) -> None:
        self._prompt = prompt
        self._known = known
        self._names: dict[str, tuple[str, Box]] = {}
        self._sizes: dict[tuple[int, str], list[tuple[str, Box]]] = {}
        self._declared = {" ".join(name.casefold().split()) for box in prompt.boxes for name in box.names}
        for box in prompt.boxes:
            for name in box.names:
                tokens = tokens_of(name)
                if tokens:
                    self._names.setdefault(compact(tokens), (name, box))
                    self._sizes.setdefault((len(tokens), tokens[0][:_PREFIX]), []).append((name, box))
        self._prefixes = {prefix for _, prefix in self._sizes}
        self._longest = min(_LONGEST, 1 + max((size for size, _ in self._sizes), default=0))

    def all(self) -> Iterator[Spelling]:
        """The ends of arrows, then the places in legend, notes, roles and prose."""
        for arrow in self._prompt.arrows:
            for end, box in ((arrow.source, arrow.source_box), (arrow.target, arrow.target_box)):
                if box is not None:
                    yield Spelling(end, box, self._meant(end.value, box))
        for passage in self._prompt.passages:
            if passage.role in _READ:
                yield from self._in_passage(passage)

    def _meant(self, words: str, box: Box) -> str | None:
        if " ".join(words.casefold().split()) in self._declared:
            return None
        return next((name for name in box.names if is_variant(words, name, self._known)), None)

    def _in_passage(self, passage: Passage) -> Iterator[Spelling]:
        value = passage.text.value
        tokens = [(match.group().casefold(), *match.span()) for match in _TOKEN.finditer(value)]
        for at, (word, start, _) in enumerate(tokens):
            if word[:_PREFIX] not in self._prefixes:
                continue
            for size in range(1, self._longest + 1):
                run = tokens[at : at + size]
                if len(run) < size:
                    break
                end = run[-1][2]
                found = self._named(value[start:end], tuple(token for token, _, _ in run))
                if found is None or is_code(value, start, end) or _identifier(value[start:end]):
                    continue
                meant = None if _attributive(value, start, end) else self._meant(value[start:end], found)
                yield Spelling(passage.text.cut(start, end), found, meant)

    def _named(self, words: str, tokens: tuple[str, ...]) -> Box | None:
        """The box that the words spell, rightly or not; None for words in another casing."""
        exact = self._names.get(compact(tokens))
        if exact is not None:
            return exact[1] if _cased_alike(words, exact[0]) else None
        if len(tokens) == 1:
            return None
        for name, box in self._sizes.get((len(tokens), tokens[0][:_PREFIX]), ()):
            if _cased_alike(words, name) and is_variant(words, name, self._known):
                return box
        return None


def _cased_alike(words: str, name: str) -> bool:
    """Do the words begin with capitals where the name does?"""
    if any(not word[0].islower() for word in _TOKEN.findall(name)):
        return all(not word[0].islower() for word in _TOKEN.findall(words))
    return True


def _identifier(words: str) -> bool:
    """Are three or more words written together, as in code ("CustomResourceDefinition")?"""
    return (
        words.isalpha() and sum(character.isupper() for character in words) > _HUMPS and not words.isupper()
    )


def _attributive(value: str, start: int, end: int) -> bool:
    """Is it a hyphenated adjective, "the Presence-Server protocol"?"""
    return "-" in value[start:end] and _HYPHENATED_NOUN.match(value, end) is not None
