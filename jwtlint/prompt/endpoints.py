"""The two ends of an arrow: which words around a connector are names of components."""

import re
from collections.abc import Iterator

from ..regex import lazy
from . import keywords
from .connectors import SYMBOL
from .names import NameIndex
from .quotes import QUOTATION
from .ranges import Range, bare

_LEAD = lazy(
    r"""^(?:.*?\b(?:arrows?|flechas?|pfeile?|flèches?|setas?|frecce|freccia|branch|path|step|line|connector|edge)\b[^A-Z]{0,40}?)?
        \b(?:from|desde|del?|von|vom|depuis|de|do|da|dal|dalla)\s+(?:the\s+|la\s+|el\s+|der\s+|dem\s+|le\s+)?""",
    re.VERBOSE | re.I,
)
LEAD_WORDS = lazy(
    r"^(?:(?:\((?:[ivx]{1,4}|[a-z])\)|[A-Z]\d{1,2}[.)])\s*)?(?:(?:and|then|next|finally|also|first|second|third|afterwards|later|optional(?:ly)?|alternative(?:ly)?|otherwise"
    r"|internally|in parallel|y|luego|und|dann|et|puis|e|poi|draw|show|add|an?|the|one|arrow|arrows|connect|from"
    r"|dashed|solid|dotted|thin|thick|async(?:hronous)?|return|reply|request|response)\b[\s,:]*)*",
    re.I,
)
_ENDS = "*_`\"'“”„«»‘’[](){} \t\n"
_STOP = lazy(
    r"\s[—–=·~-]{1,2}\s|[:;,|]\s?|\s[(\[⟨]|\s(?:with|using|via|over|carrying|when|if|for)\s|[.](?=\s|$)|\n"
)
_OPENING = "*_`\"'“„«‘["
_CLOSING = "*_`\"'”“»’]"
BRACKETED = lazy(
    r"⟨([^⟨⟩\n]*)⟩|\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)|\[([^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*)\]"
)
_QUOTE = lazy(QUOTATION)
_OF = r"(?:de(?:l|lla|lle|i|s)?|di|d[oau]s?)"
"""In Romance languages a name goes on behind these in lower case: "Servidor de hora", "Sensore di gas"."""
_NAME_WORD = rf"(?:[A-ZÀ-Þ0-9][\w.+#&’'-]*(?:\s+{_OF}\s+[a-zà-ÿ][\w-]*)?|/|&|\(\w[\w .-]*\)|of|and|de|del|la|der|die|das|des|du|do|da|di)"
NAMELIKE = lazy(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}$")
_ADVERB = (
    "luego|entonces|después|también|ahora|ya|no|nunca|siempre|solo|poi|quindi|anche|non|ora|mai|ensuite|puis|alors|aussi|ne"
    "|então|depois|também|agora|não|sempre|toujours"
)
# "El Reloj atómico envía": an adjective behind the noun, in lower case, belongs to the name.
_ACTING = lazy(
    rf"(?:(?:[Tt]he|An?|Der|Die|Das|L['’]|(?P<romance>El|Los?|Las?|Un[ae]?|Les?|Il|Gli|Os?|As))\s+)?"
    rf"(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}?(?(romance)(?:\s+(?!(?:{_ADVERB})\b)[a-zà-ÿ]+(?=\s+[a-zà-ÿ]+\s))?))"
    rf"\s+(?:(?:{_ADVERB})\s+)?[a-zà-ÿ]+s?\s+(?={QUOTATION})"
)
_ENDS_OF_WORDS = lazy(r"[\w)](?=\W|$)")
_LONGEST_NAME = 80
_ARTICLE = lazy(r"(?:the|an?|el|la|der|die|das|de[mnr]|les?|il|lo)\s+(?=\S)|l['’]", re.I)
_MAX_NAME_WORDS = 7


class EndpointReader:
    """Reads names beside connectors, knowing the boxes that were declared."""

    def __init__(self, value: str, mask: str, names: NameIndex) -> None:
        self.value = value
        self.mask = mask
        self.names = names
        lowered = value.lower()
        self.lowered = lowered if len(lowered) == len(value) else value

    def subject(self, start: int, end: int) -> Range | None:
        """Who does something in a clause: a declared name, or else capitalised words before a verb."""
        clause = max(self.mask.rfind(", ", start, end), self.mask.rfind(": ", start, end)) + 1
        for left in (start, clause):
            lead = LEAD_WORDS.match(self.mask, left, end)
            known = self.known_prefix(lead.end() if lead else left, end)
            if known:
                return known
        acting = _ACTING.search(self.mask, max(start, clause), end)
        return bare(self.value, *acting.span("name")) if acting else None

    def left(self, start: int, end: int, strict: bool = False) -> Range | None:
        """The name that stands directly before `end`."""
        known = self.known_suffix(start, end)
        if known:
            return known
        text = self.mask[start:end]
        cut = max(text.rfind(": "), text.rfind("; "), text.rfind(" — "), text.rfind("\n")) + 1
        if cut:
            start += cut + (2 if text[cut - 1 : cut + 2] == " — " else 0)
        lead = _LEAD.match(self.mask, start, end)
        if lead:
            start = lead.end()
        lead = LEAD_WORDS.match(self.mask, start, end)
        if lead and lead.end() < end:
            start = lead.end()
        name = bare(self.value, start, end)
        words = self.value[slice(*name)]
        if not words or len(words.split()) > _MAX_NAME_WORDS or not any(c.isalpha() for c in words):
            return None
        if strict and not (self.names.exact(words) or NAMELIKE.match(words)):
            match = NAMELIKE.search(words)
            if match is None:
                return None
            name = (name[0] + match.start(), name[1])
        return name

    def right(self, start: int, end: int) -> tuple[Range | None, int]:
        """The name that begins at `start`, and where the rest begins."""
        opening = start
        while start < end and self.value[start] in " \t*_":
            start += 1
        article = _ARTICLE.match(self.mask, start, end)
        known = self.known_at(past(self.value, article.end() if article else start, end, _OPENING), end)
        if known:
            closed = known[0] > opening and self.value[known[0] - 1] in _OPENING
            return known, past(self.value, known[1], end, _CLOSING) if closed else known[1]
        if article:
            start = article.end()
        if start < end and (quote := _QUOTE.match(self.mask, start, end)):
            return bare(self.value, *quote.span()), quote.end()
        if start < end and self.value[start] in "[(" and (bracket := BRACKETED.match(self.mask, start, end)):
            return bare(self.value, *bracket.span()), bracket.end()
        stop = end
        for pattern in (_STOP, keywords.LABELLED, SYMBOL, _QUOTE):
            if (match := pattern.search(self.mask, start, stop)) and match.start() > start:
                stop = match.start()
        name = bare(self.value, start, stop)
        words = self.value[slice(*name)]
        if not words or len(words.split()) > _MAX_NAME_WORDS or not any(c.isalpha() for c in words):
            return None, stop
        return name, stop

    def is_boxed(self, name: Range) -> bool:
        """Does a name stand in square brackets, as "[Site de reservas]"?"""
        start, end = name
        return self.value[max(0, start - 1) : start] == "[" and self.value[end : end + 1] == "]"

    def known(self, name: Range) -> bool:
        words = self.value[slice(*name)]
        return bool(self.names.exact(words) or self.names.candidates(words))

    def known_suffix(self, start: int, end: int) -> Range | None:
        """The longest declared name that ends at `end`."""
        if not self.names:
            return None
        end = start + len(self.value[start:end].rstrip(_ENDS))
        for name in self.names.spelled:
            at = end - len(name)
            if at >= start and self.lowered.startswith(name, at) and not _continues(self.value, at - 1):
                return (at, end)
        for word in _starts_of_words(self.value, max(start, end - _LONGEST_NAME), end):
            if self.names.exact(self.value[word:end]):
                article = _ARTICLE.match(self.value, word, end)
                return bare(self.value, article.end() if article else word, end)
        return None

    def known_prefix(self, start: int, end: int) -> Range | None:
        """The longest declared name that begins at `start`."""
        while start < end and self.value[start] in _ENDS:
            start += 1
        return self.known_at(start, end)

    def known_at(self, start: int, end: int) -> Range | None:
        """The longest declared name that begins at `start`."""
        if not self.names:
            return None
        for name in self.names.spelled:
            stop = start + len(name)
            if stop <= end and self.lowered.startswith(name, start) and not _continues(self.value, stop):
                return (start, stop)
        limit = min(end, start + _LONGEST_NAME)
        newline = self.value.find("\n", start, limit)
        stops = [
            m.end() for m in _ENDS_OF_WORDS.finditer(self.value, start, newline if newline >= 0 else limit)
        ]
        for stop in reversed(stops):
            if self.names.exact(self.value[start:stop]):
                article = _ARTICLE.match(self.value, start, stop)
                if article and self.names.exact(self.value[article.end() : stop]):
                    start = article.end()
                return bare(self.value, start, stop)
        return None

    def known_after(self, start: int, end: int) -> Range | None:
        """The first declared name within the next words."""
        for word in _starts_of_words(self.value, start, min(end, start + 60)):
            if known := self.known_at(word, end):
                return known
        return None


def _continues(value: str, at: int) -> bool:
    """Is there a letter or digit, with which a name would go on?"""
    return 0 <= at < len(value) and (value[at].isalnum() or value[at] == "_")


def _starts_of_words(value: str, start: int, end: int) -> Iterator[int]:
    for match in re.finditer(r"(?<![\w])\w", value[start:end]):
        yield start + match.start()


def past(value: str, start: int, end: int, characters: str) -> int:
    while start < end and value[start] in characters:
        start += 1
    return start


def trim_left(value: str, start: int, end: int) -> int:
    return past(value, start, end, " \t\n,;")
