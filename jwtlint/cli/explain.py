"""`jwtlint explain`."""

from typing import Annotated

import typer

from . import finish
from .complete import rule_names


def explain(
    rule: Annotated[
        str, typer.Argument(autocompletion=rule_names, help="The id or name of a rule, or a family.")
    ],
    pack: Annotated[
        list[str] | None, typer.Option(metavar="DIR", help="Know the rules of this folder, too.")
    ] = None,
) -> None:
    """Say why a rule matters, with examples of what it reports and what it does not.

    \b
    jwtlint explain CON101
    """
    from ..catalogue import explain_rule

    finish(lambda: explain_rule(rule, pack or ()))
