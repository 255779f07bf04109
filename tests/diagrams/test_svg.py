"""The picture of a flow: well-formed, complete, in order, and without overlaps."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jwtlint.finding import Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Act
from jwtlint.prompt.model import Mode
from jwtlint.report.scene import Frame, Lane, Remark, Scene, Signal, scene_of
from jwtlint.report.sequence.glyphs import GLYPHS
from jwtlint.report.sequence.measure import balanced, width, wrapped
from jwtlint.report.sequence.parts import PILL, SIZE, Plan, PlannedSignal, pills_of, pills_width
from jwtlint.report.sequence.plan import plan
from jwtlint.report.sequence.svg import sequence_svg
from jwtlint.source import Source

from .reading import FIXTURES, LINTER, documents

_SVG = "{http://www.w3.org/2000/svg}"
_WORDS = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    [
        "",
        "POST /v1/login + credentials",
        "a" * 300,
        "verify signature, exp, iss and aud " * 4,
        "<b>&\"'",
        "]]>",
        "日本語" * 9,
    ]
)
_REMARKS = (
    Remark("FLW102", "reply-skips-hop", Severity.WARNING, "jumps; <draw> it", (1,)),
    Remark("FLW120", "status-phrase-mismatch", Severity.ERROR, "201 is not OK", (1, 2)),
    Remark("FLW104", "lookup-without-reply", Severity.INFO, "no reply", ()),
)


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    lanes = draw(
        st.lists(
            st.builds(Lane, _WORDS, st.sampled_from(Kind), st.sampled_from([(), (0,), (0, 1)])),
            min_size=1,
            max_size=13,
        )
    )
    ends = st.integers(0, len(lanes) - 1)
    signals: list[Signal] = []
    frame: Frame | None = None
    for number in range(1, draw(st.integers(1, 14)) + 1):
        if draw(st.booleans()):
            frame = draw(st.none() | st.builds(Frame, st.just(number), st.sampled_from(Mode), _WORDS))
        act = draw(st.sampled_from(Act))
        remarks = draw(st.sampled_from([(), (), (2,), (0, 1, 2)]))
        signals.append(Signal(number, draw(ends), draw(ends), draw(_WORDS), act, frame, remarks))
    return Scene(
        draw(_WORDS), tuple(lanes), tuple(signals), tuple(draw(st.lists(_WORDS, max_size=3))), _REMARKS
    )


def drawn(svg: str) -> list[ElementTree.Element]:
    """The elements of the arrows, in the order of the picture."""
    return [one for one in ElementTree.fromstring(svg).iter(f"{_SVG}g") if "data-arrow" in one.attrib]


@settings(max_examples=150, deadline=None)
@given(scenes())
def test_every_arrow_is_drawn_once_and_in_order(scene: Scene) -> None:
    svg = sequence_svg([scene])
    arrows = drawn(svg)
    assert [int(one.attrib["data-arrow"]) for one in arrows] == [signal.number for signal in scene.signals]
    assert svg == sequence_svg([scene]), "the same flow gives the same picture"
    heights = [_badge(one) for one in arrows]
    assert heights == sorted(heights)


def _badge(arrow: ElementTree.Element) -> float:
    circle = arrow.find(f"{_SVG}circle")
    assert circle is not None
    return float(circle.attrib["cy"])


@settings(max_examples=150, deadline=None)
@given(scenes())
def test_nothing_covers_anything_else(scene: Scene) -> None:
    layout = plan(scene)
    heads = [(lane.x - lane.width / 2, lane.x + lane.width / 2) for lane in layout.lanes]
    assert all(left[1] < right[0] for left, right in pairwise(heads))
    assert heads[0][0] >= 0
    assert heads[-1][1] <= layout.width
    rows = [_row(scene, signal) for signal in layout.signals]
    assert all(above[1] <= below[0] for above, below in pairwise(rows))
    assert all(row[1] <= layout.rail_bottom for row in rows)
    for signal in layout.signals:
        _fits(scene, layout, signal)
    for frame in layout.frames:
        assert 0 <= frame.left < frame.right <= layout.width
        assert all(frame.left + frame.tab + 8 + width(line, SIZE) <= frame.right for line in frame.lines)
    assert all(above.bottom < below.top for above, below in pairwise(layout.frames))


def _row(scene: Scene, signal: PlannedSignal) -> tuple[float, float]:
    """From the first line of the label, or the loop, to the last thing below."""
    pills = PILL + 4 if pills_of(scene, signal.signal.remarks) else 0
    text = signal.top + len(signal.lines) * 15
    if signal.loop:
        return min(signal.top, signal.y - 9), max(text + pills, signal.y + 22)
    return min(signal.top, signal.y - 9), signal.y + max(9, pills)


def _fits(scene: Scene, layout: Plan, signal: PlannedSignal) -> None:
    broadest = max([width(line, SIZE) for line in signal.lines], default=0)
    pills = pills_width(pills_of(scene, signal.signal.remarks))
    if not signal.loop:
        assert max(broadest, pills) <= abs(signal.x2 - signal.x1) - 20
        return
    rails = [lane.x for lane in layout.lanes if lane.x > signal.x1]
    border = rails[0] if rails else layout.width
    assert signal.x1 + 42 + max(broadest, pills) <= border


@settings(max_examples=80, deadline=None)
@given(scenes())
def test_no_text_means_anything_in_xml(scene: Scene) -> None:
    svg = sequence_svg([scene])
    root = ElementTree.fromstring(svg)
    assert {one.tag.removeprefix(_SVG) for one in root.iter()} <= {
        "svg", "title", "desc", "style", "g", "rect", "path", "text", "circle",
    }  # fmt: skip
    labels = {" ".join("".join(one.itertext()).split()) for one in root.iter(f"{_SVG}title")}
    for lane in scene.lanes:
        assert any(label.startswith(_shown(lane.name)) for label in labels)


def _shown(words: str) -> str:
    from jwtlint.report.visible import visible

    return " ".join(visible(words).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd").split())


@given(_WORDS, st.floats(30, 400))
@example("00\u0e5c:000\u0e5c", 30.0)
def test_lines_keep_every_letter_and_fit(text: str, room: float) -> None:
    lines = wrapped(text, SIZE, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, SIZE) <= room + 0.01 or len(line) == 1 for line in lines)
    assert len(balanced(text, SIZE, room, most=99)) == len(lines)
    few = wrapped(text, SIZE, room, most=2)
    assert len(few) <= 2
    assert all(width(line, SIZE) <= room + 0.01 or len(line) <= 2 for line in few)


def test_what_is_wrong_is_red_and_replies_are_dashed() -> None:
    path = FIXTURES / "refresh-shortcut.mmd"
    svg = _picture(path.read_text(encoding="utf-8"))
    classes = {int(one.attrib["data-arrow"]): one.attrib["class"].split() for one in drawn(svg)}
    assert [number for number, kinds in classes.items() if "bad" in kinds] == [5, 7, 8]
    assert [number for number, kinds in classes.items() if "reply" in kinds] == [4, 5, 7]
    texts = [one.text for one in ElementTree.fromstring(svg).iter(f"{_SVG}text")]
    assert texts.count("FLW102") == 2, "at its arrow, and in the key"
    assert "reply-skips-hop · arrow 5" in texts
    assert "Findings: 2 errors, 1 warning" in texts


def test_branches_are_framed_and_named() -> None:
    svg = _picture((FIXTURES / "code-flow.mmd").read_text(encoding="utf-8"))
    texts = [one.text for one in ElementTree.fromstring(svg).iter(f"{_SVG}text")]
    assert "if" in texts
    assert "[credentials are right]" in texts
    assert "alternative" in texts
    assert "Sign in with a code" in texts
    assert "The cookie is HttpOnly, Secure and SameSite=Lax." in texts
    assert "No findings about this flow" in texts
    assert len(re.findall('class="frame"', svg)) == 2


def test_several_flows_are_below_each_other() -> None:
    one, two = (_scene(text) for text in ("A->>B: x", "C->>D: y\nD-->>C: z"))
    svg = sequence_svg([one, two])
    assert [int(arrow.attrib["data-arrow"]) for arrow in drawn(svg)] == [1, 1, 2]
    assert svg.count("<style>") == 1


def test_both_looks_and_nothing_from_outside() -> None:
    svg = _picture("sequenceDiagram\nA->>B: x")
    assert "prefers-color-scheme:dark" in svg
    assert "url(" not in svg
    assert "<script" not in svg
    assert "var(" not in svg


def test_every_kind_has_a_sign() -> None:
    assert set(GLYPHS) == set(Kind)


def _picture(text: str) -> str:
    (document,) = documents(text, "a.mmd")
    assert document.prompt is not None
    diagnostics = LINTER.lint(Source("a.mmd", text)).diagnostics
    return sequence_svg([scene_of(document.prompt, document.conversation, diagnostics)])


def _scene(lines: str) -> Scene:
    (document,) = documents(f"sequenceDiagram\n{lines}", "a.mmd")
    assert document.prompt is not None
    return scene_of(document.prompt, document.conversation)
