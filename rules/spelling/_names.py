"""Where a prompt names its components, and how it spells them there."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jwtlint.lexicon.exempt import is_code
from jwtlint.passage import Passage, Role
from jwtlint.prompt.model import Arrow, Box, Prompt
from jwtlint.prompt.variants import Known, compact, is_variant, one_slips, tokens_of
from jwtlint.regex import lazy
from jwtlint.text import Text

_TOKEN = lazy(r"[^\W_]+")
_HYPHENATED = lazy(r"[^\W_]+(?:-[^\W_]+)*")
_READ = frozenset({Role.STEP, Role.NOTE, Role.DESCRIPTION, Role.PROSE})
_PREFIX = 3
_LONGEST = 5
_HUMPS = 2
_ARTICLE = lazy(r"(?i)\b(?:the|an?|each|every|its|their|this) $")
_FOLLOWING = lazy(r"\s+([a-zà-ÿ]+)")
_NEAR = 8
_REACH = 120


class Spelling(NamedTuple):
    """A place that names a box. `meant` is the name that it spells otherwise, None where it is right."""

    text: Text
    box: Box
    meant: str | None


class Spellings:
    """The names of the boxes of one prompt, and which other words are nearly the same."""

    def __init__(self, prompt: Prompt, known: Known) -> None:
        self._prompt = prompt
        self._known = known
        self._names: dict[str, tuple[str, Box]] = {}
        self._alike: dict[tuple[int, str], list[tuple[str, Box]]] = {}
        self._exact: dict[str, list[str]] = {}
        self._declared: set[str] = set()
        for box in prompt.boxes:
            for name in box.names:
                if (tokens := tokens_of(name)) and not _variable(name):
                    self._names.setdefault(compact(tokens), (name, box))
                    self._alike.setdefault((len(tokens), tokens[0][:_PREFIX]), []).append((name, box))
                    self._exact.setdefault(_spelt(name)[:_PREFIX], []).append(_spelt(name))
                    self._declared.add(_spelt(name))
        flat = [*self._names, *(prefix for _, prefix in self._alike)]
        hyphenated = {mark for name in flat for mark in (f"{name[:1]}-{name[1:2]}", f"{name[:2]}-")}
        self._prefixes = {name[:_PREFIX] for name in flat} | hyphenated
        self._starts = self._prefixes | {name[:size] for name in flat for size in range(1, _PREFIX)}
        self._longest = min(_LONGEST, 1 + max((size for size, _ in self._alike), default=0))

    def differ(self) -> bool:
        """Can any place spell a name otherwise? A quick look at words, which passes over most prompts."""
        ends = {(end.value, box) for arrow in self._prompt.arrows for end, box in _ends(arrow)}
        if any(box is not None and self._meant(words, box) for words, box in ends):
            return True
        value = self._prompt.text.value.casefold()
        for prefix in self._prefixes:
            at = value.find(prefix)
            while at >= 0:
                if not value[at - 1 : at].isalnum() and not self._exactly_at(value, at):
                    words = _HYPHENATED.findall(value, at, at + _REACH)
                    if self._differs_at(words[: self._longest]):
                        return True
                at = value.find(prefix, at + 1)
        return False

    def _exactly_at(self, value: str, at: int) -> bool:
        """Does a name stand here as it is declared?"""
        for name in self._exact.get(value[at : at + _PREFIX], ()):
            if value.startswith(name, at) and not value[at + len(name) : at + len(name) + 1].isalnum():
                return True
        return False

    def _differs_at(self, words: list[str]) -> bool:
        """Is a run of words from the first on another spelling of a name?"""
        prefix = words[0][:_PREFIX]
        tokens: list[str] = []
        flat = ""
        for size, word in enumerate(words, 1):
            flat += _flat(word)
            tokens += word.split("-")
            named = self._names.get(flat)
            if named is not None:
                if is_variant(" ".join(words[:size]), named[0], self._known):
                    return True
            elif any(
                one_slips(tokens, tokens_of(name), self._known)
                for name, _ in self._alike.get((len(tokens), prefix), ())
                if len(tokens) > 1
            ):
                return True
        return False

    def all(self) -> Iterator[Spelling]:
        """The ends of arrows, then the places in legend, notes, roles and prose."""
        for arrow in self._prompt.arrows:
            for end, box in _ends(arrow):
                if box is not None:
                    yield Spelling(end, box, self._meant(end.value, box))
        for passage in self._prompt.passages:
            if passage.role in _READ:
                yield from self._in_passage(passage)

    def _meant(self, words: str, box: Box) -> str | None:
        if _spelt(words) in self._declared:
            return None
        return next((name for name in box.names if is_variant(words, name, self._known)), None)

    def _in_passage(self, passage: Passage) -> Iterator[Spelling]:
        value = passage.text.value
        tokens = list(_TOKEN.finditer(value))
        for at, first in enumerate(tokens):
            if first.group()[:_PREFIX].casefold() not in self._starts:
                continue
            for last in tokens[at : at + self._longest]:
                start, end = first.start(), last.end()
                words = value[start:end]
                box = self._named(words)
                if box is None or is_code(value, start, end) or _identifier(words):
                    continue
                meant = None if _attributive(value, start, end) else self._meant(words, box)
                yield Spelling(passage.text.cut(start, end), box, meant)

    def _named(self, words: str) -> Box | None:
        """The box that the words spell, rightly or not; None for words in another casing."""
        tokens = tokens_of(words)
        exact = self._names.get(compact(tokens))
        if exact is not None:
            return exact[1] if _cased_alike(words, exact[0]) else None
        if len(tokens) == 1:
            return None
        for name, box in self._alike.get((len(tokens), tokens[0][:_PREFIX]), ()):
            if _cased_alike(words, name) and is_variant(words, name, self._known):
                return box
        return None


def _ends(arrow: Arrow) -> tuple[tuple[Text, Box | None], ...]:
    return (arrow.source, arrow.source_box), (arrow.target, arrow.target_box)


@lru_cache(maxsize=4096)
def _flat(word: str) -> str:
    return compact(tokens_of(word))


def _spelt(words: str) -> str:
    return " ".join(words.casefold().split())


def _cased_alike(words: str, name: str) -> bool:
    """Do the words begin with capitals where the name does?"""
    if all(word[0].islower() for word in _HYPHENATED.findall(name)):
        return True
    return not any(word[0].islower() for word in _HYPHENATED.findall(words))


def _identifier(words: str) -> bool:
    """Are three or more words written together, as in code ("CustomResourceDefinition")?"""
    return words.isalpha() and not words.isupper() and sum(map(str.isupper, words)) > _HUMPS


def _variable(name: str) -> bool:
    """Is it the name of a variable or command, which has a form of its own ("workspaceId", "kubelet")?"""
    return name.isalpha() and name[:1].islower()


def _attributive(value: str, start: int, end: int) -> bool:
    """Is it a hyphenated adjective, "the Presence-Server protocol"? A word in -s may be a verb."""
    words = value[start:end]
    if "-" not in words or " " in words or not _ARTICLE.search(value, max(0, start - _NEAR), start):
        return False
    following = _FOLLOWING.match(value, end)
    return following is not None and not following[1].endswith("s")
