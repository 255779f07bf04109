"""Names for the parts of a picture, so that people know where to look."""

from typing import TYPE_CHECKING

from ..text import Region

if TYPE_CHECKING:
    from ..finding import Location

WHOLE = "whole picture"
_ROWS = ("upper", "", "lower")
_COLUMNS = ("left", "centre", "right")
_NEARLY_ALL = 0.95


def region_name(region: Region, size: tuple[int, int]) -> str:
    """Where a region lies on a picture of that width and height: "upper left", "centre", "lower right".

    The picture is parted into three rows and three columns; the middle of the region counts. What covers nearly
    all of it is the "whole picture".
    """
    if covers(region, size):
        return WHOLE
    row = _third(region.top + region.bottom, size[1])
    column = _third(region.left + region.right, size[0])
    return " ".join(part for part in (_ROWS[row], _COLUMNS[column]) if part)


def covers(region: Region, size: tuple[int, int]) -> bool:
    """Is a region nearly the whole picture, so that it points at nothing in particular?"""
    return (
        region.right - region.left >= _NEARLY_ALL * size[0]
        and region.bottom - region.top >= _NEARLY_ALL * size[1]
    )


def visible_part(region: Region, size: tuple[int, int]) -> Region | None:
    """The part of a region that lies on the picture; None where nothing does, or where it points at nothing."""
    if covers(region, size):
        return None
    left, top = max(region.left, 0), max(region.top, 0)
    right, bottom = min(region.right, size[0]), min(region.bottom, size[1])
    return Region(left, top, right, bottom) if left < right and top < bottom else None


def place_name(location: "Location") -> str:
    """A place of a picture in words: "lower left, legend step 4"; empty where nothing is known of it."""
    parts = []
    if location.region is not None and location.picture_size is not None:
        parts.append(region_name(location.region, location.picture_size))
    if location.step is not None:
        parts.append(f"legend step {location.step}")
    return ", ".join(parts)


def certainty(confidence: float | None) -> str:
    """A confidence (0 to 1) in words: "97 % sure"; empty for None. Nothing that was read is quite certain."""
    return "" if confidence is None else f"{min(round(100 * confidence), 99)} % sure"


def _third(twice_the_middle: int, length: int) -> int:
    """In which third of a length a middle lies: 0, 1 or 2; what lies outside counts to the nearest."""
    return min(max(3 * twice_the_middle // (2 * max(length, 1)), 0), 2)
