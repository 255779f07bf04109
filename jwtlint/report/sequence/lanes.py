"""Where the lifelines stand."""

from collections.abc import Sequence

from ..scene import Scene
from ..visible import visible
from .measure import widest, wrapped
from .parts import (
    AROUND_LABEL,
    LOOP,
    MARGIN,
    MOST_LINES,
    SIZE,
    PlannedLane,
    label_of,
    pills_of,
    pills_width,
)

_HEAD_ROOM, _HEAD_PADDING, _SMALLEST_HEAD = 118.0, 22.0, 92.0
_BETWEEN_HEADS = 18.0
# Signals over more lanes have room enough.
_FARTHEST = 4


def plan_lanes(scene: Scene) -> tuple[list[PlannedLane], float]:
    """The lanes from left to right, as far apart as the labels between them ask, and the width of them all."""
    names = [
        wrapped(visible(lane.name), SIZE, _HEAD_ROOM, bold=True, most=4) or ["?"] for lane in scene.lanes
    ]
    widths = [
        max(
            _SMALLEST_HEAD,
            widest(name, SIZE, bold=True) + _HEAD_PADDING,
            pills_width(pills_of(scene, lane.remarks)) + 8,
        )
        for name, lane in zip(names, scene.lanes, strict=True)
    ]
    gaps = _gaps(scene, widths)
    planned = []
    x = MARGIN
    for index, (lane, name, broad) in enumerate(zip(scene.lanes, names, widths, strict=True)):
        x += widths[0] / 2 if index == 0 else gaps[index - 1]
        planned.append(PlannedLane(lane, x, broad, name))
    last = max(gaps[-1] - _BETWEEN_HEADS, widths[-1] / 2) if gaps else 0.0
    return planned, x + last + MARGIN


def _gaps(scene: Scene, widths: Sequence[float]) -> list[float]:
    """From each lifeline to the next, and to the border from the last."""
    gaps = [
        (left + right) / 2 + _BETWEEN_HEADS for left, right in zip(widths, [*widths[1:], 0.0], strict=True)
    ]
    count = len(widths)
    room = 200.0 if count <= 5 else 165.0 if count <= 8 else 128.0
    for signal in scene.signals:
        low, high = sorted((signal.source, signal.target))
        if high - low > _FARTHEST:
            continue
        # A label over several lanes may use their room, but not force them all apart.
        spread = room * max(1.0, (high - low) * 0.75)
        lines = wrapped(label_of(signal), SIZE, spread, most=MOST_LINES)
        needed = max(widest(lines, SIZE), pills_width(pills_of(scene, signal.remarks)))
        if low == high:
            gaps[low] = max(gaps[low], LOOP + needed + 26)
            continue
        missing = needed + AROUND_LABEL - sum(gaps[low:high])
        if missing > 0:
            for between in range(low, high):
                gaps[between] += missing / (high - low)
    return gaps
