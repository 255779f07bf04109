"""A flow as it is drawn: lanes, signals in their order, and what was found about them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..finding import Diagnostic, Severity
from ..flow.kinds import Kind
from ..flow.model import Act, Conversation
from ..prompt.model import Arrow, Box, Mode, Prompt
from ..text import Span, Text

_FAMILY = "FLW"
# What the language of a diagram says by its keyword about a participant whose name tells nothing.
_KEYWORDS = {"actor": Kind.HUMAN, "database": Kind.DB, "queue": Kind.QUEUE}


class Lane(NamedTuple):
    """A component with its lifeline. `remarks` are the indexes of what was found about the box itself."""

    name: str
    kind: Kind
    remarks: tuple[int, ...] = ()


class Frame(NamedTuple):
    """A branch of the flow; `words` are those of its condition. Equal frames have the same number."""

    number: int
    mode: Mode
    words: str


class Signal(NamedTuple):
    """An arrow. `source` and `target` are indexes of lanes; `remarks` of what was found about it."""

    number: int
    source: int
    target: int
    label: str
    act: Act
    frame: Frame | None
    remarks: tuple[int, ...]


class Remark(NamedTuple):
    """A finding about the flow, with the numbers of the signals that it is about."""

    rule: str
    name: str
    severity: Severity
    advice: str
    signals: tuple[int, ...]


class Scene(NamedTuple):
    """Everything that a drawing of a flow shows."""

    title: str
    lanes: tuple[Lane, ...]
    signals: tuple[Signal, ...]
    notes: tuple[str, ...]
    remarks: tuple[Remark, ...]


def scene_of(
    prompt: Prompt, conversation: Conversation | None, diagnostics: Iterable[Diagnostic] = ()
) -> Scene:
    """The flow of a prompt.

    Of the diagnostics it takes those of flow rules, and all others that flag an arrow or a box.
    """
    lanes = _Lanes(prompt)
    places = _Places(prompt.arrows, [box.text for box in prompt.boxes])
    remarks: list[Remark] = []
    of_signals: dict[int, list[int]] = {}
    of_lanes: dict[int, list[int]] = {}
    for diagnostic in diagnostics:
        arrows = places.arrows_of(diagnostic)
        boxes = places.boxes_of(diagnostic) if not arrows else []
        if not arrows and not boxes and not diagnostic.rule.startswith(_FAMILY):
            continue
        for arrow in arrows:
            of_signals.setdefault(arrow, []).append(len(remarks))
        for box in boxes:
            of_lanes.setdefault(box, []).append(len(remarks))
        numbers = tuple(arrow + 1 for arrow in arrows)
        remarks.append(
            Remark(diagnostic.rule, diagnostic.name, diagnostic.severity, diagnostic.advice, numbers)
        )
    acts = [message.act for message in conversation.messages] if conversation else []
    kinds = {id(party.box): party.kind for party in conversation.parties} if conversation else {}
    by_name = {party.name.casefold(): party.kind for party in conversation.parties} if conversation else {}
    return Scene(
        prompt.title.value if prompt.title else "",
        tuple(
            Lane(name, _kind(name, box, kinds, by_name), tuple(of_lanes.get(index, ())))
            for index, (name, box) in enumerate(lanes.all())
        ),
        tuple(
            Signal(
                index + 1,
                *lanes.ends(arrow),
                arrow.label.value if arrow.label else "",
                acts[index] if acts else Act.REQUEST,
                frame,
                tuple(of_signals.get(index, ())),
            )
            for index, (arrow, frame) in enumerate(_framed(prompt.arrows))
        ),
        tuple(note.text.value for note in prompt.notes),
        tuple(remarks),
    )


class _Lanes:
    """The boxes, then what arrows name without a box, in order."""

    def __init__(self, prompt: Prompt) -> None:
        self._names: dict[Box | str, str] = {box: box.name.value for box in prompt.boxes}
        for arrow in prompt.arrows:
            for end, words in zip(_keys(arrow), (arrow.source, arrow.target), strict=True):
                self._names.setdefault(end, words.value)
        self._numbers = {key: number for number, key in enumerate(self._names)}

    def all(self) -> Iterator[tuple[str, Box | None]]:
        return ((name, None if isinstance(key, str) else key) for key, name in self._names.items())

    def ends(self, arrow: Arrow) -> tuple[int, int]:
        source, target = _keys(arrow)
        return self._numbers[source], self._numbers[target]


def _keys(arrow: Arrow) -> tuple[Box | str, Box | str]:
    return arrow.source_box or _key(arrow.source), arrow.target_box or _key(arrow.target)


def _key(words: Text) -> str:
    return " ".join(words.value.casefold().split())


def _kind(name: str, box: Box | None, kinds: dict[int, Kind], by_name: dict[str, Kind]) -> Kind:
    kind = kinds.get(id(box)) if box is not None else None
    kind = kind or by_name.get(name.casefold(), Kind.SERVICE)
    if kind is Kind.SERVICE and box is not None and box.icon is not None:
        return _KEYWORDS.get(box.icon.value.casefold(), kind)
    return kind


def _framed(arrows: Sequence[Arrow]) -> Iterator[tuple[Arrow, Frame | None]]:
    """Each arrow with the branch in which it stands; neighbours of one branch are in one frame."""
    number = 0
    before: tuple[Mode, Text | None] = (Mode.MAIN, None)
    for arrow in arrows:
        branch = arrow.mode, arrow.branch
        if branch != before:
            number += 1
            before = branch
        if branch == (Mode.MAIN, None):
            yield arrow, None
        else:
            yield arrow, Frame(number, arrow.mode, arrow.branch.value if arrow.branch else "")


class _Places:
    """Which arrows and boxes stand at the places that a diagnostic names."""

    def __init__(self, arrows: Sequence[Arrow], boxes: Sequence[Text]) -> None:
        self._arrows = _Spans([arrow.text for arrow in arrows])
        self._boxes = _Spans(boxes)

    def arrows_of(self, diagnostic: Diagnostic) -> list[int]:
        return self._arrows.at(_spans(diagnostic))

    def boxes_of(self, diagnostic: Diagnostic) -> list[int]:
        return self._boxes.at(_spans(diagnostic)[:1])


def _spans(diagnostic: Diagnostic) -> list[Span]:
    """Where it flags something, then the other places that it names."""
    places = (diagnostic.location, *(related.location for related in diagnostic.related))
    path = diagnostic.location.path
    return [place.span for place in places if place.span is not None and place.path == path]


class _Spans:
    """Texts by their places, which may contain each other but mostly follow each other."""

    def __init__(self, texts: Iterable[Text]) -> None:
        placed = [(text.place, index) for index, text in enumerate(texts)]
        self._all = sorted((place, index) for place, index in placed if isinstance(place, Span))
        self._starts = [place.start for place, _ in self._all]
        self._longest = max((place.end - place.start for place, _ in self._all), default=0)

    def at(self, spans: Iterable[Span]) -> list[int]:
        """The indexes of the texts that contain one of the spans, each once, in the order of the spans."""
        return list(dict.fromkeys(index for span in spans if (index := self._at(span)) is not None))

    def _at(self, span: Span) -> int | None:
        """The shortest text that contains the span."""
        from bisect import bisect_left, bisect_right

        low = bisect_left(self._starts, span.end - self._longest)
        around = [
            (place.end - place.start, index)
            for place, index in self._all[low : bisect_right(self._starts, span.start)]
            if span.end <= place.end
        ]
        return min(around, default=(0, None))[1]
