"""Settings of a run."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .finding import Severity
from .parity.scope import Scope


@dataclass(frozen=True, slots=True)
class Suppress:
    """Silences rules from the configuration.

    `rules` are ids, names or families; `files` file patterns relative to the configuration (empty: every file);
    `text` the flagged words or a passage around them (empty: any). `origin` says where it is written, for the report on unused ones.
    """

    rules: tuple[str, ...]
    files: tuple[str, ...] = ()
    text: str = ""
    reason: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration and the command line decide.

    What was read off a picture less surely than `min_confidence` (0 to 1) is hidden, but counted. `scope` is what
    translations are meant to change.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    min_severity: Severity = Severity.INFO
    fail_on: Severity = Severity.WARNING
    suppress: tuple[Suppress, ...] = ()
    accept: tuple[str, ...] = ()
    word_lists: tuple[Path, ...] = ()
    packs: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    today: date | None = None
    min_confidence: float = 0.7
    scope: Scope | None = None
    root: Path | None = None
