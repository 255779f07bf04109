"""What a picture of a flow is made of, and the sizes of it all in pixels."""

from collections.abc import Sequence
from typing import NamedTuple

from ..scene import Lane, Remark, Scene, Signal
from ..visible import visible
from .measure import width

MARGIN = 28.0
SIZE, SMALL, TITLE = 12.0, 10.5, 18.0
LINE = 15.0
BADGE = 9.0
GLYPH = 24.0
PILL = 16.0
LOOP, LOOP_HEIGHT = 34.0, 22.0
# What a label needs beside its words: the badge, the head, and some air.
AROUND_LABEL = 46.0
MOST_LINES = 7


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
    """A branch; `lines` are those of its condition, beside the tab (so wide) that names its kind."""

    kind: str
    tab: float
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
    """The whole picture. The lifelines run from `rail_top` to `rail_bottom`, to feet of the height `foot` (or 0)."""

    width: float
    height: float
    title: list[str]
    lanes: list[PlannedLane]
    head_top: float
    rail_top: float
    rail_bottom: float
    foot: float
    frames: list[PlannedFrame]
    signals: list[PlannedSignal]
    caption: float
    notes: list[Panel]
    findings: float
    remarks: list[Panel]


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
