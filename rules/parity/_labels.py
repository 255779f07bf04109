"""What findings about a label and its translation have in common."""

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.text import Text


def about(
    label: LabelPair,
    message: str,
    remedy: str,
    *,
    at: Text | None = None,
    original: Text | None = None,
    severity: Severity | None = None,
) -> Finding:
    """A finding on a translated label, or on a part of it, that shows the label of the original, too."""
    there = Related(original or label.original, f"{label.name} in the original")
    return Finding(at or label.translation, message, remedy, related=(there,), severity=severity)


def milder(label: LabelPair) -> Severity | None:
    """Metadata is written anew more freely than labels: what differs there is worth a look."""
    return Severity.INFO if label.of_entry else None
