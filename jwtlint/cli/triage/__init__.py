"""`jwtlint triage`: visitors' reports; one file a command."""

import typer

from .check import check

triage = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Judge visitors' reports about entries: what they say is wrong, and what speaks for it.",
)
triage.command()(check)


@triage.callback()
def _triage() -> None:
    """Keeps a group of a single command a group."""
