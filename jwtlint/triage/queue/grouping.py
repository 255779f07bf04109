"""In which cases a report is filed: one for each thing that it is about."""

import re
import sqlite3
from hashlib import blake2b
from typing import NamedTuple

from ..model import Assessment, Claim, Gate, Verdict
from .model import Outcome
from .states import SETTLED, State

SENSITIVE = frozenset({"safety", "legal"})
"""Categories that are never left waiting."""
NO_CLAIM = "other"
_BLANKS = re.compile(r"\s+")


class Group(NamedTuple):
    """Claims of a report in one category, with their numbers from 1, and what they name on the entry."""

    category: str
    anchors: tuple[str, ...]
    claims: tuple[tuple[int, Claim], ...]


def groups_of(assessment: Assessment, text: str) -> tuple[Group, ...]:
    """The claims of a report by category; a report without any is a group of its own.

    What names nothing on the entry joins nothing but the very same words, whatever their case and blanks.
    """
    by_category: dict[str, list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(assessment.claims, 1):
        by_category.setdefault(claim.category, []).append((number, claim))
    groups = []
    for category, claims in (by_category or {NO_CLAIM: []}).items():
        anchors = sorted({anchor for _, claim in claims for anchor in claim.anchors}) or [_words(text)]
        groups.append(Group(category, tuple(anchors), tuple(claims)))
    return tuple(groups)


def escalates(group: Group, assessment: Assessment) -> bool:
    """Must the case of a group be escalated? Where no claim says which words are meant, every case of the report."""
    if assessment.gate is not Gate.ESCALATE:
        return False
    sensitive = any(claim.category in SENSITIVE for claim in assessment.claims)
    return group.category in SENSITIVE or not sensitive


def joined(connection: sqlite3.Connection, case_hash: str, group: Group) -> sqlite3.Row | None:
    """The case that a group belongs to: on the same content and category, with the most anchors in common."""
    marks = ", ".join("?" * len(group.anchors))
    row: sqlite3.Row | None = connection.execute(
        "SELECT cases.* FROM cases JOIN ("
        "  SELECT case_id, count(*) AS shared FROM anchors"
        f"  WHERE case_hash = ? AND category = ? AND anchor IN ({marks}) GROUP BY case_id"
        ") ON case_id = id ORDER BY shared DESC, id LIMIT 1",
        (case_hash, group.category, *group.anchors),
    ).fetchone()
    return row


def reopening(state: State, outcome: Outcome | None, group: Group, gate: Gate) -> str | None:
    """Why a report on a settled case opens it again; None where what was decided answers it, too."""
    if state not in SETTLED:
        return None
    if outcome is Outcome.UPHELD:
        return (
            "reported again on content that had been repaired and is back" if state is State.CLOSED else None
        )
    if any(claim.verdict is Verdict.CONFIRMS for _, claim in group.claims):
        return "reported again, and a finding confirms it"
    if gate is Gate.ESCALATE:
        return "reported again, in words of safety or law"
    if outcome is Outcome.DISMISSED and gate is not Gate.EMPTY:
        return "reported again, and not empty"
    return None


def _words(text: str) -> str:
    words = _BLANKS.sub(" ", text).strip().casefold()
    return f"text:{blake2b(words.encode('utf-8', 'replace'), digest_size=10).hexdigest()}"
