"""Strings of JSON and cells of CSV as `Text`: every character at its place in the file."""

import re
from collections.abc import Iterable

from ...regex import lazy
from ...source import Source, SourceError
from ...text import Quoting, Run, Span, Text

_ESCAPE = lazy(
    r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})|u(?P<code>[0-9a-fA-F]{4})"
    r'|(?P<letter>["\\/bfnrt]))'
)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_TWICE = re.compile('""')
_UNSPEAKABLE = lazy("[\0\ud800-\udfff]")


def json_text(source: Source, start: int, end: int) -> Text:
    """What stands between the quotes of a JSON string (RFC 8259, section 7).

    Raises SourceError for an escape that gives NUL or half a surrogate pair.
    """
    raw = source.value[start:end]
    if "\\" not in raw:
        return Text(raw, (Run(0, len(raw), Span(start, end)),), source, Quoting.JSON)
    text = _text(source, raw, start, ((match, _said(match)) for match in _ESCAPE.finditer(raw)), Quoting.JSON)
    if bad := _UNSPEAKABLE.search(text.value):
        position = source.position(text.cut(*bad.span()).span.start)
        what = "NUL, which is no text" if bad[0] == "\0" else "half a character"
        raise SourceError(
            source.path,
            f"line {position.line}, column {position.column}: the escape gives {what}; write the character itself",
        )
    return text


def json_string(raw: str) -> str:
    """What a JSON string says, without its place."""
    return _ESCAPE.sub(_said, raw) if "\\" in raw else raw


def csv_text(source: Source, start: int, end: int, *, quoted: bool) -> Text:
    """What a cell says; `start` and `end` leave its quotes out (RFC 4180, section 2)."""
    raw = source.value[start:end]
    quoting = Quoting.CSV if quoted else Quoting.CSV_BARE
    if not quoted or '"' not in raw:
        return Text(raw, (Run(0, len(raw), Span(start, end)),), source, quoting)
    return _text(source, raw, start, ((match, '"') for match in _TWICE.finditer(raw)), quoting)


def _said(escape: re.Match[str]) -> str:
    high, low, code, letter = escape.groups()
    if letter:
        return _LETTERS.get(letter, letter)
    if code:
        return chr(int(code, 16))
    return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10 | int(low, 16) & 0x3FF))


def _text(
    source: Source, raw: str, start: int, escapes: Iterable[tuple[re.Match[str], str]], quoting: Quoting
) -> Text:
    """The text with what each escape says in its place."""
    parts: list[str] = []
    runs: list[Run] = []
    at = said = 0
    for escape, character in escapes:
        low, high = escape.span()
        if at < low:
            parts.append(raw[at:low])
            runs.append(Run(said, said + low - at, Span(start + at, start + low)))
            said += low - at
        parts.append(character)
        runs.append(Run(said, said + 1, Span(start + low, start + high)))
        said += 1
        at = high
    if at < len(raw):
        parts.append(raw[at:])
        runs.append(Run(said, said + len(raw) - at, Span(start + at, start + len(raw))))
    return Text("".join(parts), tuple(runs), source, quoting)
