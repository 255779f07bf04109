"""Regions of a picture in words."""

import pytest

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.finding import Diagnostic, Location, RelatedLocation, Severity
from jwtlint.placing import placed
from jwtlint.report.region import certainty, place_name, region_name
from jwtlint.text import Region
from tests.rules.sketch import sketch

SIZE = (900, 600)
DRAWN = """--- drawn {size=1024x1024}
How it works
1. Browser asks the edge.
2. Edge asks the cache.
3. Cache asks the origin
and waits for it.
4. Origin ansers.

Made with care
"""


@pytest.mark.parametrize(
    ("region", "name"),
    [
        (Region(0, 0, 100, 50), "upper left"),
        (Region(400, 0, 500, 50), "upper centre"),
        (Region(100, 0, 800, 50), "upper centre"),
        (Region(800, 0, 900, 50), "upper right"),
        (Region(0, 280, 100, 320), "left"),
        (Region(400, 280, 500, 320), "centre"),
        (Region(800, 280, 900, 320), "right"),
        (Region(0, 560, 100, 600), "lower left"),
        (Region(400, 560, 500, 600), "lower centre"),
        (Region(800, 560, 900, 600), "lower right"),
        (Region(0, 0, 900, 600), "whole picture"),
        (Region(20, 10, 890, 590), "whole picture"),
        (Region(0, 0, 900, 399), "upper centre"),
        (Region(-500, -500, -400, -400), "upper left"),
        (Region(5000, 5000, 5100, 5100), "lower right"),
    ],
)
def test_the_middle_of_a_region_counts(region: Region, name: str) -> None:
    assert region_name(region, SIZE) == name


def test_the_borders_between_the_parts() -> None:
    assert region_name(Region(299, 0, 300, 2), SIZE) == "upper left"
    assert region_name(Region(300, 0, 301, 2), SIZE) == "upper centre"
    assert region_name(Region(600, 0, 601, 2), SIZE) == "upper right"
    assert region_name(Region(0, 0, 1, 1), (1, 1)) == "whole picture"


def test_a_place_in_words() -> None:
    region = Region(0, 560, 100, 600)
    assert place_name(Location("a.png", region=region, picture_size=SIZE)) == "lower left"
    assert (
        place_name(Location("a.png", region=region, picture_size=SIZE, step=4)) == "lower left, legend step 4"
    )
    assert place_name(Location("a.png", region=region)) == ""
    assert place_name(Location("a.txt", 1, 2)) == ""


def test_nothing_that_was_read_is_quite_certain() -> None:
    assert certainty(0.97) == "97 % sure"
    assert certainty(1.0) == "99 % sure"
    assert certainty(0.0) == "0 % sure"
    assert certainty(None) == ""


def found(words: str) -> Location:
    """The place of the first drawn line with these words, as a report of the sketch knows it."""
    drawn = sketch(DRAWN)
    assert drawn is not None
    picture = drawn.picture
    assert picture.layout is not None
    region = next(line.region for line in picture.layout.lines if words in line.text.value)
    place = Location(picture.path, region=region)
    elsewhere = RelatedLocation(Location("a.txt", 1, 1), "asked for here", "x")
    here = RelatedLocation(place, "and here", "x")
    one = Diagnostic("PIC101", "x", Severity.ERROR, "", "", place, words, "", related=(elsewhere, here))
    (told,) = placed([one], picture)
    assert told.related == (elsewhere, RelatedLocation(told.location, "and here", "x"))
    return told.location


@pytest.mark.parametrize(
    ("words", "step"),
    [("Browser", 1), ("ansers", 4), ("and waits", 3), ("How it", None), ("Made with", None)],
)
def test_the_step_of_a_legend(words: str, step: int | None) -> None:
    location = found(words)
    assert location.step == step
    assert location.picture_size == (1024, 1024)


def test_two_numbers_are_no_list() -> None:
    drawn = sketch("--- drawn\n1. Browser\n2. Server\n")
    assert drawn is not None
    region = next(iter(drawn.places))
    one = Diagnostic(
        "PIC101", "x", Severity.ERROR, "", "", Location(drawn.picture.path, region=region), "", ""
    )
    (told,) = placed([one], drawn.picture)
    assert told.location.step is None
    assert told.location.picture_size == (1024, 1024)


def test_the_linter_says_where_and_of_what() -> None:
    drawn = sketch("--- drawn {size=1024x1024}\nOrder Flow\nTOP SECTION: Clients\n")
    assert drawn is not None
    result = Linter(Settings(select=("PIC120",))).lint_picture(drawn.picture)
    (one,) = result.diagnostics
    assert place_name(one.location) == "upper left"
    assert (result.path, result.picture, result.entry) == ("picture.png", True, None)
