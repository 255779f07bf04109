"""`jwtlint show`."""

from enum import StrEnum
from typing import Annotated

import typer

from . import finish


class Format(StrEnum):
    """A form of the reading as it is written."""

    RICH = "rich"
    JSON = "json"
    MERMAID = "mermaid"


def show(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file; - is the standard input.")],
    format: Annotated[Format, typer.Option(help="Tables, JSON, or the flow as a diagram.")] = Format.RICH,
) -> None:
    """Show what was understood of a prompt or entry: its boxes, arrows in order, legend, notes, constraints.

    \b
    jwtlint show prompt.txt
    jwtlint show entry.md --format json
    jwtlint show entry.md --format mermaid >flow.mmd
    """
    from ..reading import show_file

    finish(lambda: show_file(path, format.value))
