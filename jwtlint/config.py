"""Settings of a run."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .entry.fields import GUESSED, Fields
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
class Gate:
    """A tolerance over a catalog.

    Of the entries at which one of the `rules` (ids, names or families) looked, at least the share `mostly` (above 0,
    up to 1) must be without a finding of theirs. `origin` says where it is written.
    """

    rules: tuple[str, ...]
    mostly: float
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration and the command line decide.

    `fields` are the names of fields in exports. What was read off a picture less surely than `min_confidence` (0 to 1)
    is hidden, but counted. `baseline` is the file of the findings that are known and not reported, `scope` what
    translations are meant to change, `root` the folder of the configuration.
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
    fields: Fields = GUESSED
    baseline: Path | None = None
    gates: tuple[Gate, ...] = ()
    scope: Scope | None = None
    root: Path | None = None
