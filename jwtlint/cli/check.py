"""`jwtlint check`."""

from typing import Annotated

import typer

from ..picture.reader import Choice
from ..report.paper import Color, Format
from . import finish
from .options import (
    PICTURES,
    RULES,
    SCALE,
    SETTINGS,
    Config,
    Ignore,
    Isolated,
    Jobs,
    Level,
    MinConfidence,
    MinSeverity,
    NoCache,
    Pack,
    Prompt,
    Reader,
    Select,
    Today,
)

_FIXES, _REPORT, _ADOPTION = "Fixes", "Report", "Adoption"


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files and folders to check; - is the standard input."),
    ],
    select: Select = None,
    ignore: Ignore = None,
    min_severity: MinSeverity = None,
    fail_on: Annotated[
        Level | None,
        typer.Option(
            rich_help_panel=RULES, help="Leave with 1 from this severity on.", show_default="warning"
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", rich_help_panel=RULES, help="Leave with 0 whatever is found.")
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(
            metavar="REV",
            rich_help_panel=_ADOPTION,
            help="Check only what git says was added or modified since the last common commit with this revision, "
            "committed or not.",
        ),
    ] = None,
    gate: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES=SHARE",
            rich_help_panel=_ADOPTION,
            help="Fail, rather than by --fail-on, where fewer than this share of the entries are without findings of "
            "these rules, as CAT101=0.98; may be repeated.",
        ),
    ] = None,
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
    config: Config = None,
    isolated: Isolated = False,
    today: Today = None,
    pack: Pack = None,
    stdin_filename: Annotated[
        str,
        typer.Option(metavar="NAME", rich_help_panel=SETTINGS, help="What to call the standard input."),
    ] = "<stdin>",
    prompt: Prompt = None,
    reader: Reader = Choice.AUTO,
    annotate: Annotated[
        str | None,
        typer.Option(
            metavar="DIR",
            rich_help_panel=PICTURES,
            help="Write each picture with findings here, with numbered frames around them and a key below.",
        ),
    ] = None,
    min_confidence: MinConfidence = None,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            rich_help_panel=SCALE,
            help="Let the workers of this Dask scheduler check, such as tcp://10.0.0.1:8786.",
        ),
    ] = None,
    shard: Annotated[
        str | None,
        typer.Option(
            metavar="PART/PARTS",
            rich_help_panel=SCALE,
            help="Check only this part, such as 3/16; jwtlint merge joins the JSON reports of all.",
        ),
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            rich_help_panel=_ADOPTION,
            help="Leave out, but count, what this baseline knows (see jwtlint baseline).",
        ),
    ] = None,
    no_baseline: Annotated[
        bool,
        typer.Option(
            "--no-baseline", rich_help_panel=_ADOPTION, help="Report also what a configured baseline knows."
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
    jwtlint check . --changed-since origin/main only what a branch changes
    jwtlint check catalog/ --format json        for programs
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
            baseline=baseline,
            no_baseline=no_baseline,
            gate=gate or (),
            changed_since=changed_since,
            cluster=cluster,
            shard=shard,
            output=output or (),
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    finish(lambda: run(request))
