"""What people need to find a place on a picture: how large the picture is, and in which step of the legend it lies."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .finding import Diagnostic, Location
from .picture.layout import Layout
from .picture.steps import drawn_steps, step_lists
from .text import Region

if TYPE_CHECKING:
    from .picture.picture import Picture

_LONGEST_STEP = 6


def placed(diagnostics: Sequence[Diagnostic], picture: "Picture") -> tuple[Diagnostic, ...]:
    """The diagnostics of a picture; their places on it know the size of the picture and the step they lie in."""
    if not any(one.location.region for one in diagnostics):
        return tuple(diagnostics)
    steps = tuple(_steps(picture.layout)) if picture.layout else ()

    def told(location: Location) -> Location:
        if location.region is None or location.path != picture.path:
            return location
        return replace(location, picture_size=picture.size, step=_step_at(location.region, steps))

    return tuple(
        replace(
            one,
            location=told(one.location),
            related=tuple(replace(other, location=told(other.location)) for other in one.related),
        )
        for one in diagnostics
    )


def _steps(layout: Layout) -> Iterator[tuple[int, Region]]:
    """The lines of each step of a list, with its number. A step goes on under its first line up to the next."""
    steps = drawn_steps(layout)
    begins = {line.number for step in steps for line in (step.line, layout.line_of(step.text)) if line}
    for steps_of_list in step_lists(steps):
        for step in steps_of_list:
            yield step.number, step.line.region
            first = layout.line_of(step.text) or step.line
            for line in layout.downwards(first, _LONGEST_STEP):
                if line is not first and line.number in begins:
                    break
                yield step.number, line.region


def _step_at(region: Region, steps: Sequence[tuple[int, Region]]) -> int | None:
    """The number of the step in one of whose lines the middle of a region lies."""
    x, y = (region.left + region.right) / 2, (region.top + region.bottom) / 2
    for number, line in steps:
        if line.left <= x <= line.right and line.top <= y <= line.bottom:
            return number
    return None
