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
    SVG = "svg"


def show(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file; - is the standard input.")],
    format: Annotated[
        Format, typer.Option(help="Tables, JSON, or the flow with its findings as a diagram or picture.")
    ] = Format.RICH,
    explain_flow: Annotated[
        bool, typer.Option("--explain-flow", help="Say how each arrow was understood, and who answers whom.")
    ] = False,
) -> None:
    """Show what was understood of a prompt, an entry or a sequence diagram.

    \b
    jwtlint show prompt.txt                    boxes, arrows, legend, notes
    jwtlint show entry.md --format svg >a.svg  the flow, what is wrong in red
    jwtlint show login.puml --explain-flow     who answers whom, and why
    """
    from ..reading import show_file

    if explain_flow and format in (Format.MERMAID, Format.SVG):
        raise typer.BadParameter(
            "explains in words; choose --format rich or json", param_hint="--explain-flow"
        )
    finish(lambda: show_file(path, format.value, explain_flow=explain_flow))
