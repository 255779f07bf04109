"""Reading arrows: "A → B: x", "A to B labeled 'x'", "A sends 'x' to B", table rows, internal steps."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import keywords
from .model import Mode
from .names import NameIndex
from .quotes import QUOTATION
from .ranges import Range, bare
from .unit import Kind, Unit


class _Connector(NamedTuple):
    start: int
    end: int
    label: Range | None
    both: bool
    back: bool


class ReadArrow(NamedTuple):
    """Offsets of the parts of an arrow. `label` is None where it has none; `whole` covers its clause."""

    source: Range
    target: Range
    label: Range | None
    whole: Range
    mode: Mode


SYMBOL = re.compile(
    r"""(?:
        (?P<both><-+>|<=+>|<—>|↔|⇄|⇆|⟷|<→)
      | (?P<back><-{1,3}(?![->])|←|⟵|⇐)
      | -{1,3}\s?(?:\[|\()?(?P<inline>[^\s\-<>|()\[\]→][^<>|→\n]{0,70}?)(?:\]|\))?\s?-{1,3}>{1,2}
      | (?:-{1,3}>{1,2}|={1,2}>|—+>|–+>|→|⟶|➜|➔|➝|➞|⇒|⇢|▶|►|↦|\.\.>|-\.->)
        (?:\|(?P<piped>[^|\n]{1,90})\|)?
    )""",
    re.VERBOSE,
)
TO_WORDS = {
    "en": "to|towards?|into",
    "es": "to|a|al|hacia|hasta",
    "de": "to|an|zu[mr]?|nach",
    "fr": "to|vers|à|au",
    "pt": "to|para|ao|à|até",
    "it": "to|verso|a|al|alla",
}
_ARROWHEAD = re.compile(r"[<>→←↔⇄⇆⟷⟵⇐⟶➜➔➝➞⇒⇢▶►↦]")
_TO_TRIGGERS = {
    language: frozenset(words.replace("towards?", "toward|towards").replace("zu[mr]?", "zu|zum|zur").split("|"))
    for language, words in TO_WORDS.items()
}
_TO = {language: re.compile(rf"\s(?:{words})\s", re.I) for language, words in TO_WORDS.items()}
_LEAD = re.compile(
    r"""^(?:.*?\b(?:arrows?|flechas?|pfeile?|flèches?|setas?|frecce|freccia|branch|path|step|line|connector|edge)\b[^A-Z]{0,40}?)?
        \b(?:from|desde|del?|von|vom|depuis|de|do|da|dal|dalla)\s+(?:the\s+|la\s+|el\s+|der\s+|dem\s+|le\s+)?""",
    re.VERBOSE | re.I,
)
_LEAD_WORDS = re.compile(
    r"^(?:(?:and|then|next|finally|also|first|second|third|afterwards|later|optional(?:ly)?|alternative(?:ly)?|otherwise"
    r"|internally|in parallel|y|luego|und|dann|et|puis|e|poi|draw|show|add|an?|the|one|arrow|arrows|connect|from"
    r"|dashed|solid|dotted|thin|thick|async(?:hronous)?|return|reply|request|response)\b[\s,:]*)+",
    re.I,
)
_ENDS = "*_`\"'“”„«»‘’[](){} \t\n"
_STOP = re.compile(r"\s[—–=·~-]{1,2}\s|[:;,|]\s?|\s[(\[⟨]|\s(?:with|using|via|over|carrying|when|if|for)\s|[.](?=\s|$)|\n")
_OPENING = "*_`\"'“„«‘["
_CLOSING = "*_`\"'”“»’]"
_BRACKETED = re.compile(r"⟨([^⟨⟩\n]*)⟩|\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)|\[([^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*)\]")
_ENCLOSED = re.compile(rf"\s*(?:{QUOTATION}|\([^()\n]{{1,90}}\))\s*")
_LABEL_NOUNS = frozenset("label caption text message etiqueta beschriftung libellé".split())
_MAX_UNKNOWN_WORDS = 5
_MAX_VERB_WORDS = 6
_VERB = re.compile(r"\s+[a-zà-ÿ]+")
_LABEL_LEAD = re.compile(r"[\s:,=|>*_·~]*(?:[—–-]+(?=[\s\"“'«`\[(]))?[\s*_]*")
_QUOTE = re.compile(QUOTATION)
_NAME_WORD = r"(?:[A-ZÀ-Þ0-9][\w.+#&’'-]*|/|&|\(\w[\w .-]*\)|of|and|de|del|la|der|die|das|des|du|do|da|di)"
_NAMELIKE = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}$")
_ACTING = re.compile(rf"(?:(?:[Tt]he|An?)\s+)?(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}?)\s+[a-zà-ÿ]+s?\s+(?={QUOTATION})")
_MODE_TAIL = re.compile(r"\s*[,;]?\s*\((?:optional|alternative|dashed|dotted|if [^()]*|on [^()]*|when [^()]*|async\w*|opcional|falls [^()]*|error[^()]*)\)\s*$", re.I)
_ENDS_OF_WORDS = re.compile(r"[\w)](?=\W|$)")
_LONGEST_NAME = 80
_ARTICLE = re.compile(r"(?:the|an?|el|la|der|die|das|de[mnr]|les?|il|lo)\s+(?=\S)|l['’]", re.I)
_MAX_NAME_WORDS = 7

SOURCE_COLUMNS = frozenset("from source sender origin caller start von de desde quelle da src producer initiator".split())
TARGET_COLUMNS = frozenset("to target receiver destination callee end nach an zu a hacia ziel vers à para dest dst".split())
_LABEL_COLUMNS = re.compile(r"label|message|text|payload|request|action|data|content|what|etiqueta|beschriftung|libellé|mensaje|nachricht|caption|call")


def read_row(value: str, unit: Unit) -> ReadArrow | None:
    """The arrow of a table row, where the columns say from, to and label."""
    source = target = label = None
    condition = ""
    for column, cell in zip(unit.columns, unit.cells, strict=False):
        head = column.split()[0] if column else ""
        if source is None and (column in SOURCE_COLUMNS or head in SOURCE_COLUMNS):
            source = cell
        elif target is None and (column in TARGET_COLUMNS or head in TARGET_COLUMNS):
            target = cell
        elif label is None and _LABEL_COLUMNS.search(column):
            label = cell
        else:
            condition += " " + value[slice(*cell)]
    if source is None or target is None:
        return None
    label = bare(value, *label) if label else None
    if label and label[0] == label[1]:
        label = None
    mode = mode_of(f"{condition} {unit.section}") if condition else mode_of("", unit.section)
    return ReadArrow(bare(value, *source), bare(value, *target), label, (unit.start, unit.end), mode)


class ArrowReader:
    """Reads arrows from units, knowing the boxes that were declared."""

    def __init__(self, value: str, mask: str, names: NameIndex, language: str | None) -> None:
        self.value = value
        self.mask = mask
        self.names = names
        lowered = value.lower()
        self.lowered = lowered if len(lowered) == len(value) else value
        self.to = _TO.get(language or "en", _TO["en"])
        self.to_words = _TO_TRIGGERS.get(language or "en", _TO_TRIGGERS["en"])

    def read(self, unit: Unit, announced: bool) -> list[ReadArrow]:
        """The arrows of a unit in order; `announced` tells that its list or heading promises arrows."""
        if unit.kind is Kind.ROW:
            row = read_row(self.value, unit)
            return [row] if row else []
        end = unit.end
        while end > unit.start and self.value[end - 1] in ".;,":
            end -= 1
        found = self.by_symbols(unit.start, end, announced, unit) if has_arrowhead(self.mask, unit) else []
        if not found and not self.to_words.isdisjoint(unit.words):
            found = self.by_words(unit.start, end, announced, unit)
        if not found and self.names:
            found = self.by_verb(unit.start, end, unit)
        return found or self.internal(unit.start, end, unit)

    def by_symbols(self, start: int, end: int, announced: bool, unit: Unit) -> list[ReadArrow]:
        """Arrows drawn with a symbol, also in chains: "A → B → C: x", "A → (x) → B"."""
        found: list[ReadArrow] = []
        mode = mode_of("", unit.intro if unit.kind is Kind.ITEM else "", unit.section)
        connectors = list(self.connectors(start, end))
        at = rest = start
        chain: list[int] = []
        for index, connector in enumerate(connectors):
            stop = connectors[index + 1].start if index + 1 < len(connectors) else end
            chained = bool(found) and not self.mask[rest : connector.start].strip(" \t*_`])")
            source = found[-1].target if chained else self.left(at, connector.start)
            target, rest = self.right(connector.end, stop)
            if source is None or target is None:
                at = connector.end
                continue
            if found and chained and self.value[slice(*target)].casefold() in _LABEL_NOUNS:
                label, rest = self.label(rest, stop, False)
                found[-1] = found[-1]._replace(label=label, whole=(found[-1].whole[0], rest))
                at = rest
                continue
            label, after = connector.label, rest
            if label is None:
                label, after = self.label(rest, stop, stop < end)
            if not self.plausible(source, target, label, announced):
                at = after
                continue
            if not chained:
                mode = max(mode_of(self.value[at : source[0]]), mode, key=_STRICTNESS.__getitem__)
                chain = []
            own = max(mode_of(self.tail(after, stop)), mode, key=_STRICTNESS.__getitem__)
            whole = (source[0] if chained else _trim_left(self.value, at, source[0]), after)
            ends = (target, source) if connector.back else (source, target)
            chain.append(len(found))
            found.append(ReadArrow(*ends, label, whole, own))
            if connector.both:
                found.append(ReadArrow(target, source, label, whole, own))
            if label is not None:
                for earlier in chain:
                    if found[earlier].label is None:
                        found[earlier] = found[earlier]._replace(label=label)
                chain = []
            at = after
        return found

    def connectors(self, start: int, end: int) -> Iterator["_Connector"]:
        """The arrow symbols; two with only a quoted or bracketed label between them are one."""
        symbols = [
            match for match in SYMBOL.finditer(self.mask, start, end) if start < match.start() and match.end() < end
        ]
        skip = False
        for index, symbol in enumerate(symbols):
            if skip:
                skip = False
                continue
            label = next((bare(self.value, *symbol.span(key)) for key in ("inline", "piped") if symbol[key]), None)
            stop = symbol.end()
            if index + 1 < len(symbols):
                following = symbols[index + 1]
                between = bare(self.value, symbol.end(), following.start())
                enclosed = _ENCLOSED.fullmatch(self.mask, symbol.end(), following.start())
                if enclosed and not self.known(between):
                    label, stop, skip = between, following.end(), True
            yield _Connector(symbol.start(), stop, label, bool(symbol["both"]), bool(symbol["back"]))

    def by_words(self, start: int, end: int, announced: bool, unit: Unit) -> list[ReadArrow]:
        """Arrows written as "A to B labeled 'x'", one behind the other."""
        found: list[ReadArrow] = []
        at = start
        mode = mode_of("", unit.intro if unit.kind is Kind.ITEM else "", unit.section)
        search_from = start
        while connector := self.to.search(self.mask, search_from, end):
            search_from = connector.end() - 1
            target, rest = self.right(connector.end(), end)
            if target is None:
                continue
            source = self.left(at, connector.start(), strict=True)
            label: Range | None = None
            after = rest
            if source is not None:
                label, after = self.label(rest, end, False)
            known_target = self.known(target) or bool(_NAMELIKE.match(self.value[slice(*target)]))
            if source is None or (label is None and not (announced and self.known(source) and known_target)):
                sent = self.sent(at, connector.start(), announced) if known_target else None
                if sent is None:
                    continue
                source, label = sent
                after = rest
                if label is None:
                    label, after = self.label(rest, end, False)
            elif not self.plausible(source, target, label, announced):
                continue
            mode = max(mode_of(self.value[at : source[0]]), mode, key=_STRICTNESS.__getitem__)
            own = max(mode_of(self.tail(after, end)), mode, key=_STRICTNESS.__getitem__)
            found.append(ReadArrow(source, target, label, (_trim_left(self.value, at, source[0]), after), own))
            at = search_from = after
        return found

    def sent(self, start: int, end: int, announced: bool) -> tuple[Range, Range | None] | None:
        """Source and label of "A sends 'x'" (before "to B"); without quotes only where arrows are announced."""
        source = self.subject(start, end)
        if source is None:
            return None
        between = self.mask[source[1] : end]
        quote = _QUOTE.search(between)
        if quote:
            inner = bare(self.value, source[1] + quote.start(), source[1] + quote.end())
            return source, inner
        verb = re.match(r"\W*\w+", between)
        words = between.split()
        if not announced or not verb or not 1 <= len(words) <= 14:
            return None
        return source, bare(self.value, source[1], end)

    def by_verb(self, start: int, end: int, unit: Unit) -> list[ReadArrow]:
        """"The Browser sends the Server 'x'": two declared names, a verb between them, a quotation behind."""
        found: list[ReadArrow] = []
        at = start
        while quote := _QUOTE.search(self.mask, at, end):
            target = self.known_suffix(at, quote.start())
            source = self.subject(at, target[0]) if target else None
            if target and source and self.known(source) and source[1] < target[0]:
                between = self.mask[source[1] : target[0]]
                if _VERB.match(between) and len(between.split()) <= _MAX_VERB_WORDS:
                    mode = max(
                        mode_of(self.value[at : source[0]]), mode_of("", unit.intro, unit.section), key=_STRICTNESS.__getitem__
                    )
                    label = bare(self.value, *quote.span())
                    found.append(ReadArrow(source, target, label, (source[0], quote.end()), mode))
            at = quote.end()
        return found

    def subject(self, start: int, end: int) -> Range | None:
        """Who does something in a clause: a declared name, or else capitalised words before a verb."""
        clause = max(self.mask.rfind(", ", start, end), self.mask.rfind(": ", start, end)) + 1
        for left in (start, clause):
            lead = _LEAD_WORDS.match(self.mask, left, end)
            known = self.known_prefix(lead.end() if lead else left, end)
            if known:
                return known
        acting = _ACTING.search(self.mask, max(start, clause), end)
        return bare(self.value, *acting.span("name")) if acting else None

    def internal(self, start: int, end: int, unit: Unit) -> list[ReadArrow]:
        """"X internal validation step labeled 'y'": an arrow from a box to itself."""
        word = keywords.INTERNAL.find(self.mask, unit)
        if word is None or word.end() > end:
            return []
        lead = _LEAD_WORDS.match(self.mask, start, end)
        box = self.known_prefix(lead.end() if lead else start, end) or self.known_after(word.end(), end)
        if box is None:
            return []
        after = max(box[1], word.end())
        quote = _QUOTE.search(self.mask, after, end)
        if quote:
            label: Range | None = bare(self.value, *quote.span())
        else:
            marker = keywords.LABELLED.search(self.mask, after, end)
            colon = self.mask.find(":", after, end)
            opening = marker.end() if marker else colon + 1
            if opening <= 0 or opening >= end:
                return []
            label = bare(self.value, opening, end)
        tail = quote.end() if quote else end
        mode = max(mode_of(self.tail(tail, end)), mode_of("", unit.intro, unit.section), key=_STRICTNESS.__getitem__)
        return [ReadArrow(box, box, label, (start, max(after, label[1])), mode)]

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
        lead = _LEAD_WORDS.match(self.mask, start, end)
        if lead and lead.end() < end:
            start = lead.end()
        name = bare(self.value, start, end)
        words = self.value[slice(*name)]
        if not words or len(words.split()) > _MAX_NAME_WORDS or not any(c.isalpha() for c in words):
            return None
        if strict and not (self.names.exact(words) or _NAMELIKE.match(words)):
            match = _NAMELIKE.search(words)
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
        known = self.known_at(_past(self.value, article.end() if article else start, end, _OPENING), end)
        if known:
            closed = known[0] > opening and self.value[known[0] - 1] in _OPENING
            return known, _past(self.value, known[1], end, _CLOSING) if closed else known[1]
        if article:
            start = article.end()
        if start < end and (quote := _QUOTE.match(self.mask, start, end)):
            return bare(self.value, *quote.span()), quote.end()
        if start < end and self.value[start] in "[(" and (bracket := _BRACKETED.match(self.mask, start, end)):
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

    def label(self, start: int, end: int, chained: bool) -> tuple[Range | None, int]:
        """The label behind a target, and where it ends. Without quotes it goes to the end of the clause."""
        lead = _LABEL_LEAD.match(self.mask, start, end)
        at = lead.end() if lead else start
        marker = keywords.LABELLED.match(self.mask, at, end)
        if marker:
            at = _past(self.value, marker.end(), end, " \t:*_")
        quote = _QUOTE.match(self.mask, at, end)
        if quote is None and not marker and self.mask[at : at + 1] not in ("(", "[", "⟨"):
            nearby = keywords.LABELLED.search(self.mask, at, min(end, at + 60))
            if nearby and not re.search(r"[.;:]", self.mask[at : nearby.start()]):
                marker, at = nearby, _past(self.value, nearby.end(), end, " \t:*_")
                quote = _QUOTE.match(self.mask, at, end)
        if quote:
            return bare(self.value, *quote.span()), quote.end()
        empty = re.compile(r"(?:\"\"|''|“”|«»|‘’|``)").match(self.mask, at, end)
        if empty:
            return (at + 1, at + 1), empty.end()
        separator = self.mask[start:at].strip()
        if not marker and not separator:
            bracket = _BRACKETED.match(self.mask, at, end)
            if bracket:
                if _MODE_TAIL.fullmatch(bracket.group()):
                    return self.label(bracket.end(), end, chained)
                return bare(self.value, *bracket.span(bracket.lastindex or 0)), bracket.end()
            return None, start
        if not marker and not re.search(r"[:—–=|·~-]", separator):
            return None, start
        if chained and not separator.startswith(":"):
            return None, start
        stop = end
        if chained:
            divider = max(self.mask.rfind(mark, at, end) for mark in (", ", "; ", "\n"))
            stop = end = divider if divider > at else end
        tail = _MODE_TAIL.search(self.mask, at, end)
        if tail:
            stop = tail.start()
        words = bare(self.value, at, stop)
        return (words, end) if words[0] < words[1] else ((at, at), end)

    def tail(self, start: int, end: int) -> str:
        """The words behind a label that still belong to its arrow: up to the next clause."""
        text = self.mask[start : min(end, start + 120)]
        return re.split(r"[;,.]\s|\band\b|\n", text, maxsplit=1)[0]

    def plausible(self, source: Range, target: Range, label: Range | None, announced: bool) -> bool:
        """Are these two components, and not any two words with an arrow between them?"""
        known = self.known(source) + self.known(target)
        if known == 2:
            return True
        names = [self.value[slice(*one)] for one in (source, target)]
        if any(keywords.announces(name) for name in names):
            return False
        if known and (announced or label is not None):
            return all(len(name.split()) <= _MAX_UNKNOWN_WORDS for name in names)
        return (announced or label is not None) and all(
            _NAMELIKE.match(name) or (announced and len(name.split()) == 1) for name in names
        )

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
        stops = [m.end() for m in _ENDS_OF_WORDS.finditer(self.value, start, newline if newline >= 0 else limit)]
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


_STRICTNESS = {Mode.MAIN: 0, Mode.ALTERNATIVE: 1, Mode.OPTIONAL: 2}


def mode_of(words: str, *intros: str) -> Mode:
    """Whether words around an arrow, or those that announce its list, make it optional or alternative."""
    if words.strip():
        if keywords.ALTERNATIVE.search(words):
            return Mode.ALTERNATIVE
        if keywords.OPTIONAL.search(words):
            return Mode.OPTIONAL
    return next((mode for mode in map(_mode_of_intro, intros) if mode is not Mode.MAIN), Mode.MAIN)


@lru_cache(maxsize=4096)
def _mode_of_intro(intro: str) -> Mode:
    last = re.split(r"[.!?]\s|\s/\s", intro)[-1]
    if not last or (len(last.split()) > 5 and keywords.DASHED_STYLE.search(last)):
        return Mode.MAIN
    if keywords.ALTERNATIVE.search(last):
        return Mode.ALTERNATIVE
    return Mode.OPTIONAL if keywords.BRANCH_INTRO.search(last) else Mode.MAIN


def has_arrowhead(mask: str, unit: Unit) -> bool:
    """Is there an arrow symbol at all? A quick test before the exact one."""
    return _ARROWHEAD.search(mask, unit.start, unit.end) is not None


def _continues(value: str, at: int) -> bool:
    """Is there a letter or digit, with which a name would go on?"""
    return 0 <= at < len(value) and (value[at].isalnum() or value[at] == "_")


def _starts_of_words(value: str, start: int, end: int) -> Iterator[int]:
    for match in re.finditer(r"(?<![\w])\w", value[start:end]):
        yield start + match.start()


def _past(value: str, start: int, end: int, characters: str) -> int:
    while start < end and value[start] in characters:
        start += 1
    return start


def _trim_left(value: str, start: int, end: int) -> int:
    return _past(value, start, end, " \t\n,;")

