"""The values of one JSON object, each with its names and its place. Strict JSON (RFC 8259), of bounded depth."""

import re
from enum import Enum
from typing import NamedTuple, NoReturn

from ...regex import lazy
from ...source import Source, SourceError
from .escapes import json_string
from .frame import MAX_DEPTH

_STRING = r'"(?P<{}>[^"\\\x00-\x1f]*+(?:\\["\\/bfnrtu][^"\\\x00-\x1f]*+)*+)"'
_VALUE = (
    rf"[ \t\r\n]*+(?:{_STRING.format('string')}"
    r"|(?P<literal>-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false)"
    r"|(?P<null>null)|(?P<bracket>[{\[]))"
)
_KEY = rf"[ \t\r\n]*+{_STRING.format('key')}[ \t\r\n]*+:"
_MEMBER = lazy(_KEY + _VALUE)
_ITEM = lazy(_VALUE)
_NAMED = lazy(_KEY)
_NEXT = lazy(r"[ \t\r\n]*+(?P<sign>[,}\]]?)")
_SOUND = lazy(r"[^\\]*+(?:\\(?!u(?![0-9a-fA-F]{4})).[^\\]*+)*+", re.DOTALL)
"""All up to an escape without its code."""
_BLANKS = " \t\r\n"


class Kind(Enum):
    """What sort of value."""

    STRING = "string"
    LITERAL = "number or truth value"
    NULL = "null"


class Member(NamedTuple):
    """A value: the keys that lead to it, from the outermost; its offsets are those between the quotes of a string.

    Each item of a list bears the name of the list; an empty list is a null. Objects in a list are read, but are not
    members.
    """

    names: tuple[str, ...]
    kind: Kind
    start: int
    end: int


class _Level(NamedTuple):
    """An open bracket: what closes it, the names of what is in it (None where that is nobody's), its keys."""

    closing: str
    names: tuple[str, ...] | None
    keys: dict[str, int]


def members_of(source: Source) -> tuple[list[Member], tuple[int, int] | None]:
    """The values of the object that the source is; and, where a key stands before the object, its place.

    Raises SourceError, with line and column, for what is no object, no JSON, too deep, or has a key twice.
    """
    value = source.value
    named = _NAMED.match(value)
    start = named.end() if named else 0
    while value[start : start + 1] and value[start] in _BLANKS:
        start += 1
    if value[start : start + 1] != "{":
        refuse(source, start, "no object; an entry is written {…}, with a key for each field")
    if (sound := _SOUND.match(value)) and value.startswith("\\u", sound.end()):
        refuse(source, sound.end(), "no JSON: \\u wants four hexadecimal digits; mend the escape")
    return _members(source, start), named.span("key") if named else None


def _members(source: Source, start: int) -> list[Member]:
    value = source.value
    found: list[Member] = []
    levels = [_Level("}", (), {})]
    at, fresh = start + 1, True
    while levels:
        level = levels[-1]
        nearest = _NEXT.match(value, at)
        if fresh and nearest and nearest["sign"] == level.closing:
            if level.names and level.closing == "]":
                found.append(Member(level.names, Kind.NULL, at, at))
        else:
            match = (_MEMBER if level.closing == "}" else _ITEM).match(value, at)
            if match is None:
                _refuse_json(source, start, at)
            names = level.names
            if level.closing == "}":
                names = _name(source, level, match["key"], match.start("key"))
            at = match.end()
            if bracket := match["bracket"]:
                if len(levels) == MAX_DEPTH:
                    refuse(source, at - 1, f"nested more than {MAX_DEPTH} deep; make the entry flatter")
                inside = bracket == "{" and level.closing == "]"
                levels.append(_Level("]" if bracket == "[" else "}", None if inside else names, {}))
                fresh = True
                continue
            if names is not None:
                found.append(_member(names, match))
        at, fresh = _close(source, levels, start, at), False
    if value[at:].strip(_BLANKS):
        refuse(
            source, at, "something stands behind the entry; give each entry a line or an element of its own"
        )
    return found


def _member(names: tuple[str, ...], match: re.Match[str]) -> Member:
    if match["string"] is not None:
        return Member(names, Kind.STRING, *match.span("string"))
    if match["null"]:
        return Member(names, Kind.NULL, match.start("null"), match.start("null"))
    return Member(names, Kind.LITERAL, *match.span("literal"))


def _close(source: Source, levels: list[_Level], start: int, at: int) -> int:
    """Go behind a value, and behind the brackets that end with it; to the next value, or to the end."""
    while levels:
        match = _NEXT.match(source.value, at)
        sign = match["sign"] if match else ""
        if match is None or sign not in (",", levels[-1].closing) or not sign:
            _refuse_json(source, start, at)
        at = match.end()
        if sign == ",":
            return at
        levels.pop()
    return at


def _name(source: Source, level: _Level, raw: str, start: int) -> tuple[str, ...] | None:
    key = json_string(raw)
    earlier = level.keys.setdefault(key, start)
    if earlier != start:
        line = source.position(earlier).line
        refuse(source, start, f"the key {key[:40]!r} stands already on line {line}; keep one")
    return None if level.names is None else (*level.names, key)


def _refuse_json(source: Source, start: int, at: int) -> NoReturn:
    """Say what is wrong in the words of the standard library, which names the place, too."""
    import json

    try:
        json.JSONDecoder().raw_decode(source.value, start)
    except json.JSONDecodeError as error:
        at, reason = error.pos, error.msg[0].lower() + error.msg[1:].removesuffix(" at")
    except (ValueError, RecursionError):
        reason = "a value that cannot be read"
    else:
        reason = "NaN and Infinity are none"
    refuse(source, at, f"no JSON: {reason}; mend it here")


def refuse(source: Source, offset: int, reason: str) -> NoReturn:
    """Raise a SourceError about a place."""
    position = source.position(offset)
    raise SourceError(source.path, f"line {position.line}, column {position.column}: {reason}")
