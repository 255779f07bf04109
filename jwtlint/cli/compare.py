"""`jwtlint compare`."""

from typing import Annotated

import typer

from ..entry_pairs import Key
from ..parity.scope import Scope
from ..picture.reader import Choice
from ..report.paper import Color, Format
from . import finish
from .complete import rule_names
from .options import Level


def compare(
    original: Annotated[str, typer.Argument(metavar="ORIGINAL", help="A prompt, entry, catalog or folder.")],
    translation: Annotated[
        str, typer.Argument(metavar="TRANSLATION", help="Its re-render in another language.")
    ],
    by: Annotated[
        Key | None,
        typer.Option(
            help="How entries of two catalogs find each other: by their id, by the name of their file, or because the "
            "translation names its original."
        ),
    ] = None,
    scope: Annotated[
        Scope | None,
        typer.Option(
            help="What was meant to be translated: everything, or only title, description and alt text."
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", autocompletion=rule_names, help="Run only these; may be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", autocompletion=rule_names, help="Do not run these."),
    ] = None,
    min_severity: Annotated[Level | None, typer.Option(help="Leave out what is less severe.")] = None,
    fail_on: Annotated[
        Level | None, typer.Option(help="Leave with 1 from this severity on.", show_default="warning")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 whatever is found.")] = False,
    reader: Annotated[
        Choice,
        typer.Option(help="Who reads the pictures of both entries; none compares only their texts."),
    ] = Choice.AUTO,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            help="Hide, but count, what was read less surely than this (0 to 1).", show_default="0.7"
        ),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read again what an earlier run has read.")
    ] = False,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.RICH,
    quiet: Annotated[bool, typer.Option("--quiet", help="Only the findings, and no summary.")] = False,
    color: Annotated[Color, typer.Option(help="When to use colours. NO_COLOR is respected.")] = Color.AUTO,
    config: Annotated[
        str | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")] = False,
) -> None:
    """Check that a re-render in another language changed the language and nothing else.

    \b
    jwtlint compare prompt.txt prompt.es.txt            two prompts or entries
    jwtlint compare catalog/ catalog-es/ --by id        two catalogs
    jwtlint compare catalog/ catalog/ --by translation_of
    jwtlint compare entry.md entry.es.md                entries whose pictures are compared, too
    jwtlint compare a.md b.md --scope metadata          the labels were meant to stay

    Exit code: 0 all is well, 1 something was found (see --fail-on), 2 something could not be compared.
    """
    from ..compare import compare
    from .arguments import request_of

    try:
        request = request_of(
            (original, translation),
            select=select or (),
            ignore=ignore or (),
            min_severity=min_severity.value if min_severity else None,
            fail_on=fail_on.value if fail_on else None,
            format=format.value,
            quiet=quiet,
            exit_zero=exit_zero,
            config=config,
            isolated=isolated,
            color=color.value,
            reader=reader.value,
            min_confidence=min_confidence,
            no_cache=no_cache,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    finish(lambda: compare(request, by, scope))
