"""`jwtlint cache`."""

import typer

from . import finish

cache = typer.Typer(no_args_is_help=True, help="See or clear what earlier runs have found and read.")


@cache.command()
def info() -> None:
    """Show where results and readings are kept, how many, and how much room they take."""
    from ..keeping import show

    finish(show)


@cache.command()
def clear() -> None:
    """Delete them. The next run checks and reads everything again."""
    from ..keeping import forget

    finish(forget)
