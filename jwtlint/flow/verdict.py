"""How flow rules say the same thing of several arrows: once, with the others as related places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..finding import Finding, Related, Severity
from .model import Message

_MOST = 6


def listed(things: Iterable[object], conjunction: str = "and") -> str:
    """ "A", "A and B", "A, B and C"; each thing once, and of many the first."""
    names = list(dict.fromkeys(str(thing) for thing in things))
    if len(names) > _MOST:
        names = [*names[: _MOST - 1], f"{len(names) - _MOST + 1} more"]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def about(
    messages: Sequence[Message], says: str, remedy: str, *, severity: Severity | None = None
) -> Iterator[Finding]:
    """One finding for all the messages, none for none: the first is flagged, `says` follows their names."""
    if messages:
        first, *others = messages
        related = tuple(Related(message.text, f"the same at {message}") for message in others)
        names = listed(messages)
        each = " each" if names != str(first) else ""
        yield Finding(first.text, f"{names}{each} {says}", remedy, related, severity=severity)


def merged(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, but those that flag the same words with the same severity as one."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        key = (finding.text.value.casefold(), finding.severity)
        groups.setdefault(key, []).append(finding)
    for first, *others in groups.values():
        again = tuple(Related(other.text, "the same words again") for other in others)
        yield replace(first, related=(*first.related, *again)) if again else first
