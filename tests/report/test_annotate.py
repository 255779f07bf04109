"""Pictures with numbered frames, and the key below."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from jwtlint.finding import Diagnostic, Location, RelatedLocation, Severity
from jwtlint.report.annotate import MOST, annotate, sheet
from jwtlint.report.drawing.badge import draw_badge
from jwtlint.report.drawing.lettering import Lettering, drawable, lettering
from jwtlint.report.drawing.palette import BLUE, DARK, LIGHT, RGB, VERMILION, YELLOW
from jwtlint.report.drawing.placement import Wanted, place_badges
from jwtlint.source import SourceError
from jwtlint.text import Region

SIZE = (1600, 900)
GREY = (128, 128, 128)


def picture(path: Path, colour: RGB = GREY, size: tuple[int, int] = SIZE) -> Path:
    """A picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return path


def finding(
    path: Path | str,
    region: Region | None,
    severity: Severity = Severity.ERROR,
    message: str = "'Brower' is drawn where 'Browser' is asked for",
    related: Sequence[Region] = (),
) -> Diagnostic:
    where = Location(str(path), region=region, picture_size=SIZE) if region else Location("a.txt", 1, 1, 1, 3)
    others = tuple(RelatedLocation(Location(str(path), region=one), "", "") for one in related)
    return Diagnostic(
        "PIC101", "misdrawn-word", severity, message, "Draw it again.", where, "Brower", "k", related=others,
        confidence=0.97,
    )  # fmt: skip


def drawn(diagnostics: Sequence[Diagnostic], colour: RGB = GREY, size: tuple[int, int] = SIZE) -> Image.Image:
    return sheet(Image.new("RGB", size, colour), Path("a.png"), diagnostics)


def colours(image: Image.Image, region: Region) -> set[object]:
    return {colour for _, colour in image.crop(region).getcolors(1 << 20) or ()}


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines of text that are written on pictures; accents count as their letters."""
    lines: list[str] = []
    write = Lettering.write

    def recorded(
        self: Lettering, draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, colour: RGB
    ) -> None:
        lines.append(text)
        write(self, draw, at, text, colour)

    monkeypatch.setattr(Lettering, "write", recorded)
    return lines


class TestFrames:
    def test_the_flagged_place_stays_as_it_is(self) -> None:
        regions = [Region(200, 100, 300, 130), Region(0, 0, 80, 40), Region(1500, 870, 1600, 900)]
        image = drawn([finding("a.png", region) for region in regions])
        # What lies in a corner has its frame over its outermost pixels: outside of it there is no picture.
        for region in (regions[0], Region(8, 8, 80, 40), Region(1500, 870, 1592, 892)):
            assert colours(image, region) == {GREY}

    @pytest.mark.parametrize(
        "ground", [(0, 0, 0), (255, 255, 255), VERMILION.fill, YELLOW.fill, BLUE.fill, DARK]
    )
    @pytest.mark.parametrize("severity", Severity)
    def test_a_frame_is_seen_on_any_ground(self, ground: RGB, severity: Severity) -> None:
        image = drawn([finding("a.png", Region(200, 100, 300, 130), severity)], ground)
        fill = {Severity.ERROR: VERMILION, Severity.WARNING: YELLOW, Severity.INFO: BLUE}[severity].fill
        below = Region(230, 131, 231, 140)
        assert {DARK, LIGHT, fill} <= colours(image, below)

    def test_what_is_related_has_a_dashed_frame(self) -> None:
        related = Region(800, 500, 950, 530)
        image = drawn([finding("a.png", Region(200, 100, 300, 130), related=[related])])
        edge = [image.getpixel((x, 534)) for x in range(810, 940)]
        assert {VERMILION.fill, LIGHT} <= set(edge)
        assert colours(image, related) == {GREY}

    def test_without_a_place_there_is_no_frame(self) -> None:
        whole = Region(0, 0, *SIZE)
        image = drawn(
            [finding("a.png", None), finding("a.png", whole), finding("b.png", Region(9, 9, 99, 40))]
        )
        assert colours(image, whole) == {GREY}

    def test_places_outside_of_the_picture_do_no_harm(self) -> None:
        regions = [Region(-90, -90, -10, -10), Region(1590, 890, 5000, 5000), Region(50, 50, 50, 50)]
        drawn([finding("a.png", region) for region in regions])

    @pytest.mark.parametrize("size", [(1, 1), (7, 900), (3000, 2), (30, 30)])
    def test_pictures_of_any_size(self, size: tuple[int, int]) -> None:
        image = drawn([finding("a.png", Region(0, 0, 1, 1)), finding("a.png", None)], size=size)
        assert image.width >= 640

    def test_a_small_picture_is_enlarged(self, written: list[str]) -> None:
        image = drawn([finding("a.png", Region(100, 100, 200, 130))], size=(800, 400))
        assert image.width == 1600
        assert colours(image, Region(200, 200, 400, 260)) == {GREY}
        assert VERMILION.fill in colours(image, Region(300, 261, 301, 270))
        assert written[0] == "a.png: 1 error (enlarged 2 times)"


class TestKey:
    def test_it_names_every_finding(self, written: list[str]) -> None:
        diagnostics = [
            finding("a.png", Region(9, 9, 99, 40)),
            finding("a.txt", None, Severity.WARNING, "the label 'Cache' is not drawn in a.png"),
        ]
        drawn(diagnostics)
        assert written == [
            "a.png: 1 error, 1 warning",
            "error · PIC101 misdrawn-word · upper left · 97 % sure",
            "'Brower' is drawn where 'Browser' is asked for",
            "warning · PIC101 misdrawn-word · not on the picture · 97 % sure",
            "the label 'Cache' is not drawn in a.png",
        ]

    def test_long_messages_are_wrapped_in_their_column(self, monkeypatch: pytest.MonkeyPatch) -> None:
        ends: list[float] = []
        write = Lettering.write

        def measured(
            self: Lettering, draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, colour: RGB
        ) -> None:
            ends.append(at[0] + self.width(text))
            write(self, draw, at, text, colour)

        monkeypatch.setattr(Lettering, "write", measured)
        drawn([finding("a.png", None, message="words " * 40 + "W" * 300)], size=(700, 500))
        assert len(ends) > 5
        assert max(ends) <= 1400

    def test_strangers_steer_nothing(self, written: list[str]) -> None:
        drawn([finding("a.png", None, message="\x1b[2J\u202eabc\n\x00 漢 Autónoma – ¿a→b?")])
        (message,) = [line for line in written if "abc" in line]
        assert message == "<U+001B>[2J<U+202E>abc<U+000A><U+0000> <U+6F22> Auto\u0301noma - ?a->b?"

    def test_more_findings_than_anybody_reads(self, written: list[str]) -> None:
        drawn([finding("a.png", None) for _ in range(MOST + 5)])
        assert written[0] == f"a.png: {MOST + 5} errors; the first {MOST} are shown"
        assert sum("PIC101" in line for line in written) == MOST

    def test_numbers_of_one_place_share_a_badge(self, monkeypatch: pytest.MonkeyPatch) -> None:
        labels: list[str] = []

        def recorded(draw: ImageDraw.ImageDraw, at: tuple[int, int], label: str, *more: Any) -> None:
            labels.append(label)
            draw_badge(draw, at, label, *more)

        monkeypatch.setattr("jwtlint.report.drawing.sheet.draw_badge", recorded)
        first, second = Region(200, 100, 300, 130), Region(200, 300, 300, 330)
        drawn([finding("a.png", one) for one in (first, first, second, second, second)])
        assert labels == ["1, 2", "3-5"]


class TestBadges:
    @settings(deadline=None, max_examples=80)
    @given(
        st.lists(
            st.tuples(st.integers(0, 380), st.integers(0, 280), st.integers(1, 90), st.integers(1, 40)),
            max_size=25,
        ),
        st.tuples(st.integers(1, 60), st.integers(1, 40)),
    )
    def test_no_badge_covers_anything_or_leaves(
        self, boxes: list[tuple[int, int, int, int]], size: tuple[int, int]
    ) -> None:
        flagged = [Region(x, y, min(x + w, 400), min(y + h, 300)) for x, y, w, h in boxes]
        wanted = [Wanted(Region(*region), size) for region in flagged]
        badges = place_badges(wanted, flagged, (400, 300), lambda region: 0.0)
        placed = [badge.region for badge in badges if badge]
        assert len(badges) == len(wanted)
        for number, badge in enumerate(placed):
            assert badge.left >= 0
            assert badge.top >= 0
            assert badge.right <= 400
            assert badge.bottom <= 300
            assert (badge.right - badge.left, badge.bottom - badge.top) == size
            assert not any(badge.overlaps(other) for other in (*flagged, *placed[:number]))

    def test_calm_ground_is_chosen(self) -> None:
        frame = Region(100, 100, 200, 130)
        (badge,) = place_badges(
            [Wanted(frame, (20, 20))], [frame], (400, 300), lambda region: 0.0 if region.top >= 130 else 90.0
        )
        assert badge is not None
        assert badge.region.top == 130
        assert not badge.apart

    def test_a_badge_is_not_taken_for_that_of_another_frame(self) -> None:
        frames = [Region(100, 100, 200, 130), Region(100, 131, 200, 160)]
        badges = place_badges(
            [Wanted(frame, (20, 20)) for frame in frames],
            frames,
            (400, 300),
            lambda region: 0.0 if region.top >= 130 else 12.0,
        )
        first, second = (badge.region for badge in badges if badge)
        assert first.bottom < 131
        assert second.top > 131

    def test_a_full_neighbourhood_sends_it_away(self) -> None:
        frame = Region(100, 100, 200, 130)
        (badge,) = place_badges(
            [Wanted(frame, (20, 20))], [frame, Region(0, 0, 400, 250)], (400, 300), lambda region: 0.0
        )
        assert badge is not None
        assert badge.apart
        assert badge.region.top >= 250

    def test_no_room_at_all(self) -> None:
        whole = Region(0, 0, 400, 300)
        assert place_badges([Wanted(whole, (20, 20))], [whole], (400, 300), lambda region: 0.0) == [None]
        assert place_badges([Wanted(whole, (500, 20))], [], (400, 300), lambda region: 0.0) == [None]


class TestLettering:
    def test_accents_are_drawn(self) -> None:
        def written(text: str) -> Image.Image:
            image = Image.new("RGB", (60, 60), LIGHT)
            lettering(40).write(ImageDraw.Draw(image), (10, 10), drawable(text), DARK)
            return image

        plain = written("n")
        for letter in "ñńň":
            assert ImageChops.difference(plain, written(letter)).getbbox() is not None
        assert lettering(20).width(drawable("ñandú")) == lettering(20).width("nandu")

    def test_words_are_broken_at_blanks(self) -> None:
        letters = lettering(20)
        lines = list(letters.wrapped("one two three four five six", 90))
        assert " ".join(lines) == "one two three four five six"
        assert all(letters.width(line) <= 90 for line in lines)

    def test_what_is_too_long_is_cut(self) -> None:
        letters = lettering(20)
        assert "".join(letters.wrapped("W" * 50, 100)) == "W" * 50
        assert letters.width(letters.shortened("W" * 50, 100)) <= 100
        assert drawable("x" * 1000) == "x" * 399 + "…"
        assert list(letters.wrapped("WW", 1)) == ["W", "W"]


class TestFile:
    def test_it_is_called_like_the_picture(self, tmp_path: Path) -> None:
        path = picture(tmp_path / "in" / "a.jpg")
        before = path.read_bytes()
        target = annotate(path, [finding(path, Region(9, 9, 99, 40))], tmp_path / "new" / "out")
        assert target == tmp_path / "new" / "out" / "a.png"
        assert Image.open(target).format == "PNG"
        assert [one.name for one in target.parent.iterdir()] == ["a.png"]
        assert path.read_bytes() == before

    def test_the_same_findings_give_the_same_bytes(self, tmp_path: Path) -> None:
        path = picture(tmp_path / "a.png")
        target = annotate(path, [finding(path, Region(9, 9, 99, 40))], tmp_path / "out")
        before = target.read_bytes()
        assert annotate(path, [finding(path, Region(9, 9, 99, 40))], tmp_path / "out") == target
        assert target.read_bytes() == before

    def test_namesakes_do_not_overwrite_each_other(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        paths = [picture(tmp_path / folder / name) for folder in "bc" for name in ("a.png", "a.jpg")]
        for _ in range(2):
            targets = [annotate(path, [finding(path, None)], out) for path in paths]
            assert [one.name for one in targets] == ["a.png", "a-2.png", "a-3.png", "a-4.png"]
        assert len(list(out.iterdir())) == 4

    def test_files_of_somebody_else_stay(self, tmp_path: Path) -> None:
        path = picture(tmp_path / "a.jpg")
        other = picture(tmp_path / "out" / "a.png")
        before = other.read_bytes()
        assert annotate(path, [finding(path, None)], other.parent).name == "a-2.png"
        assert other.read_bytes() == before

    def test_the_picture_itself_is_never_overwritten(self, tmp_path: Path) -> None:
        path = picture(tmp_path / "a.png")
        before = path.read_bytes()
        with pytest.raises(OSError, match="would overwrite the picture itself"):
            annotate(path, [finding(path, None)], tmp_path)
        link = tmp_path / "link"
        link.symlink_to(tmp_path)
        with pytest.raises(OSError, match="would overwrite the picture itself"):
            annotate(path, [finding(path, None)], link)
        assert path.read_bytes() == before

    def test_a_folder_that_is_none(self, tmp_path: Path) -> None:
        path = picture(tmp_path / "a.png")
        (tmp_path / "out").write_text("")
        with pytest.raises(OSError, match="out"):
            annotate(path, [finding(path, None)], tmp_path / "out")

    def test_nothing_is_left_of_what_failed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = picture(tmp_path / "a.png")

        def full(self: Image.Image, file: object, *arguments: object, **more: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Image.Image, "save", full)
        with pytest.raises(OSError, match="No space left"):
            annotate(path, [finding(path, None)], tmp_path / "out")
        assert list((tmp_path / "out").iterdir()) == []

    def test_a_picture_that_has_gone(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="no such picture"):
            annotate(tmp_path / "a.png", [], tmp_path / "out")
