"""How a prompt is laid out: headings, list items, table rows, sentences.

One long line and a Markdown page come out alike: as a flat list of units that know the words announcing them.
"""

import re
from collections.abc import Iterator

from ..regex import lazy
from .keywords import INTERNAL, LEGEND
from .sentences import CIRCLED_NUMBERS, Piece, announces_list, pieces
from .unit import Kind, Unit

MARKER = lazy(
    r"""[ \t>]*(?:
      (?P<bullet>[-*+•–—▪◦‣·●○■□➤►✓✔])[ \t]+(?:\[[ xX]\][ \t]+)?
        (?:(?:\*\*)?(?P<n0>\d{1,2})(?P<s0>[a-z]?)(?:[.):]|[ \t][–—=-])(?:\*\*)?[ \t]+)?
    | (?:\*\*|__)?(?:(?:step|schritt|paso|étape|passo|box|node|arrow|flow|\#)[ \t]*)?
      [(\[]?(?P<n1>\d{1,2})(?P<s1>[a-z]?)(?:[.):\]]{1,2}|[ \t][–—=-])(?:\*\*|__)?[ \t]+
    | (?:step|schritt|paso|étape|passo)[ \t]+(?P<n2>\d{1,2})(?P<s2>[a-z]?)[ \t]*[-–—:.][ \t]*
    | (?P<circle>[①-⑳❶-❿])[ \t]*
    | (?:\(?(?P<letter>[a-zA-Z])\)|\[[a-zA-Z]\])[ \t]+ | (?P<dotted>[a-hA-H])\.[ \t]+
    )(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKDOWN_HEADING = lazy(r"[ \t]{0,3}#{1,6}[ \t]+(?P<words>\S[^\n]*?)[ \t#]*$")
_RULED_HEADING = lazy(r"[ \t]*[=─═*~_-]{3,}[ \t]*(?P<words>[^\s=─═*~_-][^\n]*?)[ \t]*[=─═*~_-]{3,}[ \t]*$")
_BOLD_HEADING = lazy(r"[ \t]*(?:\*\*|__)(?P<words>[^*_\n]{2,80}?):?(?:\*\*|__):?[ \t]*$")
_COLON_HEADING = lazy(r"[ \t]*(?P<words>[^:.!?;|→>\n]{2,90}):[ \t]*$")
_CAPITALS_HEADING = lazy(r"[ \t]*(?P<words>[A-Z][A-Z &/-]{3,50}(?:\d[\d –-]*)?(?:\([^)\n]{1,60}\))?)[ \t]*$")
_DEFINITION = lazy(r"[ \t]*:[ \t]+\S")
_BARE_NUMBER = lazy(r"[ \t]*(?P<number>\d{1,2})[ \t]+(?=[A-ZÀ-Þ\"“'«])")
_RULE = lazy(r"[ \t]*[=─═*~_-]{3,}[ \t]*$")
_TABLE_ROW = lazy(r"[ \t]*\|.*\|[ \t]*$")
_TABLE_RULE = lazy(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_COLUMN = lazy(
    r"#|n[or]\b|nº|n°|name|box|component|node|service|actor|element|from|source|sender|to\b|target|receiver|label|message"
    r"|text|role|icon|symbol|step|description|purpose|what|station|who|stage|module|part|arrow|von|nach|an\b|de\b|a\b|vers"
    r"|desde|hacia|para|nombre|nom\b|nome|rolle?|rôle|papel|schritt|paso|étape|knoten|kasten|komponente|caja|boîte|caixa|von"
    r"|start|origin|caller|block|system|function|task|does|payload|number|order|player|piece|tile|server|start|end|kind",
    re.I,
)
_FENCE = lazy(r"[ \t]*(?:```|~~~)")
_OWN_LINE = lazy(
    r"[ \t]*(?:\*\*|__)?(?:[A-ZÀ-Þ0-9\"“«`'\[]|\(\d)[^:\n]{0,60}?(?::|;[ \t]|[ \t][—–=|/·~-]{1,2}[ \t]|[ \t]\.{2,}[ \t]|[ \t]\[|(?:-{1,3}|={1,2})>|→|⟶|➜|⇒)"
    r"|[ \t]*\[[^\[\]\n]{1,40}\][ \t]|[ \t]*\S[^:\n]{0,60}?\s(?:-{1,3}>|={1,2}>|→|⟶|➜|⇒)\s"
)
_WORD = lazy(r"[^\W\d_]+")
_ARROWHEAD = lazy(r"->|=>|[→←↔⟶➜➔⇒]")
_RULED = "=─═*~_-"
_WRAPPED = 58


def lay_out(value: str, mask: str) -> list[Unit]:
    """The units of a prompt, in order. `mask` is `value` with the quoted words blanked out."""
    units = list(_Layout(value, mask).units())
    lowered = mask.lower()
    if len(lowered) != len(mask):
        lowered = mask
    for unit in units:
        unit.words = frozenset(_WORD.findall(lowered, unit.start, unit.end))
    return units


def number_of(match: re.Match[str]) -> tuple[int | None, str]:
    """Number and sub-step letter of a list marker."""
    if circle := match["circle"]:
        return CIRCLED_NUMBERS[circle], ""
    for group in ("0", "1", "2"):
        if digits := match[f"n{group}"]:
            return int(digits), match[f"s{group}"]
    return None, ""


class _Layout:
    def __init__(self, value: str, mask: str) -> None:
        self.value = value
        self.mask = mask
        self.headings: list[tuple[int, str]] = []
        self.group = 0
        self.intro: tuple[int, int] | None = None
        self.in_list = False
        self.marked = False
        self.drawn = False
        self.columns: tuple[str, ...] = ()
        self.paragraph: list[tuple[int, int]] = []
        self.item: Unit | None = None

    @property
    def section(self) -> str:
        return " / ".join(words for _, words in self.headings)

    def units(self) -> Iterator[Unit]:
        fenced = False
        for match in re.finditer(r"[^\n]+|\n(?=\n)", self.value):
            line = match.group()
            start, end = match.span()
            if _FENCE.match(line):
                yield from self.flush()
                fenced = not fenced
                continue
            if fenced:
                yield self.unit(Kind.CODE, start, end)
            elif not line.strip():
                yield from self.flush()
                self.columns = ()
                if not self.marked:
                    self.close_list()
            else:
                yield from self.line(line, start, end)
        yield from self.flush()

    def line(self, line: str, start: int, end: int) -> Iterator[Unit]:
        opening = line.lstrip(" \t")[0]
        if opening == "|" and _TABLE_ROW.match(line):
            yield from self.flush()
            yield from self.row(line, start)
            return
        if self.columns and " | " in line:
            yield from self.flush()
            yield from self.row(line, start)
            return
        if "|" in line and self.paragraph and _TABLE_RULE.match(line) and "-" in line:
            header = self.paragraph.pop()
            yield from self.flush()
            yield from self.row(self.value[slice(*header)], header[0])
            return
        self.columns = ()
        if opening in _RULED and _RULE.match(line):
            yield from self.flush()
            return
        heading = self.heading(line, start, opening)
        if heading is not None:
            yield from self.flush()
            yield heading
            return
        marker = MARKER.match(line)
        if marker and not self.continues_sentence(marker):
            yield from self.flush()
            self.start_item(start, start + marker.end(), end, *number_of(marker))
            return
        bare = _BARE_NUMBER.match(line) if LEGEND.said_in(self.section.rpartition(" / ")[2]) else None
        if bare:
            yield from self.flush()
            self.start_item(start, start + bare.end(), end, int(bare["number"]), "")
            return
        if _DEFINITION.match(line) and self.paragraph:
            term = self.paragraph.pop()
            yield from self.flush()
            self.start_item(term[0], term[0], end, None, "")
            return
        if self.item is not None and (line[0] in " \t" or not self.in_list):
            self.item.end = end
            return
        if self.item is not None:
            yield from self.flush()
        if self.paragraph and self.starts_anew(line):
            before = self.value[slice(*self.paragraph[0])]
            if _OWN_LINE.match(line) and _OWN_LINE.match(before) and not announces_list(before):
                self.open_list(self.mask[slice(*self.paragraph[0])])
            yield from self.flush(keep_list=True)
        self.paragraph.append((start, end))

    def start_item(self, start: int, text: int, end: int, number: int | None, suffix: str) -> None:
        self.open_list(self.mask[text:end])
        self.marked = True
        self.item = self.unit(Kind.ITEM, text, end)
        self.item.number, self.item.suffix = number, suffix
        self.item.marker = (start, text)

    def continues_sentence(self, marker: re.Match[str]) -> bool:
        """Is this marker only a number or letter at the start of a wrapped line?"""
        if not self.paragraph or marker["bullet"]:
            return False
        last = self.value[slice(*self.paragraph[-1])].rstrip()
        return len(last) >= _WRAPPED and last[-1] not in ".:;!?)\"”'»"

    def starts_anew(self, line: str) -> bool:
        """Does a line of a paragraph begin a statement of its own, or go on with the one before?"""
        last = self.value[slice(*self.paragraph[-1])].rstrip()
        if last[-1] in ":;" or _OWN_LINE.match(line):
            return True
        return len(last) < _WRAPPED and last[-1] in '.!?"”»'

    def heading(self, line: str, start: int, opening: str) -> Unit | None:
        """The heading that a line is; `opening` is its first character."""
        level = 7
        match = None
        if opening == "#":
            match = _MARKDOWN_HEADING.match(line)
            level = line.count("#", 0, match.start("words")) if match else level
        elif opening in _RULED:
            match = _RULED_HEADING.match(line)
            level = 2 if match else level
            match = match or _BOLD_HEADING.match(line)
        if (
            match is None
            and line.rstrip().endswith(":")
            and len(line.split()) <= 5
            and not MARKER.match(line)
        ):
            match = _COLON_HEADING.match(line)
        if match is None and opening.isupper() and not self.paragraph:
            match = _CAPITALS_HEADING.match(line)
        if match is None:
            return None
        words = match["words"]
        self.headings = [(one, other) for one, other in self.headings if one < level]
        self.headings.append((level, words))
        unit = self.unit(Kind.HEADING, start + match.start("words"), start + match.end("words"))
        self.intro = (unit.start, unit.end)
        self.close_list()
        return unit

    def row(self, line: str, start: int) -> Iterator[Unit]:
        if _TABLE_RULE.match(line):
            return
        cells = _cells(line, start)
        if not self.columns:
            heads = tuple(self.value[a:b].strip("*_` ").casefold() for a, b in cells)
            self.open_list()
            self.columns = heads if any(map(_COLUMN.match, heads)) else ("",) * len(heads)
            if self.columns is heads:
                return
        unit = self.unit(Kind.ROW, cells[0][0], cells[-1][1])
        unit.cells, unit.columns = tuple(cells), self.columns
        yield unit

    def open_list(self, line: str = "") -> None:
        """Begin a list, unless one is open. Lines with and without an arrow are never of one list."""
        drawn = self.drawn
        if line and not self.marked:
            drawn = _ARROWHEAD.search(line) is not None or INTERNAL.said_in(line)
        if not self.in_list or drawn != self.drawn:
            self.group += 1
            self.in_list = True
            self.marked = False
        self.drawn = drawn

    def close_list(self) -> None:
        self.in_list = False

    def unit(self, kind: Kind, start: int, end: int) -> Unit:
        intro = self.value[slice(*self.intro)] if self.intro else ""
        group = self.group if kind in (Kind.ITEM, Kind.ROW) else 0
        return Unit(kind, start, end, intro=intro, intro_span=self.intro, section=self.section, group=group)

    def flush(self, keep_list: bool = False) -> Iterator[Unit]:
        if self.item is not None:
            yield self.item
            self.item = None
        if self.paragraph:
            start, end = self.paragraph[0][0], self.paragraph[-1][1]
            self.paragraph = []
            yield from self.prose(start, end)

    def prose(self, start: int, end: int) -> Iterator[Unit]:
        """Sentences of a paragraph, and the lists that stand inside it."""
        found = list(pieces(self.mask, start, end))
        if any(piece.listed for piece in found) or not self.is_line_item(found):
            self.close_list()
        group = 0
        for piece in found:
            unit = self.unit(Kind.SENTENCE, piece.start, piece.end)
            if piece.listed:
                if piece.first:
                    self.group += 1
                    group = self.group
                unit.kind, unit.group = Kind.ITEM, group
                unit.number, unit.suffix, unit.marker = piece.number, piece.suffix, piece.marker
                unit.intro_span = piece.intro
                unit.intro = self.value[slice(*piece.intro)] if piece.intro else ""
            elif self.in_list:
                unit.kind, unit.group = Kind.ITEM, self.group
            yield unit
        last = found[-1] if found else None
        if last is not None and not last.listed and not self.in_list:
            self.intro = (last.start, last.end)

    def is_line_item(self, found: list[Piece]) -> bool:
        """Is the paragraph one unmarked line of a list that a heading or a colon announced?"""
        if len(found) != 1 or (self.in_list and self.marked):
            return False
        line = self.value[found[0].start : found[0].end]
        if not _OWN_LINE.match(line) or line.rstrip().endswith(":") or announces_list(line):
            return False
        announced = self.in_list or bool(self.headings)
        announced = announced or (
            self.intro is not None and self.value[slice(*self.intro)].rstrip().endswith(":")
        )
        if announced:
            self.open_list(self.mask[found[0].start : found[0].end])
        return announced


def _cells(line: str, start: int) -> list[tuple[int, int]]:
    """The offsets of the cells of a table row, with or without the outer bars."""
    bare = line.strip()
    at = line.index(bare) + bare.startswith("|")
    end = line.index(bare) + len(bare) - bare.endswith("|")
    cells = []
    for part in line[at:end].split("|"):
        left = start + at + len(part) - len(part.lstrip())
        cells.append((left, left + len(part.strip())))
        at += len(part) + 1
    return cells
