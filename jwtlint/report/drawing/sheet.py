"""A picture with numbered frames on it, and the key to them below."""

from collections.abc import Sequence
from math import ceil
from statistics import median
from typing import TYPE_CHECKING

from ...picture.geometry import size_of
from ...text import Region
from .badge import badge_size, draw_badge
from .frames import Frame, Stroke, draw_frame, draw_leader, reach
from .key import Row, draw_key
from .lettering import Lettering, lettering
from .palette import DESK
from .placement import Badge, Wanted, place_badges

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_NARROWEST = 640
"""A key in fewer pixels could not be read; a narrower picture stands in the middle above it."""

_MAX_UNIT = 6
_SMALL = 1400
_SMALL_PRINT = 20.0
"""Pictures with fewer pixels on their longer side, or with lower frames, are enlarged: else a frame would cover what
stands beside it."""

_MOST_TIMES = 4
_MOST_PIXELS = 12_000_000
_DIGITS = 0.55
"""How large a badge is written, in heights of the usual frame."""

_SMALLEST = 13


def draw_sheet(image: "Image", title: str, frames: Sequence[Frame], rows: Sequence[Row]) -> "Image":
    """The sheet for a decoded picture, which stays as it is. Each label of the frames should head a row.

    A small picture is shown enlarged, which the title then says.
    """
    from PIL import Image

    times = _times(image.size, frames)
    marked = image.resize((image.width * times, image.height * times), Image.Resampling.LANCZOS)
    mark(marked, [frame.enlarged(times) for frame in frames])
    told = f"{title} (enlarged {times} times)" if times > 1 else title
    key = draw_key(told, rows, max(marked.width, _NARROWEST))
    sheet = Image.new("RGB", (key.width, marked.height + key.height), DESK)
    sheet.paste(marked, ((key.width - marked.width) // 2, 0))
    sheet.paste(key, (0, marked.height))
    return sheet


def mark(image: "Image", frames: Sequence[Frame]) -> None:
    """Draw frames on a picture, then their badges, the important ones on top."""
    from PIL import ImageDraw

    longer = max(image.size)
    unit = min(max(round(longer / 1800), 1), _MAX_UNIT)
    size = min(max(_DIGITS * _usual_height(frames), longer / 140, _SMALLEST), max(longer / 45, _SMALLEST))
    letters = lettering(round(size))
    places = _places(image, frames, letters, unit)
    draw = ImageDraw.Draw(image)
    order = sorted(range(len(frames)), key=lambda number: frames[number].stroke is Stroke.SOLID)
    for number in order:
        draw_frame(draw, frames[number], unit)
    for number in order:
        badge = places[number]
        if badge is not None and badge.apart:
            _lead(draw, badge.region, frames[number], unit)
    for number in order:
        badge = places[number]
        if badge is not None:
            at = badge.region.left, badge.region.top
            draw_badge(draw, at, frames[number].label, frames[number].colour, letters, unit)


def _times(size: tuple[int, int], frames: Sequence[Frame]) -> int:
    """How many times to enlarge a picture, so that its frames can be told from what they frame."""
    wanted = max(_SMALL / max(size), _SMALL_PRINT / max(_usual_height(frames), 1.0) if frames else 1.0)
    times = min(ceil(wanted), _MOST_TIMES)
    while times > 1 and size[0] * size[1] * times**2 > _MOST_PIXELS:
        times -= 1
    return times


def _usual_height(frames: Sequence[Frame]) -> float:
    return median(size_of(frame.corners)[1] for frame in frames) if frames else 0.0


def _places(image: "Image", frames: Sequence[Frame], letters: Lettering, unit: int) -> list[Badge | None]:
    from PIL import ImageFilter, ImageStat

    edges = image.convert("L").filter(ImageFilter.FIND_EDGES)

    def busy(region: Region) -> float:
        return ImageStat.Stat(edges.crop(region)).mean[0]

    wanted = [
        Wanted(_edge(frame, reach(frame, unit), image.size), badge_size(frame.label, letters))
        for frame in frames
    ]
    return place_badges(wanted, [frame.region for frame in frames], image.size, busy)


def _edge(frame: Frame, margin: int, size: tuple[int, int]) -> Region:
    left, top, right, bottom = frame.region
    return Region(
        max(left - margin, 0),
        max(top - margin, 0),
        min(right + margin, size[0]),
        min(bottom + margin, size[1]),
    )


def _lead(draw: "ImageDraw", badge: Region, frame: Frame, unit: int) -> None:
    """Join a badge to the nearest point of its frame."""
    region = frame.region
    if badge.overlaps(region):
        return
    start = (badge.left + badge.right) // 2, (badge.top + badge.bottom) // 2
    margin = reach(frame, unit) - unit
    end = (
        min(max(start[0], region.left - margin), region.right + margin),
        min(max(start[1], region.top - margin), region.bottom + margin),
    )
    draw_leader(draw, start, end, frame.colour.fill, unit)
