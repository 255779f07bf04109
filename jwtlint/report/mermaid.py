"""The flow of a prompt as a Mermaid sequence diagram."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..flow.model import Act
from ..prompt.model import Mode
from .scene import Frame, Scene, Signal
from .visible import visible

_PLAIN = frozenset(" .,/+-_()='")


def sequence_diagram(scene: Scene) -> Iterator[str]:
    """The lines of the diagram: participants, messages in their order, and what was found as notes over them.

    Replies are dashed. Read again, the diagram has the same arrows in the same branches.
    """
    yield "sequenceDiagram"
    if scene.title:
        yield f"  title {escaped(scene.title)}"
    for number, lane in enumerate(scene.lanes, 1):
        yield f"  participant p{number} as {escaped(lane.name) or '?'}"
    if scene.signals:
        yield "  autonumber"
    yield from _notes_of_lanes(scene)
    open_frame: Frame | None = None
    for frame, signals in groupby(scene.signals, key=lambda signal: signal.frame):
        yield from _turn(open_frame, frame)
        open_frame = frame
        indent = "    " if frame else "  "
        for signal in signals:
            yield from (f"{indent}{line}" for line in _signal(scene, signal))
    yield from _turn(open_frame, None)


def _turn(before: Frame | None, frame: Frame | None) -> Iterator[str]:
    """From one branch to the next."""
    continues = before is not None and before.mode is not Mode.OPTIONAL
    if frame is not None and frame.mode is Mode.ALTERNATIVE and continues:
        yield _worded("  else", frame)
        return
    if before is not None:
        yield "  end"
    if frame is None:
        return
    if frame.mode is Mode.OPTIONAL:
        yield _worded("  opt", frame)
    elif frame.mode is Mode.MAIN:
        yield _worded("  alt", frame)
    else:
        # The first branch of "alt" is what happens otherwise, which stands elsewhere.
        yield "  alt"
        yield _worded("  else", frame)


def _worded(keyword: str, frame: Frame) -> str:
    return f"{keyword} {escaped(frame.words)}".rstrip()


def _signal(scene: Scene, signal: Signal) -> Iterator[str]:
    source, target = f"p{signal.source + 1}", f"p{signal.target + 1}"
    arrow = "-->>" if signal.act is Act.REPLY else "->>"
    yield f"{source}{arrow}{target}: {escaped(signal.label) or '#32;'}"
    over = source if source == target else f"{source},{target}"
    yield from _notes(scene, over, signal.remarks, signal.number)


def _notes_of_lanes(scene: Scene) -> Iterator[str]:
    for number, lane in enumerate(scene.lanes, 1):
        for note in _notes(scene, f"p{number}", lane.remarks):
            yield f"  {note}"
    about = {index for lane in scene.lanes for index in lane.remarks}
    rest = [index for index, one in enumerate(scene.remarks) if not one.signals and index not in about]
    everywhere = f"p1,p{len(scene.lanes)}" if len(scene.lanes) > 1 else "p1"
    for note in _notes(scene, everywhere, rest):
        yield f"  {note}"


def _notes(scene: Scene, over: str, remarks: Iterable[int], number: int = 0) -> Iterator[str]:
    """Each finding in full at the first signal that it is about, and named at the others."""
    for index in remarks:
        one = scene.remarks[index]
        said = (
            f"see arrow {one.signals[0]}" if one.signals[:1] not in ((), (number,)) else escaped(one.advice)
        )
        yield f"Note over {over}: {one.rule} {one.severity.label}: {said}"


def escaped(text: str) -> str:
    """Text that Mermaid shows and does not obey: what could mean something to it becomes a code."""
    words = " ".join(visible(text).split())
    return "".join(_safe(character) for character in words)


def _safe(character: str) -> str:
    return character if character.isalnum() or character in _PLAIN else f"#{ord(character)};"
