"""`jwtlint check`."""

from enum import StrEnum
from typing import Annotated

import typer

from ..picture.reader import Choice
from ..report.paper import Color, Format
from . import finish
from .complete import rule_names


class Level(StrEnum):
    """A severity as it is written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_RULES, _FIXES, _REPORT, _SETTINGS = "Rules", "Fixes", "Report", "Configuration"
_PICTURES = "Pictures"


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files and folders to check; - is the standard input."),
    ],
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES",
            autocompletion=rule_names,
            rich_help_panel=_RULES,
            help="Run only these: ids, names or families, with commas between them; may be repeated.",
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES", autocompletion=rule_names, rich_help_panel=_RULES, help="Do not run these."
        ),
    ] = None,
    min_severity: Annotated[
        Level | None, typer.Option(rich_help_panel=_RULES, help="Leave out what is less severe.")
    ] = None,
    fail_on: Annotated[
        Level | None,
        typer.Option(
            rich_help_panel=_RULES, help="Leave with 1 from this severity on.", show_default="warning"
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", rich_help_panel=_RULES, help="Leave with 0 whatever is found.")
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            rich_help_panel=_FIXES,
            help="Make the safe fixes, and report what is left. With -, the fixed text goes to the standard "
            "output and the report to the error output.",
        ),
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option(
            "--unsafe-fixes", rich_help_panel=_FIXES, help="Make also the fixes that want a look afterwards."
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", rich_help_panel=_FIXES, help="Show what fixing would change, and change nothing."
        ),
    ] = False,
    format: Annotated[
        Format, typer.Option(rich_help_panel=_REPORT, help="For people, for programs, or for a CI service.")
    ] = Format.RICH,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=FILE",
            rich_help_panel=_REPORT,
            help="Write this report, too, into a file; - is the standard output. May be repeated.",
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", rich_help_panel=_REPORT, help="Show how often each rule reports."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", rich_help_panel=_REPORT, help="Only the findings, and no summary.")
    ] = False,
    color: Annotated[
        Color, typer.Option(rich_help_panel=_REPORT, help="When to use colours. NO_COLOR is respected.")
    ] = Color.AUTO,
    config: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            rich_help_panel=_SETTINGS,
            help="Use this for every file, rather than the jwtlint.toml or pyproject.toml above each.",
        ),
    ] = None,
    isolated: Annotated[
        bool, typer.Option("--isolated", rich_help_panel=_SETTINGS, help="Use no configuration file.")
    ] = False,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD",
            rich_help_panel=_SETTINGS,
            help="The date to compare with, for repeatable runs.",
        ),
    ] = None,
    pack: Annotated[
        list[str] | None,
        typer.Option(metavar="DIR", rich_help_panel=_SETTINGS, help="Load the rules of this folder, too."),
    ] = None,
    stdin_filename: Annotated[
        str,
        typer.Option(metavar="NAME", rich_help_panel=_SETTINGS, help="What to call the standard input."),
    ] = "<stdin>",
    prompt: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            rich_help_panel=_PICTURES,
            help="Hold the pictures against this prompt or entry, where they have none of their own.",
        ),
    ] = None,
    reader: Annotated[
        Choice,
        typer.Option(
            rich_help_panel=_PICTURES,
            help="Who reads pictures: RapidOCR (or Tesseract where it is missing), one of them, both, or nobody.",
        ),
    ] = Choice.AUTO,
    annotate: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            rich_help_panel=_PICTURES,
            help="Write each picture with findings here, with numbered frames around them and a key below.",
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            rich_help_panel=_PICTURES,
            help="Hide, but count, what was read less surely than this (0 to 1).",
            show_default="0.7",
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            rich_help_panel=_PICTURES, help="How many pictures to read at once; 0: one a processor."
        ),
    ] = 0,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache", rich_help_panel=_PICTURES, help="Read again what an earlier run has read."
        ),
    ] = False,
) -> None:
    """Find the mistakes in prompts, catalog entries and rendered pictures.

    \b
    jwtlint check prompt.txt                    one prompt
    jwtlint check entry.md picture.png          an entry and what was drawn from it
    jwtlint check pictures/ --annotate marked/  pictures alone, with frames around the findings
    jwtlint check catalog/ --min-severity error only what is wrong for certain
    jwtlint check catalog/ --ignore SPL,CAT102  not spelling, not this rule
    jwtlint check entry.md --diff               what would --fix do?
    jwtlint check - --fix <draft >clean         as a filter
    jwtlint check catalog/ --output sarif=a.sarif --output markdown=a.md

    Exit code: 0 all is well, 1 something was found (see --fail-on), 2 something could not be checked.
    """
    from ..run import run
    from .arguments import request_of

    try:
        request = request_of(
            paths,
            select=select or (),
            ignore=ignore or (),
            min_severity=min_severity.value if min_severity else None,
            fail_on=fail_on.value if fail_on else None,
            format=format.value,
            fix=fix,
            unsafe_fixes=unsafe_fixes,
            diff=diff,
            statistics=statistics,
            quiet=quiet,
            exit_zero=exit_zero,
            config=config,
            isolated=isolated,
            today=today,
            pack=pack or (),
            stdin_filename=stdin_filename,
            color=color.value,
            prompt=prompt,
            reader=reader.value,
            jobs=jobs,
            annotate=annotate,
            min_confidence=min_confidence,
            no_cache=no_cache,
            output=output or (),
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    finish(lambda: run(request))
