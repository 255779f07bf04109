"""What readers read on a picture, for people. All of it comes from strangers, what the file says of itself too."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..picture.container import NAMES
from ..picture.model import Line, Word
from ..picture.seen import Place, Readout, Seen
from .cells import wrapped
from .counting import counted
from .paper import Paper, Style
from .region import certainty, region_name
from .visible import visible

if TYPE_CHECKING:
    from rich.text import Text as Painted

_INDENT = " " * 10
_LONGEST = 300
_MOST_TEXTS = 12


def show_seen(paper: Paper, seen: Seen) -> None:
    """Write what the file is and says, the marks on the picture, and a table of lines for each reader."""
    file = seen.file
    size = f"{NAMES[file.format]}, {file.width} × {file.height} pixels, {file.byte_count:,} bytes"
    frames = f", the first of {file.frames} frames" if file.frames > 1 else ""
    paper.line((visible(file.path), Style.STRONG), f"  {size}{frames}")
    for name, text in _said(seen):
        _fact(paper, name, text)
    for mark in seen.marks:
        where = region_name(mark.region, (file.width, file.height))
        region = _region(mark.region)
        _fact(paper, "mark", f"{mark.name} ({mark.kind}), {where} {region}, {certainty(mark.confidence)}")
    for readout in seen.readouts:
        _readout(paper, readout)
    paper.line()


def _said(seen: Seen) -> Iterator[tuple[str, str]]:
    """What the file says of where it comes from."""
    known = seen.file.provenance
    if known.generator:
        yield "drawn by", known.generator
    if known.source_type:
        yield "source", known.source_type
    if known.c2pa:
        yield "C2PA", "a manifest is there; it was not validated"
    for prompt in known.prompts:
        yield "prompt", prompt
    others = [(name, text) for name, text in known.texts if text.strip() not in known.prompts]
    for name, text in others[:_MOST_TEXTS]:
        yield "says", f"{name}: {text}"
    if len(others) > _MOST_TEXTS:
        yield "says", f"and {len(others) - _MOST_TEXTS} texts more"


def _fact(paper: Paper, name: str, text: str) -> None:
    """One fact, cut off where it is long: files carry whole workflows."""
    text = " ".join(visible(part) for part in text[:_LONGEST].split())
    more = "…" if len(text) >= _LONGEST else ""
    first, *rest = wrapped(f"{text}{more}", paper.columns, _INDENT, len(_INDENT))
    paper.line((f"{name:{len(_INDENT)}}", Style.STRONG), first)
    for line in rest:
        paper.line(line)


def _readout(paper: Paper, readout: Readout) -> None:
    words = sum(len(line.words) for line in readout.lines)
    counts = f"{counted(len(readout.lines), 'line')}, {counted(words, 'word')}"
    paper.line()
    paper.line((readout.reader, Style.STRONG), f" ({readout.version}): {counts}")
    if not readout.lines:
        return
    from rich.box import SIMPLE
    from rich.table import Table

    table = Table(box=SIMPLE, pad_edge=False, show_edge=False)
    for head in ("", "Words", "Region", "Height", "Contrast", "Sure"):
        numeric = head in {"", "Height", "Contrast", "Sure"}
        table.add_column(
            head, overflow="fold", no_wrap=head != "Words", justify="right" if numeric else "left"
        )
    for number, line in enumerate(readout.lines):
        table.add_row(
            str(number + 1),
            _painted(number, line, readout.alone or frozenset()),
            _region(line.region),
            f"{line.height:.0f}",
            f"{line.contrast:.1f}" if line.contrast is not None else "-",
            f"{line.confidence:.2f}",
        )
    paper.draw(table)
    if readout.alone is not None:
        _alone(paper, readout, readout.alone)


def _painted(number: int, line: Line, alone: frozenset[Place]) -> "Painted":
    """The words of a line; those that only this reader has are marked."""
    from rich.text import Text as Painted

    painted = Painted(" ").join(
        Painted(visible(word.value), Style.FLAGGED.value if Place(number, at) in alone else "")
        for at, word in enumerate(line.words)
    )
    if line.cut_off:
        painted.append(" (touches the border)", Style.DIM.value)
    return painted


def _alone(paper: Paper, readout: Readout, alone: frozenset[Place]) -> None:
    if not alone:
        paper.line(f"every word that {readout.reader} read, another reader has, too")
        return
    words = ", ".join(f"{visible(_word(readout, place).value)} ({place.line + 1})" for place in sorted(alone))
    told = f"only {readout.reader} read {counted(len(alone), 'word')} (line): {words}"
    for line in wrapped(told, paper.columns, "  "):
        paper.line((line, Style.WARNING))


def _word(readout: Readout, place: Place) -> Word:
    return readout.lines[place.line].words[place.word]


def _region(region: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = region
    return f"[{left},{top} {right},{bottom}]"
