"""Values of YAML as `Text`: every character at its place in the file, quoted, folded or not."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..regex import lazy
from ..source import Source
from ..text import Quoting, Run, Span, Text

_BREAK = "(?:\r\n|[\n\r\x85\u2028\u2029])"
_BREAKS = lazy(_BREAK)
_PROPERTIES = lazy(r"(?:[&!]\S*\s+)*")
_SPACE = "[ \t\r\n\x85\u2028\u2029]+"
_PLAIN = lazy(rf"(?P<space>{_SPACE})|(?P<same>\S+|\s)")
_SINGLE = lazy(rf"(?P<quote>'')|(?P<space>{_SPACE})|(?P<same>[^\s']+|\s)")
_DOUBLE = lazy(
    rf"\\(?:x(?P<two>[0-9A-Fa-f]{{2}})|u(?P<four>[0-9A-Fa-f]{{4}})|U(?P<eight>[0-9A-Fa-f]{{8}})"
    rf"|(?P<joined>{_BREAK}{_SPACE}|{_BREAK})|(?P<letter>.))"
    rf"|(?P<space>{_SPACE})|(?P<same>[^\s\\]+|\s)"
)


class Scalar(NamedTuple):
    """A value as the YAML parser gives it; `style` is its quote or block sign, "" for a plain one."""

    start: int
    end: int
    value: str
    style: str

    @property
    def missing(self) -> bool:
        """Does it say that there is no value?"""
        return not self.value.strip() or (not self.style and self.value in ("~", "null", "Null", "NULL"))


class _Piece(NamedTuple):
    """Characters of the value, and the stretch of the file that says them."""

    value: str
    start: int
    end: int


def text_of(source: Source, scalar: Scalar) -> Text:
    """The value without white space around it, and where each of its characters stands."""
    start, end, value, style = scalar
    properties = _PROPERTIES.match(source.value, start, end)
    start = properties.end() if properties else start
    quoting = {"'": Quoting.YAML_SINGLE, '"': Quoting.YAML_DOUBLE}.get(style, Quoting.PLAIN)
    if quoting is not Quoting.PLAIN:
        start, end = start + 1, end - 1
    if source.value[start:end] == value:
        return Text(value, (Run(0, len(value), Span(start, end)),), source, quoting).strip()
    if style in ("|", ">"):
        pieces = list(_block_pieces(source.value, start, value))
    else:
        pieces = list(_flow_pieces(source.value, start, end, style))
    said = "".join(piece.value for piece in pieces)
    # The end of a block says how many line ends follow; they are no part of what it says.
    if not pieces or said.strip() != value.strip():
        return Text(value, (Run(0, len(value), Span(start, end)),), source, quoting).strip()
    return Text(said, tuple(_runs(pieces)), source, quoting).strip()


def _runs(pieces: Iterable[_Piece]) -> Iterator[Run]:
    """Pieces as runs; neighbours that stand in the file as they are become one."""
    at = 0
    open_run: Run | None = None
    for value, start, end in pieces:
        same = end - start == len(value)
        if open_run and same and open_run.divisible and open_run.place[1] == start:
            open_run = Run(open_run.start, at + len(value), Span(open_run.place[0], end))
        else:
            if open_run:
                yield open_run
            open_run = Run(at, at + len(value), Span(start, end)) if value else None
        at += len(value)
    if open_run:
        yield open_run


def _flow_pieces(raw: str, start: int, end: int, style: str) -> Iterator[_Piece]:
    pattern = {"'": _SINGLE, '"': _DOUBLE}.get(style, _PLAIN)
    for match in pattern.finditer(raw, start, end):
        yield _Piece(_said(match), match.start(), match.end())


def _said(match: re.Match[str]) -> str:
    words, kind = match[0], match.lastgroup
    match kind:
        case "space":
            breaks = _normal_breaks(words)
            if not breaks:
                return words
            # One line end is a blank; of several the first is dropped.
            return breaks[1:] or " " if breaks[0] == "\n" else breaks
        case "joined":
            return _normal_breaks(words)[1:]
        case "quote":
            return "'"
        case "two" | "four" | "eight":
            return chr(int(match[kind], 16))
        case "letter":
            from yaml.scanner import Scanner

            return str(Scanner.ESCAPE_REPLACEMENTS.get(match[kind], match[kind]))
    return words


def _normal_breaks(words: str) -> str:
    return "".join(one if one in "\u2028\u2029" else "\n" for one in _BREAKS.findall(words))


def _block_pieces(raw: str, start: int, value: str) -> Iterator[_Piece]:
    """The lines of a literal or folded block, until the whole value is said or they do not fit it."""
    first = _BREAKS.search(raw, start)
    if first is None:
        return
    at, said = first.end(), 0
    value = value.rstrip("\n")
    indent: int | None = None
    breaks: list[tuple[int, int]] = []
    while said < len(value):
        line_end = _BREAKS.search(raw, at)
        end = line_end.start() if line_end else len(raw)
        words = raw[at:end]
        if indent is None and words.strip(" "):
            lead = value.lstrip("\n")
            indent = _blanks(words) - _blanks(lead)
        skipped = min(_blanks(words), indent if indent is not None else len(words))
        if skipped < len(words):
            separator = _separator(value, said, len(breaks), words[skipped:])
            if separator is None:
                return
            for character, (low, high) in zip(separator, breaks[len(breaks) - len(separator) :], strict=True):
                yield _Piece(character, low, high)
            yield _Piece(words[skipped:], at + skipped, end)
            said += len(separator) + len(words) - skipped
            breaks = []
        if line_end is None:
            return
        breaks.append(line_end.span())
        at = line_end.end()


def _separator(value: str, said: int, breaks: int, words: str) -> str | None:
    """What stands for so many line ends before the words: they themselves, one fewer, or a blank."""
    for separator in ("\n" * breaks, "\n" * (breaks - 1), " "):
        if len(separator) <= breaks and value.startswith(separator + words, said):
            return separator
    return None


def _blanks(words: str) -> int:
    return len(words) - len(words.lstrip(" "))
