"""What the queue keeps: reports, cases, claims with their evidence, decisions."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ...finding import Diagnostic, Severity
from ...text import Region
from ..model import Assessment, Gate, Verdict
from .states import State


class Outcome(StrEnum):
    """How a case was decided: what was reported is wrong indeed, is right, or nothing was reported."""

    UPHELD = "upheld"
    REJECTED = "rejected"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Look:
    """What the linter said of an entry's words, or of its picture: the ids of the rules that could judge, and what
    they found."""

    ran: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What a report is about, as it stands now.

    `entry` is what the queue calls the entry, `labels` are the words to be drawn on it. `picture` is the path of its
    file and `picture_hash` the BLAKE2b of its bytes. `assess` judges the text of a report against this very content.
    `written` is what the linter says of its words, `drawn` of its picture; None where no picture was looked at.
    """

    entry: str
    case_hash: str
    assess: Callable[[str], Assessment]
    title: str = ""
    labels: tuple[str, ...] = ()
    picture: Path | None = None
    picture_hash: str | None = None
    written: Look = Look()
    drawn: Look | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """A report as it comes in.

    `ref` is the sender's own name for it: the same one twice is the same report. `reporter` and `email` are kept
    apart from everything else, and never shown unasked.
    """

    text: str
    ref: str | None = None
    reporter: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The finding behind a claim, as it was when the report came in.

    `quote` are the flagged words, `path` is the name of the file; line and column count from 1, in code points. `region` is the place on the picture
    in pixels, `picture_size` its width and height.
    """

    rule: str
    name: str
    severity: str
    message: str
    quote: str
    path: str
    line: int | None = None
    column: int | None = None
    region: Region | None = None
    picture_size: tuple[int, int] | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class FiledClaim:
    """A claim of a report, in the case that it was filed in. `number` counts the claims of the report from 1."""

    report: int
    number: int
    quote: str
    category: str
    anchors: tuple[str, ...]
    verdict: Verdict
    why: str
    rules: tuple[str, ...]
    evidence: Evidence | None

    @property
    def advice(self) -> str:
        """What the finding says beyond `why`, which often tells it already; empty without a finding."""
        if self.evidence is None:
            return ""
        wrong, mark, remedy = self.evidence.message.partition("; ")
        return remedy if mark and wrong in self.why else self.evidence.message


@dataclass(frozen=True, slots=True)
class Report:
    """A report in the queue. Times are milliseconds since 1970, UTC.

    `masked` is its text as it may be shown, `text` as it was sent, unless that was `forgotten`: then it is masked, too.
    """

    id: int
    received_at: int
    case_hash: str
    entry: str
    gate: Gate
    reasons: tuple[str, ...]
    answer: str
    language: str | None
    abusive: bool
    masked: str
    text: str
    forgotten: bool
    ref: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Who sent a report, as far as it is known and has not been forgotten."""

    name: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A case: reports on the same content that name the same thing. Times are milliseconds since 1970, UTC.

    `reports` is their number, `gate` the weightiest of theirs, `severity` that of the worst finding that confirms a
    claim (None without one). `resting` is the waiting state that it returns to when it is released. `sampled`: it
    could be dismissed as empty, and was kept for a person to look at.
    """

    id: int
    case_hash: str
    entry: str
    category: str
    state: State
    resting: State
    escalated: bool
    reopenings: int
    holder: str | None
    opened_at: int
    deadline: int
    reports: int
    gate: Gate
    severity: Severity | None
    priority: int
    outcome: Outcome | None
    sampled: bool

    def breached(self, now: int) -> bool:
        """Is it undecided after its deadline?"""
        return self.state not in (State.DECIDED, State.CLOSED) and self.deadline < now


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """Names a claim: the report and its number there."""

    report: int
    number: int

    def __str__(self) -> str:
        return f"R{self.report}.{self.number}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a moderator decides, and why.

    `facts` say what is so, `rule` what it is held against. It rests on claims (`evidence`), or on the moderator's
    own `judgement` in words.
    """

    outcome: Outcome
    facts: str
    evidence: tuple[ClaimRef, ...] = ()
    judgement: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling on record. `deadline` is the one that held; `automated` tells that nobody had read the report."""

    case: int
    at: int
    deadline: int
    actor: str
    automated: bool
    ruling: Ruling

    @property
    def late(self) -> bool:
        return self.at > self.deadline


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is acknowledged: the number of the report, its cases, and what was said of it.

    `settled` are those of its cases that are decided already, so that the decision answers this report, too. `again`
    tells that it had been received before, under the same `ref`.
    """

    report: int
    cases: tuple[int, ...]
    assessment: Assessment
    settled: tuple[int, ...] = ()
    again: bool = False


def case_name(number: int) -> str:
    """What people call a case: "C12"."""
    return f"C{number}"


def report_name(number: int) -> str:
    """What people call a report: "R12"."""
    return f"R{number}"
