"""How urgent a case is, as a sum of parts that a moderator can check."""

from typing import NamedTuple

from ...finding import Severity
from ..model import Gate
from .model import Case

ESCALATED = 100
"""More than all other parts can come to."""
_CONFIRMED = {Severity.ERROR: 40, Severity.WARNING: 25, Severity.INFO: 10}
_GATES = {Gate.EMPTY: 0, Gate.UNCLEAR: 5, Gate.SUBSTANTIATED: 20, Gate.ESCALATE: 25}
_GATE_REASONS = {Gate.ESCALATE: "words of safety or law"}
_A_DOUBLING, _MOST_DOUBLINGS = 3, 5
_REOPENED = 15


class Part(NamedTuple):
    """Some points, and what they are for."""

    points: int
    reason: str


def weight(gate: Gate) -> int:
    """What a gate counts; the weightiest report speaks for its case."""
    return _GATES[gate]


def priority(
    *, escalated: bool, gate: Gate, severity: Severity | None, reports: int, reopenings: int
) -> tuple[Part, ...]:
    """The parts of a case's priority; what adds nothing is left out.

    Many reports of one thing count by their doublings, so that a crowd cannot push a case before everything else.
    """
    doublings = min(max(reports, 1).bit_length() - 1, _MOST_DOUBLINGS)
    parts = (
        Part(ESCALATED if escalated else 0, "escalated"),
        Part(_CONFIRMED[severity] if severity else 0, f"confirmed {severity.label if severity else ''}"),
        Part(_GATES[gate], _GATE_REASONS.get(gate, gate.value)),
        Part(doublings * _A_DOUBLING, f"reported {reports} times"),
        Part(_REOPENED if reopenings else 0, "reopened"),
    )
    return tuple(part for part in parts if part.points)


def total(parts: tuple[Part, ...]) -> int:
    """The priority itself."""
    return sum(part.points for part in parts)


def parts_of(case: Case) -> tuple[Part, ...]:
    """The parts of the priority of a case that is in the queue."""
    return priority(
        escalated=case.escalated,
        gate=case.gate,
        severity=case.severity,
        reports=case.reports,
        reopenings=case.reopenings,
    )
