"""Options that several commands take."""

from enum import StrEnum
from typing import Annotated

import typer

from ..picture.reader import Choice
from .complete import rule_names


class Level(StrEnum):
    """A severity as it is written."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


RULES, SETTINGS, PICTURES, SCALE = "Rules", "Configuration", "Pictures", "Many entries"

Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        autocompletion=rule_names,
        rich_help_panel=RULES,
        help="Run only these: ids, names or families, with commas between them; may be repeated.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", autocompletion=rule_names, rich_help_panel=RULES, help="Do not run these."),
]
MinSeverity = Annotated[
    Level | None, typer.Option(rich_help_panel=RULES, help="Leave out what is less severe.")
]
Config = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        rich_help_panel=SETTINGS,
        help="Use this for every file, rather than the jwtlint.toml or pyproject.toml above each.",
    ),
]
Isolated = Annotated[
    bool, typer.Option("--isolated", rich_help_panel=SETTINGS, help="Use no configuration file.")
]
Today = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        rich_help_panel=SETTINGS,
        help="The date to compare with, for repeatable runs.",
    ),
]
Pack = Annotated[
    list[str] | None,
    typer.Option(metavar="DIR", rich_help_panel=SETTINGS, help="Load the rules of this folder, too."),
]
Prompt = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        rich_help_panel=PICTURES,
        help="Hold the pictures against this prompt or entry, where they have none of their own.",
    ),
]
Reader = Annotated[
    Choice,
    typer.Option(
        rich_help_panel=PICTURES,
        help="Who reads pictures: RapidOCR (or Tesseract where it is missing), one of them, both, or nobody.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        rich_help_panel=PICTURES,
        help="Hide, but count, what was read less surely than this (0 to 1).",
        show_default="0.7",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(rich_help_panel=SCALE, help="In how many processes to check; 0: one a processor."),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", rich_help_panel=SCALE, help="Check again what an earlier run has checked."),
]
