"""A page: text set in sizes by kind, measured and wrapped before it is placed."""

from dataclasses import dataclass, field
from math import cos, radians, sin
from random import Random
from typing import Literal

from .fonts import Font, load
from .geometry import Point, Rect, UnfitError
from .look import Colour, Look, mix
from .model import Label, Sheet
from .scene import Line, Scene

Align = Literal["left", "middle", "right"]

# Kind of text -> size in pixels at scale 1, bold.
SIZES = {
    "title": (44, True), "subtitle": (21, False), "badge": (15, True), "zone": (19, True), "name": (20, True),
    "role": (15, False), "arrow": (15, False), "number": (15, True), "heading": (20, True), "step": (16, False),
    "note": (15, False), "footer": (13.5, False), "axis": (15, False), "cell": (15, False), "caption": (15, False),
    "vendor": (17, True), "mock": (13, False), "short": (30, True),
}  # fmt: skip
SMALLEST = 11
LARGEST = 60


@dataclass
class Block:
    """A label that is wrapped and measured but not yet placed."""

    label: Label | None
    lines: list[str]
    font: Font
    leading: float
    ink: Colour
    widths: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Measure."""
        self.widths = [float(self.font.getlength(line)) for line in self.lines]

    @property
    def width(self) -> float:
        """The longest line."""
        return max(self.widths, default=0.0)

    @property
    def height(self) -> float:
        """All lines."""
        return self.leading * len(self.lines)

    def at(self, left: float, top: float, width: float, align: Align = "middle") -> list[Line]:
        """Lines within a column."""
        placed = []
        for row, (text, length) in enumerate(zip(self.lines, self.widths, strict=True)):
            slack = width - length
            x = left + {"left": 0.0, "middle": slack / 2, "right": slack}[align] + length / 2
            centre = x, top + self.leading * (row + 0.5)
            placed.append(Line(text, self.label, self.font, self.ink, centre, length, self.leading * 0.94))
        return placed

    def around(self, centre: Point, angle: float = 0.0) -> list[Line]:
        """Lines centred on a point, turned by an angle."""
        placed = []
        for row, (text, length) in enumerate(zip(self.lines, self.widths, strict=True)):
            down = self.leading * (row + 0.5) - self.height / 2
            at = centre[0] + down * sin(radians(angle)), centre[1] + down * cos(radians(angle))
            placed.append(Line(text, self.label, self.font, self.ink, at, length, self.leading * 0.94, angle))
        return placed


@dataclass
class Page:
    """One attempt to lay a sheet out."""

    sheet: Sheet
    scene: Scene
    scale: float
    rng: Random

    @property
    def look(self) -> Look:
        """The look of the scene."""
        return self.scene.look

    def unit(self, pixels: float) -> float:
        """A distance that grows with the text."""
        return pixels * self.scale

    def font(self, kind: str, label: Label | None = None) -> tuple[Font, int]:
        """The font of a kind of text and its size."""
        base, bold = SIZES[kind]
        size = min(LARGEST, max(SMALLEST, round(base * self.scale)))
        if kind == "mock":
            size = min(14, max(12, size))
        if label is not None and label.tiny:
            size = 6 + len(label.drawn) % 3
        family = self.look.title_family if kind in ("title", "heading", "zone") else self.look.family
        return load(family, bold, size), size

    def block(self, label: Label, width: float, kind: str = "", prefix: str = "") -> Block:
        """A label wrapped to a width; what is left out has no lines."""
        font, size = self.font(kind or label.kind, label)
        words = [prefix, *label.drawn.split()] if prefix else label.drawn.split()
        if label.broken:
            end = label.broken + bool(prefix)
            lines = wrap(words[:end], font, width) + wrap(words[end:], font, width)
        else:
            lines = wrap(words, font, width)
        leading = size * (1.32 if self.look.group == "hand" else 1.27)
        return Block(label, lines, font, leading, self.look.ink)

    def put(self, block: Block, left: float, top: float, width: float, align: Align = "middle") -> float:
        """Place a block; where it ends."""
        self.scene.add(block.at(left, top, width, align))
        return top + block.height

    def rectangle(
        self, rect: Rect, outline: Colour, fill: Colour | None, width: int = 2, radius: float = -1
    ) -> None:
        """A box, with shaky edges where the look is drawn by hand."""
        rounded = self.look.radius if radius < 0 else radius
        if fill is not None:
            self.scene.shape(lambda draw: draw.rounded_rectangle(rect, rounded, fill=fill))
        if self.look.wobble:
            left, top, right, bottom = rect
            corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
            self.scene.path(corners, outline, width)
            return
        self.scene.shape(
            lambda draw: draw.rounded_rectangle(rect, rounded, outline=outline, width=width), glow=True
        )

    def accent(self, number: int) -> Colour:
        """One of the look's colours."""
        return self.look.accents[number % len(self.look.accents)]

    def wash(self, number: int, share: float = 0.14) -> Colour:
        """A box colour with a tint of an accent."""
        return mix(self.look.box, self.accent(number), share)


def wrap(words: list[str], font: Font, width: float) -> list[str]:
    """Words in lines of at most this width."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            if font.getlength(word) > width:
                raise UnfitError(f"too wide: {word}")
            lines.append(word)
    return lines
