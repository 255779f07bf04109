"""A picture with a numbered frame around each line that a reader read, and a key below with what it read."""

from collections.abc import Iterator
from pathlib import Path

from ..picture.seen import Place, Readout, Seen
from .counting import counted
from .drawing.file import save
from .drawing.frames import Frame, Stroke
from .drawing.key import Row
from .drawing.palette import BLUE, VERMILION, YELLOW, Colour
from .drawing.sheet import draw_sheet
from .region import certainty

_SURE, _FAIR = 0.9, 0.7
MOST = 600
"""More lines are not drawn: the key has to fit into the memory."""


def draw_seen(seen: Seen, folder: Path) -> Iterator[Path]:
    """Draw a picture once for each reader; yields the files. Raises OSError where one cannot be written."""
    path = Path(seen.file.path)
    for readout in seen.readouts:
        lines = readout.lines[:MOST]
        colours = [_colour(line.confidence) for line in lines]
        frames = [
            Frame(line.corners, str(number), colour, Stroke.THIN)
            for number, (line, colour) in enumerate(zip(lines, colours, strict=True), 1)
        ]
        rows = [_row(number, readout, colour) for number, colour in enumerate(colours)]
        left = len(readout.lines) - len(lines)
        rest = f"; the first {MOST} are shown" if left else ""
        title = f"{path.name}: {counted(len(readout.lines), 'line')} read by {readout.reader}{rest}"
        what = f"lines-{readout.reader}" if len(seen.readouts) > 1 else "lines"
        yield save(draw_sheet(seen.image, title, frames, rows), path, folder, what)


def _row(number: int, readout: Readout, colour: Colour) -> Row:
    line = readout.lines[number]
    only = [
        word.value
        for at, word in enumerate(line.words)
        if readout.alone is not None and Place(number, at) in readout.alone
    ]
    alone = f"only {readout.reader} read: {' '.join(only)}" if only else ""
    return Row(str(number + 1), colour, f"{line.value} · {certainty(line.confidence)}", alone)


def _colour(confidence: float) -> Colour:
    """Blue is sure, yellow fair, vermilion a guess."""
    if confidence >= _SURE:
        return BLUE
    return YELLOW if confidence >= _FAIR else VERMILION
