"""How well drawn text can be seen, and whether it matters."""

from collections.abc import Iterable, Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.picture.layout import DrawnLine

_SHOWN = 5


def one_for_all(
    lines: Iterable[DrawnLine], message: str, remedy: str, severity: Severity
) -> Iterator[Finding]:
    """One finding on many lines: the first is its place, some of the others are related; `{}` is their number."""
    found = list(lines)
    if found:
        yield Finding(
            found[0].text,
            message.format("this line" if len(found) == 1 else f"{len(found)} lines"),
            remedy,
            related=tuple(Related(line.text, "and this") for line in found[1:_SHOWN]),
            severity=severity,
            confidence=0.9,
        )
