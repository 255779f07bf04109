"""Reads PlantUML sequence diagrams.

Styles, colours and what only moves things about say nothing about the flow and are passed over; a line that is no
statement of a sequence diagram stays unread. Macros and included files are not expanded.
"""

import re
from collections.abc import Iterator

from ..prompt.model import Mode, Prompt
from ..regex import lazy
from ..text import Text
from .activations import Activations
from .blocks import CLOSING_BRACKET, Block, Content, block_of
from .drawing import Drawing, End, Identify
from .words import lines_of, meaning, readable

_NAME = r'"(?P<{0}long>[^"\n]++)"(?:\s++as\s++(?P<{0}as>[\w.@]++))?+|(?P<{0}code>[\w.@]++)(?:\s++as\s++"(?P<{0}shown>[^"\n]++)")?+'
_ARROW = lazy(
    r"(?:&\s*+)?+(?:\{\w++\}\s*+)?+"
    rf"(?P<source>{_NAME.format('source_')}|[\[?](?=[-<ox/\\])|(?=-))(?:\{{\w++\}})?+\s*+"
    r"(?P<left>(?:[ox](?=[-<(/\\]))?(?:\(\d{1,4}\))?(?:<<?|//?|\\\\?)?)"
    r"(?P<body>-++(?:\[[^\]\n]*+\]-*+)?+|\[[^\]\n]*+\]-++)"
    r"(?P<right>(?:>>?|//?|\\\\?)?(?:\(\d{1,4}\))?(?:[oxX](?=[\s\]\"?]|$))?)"
    rf"\s*+(?P<target>{_NAME.format('target_')}|[\]?])"
    r"\s*+(?:\{\w++\}\s*+)?+(?P<life>[-+*!]{1,8}+)?+\s*+(?:\#\w++\s*+)?+(?:<<[^<>\n]*+>>\s*+)?+"
    r"(?::(?P<label>.*+))?+",
    re.DOTALL,
)
_KINDS = "participant|actor|boundary|control|entity|database|collections|queue"
_PARTICIPANT = lazy(
    rf"(?:create\s++)?+(?P<kind>{_KINDS})\s++(?P<name>{_NAME.format('')})(?:\s++as\s++(?P<alias>[\w.@]++))?+(?=[\s#<\[]|$)"
    r"(?P<rest>.*+)",
    re.IGNORECASE | re.DOTALL,
)
_CREATED = lazy(rf"create\s++(?P<name>{_NAME.format('')})", re.IGNORECASE)
_STEREOTYPE = lazy(r"<<(?P<words>[^<>\n]++)>>")
_SPRITE = lazy(r"\(\w,[^)\n]*\)|\$\w+")
_LIFE = lazy(
    r"(?P<verb>activate|deactivate|destroy)\s++(?:\"(?P<long>[^\"\n]++)\"|(?P<code>[\w.@]++))", re.IGNORECASE
)
_NOTE = lazy(
    r"(?:[&/]\s*+)?+[hr]?note\s++(?:left|right|over|across|bottom|top)\b(?:\s++of\b)?+(?P<names>[^:#\n]*+)(?:\#[\w|/\\-]++\s*+)?+:(?P<text>.*+)",
    re.IGNORECASE | re.DOTALL,
)
_REF = lazy(r"ref(?:\s++\#\w++)?+\s++over\b(?P<names>[^:#\n]*+):(?P<text>.*+)", re.IGNORECASE | re.DOTALL)
_NAMES = lazy(r'"(?P<long>[^"\n]++)"|(?P<code>[\w.@]++)')
_WORD = lazy(r"(?P<word>[A-Za-z]++2?)\b(?P<rest>.*+)", re.DOTALL)
_DIVIDER = lazy(
    r"==(?P<text>.*?)=*+$|\.\.\.(?P<delay>.*?)(?:\.\.\.)?+$|\|\|\|?+(?:\d++\|\|\|?+)?+$", re.DOTALL
)
_BOX = lazy(r'"(?P<long>[^"]*+)"|(?P<title>[^#"]*+)')
_COLOURS = lazy(r"\s*+(?:#\w++\s*+)*+")

_BREAKS = lazy(r"\\n|%newline\(\)|<br\s*/?>", re.IGNORECASE)
_MARKS = lazy(
    r"</?(?:b|i|u|s|w|color|size|font|back|plain|sub|sup|code|del|strong|em|img)(?:[\s:=#][^<>\n]{0,200})?>|<&[\w-]{1,40}>"
    r"|<\$\w{1,40}>|\*\*|\"\"|&(?:\#\d{1,7}|[A-Za-z]\w{1,30});",
    re.IGNORECASE,
)

_HEADS = frozenset("<>/\\")
# What stands at the borders of a diagram, and sends or takes messages there.
_OUTSIDE = {"": "outside left", "[": "outside left", "]": "outside right", "?": "outside"}
_OPENS = {"opt": Mode.OPTIONAL, "break": Mode.OPTIONAL, "alt": None}
_FRAMES = frozenset({"loop", "par", "par2", "critical", "group", "partition"})
_SHOWN = frozenset({"header", "footer", "caption", "mainframe", "newpage"})
_SILENT = frozenset(
    """autonumber hide show skinparam scale skin sprite footbox ignore left right center page url link order remove
    restore set deactivate""".split()
)
# The beginnings of statements of other diagrams that PlantUML draws, and the arrows of those.
_FOREIGN = lazy(
    r"(?:abstract|class|interface|enum|annotation|struct|state|usecase|component|node|package|rectangle|cloud|folder"
    r"|frame|object|map|json|artifact|card|agent|storage|file|hexagon|person|stack|circle|diamond|namespace|clock|binary"
    r"|concise|robust|analog)\s|(?:start|stop)$|\[\*\]|\(\*\)|:.*[;|<>/\]}]$|\[[\w ]+\]|\(\w[\w ]*\)|\}$"
    r"|[^:\n]{0,200}?(?:<\|--|--\|>|\*--|--\*|\.\.\|?>|-[-.]?>\s*[(\[])",
    re.IGNORECASE,
)


def parse(text: Text, identify: Identify) -> Prompt:
    """Read a diagram, with or without its @startuml. Takes any text."""
    return _Reader(text).read().prompt(identify)


def foreign(text: Text) -> Text | None:
    """The first line that belongs to another sort of diagram; None for a sequence diagram."""
    drawing = _Reader(text).read()
    strange = [line for line in drawing.unread if not line.value.startswith("!")]
    if strange and not drawing.has_messages:
        return strange[0]
    return next((line for line in strange if _FOREIGN.match(line.value)), None)


def draws_messages(text: Text) -> bool:
    """Is it a sequence diagram with at least one message?"""
    return foreign(text) is None and _Reader(text).read().has_messages


class _Reader:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._drawing = Drawing(text)
        self._activations = Activations()
        self._autoactivate = False

    def read(self) -> Drawing:
        block: Block | None = None
        depth = 0
        first = self._text
        lines: list[Text] = []
        for line in self._lines():
            value = line.value
            if block is not None:
                depth += block.nested and value.endswith("{")
                if not block.end.search(value):
                    lines.append(line)
                elif depth:
                    depth -= 1
                else:
                    self._take(block, lines)
                    block = None
            elif (block := block_of(value)) is not None:
                first, lines = line, []
                if block.end is CLOSING_BRACKET:
                    self._statement(line.cut(0, len(line) - 1).strip())
            elif not self._statement(line):
                self._drawing.leave_unread(line)
        if block is not None:
            self._drawing.leave_unread(Text.join([first, *lines], "\n"))
        return self._drawing

    def _lines(self) -> Iterator[Text]:
        """The lines without the blanks around them; one that ends with a backslash goes on in the next."""
        parts: list[Text] = []
        for start, end in lines_of(self._text.value):
            line = self._text.cut(start, end).strip()
            if line.value.endswith("\\"):
                parts.append(line.cut(0, len(line) - 1))
            elif parts:
                yield Text.join([*parts, line], "")
                parts = []
            else:
                yield line
        if parts:
            yield Text.join(parts, "")

    def _take(self, block: Block, lines: list[Text]) -> None:
        """Keep what the lines of a block say."""
        if block.content is Content.NOTHING:
            return
        read = [words for line in lines if (words := self._readable(line.strip("= \t")))]
        if not read:
            return
        if block.content is Content.NOTE:
            self._drawing.note(Text.join(read))
        elif block.content is Content.TITLE:
            self._drawing.title(Text.join(read))
        else:
            for words in read:
                self._drawing.say(words)

    def _statement(self, line: Text) -> bool:
        value = line.value
        if not value or value[0] in "'@!/":
            return not value.startswith(("!include", "!import")) and (
                value[:1] != "/" or value.startswith("/'")
            )
        return (
            self._message(line)
            or self._participant(line)
            or self._life(value)
            or self._note(line)
            or self._words(line)
        )

    def _message(self, line: Text) -> bool:
        match = _ARROW.fullmatch(line.value)
        if match is None:
            return False
        source, target = self._end(line, match, "source"), self._end(line, match, "target")
        label = self._readable(line.matched(match, "label")) if match["label"] else None
        back, forth = _ends_of(match["left"], match["right"])
        if back and not forth:
            source, target = target, source
        drawing = self._drawing
        drawing.message(source, target, line, label or None)
        if back and forth:
            drawing.message(target, source, line.matched(match, "body"), None)
        self._activate(source.key, target.key, match["life"] or "", dashed="--" in match["body"])
        return True

    def _end(self, line: Text, match: re.Match[str], end: str) -> End:
        """A participant of a message; one that is named and given an alias at once is declared."""
        whole = line.matched(match, end)
        code, long = match[f"{end}_code"], match[f"{end}_long"]
        if code is None and long is None:
            name = _OUTSIDE[whole.value]
            self._drawing.border(name, name, whole, left=end == "source")
            return End(name, whole)
        if code is not None:
            words, key = line.matched(match, f"{end}_code"), code
            shown = line.matched(match, f"{end}_shown") if match[f"{end}_shown"] else None
        else:
            words = self._readable(line.matched(match, f"{end}_long"))
            key = match[f"{end}_as"] or long
            shown = words if match[f"{end}_as"] else None
        if shown is not None:
            self._drawing.declare(key, self._readable(shown), whole)
        return End(key, words)

    def _activate(self, source: str, target: str, life: str, *, dashed: bool) -> None:
        activations = self._activations
        activations.sent(source, target)
        if "--" in life or (self._autoactivate and dashed):
            activations.end(source)
        if "++" in life or (self._autoactivate and not dashed):
            activations.begin(target)
        if "!!" in life:
            activations.end(target)

    def _participant(self, line: Text) -> bool:
        match = _PARTICIPANT.fullmatch(line.value)
        if match is None:
            created = _CREATED.fullmatch(line.value)
            if created is None:
                return False
            key, name = self._named(line, created)
            self._drawing.declare(key, name, line)
            return True
        key, name = self._named(line, match)
        stereotype = _STEREOTYPE.search(match["rest"])
        role = None
        if stereotype:
            rest = line.matched(match, "rest")
            role = self._readable(rest.matched(stereotype, "words"))
            sprite = _SPRITE.match(role.value)
            role = role.cut(sprite.end() if sprite else 0, len(role)).strip(" ,") or None
        icon = line.matched(match, "kind") if match["kind"].lower() != "participant" else None
        self._drawing.declare(match["alias"] or key, name, line, icon=icon, role=role)
        return True

    def _named(self, line: Text, match: re.Match[str]) -> tuple[str, Text]:
        """Key and name that a declaration gives."""
        if match["long"] is not None:
            return match["as"] or match["long"], self._readable(line.matched(match, "long"))
        return match["code"], self._readable(line.matched(match, "shown" if match["shown"] else "code"))

    def _life(self, value: str) -> bool:
        match = _LIFE.match(value)
        if match is None:
            return False
        key = match["long"] or match["code"]
        if match["verb"].lower() == "activate":
            self._activations.begin(key)
        else:
            self._activations.end(key)
        return True

    def _note(self, line: Text) -> bool:
        match = _NOTE.fullmatch(line.value) or _REF.fullmatch(line.value)
        if match is None:
            return False
        names = line.matched(match, "names")
        for name in _NAMES.finditer(names.value):
            words = names.matched(name, "long" if name["long"] else "code")
            self._drawing.mention(End(words.value, self._readable(words)))
        self._drawing.note(self._readable(line.matched(match, "text")))
        return True

    def _words(self, line: Text) -> bool:
        """A statement that begins with a keyword, or with signs."""
        drawing = self._drawing
        divider = _DIVIDER.fullmatch(line.value)
        if divider is not None:
            said = next((name for name in ("text", "delay") if divider[name]), None)
            drawing.say(self._readable(line.matched(divider, said)) if said else line.cut(0, 0))
            return True
        match = _WORD.match(line.value)
        if match is None:
            return False
        word, colours = match["word"].lower(), _COLOURS.match(line.value, match.end("word"))
        rest = self._readable(line.cut(colours.end() if colours else match.end("word"), len(line)))
        if word in _OPENS:
            drawing.open(_OPENS[word], rest, Mode.ALTERNATIVE)
        elif word in _FRAMES:
            drawing.open(turns=Mode.ALTERNATIVE if word == "group" else None)
            drawing.say(rest)
        elif word in ("else", "also"):
            return drawing.turn(rest)
        elif word in ("end", "endbox"):
            return word == "endbox" or rest.value.lower() == "box" or drawing.close()
        elif word == "box":
            title = _BOX.match(rest.value)
            drawing.say(rest.matched(title, "long" if title["long"] else "title") if title else rest)
        elif word == "return":
            return self._return(line, line.cut(0, len(word)), rest)
        elif word == "title":
            drawing.title(rest)
        elif word in _SHOWN:
            drawing.say(rest)
        elif word == "autoactivate":
            self._autoactivate = rest.value.lower() != "off"
        else:
            return word in _SILENT
        return True

    def _return(self, line: Text, words: Text, label: Text) -> bool:
        """The answer of whoever is active to whoever is waiting."""
        back = self._activations.back()
        if back is None:
            return False
        source, target = back
        self._drawing.message(End(source, words), End(target, words), line, label or None)
        self._activations.sent(source, target)
        return True

    def _readable(self, words: Text) -> Text:
        return readable(words, _BREAKS, _MARKS, meaning)


def _ends_of(left: str, right: str) -> tuple[bool, bool]:
    """Has an arrow a head at its left, and at its right? A cross or circle is one where there is no other."""
    heads = [not _HEADS.isdisjoint(dressing) for dressing in (left, right)]
    if not any(heads):
        heads = [bool(left), bool(right)]
    return heads[0], heads[1]
