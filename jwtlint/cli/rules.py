"""`jwtlint rules`."""

from typing import Annotated

import typer

from ..report.paper import Format
from . import finish


def rules(
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.RICH,
    pack: Annotated[
        list[str] | None, typer.Option(metavar="DIR", help="List the rules of this folder, too.")
    ] = None,
) -> None:
    """List what is looked for, by family.

    \b
    jwtlint rules
    jwtlint rules --format json
    """
    from ..catalogue import list_rules

    finish(lambda: list_rules(pack or (), as_json=format is Format.JSON))
