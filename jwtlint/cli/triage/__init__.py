"""`jwtlint triage`: one file a command, and no logic."""

import typer

from .add import add
from .claim import claim
from .decide import decide
from .list import list_
from .show import show

triage = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Reports of visitors: the queue of those who decide on them.",
)
triage.command()(add)
triage.command("list")(list_)
triage.command()(show)
triage.command()(claim)
triage.command()(decide)
