"""Expected texts that were not drawn."""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison
from jwtlint.picture.expected import Expected, Kind


def missing(comparison: Comparison, kind: Kind) -> Iterator[Finding]:
    """A finding for each text of a kind that is missing; for information where it need not be drawn."""
    for one in comparison.missing(kind):
        yield absent(comparison, one)


def absent(comparison: Comparison, one: Expected, severity: Severity | None = None) -> Finding:
    """The finding that a text is missing, at the place where the prompt asks for it."""
    needed = one.required and not one.optional
    return Finding(
        one.text,
        f"the {one} is not drawn in {comparison.picture.name}",
        "render the picture again, or take it out of the prompt",
        severity=severity if needed else Severity.INFO,
        confidence=comparison.absence_confidence,
    )
