"""A quotation mark has no partner.

What is quoted is what the picture shows. Where a label does not end, the generator draws the next arrow as a part of it,
or leaves the label out. Apostrophes, inches and minutes (13"), and ditto marks are no quotation marks.

```bad
Arrows: Gateway → Gateway [["merge two results]]; Gateway → App "200 OK".
```

```bad
Infografik mit der Überschrift [[„Lasttest in vier Schritten]]. Farben: Blau und Gelb; Pfeil „Anfrage“.
```

```good
Show "the clients' 13" laptops", the '90s look, „Lasttest“, « essai » and “rock ’n’ roll” on a 55" screen.
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.finding import Finding, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

from ._pairs import ANEW, CODE, MOST, closed, opened

_MARK = lazy(
    rf"{CODE}|{ANEW}|(?P<escaped>\\[\"'])|(?P<empty>\"\"(?!\w)|(?<!\w)''(?!\w))|(?P<mark>[\"“”„«»‘‚]|(?<![\w'])'|(?<=[^\s'])['’](?!\w))"
)
# Pairs that nothing can be wrong with; most prompts have no other marks.
_PAIR = lazy(
    r"""["“„«'`](?:(?<=")(?<![\w"]")(?=[^\s"])[^"“”„«»\n]*(?<=\S)"(?![\w"])|(?<=“)[^"“”„«»\n]*”"""
    r"""|(?<=„)[^"“”„«»\n]*[“”]|(?<=«)[^"“”„«»\n]*»|(?<=')(?<![\w']')(?=[^\s'])[^'"“”„«»\n]*(?<=\S)'(?!\w)"""
    r"""|(?<=`)[^`\n]{1,300}`)"""
)
_MASK = "_"
_QUOTE = lazy("[\"“”„«»]|'(?<!\\w')")
_OPEN_BEFORE = frozenset("([{<=:>—–-/|*_~“„«‘\\")
_CLOSE_BEHIND = frozenset(".,;:!?)]}>*_~—–/|…”“»’'")
_INCH = lazy(r"[\d½¼¾′]\Z")
_PREFIX = lazy(r"(?:\W|\A)[fbruFBRU]\Z")
_ERA = lazy(r"['‘](?:\d0s|em\b|n['’]|til\b|tis\b|s\b|twas\b|cause\b)")
_PARTNERS = {'"': '"“”„', "”": '“„"', "“": "„", "»": "«", "«": "»", "'": "'‘", "’": "‘‚'", "‘": "‚"}
_SINGLE = frozenset("'‘‚")
_MIN_PAIRS = 2


class _Open(NamedTuple):
    """An opening mark and its offset."""

    mark: str
    at: int


@rule("TPL131", "unbalanced-quote", Severity.WARNING)
def unbalanced_quote(text: Text) -> Iterator[Finding]:
    if not _QUOTE.search(_PAIR.sub(_MASK, text.value)):
        return
    reading = _Reading(text.value)
    for one in reading.unclosed[:MOST]:
        words = opened(text, one.at, _QUOTE)
        yield Finding(
            words, f"the quotation mark {one.mark} is never closed", "close it where the quoted words end"
        )
    for at in reading.unopened[:MOST]:
        words = closed(text, at + 1)
        yield Finding(words, f"the quotation mark {text.value[at]} was never opened", "open it, or remove it")


class _Reading:
    """The quotation marks of a text that have no partner."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.unopened: list[int] = []
        self._left: list[_Open] = []
        self._stack: list[_Open] = []
        self._pairs = 0
        self._swedish = "“" not in value and "„" not in value
        guillemets = value.find("«"), value.find("»")
        self._reversed = -1 < guillemets[1] < guillemets[0]
        for match in _MARK.finditer(value):
            if match.lastgroup == "mark":
                self._read(match.group(), match.start())
            elif match.lastgroup == "anew":
                self._give_up()
        self._give_up()

    @property
    def unclosed(self) -> list[_Open]:
        """Single marks count only where the text quotes with them; otherwise they may be anything."""
        return [one for one in self._left if one.mark not in _SINGLE or self._pairs >= _MIN_PAIRS]

    def _give_up(self) -> None:
        self._left += self._stack
        self._stack = []

    def _read(self, mark: str, at: int) -> None:
        if mark in "'‘‚’":
            self._read_single(mark, at)
        elif mark == '"' or (mark == "”" and self._swedish):
            self._read_straight(mark, at)
        elif mark in "«»":
            opens = (mark == "«") is not self._reversed
            self._read_guillemet(mark, at, opens)
        elif mark == "„" or (mark == "“" and not self._is_open("„")):
            self._stack.append(_Open(mark, at))
        elif not self._close(mark):
            self.unopened.append(at)

    def _read_straight(self, mark: str, at: int) -> None:
        before = self.value[at - 1] if at else " "
        behind = self.value[at + 1] if at + 1 < len(self.value) else " "
        if before.isspace() and behind.isspace():
            return
        can_open = (
            before.isspace() or before in _OPEN_BEFORE or bool(_PREFIX.search(self.value, max(0, at - 2), at))
        )
        can_close = behind.isspace() or behind in _CLOSE_BEHIND
        is_open = self._is_open(mark) or self._is_open("“")
        if can_close and not can_open and _INCH.match(before) and (not is_open or self._closes_later(at)):
            return
        if not (can_open or can_close or is_open):
            return
        opens = can_open if can_open is not can_close else not is_open
        if opens:
            self._stack.append(_Open(mark, at))
        elif not self._close(mark):
            self.unopened.append(at)

    def _closes_later(self, at: int) -> bool:
        """Is the next straight mark of the line a closing one, so that this one is an inch?"""
        line_end = self.value.find("\n", at)
        limit = min(line_end if line_end >= 0 else len(self.value), at + 200)
        following = self.value.find('"', at + 1, limit)
        if following < 0 or not self.value[at + 1 : at + 2].isspace():
            return False
        return not self.value[following - 1].isspace() and self.value[following - 1] not in _OPEN_BEFORE

    def _read_guillemet(self, mark: str, at: int, opens: bool) -> None:
        if opens:
            self._stack.append(_Open(mark, at))
            return
        bare = self.value[at - 1 : at].isspace() and not self._is_open("«") and not self._is_open("»")
        if not self._close(mark) and not bare:
            self.unopened.append(at)

    def _read_single(self, mark: str, at: int) -> None:
        behind = self.value[at + 1 : at + 2]
        if _ERA.match(self.value, at):
            return
        if mark == "‚" or (mark == "‘" and not self._is_open("‚")):
            self._stack.append(_Open(mark, at))
            return
        before = self.value[at - 1] if at else " "
        opens = (
            mark == "'" and (before.isspace() or before in _OPEN_BEFORE) and behind and not behind.isspace()
        )
        if opens:
            self._stack.append(_Open(mark, at))
        elif self._stack and self._stack[-1].mark in _PARTNERS[mark]:
            self._stack.pop()
            self._pairs += 1

    def _is_open(self, mark: str) -> bool:
        return any(one.mark == mark for one in self._stack[-4:])

    def _close(self, mark: str) -> bool:
        """Take the partner off the stack; single marks above it were apostrophes."""
        for depth in range(1, min(len(self._stack), 4) + 1):
            one = self._stack[-depth]
            if one.mark in _PARTNERS[mark] or one.mark == mark:
                del self._stack[-depth:]
                return True
            if one.mark not in _SINGLE:
                return False
        return False
