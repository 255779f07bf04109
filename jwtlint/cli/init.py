"""`jwtlint init`."""

from pathlib import Path
from typing import Annotated

import typer

from . import finish


def init(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where the catalog lies.")] = ".",
    force: Annotated[bool, typer.Option("--force", help="Write over a configuration that is there.")] = False,
    stdout: Annotated[bool, typer.Option("--stdout", help="Print it, and write nothing.")] = False,
) -> None:
    """Write a configuration, jwtlint.toml, that fits what lies in a folder.

    \b
    jwtlint init            for this folder
    jwtlint init --stdout   see what it would be

    It looks at the files and checks a sample of 200 documents. What it is not sure of it writes as a comment.

    Exit code: 0 it was written, 2 not.
    """
    from ..init import init as write

    finish(lambda: write(Path(folder), force=force, stdout=stdout))
