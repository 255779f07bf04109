"""What a rule says (finding) and what a user sees (diagnostic)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from itertools import chain
from typing import TYPE_CHECKING

from .picture.model import Fidelity
from .text import Region, Span, Text

if TYPE_CHECKING:
    from .gates import GateCount

RULE_PAGES = "https://github.com/jwtlint/jwtlint/blob/main/docs/rules.md"


class Severity(IntEnum):
    """How bad: an error is wrong, a warning very likely wrong, an info worth a look."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


class Safety(Enum):
    """A safe fix keeps what the editor meant; an unsafe one wants a look."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` (logical text) where `text` stands."""

    text: Text
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together: all are made or none."""

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the finding is about, and what it has to do with it."""

    text: Text
    note: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about some words.

    `message` names the thing that is wrong, `remedy` says what to do. `severity` overrides the rule's own;
    `confidence` (0 to 1) belongs to what was read off a picture.
    """

    text: Text
    message: str
    remedy: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    confidence: float | None = None


def replace(text: Text, replacement: str, title: str, safety: Safety = Safety.SAFE) -> Fix:
    """The fix with one edit."""
    return Fix(title, safety, (Edit(text, replacement),))


@dataclass(frozen=True, slots=True)
class Location:
    """A place as users see it: in a file (line and column from 1, code points) or on a picture (region).

    `span` gives the same place as offsets into the decoded file. `picture_size` is width and height of the picture
    in pixels, `step` the number of the drawn legend step in which the region lies.
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    region: Region | None = None
    span: Span | None = None
    picture_size: tuple[int, int] | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class RelatedLocation:
    """A `Related` as users see it."""

    location: Location
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class LocatedEdit:
    """An edit as it will stand in the file: `replacement` is already encoded for the place."""

    location: Location
    replacement: str


@dataclass(frozen=True, slots=True)
class LocatedFix:
    """A `Fix` as users see it."""

    title: str
    safety: Safety
    edits: tuple[LocatedEdit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its rule, severity and place; plain values that pickle.

    `key` stays the same when lines move: it is made of entry, rule, flagged words and a little context.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    remedy: str
    location: Location
    text: str
    key: str
    entry: str | None = None
    related: tuple[RelatedLocation, ...] = ()
    fix: LocatedFix | None = None
    confidence: float | None = None

    @property
    def path(self) -> str:
        return self.location.path

    @property
    def advice(self) -> str:
        """What is wrong and what to do, in one line."""
        if not self.remedy:
            return self.message
        return f"{self.message.rstrip('.')}{'. ' if self.remedy[0].isupper() else '; '}{self.remedy}"

    @property
    def url(self) -> str:
        """The page that explains the rule."""
        return f"{RULE_PAGES}#{self.rule.lower()}"


@dataclass(frozen=True, slots=True)
class NotRun:
    """A check that could not be made, and why. Silence means checked.

    `inherent`: no run can make it, and the rule did look at all else.
    """

    rule: str
    reason: str
    path: str
    entry: str | None = None
    inherent: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be checked, and why, in one line."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" if self.path else self.reason


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the run itself that an editor wants to know: a suppression that silences nothing."""

    path: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one document deserves.

    `suppressed` findings were silenced on purpose, `baselined` ones are known; `unconfirmed` ones were read off a picture, but not surely
    enough to be said. `picture` tells that the document is a picture that was looked at, `entry` names the entry
    that it was held against. `gates` count it for the gates of the settings.
    """

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    suppressed: int = 0
    errors: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()
    unconfirmed: int = 0
    fidelity: Fidelity | None = None
    picture: bool = False
    entry: str | None = None
    baselined: int = 0
    gates: tuple["GateCount", ...] = ()

    @classmethod
    def joined(cls, path: str, results: "Sequence[Result]") -> "Result":
        """What the documents of one file deserve together; pictures aside."""
        if len(results) == 1:
            return results[0]
        return cls(
            path,
            tuple(chain.from_iterable(result.diagnostics for result in results)),
            tuple(chain.from_iterable(result.not_run for result in results)),
            sum(result.suppressed for result in results),
            tuple(chain.from_iterable(result.errors for result in results)),
            tuple(chain.from_iterable(result.notices for result in results)),
            gates=tuple(chain.from_iterable(result.gates for result in results)),
        )
