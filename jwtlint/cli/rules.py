"""`jwtlint rules`."""

from enum import StrEnum
from typing import Annotated

import typer

from . import finish


class Format(StrEnum):
    """A form of the list as it is written."""

    RICH = "rich"
    JSON = "json"


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
