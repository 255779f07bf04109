"""Parts of a picture that only one side has."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from jwtlint.finding import Finding, Related
from jwtlint.parity.diagram import Aligned
from jwtlint.text import Text

_T = TypeVar("_T")


def unpaired(
    parts: Sequence[Aligned[_T]], text_of: Callable[[_T], Text], name_of: Callable[[_T], str]
) -> Iterator[Finding]:
    """A finding for each part that is missing or was added, with its neighbour on the other side."""
    before: Aligned[_T] | None = None
    for part in parts:
        if part.original is not None and part.translation is not None:
            before = part
        elif part.original is not None:
            yield Finding(
                text_of(part.original),
                f"{name_of(part.original)} is missing in the translation",
                "add it there",
                related=_beside(before.translation if before else None, text_of),
            )
        elif part.translation is not None:
            yield Finding(
                text_of(part.translation),
                f"{name_of(part.translation)} is not in the original",
                "remove it; a translation adds nothing",
                related=_beside(before.original if before else None, text_of),
            )


def _beside(neighbour: _T | None, text_of: Callable[[_T], Text]) -> tuple[Related, ...]:
    return (Related(text_of(neighbour), "it belongs behind this"),) if neighbour is not None else ()
