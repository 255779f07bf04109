"""Where everything stands in the picture of a flow, in pixels from its upper left corner."""

from collections.abc import Sequence

from ..scene import Remark, Scene
from ..visible import visible
from .lanes import plan_lanes
from .measure import wrapped
from .parts import GLYPH, LINE, MARGIN, SIZE, TITLE, Panel, Plan
from .rows import Rows

_NARROWEST = 620.0
_WIDEST_TEXT = 860.0
# Where there are more signals, the names stand at the bottom again.
_FEW = 12


def plan(scene: Scene) -> Plan:
    """Find places for everything, so that nothing covers anything else."""
    lanes, content = plan_lanes(scene)
    broad = max(content, _NARROWEST)
    shift = (broad - content) / 2
    lanes = [lane._replace(x=lane.x + shift) for lane in lanes]
    title = wrapped(visible(scene.title), TITLE, broad - 2 * MARGIN, bold=True, most=3)
    head_top = MARGIN + len(title) * 24 + (10 if title else 0)
    deepest = max((len(lane.lines) for lane in lanes), default=1)
    rail_top = head_top + GLYPH + 22 + deepest * LINE
    rows = Rows(scene, lanes, rail_top + 20, broad)
    rows.run()
    foot = deepest * LINE + 12 if len(scene.signals) > _FEW else 0.0
    rail_bottom = rows.y + 4
    y = rail_bottom + foot + 26
    caption = y + 8
    y = caption + 22
    findings = y + 16
    texts: list[tuple[Remark | None, list[str]]] = [
        (one, [f"{visible(one.name)}{_about(one.signals)}", visible(one.advice)]) for one in scene.remarks
    ]
    remarks, y = _panels(texts, findings + 12, broad)
    notes, y = _panels([(None, [visible(note)]) for note in scene.notes], y + 8, broad)
    return Plan(
        broad,
        y + MARGIN - 6,
        title,
        lanes,
        head_top,
        rail_top,
        rail_bottom,
        foot,
        rows.frames,
        rows.signals,
        caption,
        notes,
        findings,
        remarks,
    )


def _about(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers[:12])) + (" …" if len(numbers) > 12 else "")
    return f" · arrow{'s' if len(numbers) > 1 else ''} {listed}"


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
