"""`jwtlint triage`: visitors' reports; one file a command, and no logic."""

import typer

from .add import add
from .check import check
from .claim import claim
from .close import close
from .decide import decide
from .dismiss import dismiss
from .escalate import escalate
from .export import export
from .forget import forget
from .list import list_
from .metrics import metrics
from .release import release
from .reopen import reopen
from .show import show
from .verify import verify

triage = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Judge visitors' reports about entries, and work through the queue of them.",
)
triage.command()(check)
triage.command()(add)
triage.command("list")(list_)
for command in (
    show,
    claim,
    release,
    escalate,
    decide,
    close,
    reopen,
    dismiss,
    export,
    forget,
    metrics,
    verify,
):
    triage.command()(command)
