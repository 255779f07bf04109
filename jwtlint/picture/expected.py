"""What a prompt asks to be drawn as text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile

from ..lexicon.polarity import Polarity
from ..passage import Passage, Role
from ..prompt.model import Box, Mode, Prompt, Step
from ..prompt.quotes import quotations
from ..regex import lazy
from ..text import Span, Text

_JOINT = lazy(r"\s+(?:→|->|=>|⟶|•|·|\||—|–|-)\s+|\s*\n\s*")
_ASKED = lazy(
    r"(?:label(?:l?ed)?|titled?|title|heading|header|headline|reads?|reading|says?|saying|caption(?:ed)?|text|words?|"
    r"named|called|marked|tagged|badge|tagline|subtitle|note|footer|showing|displaying|quote|etiquetad\w*|rotulad\w*|"
    r"titulad\w*|título|texto|dice|beschriftet|betitelt|titel|text|aufschrift|intitulé\w*|titre|texte|étiquette\w*)"
    r"\W{0,4}$",
    re.IGNORECASE,
)
_KEY = lazy(r"\s*:")
_JSON_KEY = lazy(r"\"(?P<key>[\w -]{1,40})\"\s*:\s*(?:\[\s*(?:\"[^\"]*\",\s*)*)?$")
_JSON_TEXTS = frozenset("title subtitle headline heading label caption footer text name tagline".split())
_JSON_TITLES = frozenset({"title", "headline"})
_FENCE = lazy(r"(?ms)^[ \t]*(`{3,})[^`\n]*\n(.*?)^[ \t]*\1[ \t]*$")
_GOES_ON = lazy(r"[ \t]+[a-zß-ÿ0-9(]")
_LINE = lazy(r"[^\n]+")
_FRAME = lazy("[\u2500-\u259f]+")
_CELLS = lazy(r"\s*(?<!\|)\|(?!\|)\s*")
_TITLED = lazy(r"(?i)\b(?:titled?|heading|headline|header)(?: in [^\".:\n]{1,50})?\W{0,4}$")
_LETTERS = lazy(r"[^\W_]")
_ITEM = lazy(r"(?m)^[ \t]*[-*]?[ \t]*(?P<number>\d{1,2})[.)][ \t]+(?P<words>\S[^\n]*)$")
_STEPS = lazy(
    r"(?i)\b(?:steps?|legend|numbered|sequence|stages?|pasos?|leyenda|numerad\w*|schritte?|legende|nummeriert\w*|étapes?"
    r"|légende|numéroté\w*|passi|passos?|etapas?|fasi|fases?)\b"
)
_ANNOUNCED = 300
_FEWEST_ITEMS = 3
_SHOWN = 60
_DIRECTION = lazy(
    r"(?i)\s*\((?:[\w -]* )?(?:tint|shade|glow|border|background|accent|outline|icon|logo)\)\s*$"
)
_DRAWING = lazy(r"(?i)\b(?:icons?|logos?|arrows?|badges?|labels?)\b")
_MARKERS = frozenset({"NEW", "NOTE", "OLD", "TIP", "UPDATED"})
_LOOK_BACK = 60


class Kind(Enum):
    """What an expected text is; the value names it for users."""

    TITLE = "title"
    BOX = "box name"
    ROLE = "box role"
    LABEL = "arrow label"
    STEP = "legend step"
    NOTE = "note"
    QUOTE = "quoted text"
    VALUE = "value"
    """A value of a specification in JSON that may describe the drawing as well as stand in it."""


_JOINED = frozenset({Kind.QUOTE, Kind.TITLE, Kind.NOTE, Kind.VALUE})


@dataclass(frozen=True, eq=False, slots=True)
class Expected:
    """A text that the picture should show. `text` is where the prompt asks for it.

    `required` tells that the prompt plainly asks for exactly these words; otherwise they may be meant in another
    way (a role that explains a component, a quotation that is an example). `optional` belongs to an arrow that
    need not be taken.
    """

    kind: Kind
    text: Text
    required: bool
    optional: bool = False
    step: Step | None = None

    def __str__(self) -> str:
        value = " ".join(self.text.value.split())
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN].rstrip()}…"
        number = f" {self.step.number}{self.step.suffix}" if self.step else ""
        return f"{self.kind.value}{number} {shown!r}"


def expected_of(prompt: Prompt, polarity: Polarity) -> tuple[Expected, ...]:
    """Everything that a prompt asks to be drawn, in the order of the prompt; what is forbidden is left out."""
    found = [*_modelled(prompt), *_quoted(prompt, polarity), *_fenced(prompt)]
    if not prompt.steps:
        listed = list(_listed(prompt))
        spans = [step.text.span for step in listed]
        found = [one for one in found if not any(_inside(one.text.span, span) for span in spans)] + listed
    pieces = [piece for one in found for piece in _pieces(replace(one, text=_as_drawn(one.text)))]
    named = [one for one in pieces if _LETTERS.search(one.text.value) and not _FRAME.search(one.text.value)]
    return tuple(sorted(named, key=lambda one: one.text.span))


def _as_drawn(text: Text) -> Text:
    """The words that are drawn: those in quotation marks where it begins with one, and the lines that go on.

    A line goes on where it is indented and begins with a small letter: others begin something new.
    """
    quoted = quotations(text.value)
    if quoted and not text.value[: quoted[0].start].strip():
        return text.cut(quoted[0].inner_start, quoted[0].inner_end)
    lines = list(text.find_all(_LINE))
    going_on = takewhile(lambda line: _GOES_ON.match(line.value), lines[1:])
    last = len(list(going_on))
    return (lines[0].until(lines[last]) if lines and last else lines[0] if lines else text).strip()


def _modelled(prompt: Prompt) -> Iterator[Expected]:
    if prompt.title is not None:
        yield Expected(Kind.TITLE, prompt.title, required=True)
    ends = {id(box) for arrow in prompt.arrows for box in (arrow.source_box, arrow.target_box) if box}
    for box in prompt.boxes:
        used = id(box) in ends and not _is_marker(box)
        heading = not used and _heads_a_line(box, prompt)
        if not heading:
            yield Expected(Kind.BOX, box.name, required=used or _is_announced(box, prompt))
        if box.role is not None:
            kind = Kind.QUOTE if heading else Kind.ROLE
            yield Expected(kind, _without_direction(box.role), required=False)
    for arrow in prompt.arrows:
        if arrow.label is not None:
            plain = not quotations(arrow.label.value)
            yield Expected(Kind.LABEL, arrow.label, required=plain, optional=arrow.mode is not Mode.MAIN)
    for step in prompt.steps:
        yield Expected(Kind.STEP, step.text, required=True, step=step)
    for note in prompt.notes:
        yield Expected(Kind.NOTE, note.text, required=False)


def _is_announced(box: Box, prompt: Prompt) -> bool:
    """Does the prompt promise boxes, of which this is one?"""
    return prompt.announces_boxes is not None and not _DRAWING.search(box.name.value)


def _heads_a_line(box: Box, prompt: Prompt) -> bool:
    """Is it the word before a colon, such as "Label:", with which prompts say what kind of text follows?"""
    end = box.name.span.end - prompt.text.span.start
    return prompt.text.value[end : end + 3].strip(" *\"”'")[:1] == ":"


def _without_direction(text: Text) -> Text:
    """The text without a colour or icon in brackets at its end."""
    direction = _DIRECTION.search(text.value)
    return text[: direction.start()] if direction else text


def _is_marker(box: Box) -> bool:
    """Is it a word with which prompts mark what has changed, rather than a component?"""
    return box.name.value.strip("*:").upper() in _MARKERS


def _quoted(prompt: Prompt, polarity: Polarity) -> Iterator[Expected]:
    """Quotations of the prose that the prompt asks to be written."""
    for passage in prompt.passages:
        if passage.role is Role.PROSE and not passage.forbidden:
            yield from _quotations_of(passage, polarity)


def _quotations_of(passage: Passage, polarity: Polarity) -> Iterator[Expected]:
    value = passage.text.value
    for quote in quotations(value):
        inner = passage.text.cut(quote.inner_start, quote.inner_end)
        if polarity.of(value, quote.inner_start, quote.inner_end, passage.language).negated:
            continue
        before = value[max(0, quote.start - _LOOK_BACK) : quote.start]
        if _KEY.match(value, quote.end) and before.rstrip()[-1:] in ("", "{", ","):
            continue
        if json := _JSON_KEY.search(before):
            asked = json["key"] in _JSON_TEXTS
            kind = Kind.TITLE if json["key"] in _JSON_TITLES else Kind.QUOTE
            yield Expected(kind if asked else Kind.VALUE, inner, required=asked)
        elif _TITLED.search(before):
            yield Expected(Kind.TITLE, inner, required=True)
        else:
            yield Expected(Kind.QUOTE, inner, required=_ASKED.search(before) is not None)


def _listed(prompt: Prompt) -> Iterator[Expected]:
    """The items of a numbered list that the prompt announces as steps, though it calls it no legend."""
    items: list[tuple[int, Text, Text]] = []
    for match in _ITEM.finditer(prompt.text.value):
        number = int(match["number"])
        if number == 1:
            before = prompt.text.value[max(0, match.start() - _ANNOUNCED) : match.start()]
            if len(items) >= _FEWEST_ITEMS or not _STEPS.search(before):
                continue
            items = []
        elif not items or number != items[-1][0] + 1:
            continue
        items.append((number, prompt.text.matched(match, "number"), prompt.text.matched(match, "words")))
    if len(items) >= _FEWEST_ITEMS:
        for number, marker, words in items:
            step = Step(number, marker, words)
            yield Expected(Kind.STEP, words, required=True, step=step)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _fenced(prompt: Prompt) -> Iterator[Expected]:
    """The lines of blocks between three backticks: code, files and tables that the picture shows."""
    for match in _FENCE.finditer(prompt.text.value):
        block = prompt.text.matched(match, 2)
        for line in block.find_all(_LINE):
            for cell in line.split(_CELLS):
                bare = cell.strip()
                if bare and not _FRAME.search(bare.value):
                    yield Expected(Kind.QUOTE, bare, required=False)


def _pieces(one: Expected) -> Iterator[Expected]:
    """The parts of a text that marks and arrows join: they are drawn apart as often as together."""
    if one.kind not in _JOINED or not _JOINT.search(one.text.value):
        yield one
        return
    for piece in one.text.split(_JOINT):
        piece = piece.strip()
        if piece:
            yield Expected(one.kind, piece, one.required, one.optional)
