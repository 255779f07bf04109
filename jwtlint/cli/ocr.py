"""`jwtlint ocr`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from . import finish


class Reader(StrEnum):
    """Who reads, as it is written."""

    AUTO = "auto"
    RAPIDOCR = "rapidocr"
    TESSERACT = "tesseract"
    BOTH = "both"


class Format(StrEnum):
    """A form of what was read as it is written."""

    RICH = "rich"
    JSON = "json"
    PNG = "png"


def ocr(
    pictures: Annotated[list[str], typer.Argument(metavar="PICTURE", help="Pictures to read.")],
    reader: Annotated[
        Reader, typer.Option(help="RapidOCR (or Tesseract where it is missing), one of them, or both.")
    ] = Reader.AUTO,
    format: Annotated[
        Format, typer.Option(help="Tables, JSON, or the pictures with their lines framed and numbered.")
    ] = Format.RICH,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|DIR",
            help="Write into this file; with --format png, into this folder.",
            show_default="standard output, the working folder",
        ),
    ] = None,
) -> None:
    """Show what is read on a picture, before any rule looks at it.

    \b
    jwtlint ocr a.png                            lines, places, heights, contrast, marks, provenance
    jwtlint ocr a.png --reader both              and the words that only one reader has
    jwtlint ocr *.png --format png --output ocr/ the lines framed and numbered

    Exit code: 0 all pictures were read, 2 something could not be read or written.
    """
    from ..picture.reader import Choice
    from ..seeing import Wish, show_pictures

    folder = Path(output) if output is not None else None
    wish = Wish(tuple(pictures), Choice(reader.value), format.value, folder)
    finish(lambda: show_pictures(wish))
