"""`jwtlint merge`."""

from pathlib import Path
from typing import Annotated

import typer

from . import finish
from .options import Config, Pack


def merge(
    reports: Annotated[list[str], typer.Argument(metavar="FILE", help="The JSON reports of all parts.")],
    output: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write the whole here, rather than on the standard output."),
    ] = None,
    pack: Pack = None,
    config: Config = None,
) -> None:
    """Join the JSON reports of the parts of a divided run.

    \b
    jwtlint check catalog/ --shard 1/2 --format json >1.json   on one machine
    jwtlint check catalog/ --shard 2/2 --format json >2.json   on another
    jwtlint merge 1.json 2.json                                what one run would have said

    Run it where the configuration and the baseline lie: what only all entries together deserve is found now.

    Rules of packs are code, which no report is trusted to name: give --pack and --config as to the parts.

    Exit code: that of the whole run; 2 also where a part is missing.
    """
    from ..merge import merge as join

    finish(
        lambda: join(
            reports,
            Path(output) if output is not None else None,
            [Path(one) for one in pack or ()],
            Path(config) if config is not None else None,
        )
    )
