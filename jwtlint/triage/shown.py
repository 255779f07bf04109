"""The text of a report as it may be shown: nothing invisible, no secret, no insult, no link that can be clicked."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ..regex import lazy
from .secrets import secrets_in
from .words import Phrasebook, Word, fold

_MOST_MARKS = 2
"""More accents over one letter are there to smear other lines."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_SELECTORS = range(0xFE00, 0xFE10)
_SPACES = lazy(r"\s+")
_ESCAPE = lazy("\x1b\\[[0-9;?]{0,20}[A-Za-z]")
"""What colours and moves on a terminal (ECMA-48, CSI)."""
_SCHEME = lazy(r"(?i)(?<![\w])([a-z][a-z0-9+.-]{1,20})(?=:(?://|\\\\))")
_HOST = lazy(r"(?i)(?<=://)[^\s/?#\"'<>]{1,253}")
_BARE = lazy(
    r"(?i)(?<![\w@./-])(?:www\.)?(?:[\w-]{1,63}\.){1,8}"
    r"(?:app|ar|biz|br|cc|click|cn|co|com|de|dev|edu|es|eu|fr|gov|info|io|it|link|live|me|mx|net|nl|online|org|pe|pl"
    r"|ru|shop|site|store|tk|top|tv|uk|us|vip|ws|xyz)(?![\w-])"
)
_OTHER_SCHEME = lazy(r"(?i)(?<![\w])(javascript|data|vbscript|mailto|tel|sms|file):(?=\S)")
_STARRED = lazy(r"(?<![\w*@$!#])(?=\S{0,40}[\d*@$!#])[\w*@$!#]{3,40}(?![\w*@$!#])")
_LEET = str.maketrans("013457@$!", "oieastasi")
_INSULT = "[insult]"
_HARMLESS = {"http": "hxxp", "https": "hxxps", "ftp": "fxp"}


class Mask(NamedTuple):
    """Characters `start` to `end` are shown as `shown`."""

    start: int
    end: int
    shown: str


def cleaned(text: str) -> str:
    """One line of characters that can be seen: no control, format or bidirectional characters, no piled accents."""
    kept: list[str] = []
    marks = 0
    for character in _ESCAPE.sub("", text):
        category = unicodedata.category(character)
        if character.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category in _UNSEEN or character in _BLANK_LETTERS or ord(character) in _SELECTORS:
            continue
        elif category in ("Mn", "Me"):
            marks += 1
            if marks > _MOST_MARKS:
                continue
            kept.append(character)
            continue
        else:
            kept.append(character)
        marks = 0
    return _SPACES.sub(" ", unicodedata.normalize("NFC", "".join(kept))).strip()


class Shown:
    """A cleaned text with its masks; any part of it can be shown, and a mask that is cut is shown whole."""

    def __init__(self, text: str, words: tuple[Word, ...], insults: Phrasebook[str]) -> None:
        self.text = text
        self._words = words
        self._insults = insults

    @cached_property
    def insulting(self) -> tuple[Mask, ...]:
        """Where the insults are."""
        found = [
            Mask(self._words[hit.first].start, self._words[hit.last - 1].end, _INSULT)
            for hit in self._insults.find(self._words)
        ]
        return (*found, *_disguised(self.text, self._insults))

    @cached_property
    def masks(self) -> tuple[Mask, ...]:
        """What is not shown as it stands, in order, without overlaps; of two that overlap both are hidden."""
        hidden = [Mask(*one) for one in secrets_in(self.text)] + list(self.insulting)
        return tuple(_merged(hidden))

    def part(self, start: int, end: int) -> str:
        """The characters from `start` to `end` as they may be shown."""
        pieces: list[str] = []
        at = start
        for mask in self.masks:
            if mask.end <= start or mask.start >= end:
                continue
            pieces += [self.text[at : max(at, mask.start)], mask.shown]
            at = mask.end
        pieces.append(self.text[min(at, end) : end])
        return _unlinked("".join(pieces))

    def __str__(self) -> str:
        return self.part(0, len(self.text))


def _merged(masks: list[Mask]) -> Iterator[Mask]:
    pending: Mask | None = None
    for mask in sorted(masks):
        if pending is not None and mask.start < pending.end:
            wider = mask.end - mask.start > pending.end - pending.start
            pending = Mask(pending.start, max(pending.end, mask.end), mask.shown if wider else pending.shown)
            continue
        if pending is not None:
            yield pending
        pending = mask
    if pending is not None:
        yield pending


def _disguised(text: str, insults: Phrasebook[str]) -> Iterator[Mask]:
    """Insults with signs for letters: "sh1t", "f*ck"."""
    for match in _STARRED.finditer(text):
        plain = fold(match.group().translate(_LEET))
        word = Word(plain, plain, match.start(), match.end())
        if next(insults.find([word]), None) or _hides(plain, insults):
            yield Mask(match.start(), match.end(), _INSULT)


def _hides(starred: str, insults: Phrasebook[str]) -> bool:
    """Is it an insult of which some letters are stars, but neither the first nor most?"""
    if "*" not in starred or not starred[0].isalpha() or 2 * starred.count("*") > len(starred):
        return False
    pattern = re.compile("".join("[a-z]" if one == "*" else re.escape(one) for one in starred))
    return any(pattern.fullmatch(word) for word in insults.beginnings)


def _unlinked(text: str) -> str:
    """The text with links that no program takes for one."""
    text = _OTHER_SCHEME.sub(r"\1[:]", text)
    text = _HOST.sub(lambda match: match.group().replace(".", "[.]"), text)
    text = _BARE.sub(lambda match: match.group().replace(".", "[.]"), text)
    return _SCHEME.sub(_harmless, text)


def _harmless(match: re.Match[str]) -> str:
    return _HARMLESS.get(match[1].lower(), f"{match[1]}[x]")
