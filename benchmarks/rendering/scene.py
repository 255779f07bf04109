"""A scene holds what will be drawn, refuses what overlaps, and draws it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .fonts import Font
from .geometry import Point, Quad, Rect, UnfitError, stroke, touch, turned
from .look import Colour, Look, background, contrast, faint, readable
from .model import Label

Draw = ImageDraw.ImageDraw
Shape = Callable[[Draw], None]
LOW = (1.3, 1.75)


@dataclass(frozen=True)
class Line:
    """One drawn line of text: centre, size and angle."""

    text: str
    label: Label | None
    font: Font
    ink: Colour
    centre: Point
    width: float
    height: float
    angle: float = 0.0

    def quad(self, margin: float = 0.0) -> Quad:
        """Its place."""
        return turned(self.centre, self.width + 2 * margin, self.height + 2 * margin, self.angle)


@dataclass
class Scene:
    """Shapes below, texts above, and the places that are taken."""

    width: int
    height: int
    look: Look
    rng: Random
    shapes: list[tuple[Shape, bool]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    solids: list[Quad] = field(default_factory=list)
    strokes: list[Quad] = field(default_factory=list)
    contrasts: dict[int, float] = field(default_factory=dict)

    @property
    def frame(self) -> Rect:
        """The part of the picture on which text may stand."""
        return Rect(6, 6, self.width - 6, self.height - 6)

    def shape(self, paint: Shape, glow: bool = False) -> None:
        """Something to be drawn below the texts."""
        self.shapes.append((paint, glow and self.look.glow))

    def polygon(self, quad: Quad, fill: Colour) -> None:
        """A filled shape below the texts."""
        self.shape(lambda draw: draw.polygon(quad, fill=fill))

    def disc(self, rect: Rect, fill: Colour) -> None:
        """A filled ellipse below the texts."""
        self.shape(lambda draw: draw.ellipse(rect, fill=fill))

    def solid(self, rect: Rect) -> None:
        """A box into which no arrow label may reach."""
        self.solids.append(rect.quad())

    def add(self, lines: list[Line]) -> None:
        """Texts; they must be inside the picture and clear of all other texts."""
        for line in lines:
            cut = line.label is not None and bool(line.label.cut)
            if not cut and not self.frame.holds(line.quad()):
                raise UnfitError(f"outside: {line.text}")
            if any(touch(line.quad(1), other.quad()) for other in self.lines):
                raise UnfitError(f"over another text: {line.text}")
        self.lines += lines

    def free(self, quad: Quad, area: Rect, own: Quad | None = None) -> bool:
        """Whether a text may stand here: clear of texts, boxes and arrows (its own may be covered)."""
        if not area.holds(quad):
            return False
        taken = [line.quad(3) for line in self.lines] + self.solids
        taken += [one for one in self.strokes if one != own]
        return not any(touch(quad, other) for other in taken)

    def path(self, points: list[Point], colour: Colour, width: int, dashed: bool = False) -> None:
        """A line through points, shaky where the look is drawn by hand."""
        shaken = self._shaken(points)

        def paint(draw: Draw) -> None:
            if dashed:
                for start, end in zip(shaken[::2], shaken[1::2], strict=False):
                    draw.line([start, end], fill=colour, width=width)
            else:
                draw.line(shaken, fill=colour, width=width, joint="curve")

        self.shape(paint, glow=True)

    def _shaken(self, points: list[Point]) -> list[Point]:
        wobble, out = self.look.wobble, []
        for (x0, y0), (x1, y1) in pairwise(points):
            length = max(abs(x1 - x0), abs(y1 - y0))
            count = max(2, int(length / 9))
            for step in range(count):
                share = step / count
                jitter = (
                    (self.rng.uniform(-wobble, wobble), self.rng.uniform(-wobble, wobble))
                    if wobble
                    else (0, 0)
                )
                out.append((x0 + (x1 - x0) * share + jitter[0], y0 + (y1 - y0) * share + jitter[1]))
        return [*out, points[-1]]

    def arrow(self, start: Point, end: Point, colour: Colour, width: int = 2, dashed: bool = False) -> Quad:
        """An arrow; its place is remembered and returned."""
        length = max(1.0, ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
        ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        head = 5 + 3 * width
        neck = end[0] - ux * head, end[1] - uy * head
        self.path([start, neck], colour, width, dashed)
        half = head * 0.5
        tip = [end, (neck[0] - uy * half, neck[1] + ux * half), (neck[0] + uy * half, neck[1] - ux * half)]
        self.shape(lambda draw: draw.polygon(tip, fill=colour), glow=True)
        place = stroke(start, end, head)
        self.strokes.append(place)
        return place

    def paint(self) -> Image.Image:
        """Draw everything."""
        image = background(self.look, self.width, self.height, self.rng)
        if self.look.glow:
            light = Image.new("RGB", image.size)
            draw = ImageDraw.Draw(light)
            for shape, glows in self.shapes:
                if glows:
                    shape(draw)
            light = light.filter(ImageFilter.GaussianBlur(7))
            image = ImageChops.screen(image, light.point(lambda value: int(value * 0.8)))
        draw = ImageDraw.Draw(image)
        for shape, _ in self.shapes:
            shape(draw)
        for line in self.lines:
            self._write(image, line)
        return image

    def _write(self, image: Image.Image, line: Line) -> None:
        ground = _ground(image, line)
        low = line.label is not None and line.label.low
        if low:
            ink = faint(readable(line.ink, ground), ground, self.rng.uniform(*LOW))
        else:
            ink = readable(line.ink, ground)
        if line.label is not None:
            self.contrasts[id(line.label)] = contrast(ink, ground)
        if not line.angle:
            ImageDraw.Draw(image).text(line.centre, line.text, font=line.font, fill=ink, anchor="mm")
            return
        mask = Image.new("L", (round(line.width) + 12, round(line.height) + 12))
        ImageDraw.Draw(mask).text(
            (mask.width / 2, mask.height / 2), line.text, font=line.font, fill=255, anchor="mm"
        )
        mask = mask.rotate(line.angle, Image.Resampling.BICUBIC, expand=True)
        corner = round(line.centre[0] - mask.width / 2), round(line.centre[1] - mask.height / 2)
        image.paste(Image.new("RGB", mask.size, ink), corner, mask)


def _ground(image: Image.Image, line: Line) -> Colour:
    """The mean colour below a text."""
    xs, ys = zip(*line.quad(), strict=True)
    left, top = max(0, int(min(xs))), max(0, int(min(ys)))
    right, bottom = min(image.width, int(max(xs)) + 1), min(image.height, int(max(ys)) + 1)
    if right <= left or bottom <= top:
        return (128, 128, 128)
    pixel = image.crop((left, top, right, bottom)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return int(pixel[0]), int(pixel[1]), int(pixel[2])
