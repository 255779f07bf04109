"""What `jwtlint ocr` does: let the readers read pictures, and show what they read."""

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .crash import told
from .files import put
from .finding import Failure
from .picture.reader import Choice, ReaderError, Readers, readers_of
from .report.paper import Paper
from .report.rich import report_failures
from .report.visible import visible
from .source import SourceError

if TYPE_CHECKING:
    from .picture.seen import Seen

_LANGUAGES = ("en",)
RICH, JSON, PNG = "rich", "json", "png"


class Wish(NamedTuple):
    """What somebody wants to see. `form` is RICH, JSON or PNG; `output` a file, or a folder for PNG."""

    paths: tuple[str, ...]
    reader: Choice = Choice.AUTO
    form: str = RICH
    output: Path | None = None


def show_pictures(wish: Wish) -> int:
    """Show what was read on each picture; one that cannot be read stops no other.

    Returns the exit code: 2 where something could not be read or written.
    """
    failures: list[Failure] = []
    try:
        readers = readers_of(wish.reader)
    except ReaderError as error:
        failures.append(Failure("", str(error)))
        readers = Readers(())
    pictures = _seen(wish.paths, readers, failures) if readers.readers else iter(())
    if wish.form == PNG:
        _draw(pictures, wish, failures)
    else:
        _write(pictures, wish, readers.lost, failures)
    errors = Paper(sys.stderr)
    if wish.form != JSON:
        for lost in readers.lost:
            errors.line(f"note: {visible(lost)}")
    report_failures(errors, failures)
    return 2 if failures else 0


def _seen(paths: Sequence[str], readers: Readers, failures: list[Failure]) -> Iterator["Seen"]:
    """The pictures that could be read, one by one; what went wrong with the others is added to the failures."""
    from .picture.file import load
    from .picture.seen import see

    for path in dict.fromkeys(paths):
        try:
            yield see(load(Path(path)), readers.readers, _LANGUAGES)
        except SourceError as error:
            failures.append(Failure(error.path, error.reason))
        except Exception as error:
            failures.append(Failure(path, told(error)))


def _write(pictures: Iterator["Seen"], wish: Wish, lost: Sequence[str], failures: list[Failure]) -> None:
    """Write tables or JSON, to the standard output or into a file."""
    if wish.output is None:
        _report(Paper(sys.stdout), pictures, wish.form, lost, failures)
        return
    if any(_same(path, wish.output) for path in wish.paths):
        failures.append(Failure(str(wish.output), "would overwrite the picture itself; choose another file"))
        return
    if wish.output.is_dir():
        failures.append(Failure(str(wish.output), "is a folder, where a file is wanted"))
        return
    text = io.StringIO()
    _report(Paper(text), pictures, wish.form, lost, failures)
    try:
        put(wish.output, lambda file: file.write(text.getvalue().encode("utf-8", "replace")))
    except OSError as error:
        failures.append(Failure(str(wish.output), f"cannot be written: {error.strerror or error}"))


def _report(
    paper: Paper, pictures: Iterator["Seen"], form: str, lost: Sequence[str], failures: list[Failure]
) -> None:
    if form == JSON:
        from .report.json import write
        from .report.seen_json import report

        write(paper, report(pictures, lost, failures))
        return
    from .report.seen import show_seen

    for one in pictures:
        show_seen(paper, one)
        paper.stream.flush()


def _draw(pictures: Iterator["Seen"], wish: Wish, failures: list[Failure]) -> None:
    """Write each picture with its lines framed into the folder, once for each reader."""
    from .report.seen_png import draw_seen

    folder = wish.output or Path()
    paper = Paper(sys.stdout)
    for one in pictures:
        try:
            for written in draw_seen(one, folder):
                paper.line(visible(f"{one.file.path}: drawn in {written}"))
        except OSError as error:
            failures.append(Failure(one.file.path, f"cannot be drawn: {error.strerror or error}"))


def _same(path: str, output: Path) -> bool:
    try:
        return output.samefile(path)
    except (OSError, ValueError):
        return False
