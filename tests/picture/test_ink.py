"""Contrast and height of drawn letters, and whether they leave the picture."""

import pytest
from PIL import Image

from jwtlint.picture.ink import Ink, Inks
from jwtlint.picture.model import Line, Point, Word
from jwtlint.text import Region

from .drawing import write

Colour = tuple[int, int, int]
BLACK, WHITE, GREY = (0, 0, 0), (255, 255, 255), (118, 118, 118)
NAVY, RED, YELLOW, SKY = (0, 0, 96), (200, 0, 0), (255, 240, 90), (160, 200, 240)
SIZE = (400, 200)


def wcag(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2, relative luminance as defined there."""

    def luminance(colour: Colour) -> float:
        linear = [
            share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
            for share in (value / 255 for value in colour)
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def line(region: Region) -> Line:
    left, top, right, bottom = region
    corners = Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)
    return Line((Word("Order", region, 0.99, "fake"),), corners, float(bottom - top))


def ink_of(picture: Image.Image, region: Region, margin: int = 3) -> Ink | None:
    left, top, right, bottom = region
    grown = Region(max(left - margin, 0), max(top - margin, 0), right + margin, bottom + margin)
    return Inks(picture).of(line(grown))


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (BLACK, WHITE),
        (WHITE, BLACK),
        (GREY, WHITE),
        (WHITE, NAVY),
        (NAVY, SKY),
        (RED, WHITE),
        (YELLOW, NAVY),
        (YELLOW, WHITE),
        (WHITE, SKY),
        (GREY, BLACK),
    ],
)
@pytest.mark.parametrize("size", [18, 40])
def test_contrast_is_that_of_wcag(ink: Colour, ground: Colour, size: int) -> None:
    picture = Image.new("RGB", SIZE, ground)
    region = write(picture, "Order Flow", (50, 60), size, "#" + bytes(ink).hex())
    found = ink_of(picture, region)
    assert found is not None
    assert found.contrast == pytest.approx(wcag(ink, ground), rel=0.1)


def test_the_largest_contrast() -> None:
    assert wcag(BLACK, WHITE) == pytest.approx(21)


@pytest.mark.parametrize("size", [10, 20, 48])
def test_height_is_that_of_the_letters(size: int) -> None:
    picture = Image.new("RGB", SIZE, "white")
    region = write(picture, "HOW", (50, 60), size)
    found = ink_of(picture, region, margin=8)
    assert found is not None
    assert found.height == pytest.approx(region.bottom - region.top, abs=1)


def test_tilted_letters_are_measured_along_their_line() -> None:
    picture = Image.new("RGB", SIZE, "white")
    region = write(picture, "ORDER", (50, 20), 30, turn=90)
    left, top, right, bottom = region
    corners = Point(left - 3, bottom + 3), Point(left - 3, top - 3), Point(right + 3, top - 3)
    upwards = Line(
        (Word("ORDER", region, 0.99, "fake"),), (*corners, Point(right + 3, bottom + 3)), float(right - left)
    )
    found = Inks(picture).of(upwards)
    assert found is not None
    assert found.height == pytest.approx(right - left, abs=2)
    assert found.contrast == pytest.approx(21, rel=0.1)


@pytest.mark.parametrize(
    ("region", "cut_off"),
    [
        (Region(0, 80, 60, 110), True),
        (Region(340, 80, 400, 110), True),
        (Region(100, 0, 180, 25), True),
        (Region(100, 175, 180, 200), True),
        (Region(2, 80, 60, 110), False),
        (Region(340, 80, 397, 110), False),
        (Region(100, 2, 180, 25), False),
        (Region(100, 175, 180, 197), False),
        (Region(100, 80, 180, 110), False),
    ],
)
def test_letters_at_a_border_are_cut_off(region: Region, cut_off: bool) -> None:
    """A letter like a plus stands exactly in the region, with an end on each of its sides."""
    picture = Image.new("RGB", SIZE, "white")
    left, top, right, bottom = region
    wide, high = (right - left) // 3, (bottom - top) // 3
    picture.paste("black", (left + wide, top, right - wide, bottom))
    picture.paste("black", (left, top + high, right, bottom - high))
    found = ink_of(picture, region)
    assert found is not None
    assert found.cut_off is cut_off


def test_nothing_can_be_told_of_one_colour() -> None:
    assert ink_of(Image.new("RGB", SIZE, "teal"), Region(50, 50, 120, 80)) is None
    faint = Image.new("RGB", SIZE, (255, 255, 255))
    faint.paste((254, 254, 254), (60, 55, 80, 75))
    assert ink_of(faint, Region(50, 50, 120, 80)) is None


@pytest.mark.parametrize("region", [Region(50, 50, 50, 80), Region(50, 50, 90, 50), Region(500, 50, 600, 80)])
def test_nothing_can_be_told_of_no_pixels(region: Region) -> None:
    assert Inks(Image.new("RGB", SIZE, "teal")).of(line(region)) is None
