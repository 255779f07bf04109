"""Reads Mermaid sequence diagrams.

Every statement of the language is known; a line that is none of them stays unread. Colours, links and other
properties say nothing about the flow and are passed over.
"""

import re
from collections.abc import Iterator

from ..prompt.model import Mode, Prompt
from ..regex import lazy
from ..text import Text
from .drawing import Drawing, End, Identify
from .words import lines_of, meaning, readable

_KEYWORD = lazy(r"(?P<word>[A-Za-z_]+)(?=[\s:{]|$)")
_HEADED = lazy(r"<<--?>>|--?>>|--?>|--?\|[\\/]|--?(?:\\\\|//)|[\\/]\|--?|(?:\\\\|//)--?")
# Looked for where nothing else is, since names can hold it ("check-xml").
_OPEN = lazy(r"--?[x)]", re.IGNORECASE)
_REVERSED = frozenset("\\/")
# "()" joins a message to a lifeline; "+" and "-" begin and end an activation.
_BEFORE_NAME = lazy(r"\s*(?:\(\)\s*)?(?:[+-]\s*)?")
_WRAP = lazy(r"\s*(?:no)?wrap:", re.IGNORECASE)
_NOTE = lazy(r"(?:(?:left|right)\s+of|over)\s+", re.IGNORECASE)
_KIND = lazy(r"[\"']?type[\"']?\s*:\s*[\"']?(?P<kind>[a-z]+)", re.IGNORECASE)
_COLOUR = lazy(r"(?:rgb|rgba|hsl|hsla)\([^)\n]*\)\s*|transparent\b\s*|#[0-9a-f]{3,8}\b\s*", re.IGNORECASE)
_COMMA = lazy(r",")
_COMMENT = lazy(r"\s*%%")
_TITLE_KEY = lazy(r"\s*title\s*:\s*(?P<title>\S.*)")

_BREAKS = lazy(r"<br\s*/?>", re.IGNORECASE)
_MARKS = lazy(
    r"</?(?:b|i|u|s|em|strong|small|sub|sup|code|span|font|tt|del|ins|mark|pre|center)(?:\s[^<>]{0,200})?>"
    r"|#(?:\d{1,7}|[A-Za-z]\w{1,30});|&(?:#\d{1,7}|[A-Za-z]\w{1,30});",
    re.IGNORECASE,
)
_SEMICOLON = lazy(r"(?<!#\w)(?<!#\w\w)(?<!#\w{3})(?<!#\w{4})(?<!#\w{5})(?<!#\w{6})(?<!#\w{7});")
# What follows a semicolon is a statement of its own if it looks like one, and otherwise goes on with the label.
_STATEMENT = lazy(
    r"\s*(?:$|(?:participant|actor|create|destroy|box|loop|alt|else|opt|par|and|critical|option|break|rect|end|autonumber"
    r"|activate|deactivate|note)\b|[^:;\n]{1,80}?--?(?:>|[x)]))",
    re.IGNORECASE,
)

_BRANCHES = {"opt": Mode.OPTIONAL, "break": Mode.OPTIONAL, "alt": None}
_TURNS = frozenset({"else", "option", "and"})
_FRAMES = frozenset({"loop", "par", "par_over", "critical", "rect", "box"})
_SILENT = frozenset(
    {
        "autonumber",
        "activate",
        "deactivate",
        "destroy",
        "link",
        "links",
        "properties",
        "details",
        "sequencediagram",
    }
)


def parse(text: Text, identify: Identify) -> Prompt:
    """Read a diagram, with or without its front matter and directives. Takes any text."""
    return _Reader(text).read().prompt(identify)


class _Reader:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._drawing = Drawing(text)

    def read(self) -> Drawing:
        block: tuple[int, str] | None = None
        begun = False
        for start, end in _statements(self._text.value):
            line = self._text.cut(start, end).strip()
            value = line.value
            if block is not None:
                if not begun and (title := _TITLE_KEY.match(value)):
                    self._drawing.title(_unquoted(line.matched(title, "title")))
                block = None if value.endswith(block[1]) else block
            elif closing := _closing(value, begun):
                block = start, closing
            elif value and not value.startswith("%%"):
                begun = True
                if not self._statement(line):
                    self._drawing.leave_unread(line)
        if block is not None:
            self._drawing.leave_unread(self._text.cut(block[0], len(self._text)))
        return self._drawing

    def _statement(self, line: Text) -> bool:
        keyword = _KEYWORD.match(line.value)
        if keyword is not None:
            rest = line.cut(keyword.end(), len(line)).strip()
            if not _HEADED.match(rest.value):
                understood = self._keyword(keyword["word"].lower(), line, rest)
                if understood is not None:
                    return understood
        return self._message(line)

    def _keyword(self, word: str, line: Text, rest: Text) -> bool | None:
        """Was a statement of that keyword understood? None for a word that is none."""
        drawing = self._drawing
        if word in _SILENT:
            return True
        words = rest.strip(": \t")
        if word in _BRANCHES:
            drawing.open(_BRANCHES[word], self._readable(words), Mode.ALTERNATIVE)
            return True
        if word in _TURNS:
            return drawing.turn(self._readable(words))
        if word in _FRAMES:
            colour = _COLOUR.match(words.value)
            drawing.open(turns=Mode.ALTERNATIVE if word == "critical" else None)
            drawing.say(self._readable(words.cut(colour.end() if colour else 0, len(words))))
            return True
        match word:
            case "end":
                return drawing.close()
            case "participant" | "actor":
                return self._declare(line.cut(0, len(word)), line, rest)
            case "create":
                kind = _KEYWORD.match(rest.value)
                if kind is None or kind["word"].lower() not in ("participant", "actor"):
                    return False
                return self._declare(rest.matched(kind), line, rest.cut(kind.end(), len(rest)).strip())
            case "note":
                return self._note(rest)
            case "title":
                drawing.title(self._readable(words))
                return True
            case "acctitle" | "accdescr":
                drawing.say(self._readable(rest.strip(":{} \t")))
                return True
        return None

    def _declare(self, kind: Text, line: Text, rest: Text) -> bool:
        name, written = rest, None
        separator = rest.value.lower().find(" as ")
        if separator >= 0:
            name, written = rest.cut(0, separator).strip(), rest.cut(separator + 4, len(rest))
        at = name.value.find("@{")
        if at >= 0:
            given = _KIND.search(name.value, at)
            kind = name.matched(given, "kind") if given else kind
            name = name.cut(0, at).strip()
        if not name:
            return False
        shown = self._readable(written) if written else None
        icon = kind if kind.value.lower() != "participant" else None
        self._drawing.declare(name.value, shown or self._readable(name), line, icon=icon)
        return True

    def _note(self, rest: Text) -> bool:
        place = _NOTE.match(rest.value)
        colon = rest.value.find(":")
        if place is None or colon < place.end():
            return False
        for name in rest.cut(place.end(), colon).split(_COMMA):
            if end := self._end(name.strip()):
                self._drawing.mention(end)
        self._drawing.note(self._label(rest.cut(colon + 1, len(rest))))
        return True

    def _message(self, line: Text) -> bool:
        value = line.value
        head, colon, _ = value.partition(":")
        found = _HEADED.search(head) or _OPEN.search(head)
        if found is None:
            return False
        before = head[: found.start()].rstrip().removesuffix("()")
        after = _BEFORE_NAME.match(head, found.end())
        source = self._end(line.cut(0, len(before)).strip())
        target = self._end(line.cut(after.end() if after else found.end(), len(head)).strip())
        if source is None or target is None:
            return False
        label = self._label(line.cut(len(head) + 1, len(line))) if colon else None
        if found[0][0] in _REVERSED:
            source, target = target, source
        # A colon without words behind it promises no label.
        self._drawing.message(source, target, line.cut(0, len(value.rstrip(": \t"))), label or None)
        if found[0].startswith("<"):
            self._drawing.message(target, source, line.matched(found), None)
        return True

    def _end(self, words: Text) -> End | None:
        return End(words.value, self._readable(words)) if words else None

    def _label(self, words: Text) -> Text:
        wrap = _WRAP.match(words.value)
        return self._readable(words.cut(wrap.end() if wrap else 0, len(words)))

    def _readable(self, words: Text) -> Text:
        return readable(words, _BREAKS, _MARKS, meaning)


def _closing(value: str, begun: bool) -> str | None:
    """What ends the lines of front matter, of a directive or of a description that begin here."""
    if value == "---" and not begun:
        return "---"
    if value.startswith("%%{"):
        return None if value.endswith("}%%") else "}%%"
    if value.lower().startswith("accdescr") and "{" in value:
        return None if value.endswith("}") else "}"
    return None


def _unquoted(words: Text) -> Text:
    value = words.strip().value
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return words.strip().cut(1, len(value) - 1) if quoted else words.strip()


def _statements(value: str) -> Iterator[tuple[int, int]]:
    """Lines, and the statements of a line that semicolons part."""
    for start, end in lines_of(value):
        if value.find(";", start, end) < 0 or _COMMENT.match(value, start, end):
            yield start, end
            continue
        at = start
        for mark in _SEMICOLON.finditer(value, start, end):
            if _STATEMENT.match(value, mark.end(), end):
                yield at, mark.start()
                at = mark.end()
        yield at, end
