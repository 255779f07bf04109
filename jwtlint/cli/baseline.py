"""`jwtlint baseline`."""

from pathlib import Path
from typing import Annotated

import typer

from ..picture.reader import Choice
from . import finish
from .options import (
    Config,
    Ignore,
    Isolated,
    Jobs,
    MinConfidence,
    MinSeverity,
    NoCache,
    Pack,
    Prompt,
    Reader,
    Select,
    Today,
)


def baseline(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders to check.")],
    output: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="The baseline.",
            show_default="that of the configuration, or jwtlint-baseline.json",
        ),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Only take out what is fixed; what is new does not come in.")
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    min_severity: MinSeverity = None,
    config: Config = None,
    isolated: Isolated = False,
    today: Today = None,
    pack: Pack = None,
    prompt: Prompt = None,
    reader: Reader = Choice.AUTO,
    min_confidence: MinConfidence = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
) -> None:
    """Write down what is found today as known, so that checks report only what is new.

    \b
    jwtlint baseline catalog/                              adopt jwtlint
    jwtlint check catalog/ --baseline jwtlint-baseline.json what is new?
    jwtlint baseline catalog/ --update                     after fixing: it only shrinks

    With `baseline = "jwtlint-baseline.json"` in the configuration, every check uses it. Findings are recognised by
    their entry, words and rule, not by line. Commit the file.

    Exit code: 0 it was written, 2 something could not be checked or written.
    """
    from ..adopt import adopt
    from .arguments import request_of

    try:
        request = request_of(
            paths,
            select=select or (),
            ignore=ignore or (),
            min_severity=min_severity.value if min_severity else None,
            config=config,
            isolated=isolated,
            today=today,
            pack=pack or (),
            prompt=prompt,
            reader=reader.value,
            min_confidence=min_confidence,
            jobs=jobs,
            no_cache=no_cache,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    finish(lambda: adopt(request, Path(output) if output is not None else None, update=update))
