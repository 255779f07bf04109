"""The commands, put together."""

from typing import Annotated

import typer

from .baseline import baseline
from .cache import cache
from .check import check
from .compare import compare
from .explain import explain
from .init import init
from .merge import merge
from .ocr import ocr
from .rules import rules
from .show import show
from .triage import triage

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(init)
app.command()(baseline)
app.command()(compare)
app.command()(rules)
app.command()(explain)
app.command()(show)
app.command()(ocr)
app.command()(merge)
app.add_typer(cache, name="cache")
app.add_typer(triage, name="triage")


def _version(wanted: bool) -> None:
    if wanted:
        from ..version import __version__

        typer.echo(f"jwtlint {__version__}")
        raise typer.Exit


@app.callback()
def jwtlint(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Finds the mistakes in prompts for technical infographics, before and after they are drawn.

    \b
    jwtlint check prompts/        check all prompts and entries in a folder
    jwtlint check entry.md --fix  repair what can be repaired safely
    jwtlint init                  write a configuration that fits this folder
    jwtlint baseline catalog/     accept what is known, to see what is new
    jwtlint compare a.txt a.es.txt  did a re-render change the language only?
    jwtlint rules                 list what is looked for
    jwtlint explain CON101        why it matters, with examples
    jwtlint show prompt.txt       see what was understood of a prompt
    jwtlint ocr picture.png       see what was read on a picture
    jwtlint triage --help         judge and decide what visitors report
    """
