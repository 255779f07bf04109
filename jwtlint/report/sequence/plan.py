"""Where everything stands in the picture of a flow, in pixels from its upper left corner."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ...prompt.model import Mode
from ..scene import Frame, Lane, Remark, Scene, Signal
from ..visible import visible
from .measure import balanced, widest, width, wrapped

MARGIN = 28.0
SIZE, NAME, SMALL, TITLE = 12.0, 12.0, 10.5, 18.0
LINE = 15.0
BADGE = 9.0
GLYPH = 24.0
PILL = 16.0
LOOP, LOOP_HEIGHT = 34.0, 22.0
_HEAD_ROOM, _HEAD_PADDING, _SMALLEST_HEAD = 118.0, 22.0, 92.0
_BETWEEN_HEADS = 18.0
_AROUND_LABEL = 46.0
_MOST_LINES = 7
_AROUND_FRAME = 26.0
_TAB = 22.0
_NARROWEST = 620.0
_WIDEST_TEXT = 860.0
# Where there are more signals, the names stand at the bottom again.
_FEW = 12
# Signals over more lanes have room enough.
_FARTHEST = 4


class PlannedLane(NamedTuple):
    """A lane: the middle of its lifeline, the width of its head, and the lines of its name."""

    lane: Lane
    x: float
    width: float
    lines: list[str]


class PlannedSignal(NamedTuple):
    """An arrow from `x1` to `x2` at the height `y`; its label starts at `top`, its pills stand below it."""

    signal: Signal
    x1: float
    x2: float
    top: float
    y: float
    lines: list[str]

    @property
    def loop(self) -> bool:
        return self.signal.source == self.signal.target


class PlannedFrame(NamedTuple):
    """A branch; `lines` are those of its condition, beside the tab that names its kind."""

    kind: str
    lines: list[str]
    left: float
    top: float
    right: float
    bottom: float


class Panel(NamedTuple):
    """Text below the flow: notes, or one finding."""

    remark: Remark | None
    lines: list[str]
    top: float
    height: float


class Plan(NamedTuple):
    """The whole picture. The lifelines run from `rail_top` to `rail_bottom`."""

    width: float
    height: float
    title: list[str]
    lanes: list[PlannedLane]
    head_top: float
    rail_top: float
    rail_bottom: float
    footed: bool
    frames: list[PlannedFrame]
    signals: list[PlannedSignal]
    caption: float
    notes: list[Panel]
    findings: float
    remarks: list[Panel]


def plan(scene: Scene) -> Plan:
    """Find places for everything, so that nothing covers anything else."""
    lanes, content = _lanes(scene)
    broad = max(content, _NARROWEST)
    shift = (broad - content) / 2
    lanes = [lane._replace(x=lane.x + shift) for lane in lanes]
    title = wrapped(visible(scene.title), TITLE, broad - 2 * MARGIN, bold=True, most=3)
    head_top = MARGIN + len(title) * 24 + (10 if title else 0)
    deepest = max((len(lane.lines) for lane in lanes), default=1)
    rail_top = head_top + GLYPH + 22 + deepest * LINE
    rows = _Rows(scene, lanes, rail_top + 20, broad)
    rows.run()
    footed = len(scene.signals) > _FEW
    rail_bottom = rows.y + 4
    y = rail_bottom + (deepest * LINE + 18 if footed else 6) + 20
    caption = y + 8
    y = caption + 22
    notes, y = _panels([(None, [visible(note)]) for note in scene.notes], y, broad)
    y += 14 if notes else 0
    findings = y + 16
    texts: list[tuple[Remark | None, list[str]]] = [
        (one, [f"{visible(one.name)}{_about(one.signals)}", visible(one.advice)]) for one in scene.remarks
    ]
    remarks, y = _panels(texts, findings + 12, broad)
    return Plan(
        broad,
        y + MARGIN - 6,
        title,
        lanes,
        head_top,
        rail_top,
        rail_bottom,
        footed,
        rows.frames,
        rows.signals,
        caption,
        notes,
        findings,
        remarks,
    )


def label_of(signal: Signal) -> str:
    """The label as it is shown."""
    return visible(" ".join(signal.label.split()))


def pills_of(scene: Scene, remarks: Sequence[int]) -> list[Remark]:
    """What was found about a signal or lane, each rule once."""
    return list({scene.remarks[index].rule: scene.remarks[index] for index in remarks}.values())


def pill_width(remark: Remark) -> float:
    return width(visible(remark.rule), SMALL, bold=True) + 12


def pills_width(pills: Sequence[Remark]) -> float:
    return sum(pill_width(pill) + 4 for pill in pills) - 4 if pills else 0.0


def _about(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers[:12])) + (" …" if len(numbers) > 12 else "")
    return f" · arrow{'s' if len(numbers) > 1 else ''} {listed}"


def _lanes(scene: Scene) -> tuple[list[PlannedLane], float]:
    """The lanes from left to right, as far apart as the labels between them ask, and the width of them all."""
    lines = [
        wrapped(visible(lane.name), NAME, _HEAD_ROOM, bold=True, most=4) or ["?"] for lane in scene.lanes
    ]
    widths = [
        max(_SMALLEST_HEAD, widest(one, NAME, bold=True) + _HEAD_PADDING, pills_width(pills_of(scene, lane.remarks)) + 8)
        for one, lane in zip(lines, scene.lanes, strict=True)
    ]
    gaps = [(left + right) / 2 + _BETWEEN_HEADS for left, right in zip(widths, [*widths[1:], 0.0], strict=True)]
    count = len(widths)
    room = 200.0 if count <= 5 else 165.0 if count <= 8 else 128.0
    for signal in scene.signals:
        low, high = sorted((signal.source, signal.target))
        if high - low > _FARTHEST:
            continue
        # A label over several lanes may use the room of one lane more, but not force them all apart.
        spread = room * max(1.0, (high - low) * 0.75)
        needed = max(widest(wrapped(label_of(signal), SIZE, spread, most=_MOST_LINES), SIZE), pills_width(pills_of(scene, signal.remarks)))
        if low == high:
            gaps[low] = max(gaps[low], LOOP + needed + 26)
            continue
        missing = needed + _AROUND_LABEL - sum(gaps[low:high])
        if missing > 0:
            for lane in range(low, high):
                gaps[lane] += missing / (high - low)
    planned = []
    x = MARGIN
    for index, (lane, one, broad) in enumerate(zip(scene.lanes, lines, widths, strict=True)):
        x += widths[0] / 2 if index == 0 else gaps[index - 1]
        planned.append(PlannedLane(lane, x, broad, one))
    last = max(gaps[-1] - _BETWEEN_HEADS, widths[-1] / 2) if gaps else 0.0
    return planned, x + last + MARGIN


def _panels(
    texts: Sequence[tuple[Remark | None, list[str]]], y: float, broad: float
) -> tuple[list[Panel], float]:
    """Texts below each other, and where they end."""
    panels = []
    for remark, paragraphs in texts:
        indent = 96.0 if remark else 24.0
        room = min(broad - 2 * MARGIN - indent, _WIDEST_TEXT)
        lines = [line for text in paragraphs for line in wrapped(text, SIZE, room, most=8)]
        height = len(lines) * LINE + 12
        panels.append(Panel(remark, lines, y, height))
        y += height + 2
    return panels, y


class _Rows:
    """Places signals and frames from top to bottom."""

    def __init__(self, scene: Scene, lanes: Sequence[PlannedLane], y: float, broad: float) -> None:
        self._scene = scene
        self._lanes = lanes
        self._broad = broad
        self.y = y
        self.signals: list[PlannedSignal] = []
        self.frames: list[PlannedFrame] = []

    def run(self) -> None:
        for frame, signals in groupby(self._scene.signals, key=lambda signal: signal.frame):
            if frame is None:
                for signal in signals:
                    self._place(signal)
            else:
                self._frame(frame, list(signals))

    def _frame(self, frame: Frame, signals: Sequence[Signal]) -> None:
        reaches = [reach for signal in signals for reach in self._reach(signal)]
        left = max(8.0, min(reaches) - _AROUND_FRAME)
        right = min(self._broad - 8, max(reaches) + _AROUND_FRAME)
        kind = _kind(frame)
        tab = width(kind, SMALL, bold=True) + 20
        words = visible(" ".join(frame.words.split()))
        lines: list[str] = []
        if words:
            natural = tab + 16 + min(width(words, SIZE), 240.0)
            right = min(self._broad - 8, max(right, left + natural))
            left = max(8.0, min(left, right - natural))
            lines = wrapped(f"[{words}]", SIZE, right - left - tab - 12, most=4)
        top = self.y
        self.y += max(_TAB, len(lines) * LINE + 6) + 10
        for signal in signals:
            self._place(signal)
        bottom = self.y - 4
        self.frames.append(PlannedFrame(kind, lines, left, top, right, bottom))
        self.y = bottom + 12

    def _reach(self, signal: Signal) -> Iterator[float]:
        """How far to the left and right a signal goes."""
        x1, x2 = self._lanes[signal.source].x, self._lanes[signal.target].x
        yield from (x1, x2)
        if signal.source == signal.target:
            lines = balanced(label_of(signal), SIZE, self._loop_room(signal.source), most=_MOST_LINES)
            yield x1 + LOOP + 10 + max(widest(lines, SIZE), pills_width(pills_of(self._scene, signal.remarks))) - 14

    def _loop_room(self, lane: int) -> float:
        """The room for a label between a loop and the next lane."""
        after = lane + 1
        border = self._lanes[after].x - 8 if after < len(self._lanes) else self._broad - MARGIN
        return max(60.0, border - self._lanes[lane].x - LOOP - 16)

    def _place(self, signal: Signal) -> None:
        x1, x2 = self._lanes[signal.source].x, self._lanes[signal.target].x
        pills = PILL + 4 if signal.remarks else 0.0
        top = self.y
        if signal.source == signal.target:
            lines = balanced(label_of(signal), SIZE, self._loop_room(signal.source), most=_MOST_LINES)
            text = len(lines) * LINE + pills
            height = max(LOOP_HEIGHT + 8, text)
            y = top + (height - LOOP_HEIGHT) / 2
            self.signals.append(PlannedSignal(signal, x1, x1, top + (height - text) / 2, y, lines))
            self.y = top + height + 14
            return
        lines = balanced(label_of(signal), SIZE, abs(x2 - x1) - _AROUND_LABEL + 4, most=_MOST_LINES)
        y = top + max(len(lines) * LINE, 4) + 6
        self.signals.append(PlannedSignal(signal, x1, x2, top, y, lines))
        self.y = y + max(pills + 4, BADGE) + 12


def _kind(frame: Frame) -> str:
    if frame.mode is Mode.MAIN:
        return "if"
    return frame.mode.value
