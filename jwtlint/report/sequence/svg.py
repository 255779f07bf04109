"""Writes the picture of a flow as SVG: one file, no script, nothing fetched."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from ...finding import Severity
from ...flow.model import Act
from ..counting import counted
from ..flow_facts import called
from ..scene import Remark, Scene
from ..visible import visible
from . import parts
from .glyphs import GLYPHS
from .measure import widest, width
from .parts import LINE, MARGIN, Panel, Plan, PlannedFrame, PlannedLane, PlannedSignal
from .plan import plan
from .style import css

# What XML cannot hold although a terminal can.
_ILLEGAL = re.compile("[\ufffe\uffff]")
_LONGEST_TOOLTIP = 600
# Cards leave room for fonts that are wider than expected.
_ROOMY = 1.1
_SAMPLES = {
    Act.REQUEST: "request",
    Act.REPLY: "reply",
    Act.EVENT: "event or delivery",
    Act.INTERNAL: "internal step",
}
_DASHED = frozenset({Act.REPLY})
# Events and deliveries are sent without waiting for an answer: an open head, as in UML.
_OPEN = frozenset({Act.REPLY, Act.EVENT, Act.DELIVERY})


def sequence_svg(scenes: Sequence[Scene]) -> str:
    """The picture of one flow, or of several below each other.

    What was found is in red (what is only worth a look in blue) with its rule, and below the flow in words.
    """
    plans = [plan(scene) for scene in scenes]
    broad = _n(max(layout.width for layout in plans))
    high = _n(sum(layout.height for layout in plans))
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{broad}" height="{high}" viewBox="0 0 {broad} {high}" role="img">',
            f"<title>{_text(', '.join(filter(None, (scene.title for scene in scenes))) or 'Flow')}</title>",
            f"<style>{css()}</style>",
            f'<rect class="paper" width="{broad}" height="{high}"/>',
            *_flows(scenes, plans),
            "</svg>",
            "",
        )
    )


def _flows(scenes: Sequence[Scene], plans: Sequence[Plan]) -> Iterator[str]:
    y = 0.0
    for scene, layout in zip(scenes, plans, strict=True):
        yield f'<g class="flow" transform="translate(0 {_n(y)})"><desc>{_text(_described(scene))}</desc>'
        yield from _body(scene, layout)
        yield "</g>"
        y += layout.height


def _body(scene: Scene, layout: Plan) -> Iterator[str]:
    for number, line in enumerate(layout.title):
        yield _words("title", MARGIN, MARGIN + 14 + number * 24, line)
    for frame in layout.frames:
        yield _rect("frame", frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top, 6)
    for lane in layout.lanes:
        yield f'<path class="rail" d="M{_n(lane.x)} {_n(layout.rail_top)}V{_n(layout.rail_bottom)}"/>'
    for lane in layout.lanes:
        yield from _head(scene, layout, lane)
        if layout.foot:
            yield from _foot(layout, lane)
    for frame in layout.frames:
        yield from _condition(frame)
    for signal in layout.signals:
        yield from _signal(scene, signal)
    yield from _caption(scene, layout)
    heading = _counted(scene.remarks) if scene.remarks else "No findings about this flow"
    yield _words("strong", MARGIN, layout.findings, heading)
    for panel in layout.remarks:
        yield from _remark(panel)
    for note in layout.notes:
        yield from _note(note)


def _head(scene: Scene, layout: Plan, lane: PlannedLane) -> Iterator[str]:
    pills = parts.pills_of(scene, lane.lane.remarks)
    left, top = lane.x - lane.width / 2, layout.head_top
    mark = f" {_class(_worst(pills))}" if pills else ""
    yield f'<g class="lane"><title>{_text(lane.lane.name)}, {_text(called(lane.lane.kind))}</title>'
    yield _rect(f"card{mark}", left, top, lane.width, layout.rail_top - top, 8)
    yield f'<path class="glyph" transform="translate({_n(lane.x - 12)} {_n(top + 7)})" d="{GLYPHS[lane.lane.kind]}"/>'
    # Short names stand in the middle of the room that the longest has.
    space = layout.rail_top - top - parts.GLYPH - 10
    first = top + parts.GLYPH + 10 + (space - len(lane.lines) * LINE) / 2 + 9
    for number, line in enumerate(lane.lines):
        yield _words("name", lane.x, first + number * LINE, line, "middle")
    yield from _pills(pills, lane.x, top - parts.PILL / 2)
    yield "</g>"


def _foot(layout: Plan, lane: PlannedLane) -> Iterator[str]:
    yield _rect("card", lane.x - lane.width / 2, layout.rail_bottom, lane.width, layout.foot, 8)
    first = layout.rail_bottom + (layout.foot - len(lane.lines) * LINE) / 2 + 11
    for number, line in enumerate(lane.lines):
        yield _words("name", lane.x, first + number * LINE, line, "middle")


def _condition(frame: PlannedFrame) -> Iterator[str]:
    """The tab of a frame, and the words of its condition."""
    tab = frame.tab
    yield '<g class="framed">'
    yield _rect("tab", frame.left, frame.top, tab, 19, 6)
    yield _words("rule", frame.left + 8, frame.top + 13, frame.kind)
    yield from _label(frame.lines, frame.left + tab + 8, frame.top + 3, "start", "muted")
    yield "</g>"


def _signal(scene: Scene, signal: PlannedSignal) -> Iterator[str]:
    drawn = signal.signal
    pills = parts.pills_of(scene, drawn.remarks)
    classes = ["signal", *(["reply"] if drawn.act in _DASHED else [])]
    if drawn.frame is not None:
        classes.append("framed")
    if pills and _worst(pills) > Severity.INFO:
        classes.append("bad")
    source, target = scene.lanes[drawn.source].name, scene.lanes[drawn.target].name
    said = f"{drawn.number}. {source} → {target} ({drawn.act.value}): {drawn.label[:_LONGEST_TOOLTIP]}"
    yield f'<g class="{" ".join(classes)}" data-arrow="{drawn.number}"><title>{_text(said)}</title>'
    if signal.loop:
        yield from _loop(signal, pills)
    else:
        yield from _arrow(signal, pills)
    yield f'<circle class="badge" cx="{_n(signal.x1)}" cy="{_n(signal.y)}" r="{_n(_radius(drawn.number))}"/>'
    yield _words("number", signal.x1, signal.y + 3.7, str(drawn.number), "middle")
    yield "</g>"


def _arrow(signal: PlannedSignal, pills: Sequence[Remark]) -> Iterator[str]:
    x1, x2, y = signal.x1, signal.x2, signal.y
    side = 1 if x2 > x1 else -1
    middle = (x1 + side * parts.BADGE + x2) / 2
    yield from _label(signal.lines, middle, signal.top, "middle")
    yield f'<path class="line" d="M{_n(x1)} {_n(y)}H{_n(x2 - side * 2)}"/>'
    yield _tip(signal.signal.act, x2 - side, y, side)
    yield from _pills(pills, middle, y + 5)


def _loop(signal: PlannedSignal, pills: Sequence[Remark]) -> Iterator[str]:
    x, y = signal.x1, signal.y
    end = y + parts.LOOP_HEIGHT
    far = x + parts.LOOP
    out = f"M{_n(x)} {_n(y)}H{_n(far - 6)}Q{_n(far)} {_n(y)} {_n(far)} {_n(y + 6)}V{_n(end - 6)}"
    back = f"Q{_n(far)} {_n(end)} {_n(far - 6)} {_n(end)}H{_n(x + 3)}"
    yield f'<path class="line" d="{out}{back}"/>'
    yield _tip(signal.signal.act, x + 1, end, -1)
    left = far + 8
    yield from _label(signal.lines, left, signal.top, "start")
    if pills:
        yield from _pills(
            pills, left + parts.pills_width(pills) / 2, signal.top + len(signal.lines) * LINE + 2
        )


def _label(lines: Sequence[str], x: float, top: float, anchor: str, kind: str = "label") -> Iterator[str]:
    for number, line in enumerate(lines):
        broad = width(line, parts.SIZE)
        left = x - broad / 2 if anchor == "middle" else x
        # The paper behind the words keeps lifelines from striking them through.
        yield _rect("behind", left - 3, top + number * LINE, broad + 6, LINE, 0)
        yield _words(kind, x, top + number * LINE + 11, line, anchor)


def _tip(act: Act, x: float, y: float, side: int) -> str:
    back = x - side * 8
    if act in _OPEN:
        return f'<path class="open" d="M{_n(back)} {_n(y - 4.5)}L{_n(x)} {_n(y)}L{_n(back)} {_n(y + 4.5)}"/>'
    return f'<path class="head" d="M{_n(back)} {_n(y - 4)}L{_n(x)} {_n(y)}L{_n(back)} {_n(y + 4)}z"/>'


def _pills(pills: Sequence[Remark], middle: float, top: float) -> Iterator[str]:
    left = middle - parts.pills_width(pills) / 2
    for pill in pills:
        broad = parts.pill_width(pill)
        yield from _pill(pill, left, top, broad)
        left += broad + 4


def _pill(remark: Remark, left: float, top: float, broad: float) -> Iterator[str]:
    kind = _class(remark.severity)
    yield f"<g><title>{_text(remark.advice)}</title>"
    yield _rect(f"pill {kind}", left, top, broad, parts.PILL, 8)
    yield _words(f"rule {kind}", left + broad / 2, top + 11.7, visible(remark.rule), "middle")
    yield "</g>"


def _caption(scene: Scene, layout: Plan) -> Iterator[str]:
    """What the lines mean, as far as they occur."""
    acts = {Act.EVENT if signal.act is Act.DELIVERY else signal.act for signal in scene.signals}
    x = MARGIN
    for act, words in _SAMPLES.items():
        if act not in acts or act is Act.INTERNAL:
            continue
        yield f'<g class="{"reply" if act in _DASHED else "sample"}">'
        yield f'<path class="line" d="M{_n(x)} {_n(layout.caption)}H{_n(x + 32)}"/>'
        yield _tip(act, x + 34, layout.caption, 1)
        yield "</g>"
        yield _words("small muted", x + 42, layout.caption + 4, words)
        x += 42 + width(words, parts.SMALL) + 24


def _note(panel: Panel) -> Iterator[str]:
    broad = widest(panel.lines, parts.SIZE) * _ROOMY + 24
    yield _rect("note", MARGIN, panel.top, broad, panel.height - 2, 4)
    for number, line in enumerate(panel.lines):
        yield _words("note-words", MARGIN + 12, panel.top + 16 + number * LINE, line)


def _remark(panel: Panel) -> Iterator[str]:
    remark = panel.remark
    if remark is None:
        return
    yield from _pill(remark, MARGIN, panel.top, parts.pill_width(remark))
    first, *rest = panel.lines
    kind = "bad" if remark.severity > Severity.INFO else "hint"
    yield _words(f"strong {kind}", MARGIN + 84, panel.top + 12, f"{first}")
    for number, line in enumerate(rest, 1):
        yield _words("words", MARGIN + 84, panel.top + 12 + number * LINE, line)


def _described(scene: Scene) -> str:
    lanes = ", ".join(lane.name for lane in scene.lanes[:40])
    return f"Sequence of {len(scene.signals)} arrows between {lanes}; {len(scene.remarks)} findings."


def _counted(remarks: Sequence[Remark]) -> str:
    numbers = [(one, sum(remark.severity is one for remark in remarks)) for one in reversed(Severity)]
    return f"Findings: {', '.join(counted(number, one.label) for one, number in numbers if number)}"


def _worst(pills: Sequence[Remark]) -> Severity:
    return max(pill.severity for pill in pills)


def _class(severity: Severity) -> str:
    return {Severity.ERROR: "error", Severity.WARNING: "bad", Severity.INFO: "hint"}[severity]


def _radius(number: int) -> float:
    return parts.BADGE if number < 100 else parts.BADGE + 3.5


def _rect(kind: str, left: float, top: float, broad: float, high: float, radius: float) -> str:
    round_ = f' rx="{_n(radius)}"' if radius else ""
    return (
        f'<rect class="{kind}" x="{_n(left)}" y="{_n(top)}" width="{_n(broad)}" height="{_n(high)}"{round_}/>'
    )


def _words(kind: str, x: float, y: float, words: str, anchor: str = "start") -> str:
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}"{where}>{_text(words)}</text>'


def _text(words: str) -> str:
    """Text that XML can hold, and that means nothing in it."""
    return escape(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", visible(words)))


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
