"""Where reports are written: a terminal with colours, or plain text."""

import os
import sys
from enum import Enum, StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

PLAIN_COLUMNS = 100
_NARROWEST, _WIDEST = 40, 140


class Color(StrEnum):
    """When to use colours; `auto` does on a terminal, unless NO_COLOR is set."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Format(StrEnum):
    """For whom a report is written: people or programs."""

    RICH = "rich"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    MARKDOWN = "markdown"
    HTML = "html"


class Output(NamedTuple):
    """A report to write besides, and the file that it goes to; None is the standard output."""

    format: Format
    path: Path | None


class Style(Enum):
    """What a piece of a line is; the value is how rich paints it."""

    STRONG = "bold"
    DIM = "dim"
    ERROR = "bold red"
    WARNING = "bold yellow"
    INFO = "bold cyan"
    GOOD = "green"
    FLAGGED = "bold red underline"
    RULE = "magenta"


Piece = str | tuple[str, Style]


class Paper:
    """A stream to which lines are written.

    Pieces are literal text that is already `visible`: markup in them means nothing.
    """

    def __init__(self, stream: TextIO, color: Color = Color.AUTO) -> None:
        self.stream = stream
        self.terminal = stream.isatty()
        self.colored = _colored(self.terminal, color)

    @property
    def columns(self) -> int:
        """How wide a window should be: the terminal, within reason."""
        if not self.terminal:
            return PLAIN_COLUMNS
        import shutil

        return max(_NARROWEST, min(shutil.get_terminal_size((PLAIN_COLUMNS, 24)).columns, _WIDEST))

    def line(self, *pieces: Piece) -> None:
        """Write one line."""
        if not self.colored:
            words = [piece if isinstance(piece, str) else piece[0] for piece in pieces]
            self.stream.write("".join(words) + "\n")
            return
        from rich.text import Text

        painted = [piece if isinstance(piece, str) else (piece[0], piece[1].value) for piece in pieces]
        self._console.print(Text.assemble(*painted), soft_wrap=True)

    def draw(self, table: "Table") -> None:
        """Draw a table; its cells must be `rich.text.Text`, never markup."""
        self._console.print(table)

    @cached_property
    def _console(self) -> "Console":
        from rich.console import Console

        return Console(
            file=self.stream,
            width=self.columns,
            force_terminal=self.colored,
            color_system="auto" if self.colored else None,
            highlight=False,
            markup=False,
            emoji=False,
        )


def _colored(terminal: bool, color: Color) -> bool:
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")


def stdout(color: Color = Color.AUTO) -> Paper:
    """The standard output."""
    return Paper(sys.stdout, color)


def stderr(color: Color = Color.AUTO) -> Paper:
    """The standard error output."""
    return Paper(sys.stderr, color)
