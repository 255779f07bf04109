"""A queue in a folder of its own, a clock that a test sets, and an assessor that says what a test wants."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.model import Entry
from jwtlint.finding import Diagnostic, Location, Severity
from jwtlint.picture.picture import Picture
from jwtlint.text import Region
from jwtlint.triage.model import Assessment, Claim, Gate, Verdict
from jwtlint.triage.queue.clock import HOUR
from jwtlint.triage.queue.database import Database
from jwtlint.triage.queue.intake.contents import Looked
from jwtlint.triage.queue.model import ClaimRef, Content, Outcome, Receipt, Ruling, Submission
from jwtlint.triage.queue.queue import Queue

START = 1_780_000_000_000
"""2026-05-28 20:26:40 UTC, in milliseconds."""
EMPTY_WORDS = ("spam", "fake", "bad", "I do not like it")


def finding(text: str = "Brwoser", severity: Severity = Severity.ERROR, rule: str = "SPL101") -> Diagnostic:
    """A finding on a picture."""
    place = Location("a.png", region=Region(10, 20, 110, 60), picture_size=(400, 300))
    return Diagnostic(
        rule, "misspelt-word", severity, f"{text!r} is misspelt", "write it right", place, text, "k"
    )


def claim(
    anchor: str = "label:browser",
    verdict: Verdict = Verdict.CONFIRMS,
    category: str = "spelling",
    quote: str = "Brwoser",
) -> Claim:
    """A claim about one thing; a finding stands behind it where it confirms."""
    confirmed = finding(quote) if verdict is Verdict.CONFIRMS else None
    anchors = (anchor,) if anchor else ()
    return Claim(quote, category, anchors, verdict, "the linter looked", ("SPL101",), confirmed)


def assessment(
    gate: Gate = Gate.SUBSTANTIATED, *claims: Claim, text: str = "", language: str = "en"
) -> Assessment:
    """What an assessor says."""
    return Assessment(gate, (f"it is {gate}",), claims, "Thank you.", language, masked=text)


def assess(text: str) -> Assessment:
    """A simple judge: knows some empty words, "weapon", and labels in quotes that it finds misspelt."""
    if text in EMPTY_WORDS:
        return assessment(Gate.EMPTY, text=text)
    if "weapon" in text:
        return assessment(Gate.ESCALATE, text=text)
    labels = text.split("'")[1::2]
    claims = [claim(f"label:{label.lower()}", quote=label) for label in labels]
    return assessment(Gate.SUBSTANTIATED if claims else Gate.UNCLEAR, *claims, text=text)


def look(entry: Entry, linter: Linter, picture: Picture | None, others: Iterable[Document]) -> Looked:
    """Looks at an entry as the gate does, but for the judge, which is the simple one."""
    seen = linter.lint_picture(picture, entry) if picture else None
    return Looked(Document(entry, linter.context), linter.lint_entry(entry), seen, assess)


def content(case_hash: str = "hash-1", entry: str = "e1", **more: object) -> Content:
    """An entry as it stands."""
    values: dict[str, object] = {"title": "JWT flow", "labels": ("Browser", "API Server"), **more}
    return Content(entry, case_hash, **{"assess": assess, **values})  # type: ignore[arg-type]


@dataclass
class Desk:
    """A queue and its clock."""

    folder: Path
    now: int = START
    queue: Queue = field(init=False)

    def __post_init__(self) -> None:
        self.queue = Queue(Database(self.folder / "triage.db"), lambda: self.now)

    def later(self, hours: float) -> None:
        """Let time pass."""
        self.now += round(hours * HOUR)

    def add(self, text: str, where: Content | None = None) -> Receipt:
        """Send a report."""
        return self.queue.add(Submission(text), where or content())

    def case(self, text: str = "'Brwoser' is wrong", where: Content | None = None) -> int:
        """Send a report; returns its only case."""
        (number,) = self.add(text, where).cases
        return number

    def settle(self, case: int, outcome: Outcome = Outcome.UPHELD, actor: str = "ann") -> None:
        """Claim and decide a case by a moderator's own judgement."""
        self.queue.claim(case, actor)
        self.queue.decide(case, actor, ruling(outcome))


def ruling(outcome: Outcome = Outcome.UPHELD, *evidence: ClaimRef) -> Ruling:
    """A ruling that rests on evidence, or on judgement without any."""
    return Ruling(
        outcome, "the label reads Brwoser", evidence, "" if evidence else "I looked", "labels are spelt right"
    )
