"""A picture with a numbered frame around each finding, and a key below that says what was found."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..finding import Diagnostic, Location, Severity
from ..text import Region
from .counting import counted
from .drawing.file import save
from .drawing.frames import Frame, Stroke, corners_around
from .drawing.key import Row
from .drawing.palette import SEVERITIES
from .drawing.sheet import draw_sheet
from .region import certainty, place_name, visible_part

if TYPE_CHECKING:
    from PIL.Image import Image

MOST = 300
"""More findings are only counted below the key: nobody reads them, and the key has to fit into the memory."""

_NOT_DRAWN = "not on the picture"
_Place = tuple[Region, Stroke]


def annotate(path: Path, diagnostics: Sequence[Diagnostic], folder: Path) -> Path:
    """Draw the diagnostics of a picture on it; returns the path of the PNG that was written into the folder.

    What concerns no place of the picture, or the whole of it, stands in the key only. Raises OSError where the PNG
    cannot be written, SourceError where the picture cannot be decoded.
    """
    from ..picture.decode import decode
    from ..picture.file import load

    image = decode(load(path))
    return save(sheet(image, path, diagnostics), path, folder)


def sheet(image: "Image", path: Path, diagnostics: Sequence[Diagnostic]) -> "Image":
    """The annotated picture. Numbers go down the picture, then on to what has no place there."""
    placed = [one for one in diagnostics if one.location.region is not None]
    shown = [*placed, *(one for one in diagnostics if one.location.region is None)][:MOST]
    rows = [_row(number, one, path) for number, one in enumerate(shown, 1)]
    return draw_sheet(image, _title(path, diagnostics), list(_frames(shown, str(path), image.size)), rows)


def _title(path: Path, diagnostics: Sequence[Diagnostic]) -> str:
    kinds = [
        counted(number, severity.label)
        for severity in sorted(Severity, reverse=True)
        if (number := sum(one.severity is severity for one in diagnostics))
    ]
    left = len(diagnostics) - MOST
    rest = f"; the first {MOST} are shown" if left > 0 else ""
    return f"{path.name}: {', '.join(kinds) or 'no findings'}{rest}"


def _row(number: int, one: Diagnostic, path: Path) -> Row:
    where = place_name(one.location) if one.location.region else _NOT_DRAWN
    sure = certainty(one.confidence)
    head = " · ".join(part for part in (one.severity.label, f"{one.rule} {one.name}", where, sure) if part)
    # Whoever looks at the picture knows where it lies.
    message = one.message.replace(str(path), path.name)
    return Row(str(number), SEVERITIES[one.severity], head, message)


def _frames(shown: Sequence[Diagnostic], path: str, size: tuple[int, int]) -> Iterator[Frame]:
    """One frame a place: findings on the same words share it, in the colour of the worst."""
    owners: dict[_Place, list[int]] = {}
    for number, one in enumerate(shown, 1):
        for location, stroke in (
            (one.location, Stroke.SOLID),
            *((related.location, Stroke.DASHED) for related in one.related),
        ):
            region = _framed(location, path, size)
            if region is not None and number not in owners.setdefault((region, stroke), []):
                owners[region, stroke].append(number)
    for (region, stroke), numbers in owners.items():
        if stroke is Stroke.DASHED and (region, Stroke.SOLID) in owners:
            numbers = [number for number in numbers if number not in owners[region, Stroke.SOLID]]
        worst = max((shown[number - 1].severity for number in numbers), default=None)
        if worst is not None:
            yield Frame(corners_around(region), _label(numbers), SEVERITIES[worst], stroke)


def _framed(location: Location, path: str, size: tuple[int, int]) -> Region | None:
    """The part of a place that lies on the picture; None where there is nothing to point at."""
    if location.region is None or location.path != path:
        return None
    return visible_part(location.region, size)


def _label(numbers: Sequence[int]) -> str:
    """ "3", "3, 4", "3-6" where they follow each other."""
    following = numbers[-1] - numbers[0] == len(numbers) - 1
    if len(numbers) > 2 and following:
        return f"{numbers[0]}-{numbers[-1]}"
    return ", ".join(map(str, numbers))
