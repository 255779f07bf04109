"""Reading arrows: "A → B: x", "A to B labeled 'x'", "A sends 'x' to B", table rows, internal steps."""

import re
from collections.abc import Iterator

from ..regex import lazy
from . import keywords
from .arrow_keys import read_keys
from .arrow_labels import read_label, words_behind
from .arrow_rows import read_row
from .branches import mode_of, strictest
from .connectors import SYMBOL, TO, TO_TRIGGERS, Connector, has_arrowhead
from .endpoints import LEAD_WORDS, NAMELIKE, EndpointReader, trim_left
from .names import NameIndex
from .quotes import QUOTATION
from .ranges import Range, bare
from .read_arrow import ReadArrow
from .unit import Kind, Unit

_ENCLOSED = lazy(rf"\s*(?:{QUOTATION}|\([^()\n]{{1,90}}\))\s*")
_LABEL_NOUNS = frozenset(["label", "caption", "text", "message", "etiqueta", "beschriftung", "libellé"])
_ROMANCE = frozenset({"es", "fr", "it", "pt"})
_MAX_UNKNOWN_WORDS = 5
_MAX_VERB_WORDS = 6
_MAX_SENT_WORDS = 14
_VERB = lazy(r"\s+[a-zà-ÿ]+")
_QUOTE = lazy(QUOTATION)


class ArrowReader:
    """Reads arrows from units, knowing the boxes that were declared."""

    def __init__(self, value: str, mask: str, names: NameIndex, language: str | None) -> None:
        self.value = value
        self.mask = mask
        self.names = names
        self.ends = EndpointReader(value, mask, names)
        self.language = language
        self.to = TO.get(language or "en", TO["en"])
        self.to_words = TO_TRIGGERS.get(language or "en", TO_TRIGGERS["en"])

    def read(self, unit: Unit, announced: bool) -> list[ReadArrow]:
        """The arrows of a unit in order; `announced` tells that its list or heading promises arrows."""
        if unit.kind is Kind.ROW:
            row = read_row(self.value, unit)
            return [row] if row else []
        if unit.kind is Kind.ITEM and (keyed := read_keys(self.value, self.mask, unit)):
            return [keyed]
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
            source = found[-1].target if chained else self.ends.left(at, connector.start)
            target, rest = self.ends.right(connector.end, stop)
            if source is None or target is None:
                at = connector.end
                continue
            if found and chained and self.value[slice(*target)].casefold() in _LABEL_NOUNS:
                label, rest = read_label(self.value, self.mask, rest, stop, False)
                found[-1] = found[-1]._replace(label=label, whole=(found[-1].whole[0], rest))
                at = rest
                continue
            label, after = connector.label, rest
            if label is None:
                label, after = read_label(self.value, self.mask, rest, stop, stop < end)
            if not self.plausible(source, target, label, announced):
                at = after
                continue
            if not chained:
                mode = strictest(mode_of(self.value[at : source[0]]), mode)
                chain = []
            own = strictest(mode_of(words_behind(self.mask, after, stop)), mode)
            whole = (source[0] if chained else trim_left(self.value, at, source[0]), after)
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

    def connectors(self, start: int, end: int) -> Iterator[Connector]:
        """The arrow symbols; two with only a quoted or bracketed label between them are one."""
        symbols = [
            match
            for match in SYMBOL.finditer(self.mask, start, end)
            if start < match.start() and match.end() < end
        ]
        skip = False
        for index, symbol in enumerate(symbols):
            if skip:
                skip = False
                continue
            label = next(
                (bare(self.value, *symbol.span(key)) for key in ("inline", "piped") if symbol[key]), None
            )
            stop = symbol.end()
            if index + 1 < len(symbols):
                following = symbols[index + 1]
                between = bare(self.value, symbol.end(), following.start())
                enclosed = _ENCLOSED.fullmatch(self.mask, symbol.end(), following.start())
                if enclosed and not self.ends.known(between):
                    label, stop, skip = between, following.end(), True
            yield Connector(symbol.start(), stop, label, bool(symbol["both"]), bool(symbol["back"]))

    def by_words(self, start: int, end: int, announced: bool, unit: Unit) -> list[ReadArrow]:
        """Arrows written as "A to B labeled 'x'", one behind the other."""
        found: list[ReadArrow] = []
        at = start
        mode = mode_of("", unit.intro if unit.kind is Kind.ITEM else "", unit.section)
        search_from = start
        while connector := self.to.search(self.mask, search_from, end):
            search_from = connector.end() - 1
            target, rest = self.ends.right(connector.end(), end)
            if target is None:
                continue
            source = self.ends.left(at, connector.start(), strict=True)
            label: Range | None = None
            after = rest
            if source is not None:
                label, after = read_label(self.value, self.mask, rest, end, False)
            known_target = self.ends.known(target) or self.is_namelike(self.value[slice(*target)])
            if source is None or (
                label is None and not (announced and self.ends.known(source) and known_target)
            ):
                sent = self.sent(at, connector.start(), announced) if known_target else None
                if sent is None:
                    continue
                source, label = sent
                after = rest
                if label is None:
                    label, after = read_label(self.value, self.mask, rest, end, False)
            elif not self.plausible(source, target, label, announced):
                continue
            mode = strictest(mode_of(self.value[at : source[0]]), mode)
            own = strictest(mode_of(words_behind(self.mask, after, end)), mode)
            found.append(ReadArrow(source, target, label, (trim_left(self.value, at, source[0]), after), own))
            at = search_from = after
        return found

    def is_namelike(self, words: str) -> bool:
        """Do words look like a name? In Romance languages its last word may be an adjective: "Reloj atómico"."""
        noun, _, adjective = words.rpartition(" ")
        romance = self.language in _ROMANCE and adjective.isalpha() and bool(NAMELIKE.match(noun))
        return romance or bool(NAMELIKE.match(words))

    def sent(self, start: int, end: int, announced: bool) -> tuple[Range, Range | None] | None:
        """Source and label of "A sends 'x'" (before "to B"); without quotes only where arrows are announced."""
        source = self.ends.subject(start, end)
        if source is None:
            return None
        between = self.mask[source[1] : end]
        quote = _QUOTE.search(between)
        if quote:
            inner = bare(self.value, source[1] + quote.start(), source[1] + quote.end())
            return source, inner
        verb = re.match(r"\W*\w+", between)
        words = between.split()
        if not announced or not verb or not 1 <= len(words) <= _MAX_SENT_WORDS:
            return None
        return source, bare(self.value, source[1], end)

    def by_verb(self, start: int, end: int, unit: Unit) -> list[ReadArrow]:
        """ "The Browser sends the Server 'x'": two declared names, a verb between them, a quotation behind."""
        found: list[ReadArrow] = []
        at = start
        while quote := _QUOTE.search(self.mask, at, end):
            target = self.ends.known_suffix(at, quote.start())
            source = self.ends.subject(at, target[0]) if target else None
            if target and source and self.ends.known(source) and source[1] < target[0]:
                between = self.mask[source[1] : target[0]]
                if _VERB.match(between) and len(between.split()) <= _MAX_VERB_WORDS:
                    own = mode_of(self.value[at : source[0]])
                    mode = strictest(own, mode_of("", unit.intro, unit.section))
                    label = bare(self.value, *quote.span())
                    found.append(ReadArrow(source, target, label, (source[0], quote.end()), mode))
            at = quote.end()
        return found

    def internal(self, start: int, end: int, unit: Unit) -> list[ReadArrow]:
        """ "X internal validation step labeled 'y'": an arrow from a box to itself."""
        word = keywords.INTERNAL.find(self.mask, unit)
        if word is None or word.end() > end:
            return []
        lead = LEAD_WORDS.match(self.mask, start, end)
        box = self.ends.known_prefix(lead.end() if lead else start, end) or self.ends.known_after(
            word.end(), end
        )
        if box is None:
            return []
        after = max(box[1], word.end())
        quote = _QUOTE.search(self.mask, after, end)
        if quote:
            label = bare(self.value, *quote.span())
        else:
            marker = keywords.LABELLED.search(self.mask, after, end)
            colon = self.mask.find(":", after, end)
            opening = marker.end() if marker else colon + 1
            if opening <= 0 or opening >= end:
                return []
            label = bare(self.value, opening, end)
        tail = quote.end() if quote else end
        mode = strictest(mode_of(words_behind(self.mask, tail, end)), mode_of("", unit.intro, unit.section))
        return [ReadArrow(box, box, label, (start, max(after, label[1])), mode)]

    def plausible(self, source: Range, target: Range, label: Range | None, announced: bool) -> bool:
        """Are these two components, and not any two words with an arrow between them?"""
        known = self.ends.known(source) + self.ends.known(target)
        if known == 2:
            return True
        if label is not None and self.ends.is_boxed(source) and self.ends.is_boxed(target):
            return True
        names = [self.value[slice(*one)] for one in (source, target)]
        if any(keywords.announces(name) for name in names):
            return False
        if known and (announced or label is not None):
            return all(len(name.split()) <= _MAX_UNKNOWN_WORDS for name in names)
        return (announced or label is not None) and all(
            NAMELIKE.match(name) or (announced and len(name.split()) == 1) for name in names
        )
