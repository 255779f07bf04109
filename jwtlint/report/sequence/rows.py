"""Where signals and frames stand, from top to bottom."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...prompt.model import Mode
from ..scene import Frame, Scene, Signal
from ..visible import visible
from .measure import balanced, widest, width, wrapped
from .parts import (
    AROUND_LABEL,
    BADGE,
    LINE,
    LOOP,
    LOOP_HEIGHT,
    MARGIN,
    MOST_LINES,
    PILL,
    SIZE,
    SMALL,
    PlannedFrame,
    PlannedLane,
    PlannedSignal,
    label_of,
    pills_of,
    pills_width,
)

_AROUND_FRAME = 26.0
_TAB = 22.0
_BORDER = 8.0
# A border that would run beside a lifeline keeps away from it.
_BESIDE = 12.0
_CONDITION = 240.0
# Tabs leave room for fonts that are wider than expected.
_ROOMY = 1.1


class Rows:
    """Places signals and frames from top to bottom."""

    def __init__(self, scene: Scene, lanes: Sequence[PlannedLane], y: float, broad: float) -> None:
        self._scene = scene
        self._lanes = lanes
        self._rails = [lane.x for lane in lanes]
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
        left, right = min(reaches) - _AROUND_FRAME, max(reaches) + _AROUND_FRAME
        kind = "if" if frame.mode is Mode.MAIN else str(frame.mode.value)
        tab = width(kind, SMALL, bold=True) * _ROOMY + 16
        words = visible(" ".join(frame.words.split()))
        if words:
            right = max(right, left + tab + 16 + min(width(words, SIZE), _CONDITION))
        right = min(self._broad - _BORDER, self._beyond(right, _BESIDE))
        if words:
            left = min(left, right - tab - 16 - min(width(words, SIZE), _CONDITION))
        left = max(_BORDER, self._beyond(left, -_BESIDE))
        lines = wrapped(f"[{words}]", SIZE, right - left - tab - 12, most=4) if words else []
        top = self.y
        self.y += max(_TAB, len(lines) * LINE + 6) + 10
        for signal in signals:
            self._place(signal)
        bottom = self.y - 4
        self.frames.append(PlannedFrame(kind, tab, lines, left, top, right, bottom))
        self.y = bottom + 12

    def _beyond(self, border: float, away: float) -> float:
        """A border, moved to the other side of a lifeline that it would run beside."""
        at = bisect_left(self._rails, border - _BESIDE)
        beside = at < len(self._rails) and self._rails[at] <= border + _BESIDE
        return self._rails[at] + away if beside else border

    def _reach(self, signal: Signal) -> Iterator[float]:
        """How far to the left and right a signal goes."""
        x1, x2 = self._lanes[signal.source].x, self._lanes[signal.target].x
        yield from (x1, x2)
        if signal.source == signal.target:
            lines = balanced(label_of(signal), SIZE, self._loop_room(signal.source), most=MOST_LINES)
            words = max(widest(lines, SIZE), pills_width(pills_of(self._scene, signal.remarks)))
            yield x1 + LOOP + words

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
            lines = balanced(label_of(signal), SIZE, self._loop_room(signal.source), most=MOST_LINES)
            text = len(lines) * LINE + pills
            height = max(LOOP_HEIGHT + 8, text)
            y = top + (height - LOOP_HEIGHT) / 2
            self.signals.append(PlannedSignal(signal, x1, x1, top + (height - text) / 2, y, lines))
            self.y = top + height + 14
            return
        lines = balanced(label_of(signal), SIZE, abs(x2 - x1) - AROUND_LABEL + 4, most=MOST_LINES)
        y = top + max(len(lines) * LINE, 4) + 6
        self.signals.append(PlannedSignal(signal, x1, x2, top, y, lines))
        self.y = y + max(pills + 4, BADGE) + 12
