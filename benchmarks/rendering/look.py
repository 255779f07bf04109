"""Visual styles: colours, backgrounds, fonts. A look is made for one picture and is also told in its prompt."""

from dataclasses import dataclass, replace
from random import Random

import numpy as np
from PIL import Image

from .fonts import covers, families

Colour = tuple[int, int, int]
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@dataclass(frozen=True)
class Look:
    """All that makes a picture look as it does."""

    name: str
    backdrop: str  # flat, gradient, grid, dots, paper, vignette
    ground: Colour
    ground_end: Colour
    ink: Colour
    box: Colour
    accents: tuple[Colour, ...]
    group: str = "sans"
    glow: bool = False
    wobble: float = 0.0
    radius: int = 10
    filled: bool = True
    upper: bool = False
    family: str = ""
    title_family: str = ""
    noise: float = 0.0
    blur: float = 0.0
    circled: bool = True
    banner: bool = False
    aside: bool = False  # title at the left instead of the middle


CYAN, VIOLET, GREEN = (56, 214, 240), (170, 120, 255), (52, 211, 153)
AMBER, ROSE, BLUE = (245, 166, 35), (236, 92, 132), (37, 99, 235)
TEAL, BRICK, SLATE, PLUM = (13, 148, 136), (190, 70, 50), (71, 85, 105), (126, 58, 160)

LOOKS = (
    Look("dark-neon", "gradient", (11, 16, 32), (26, 20, 58), (236, 242, 255), (20, 29, 56), (CYAN, VIOLET, GREEN, AMBER), glow=True),
    Look("dark-neon", "vignette", (15, 23, 42), (8, 12, 24), (226, 232, 240), (26, 37, 62), (GREEN, AMBER, CYAN, ROSE), glow=True),
    Look("flat", "flat", (248, 250, 252), (248, 250, 252), (30, 41, 59), (255, 255, 255), (BLUE, TEAL, AMBER, PLUM)),
    Look("flat", "dots", (255, 255, 255), (255, 255, 255), (17, 24, 39), (239, 246, 255), (TEAL, BRICK, BLUE, SLATE), banner=True),
    Look("whiteboard", "paper", (252, 252, 249), (244, 244, 240), (28, 32, 44), (252, 252, 249), (BLUE, BRICK, TEAL, SLATE), "hand", wobble=1.6, filled=False),
    Look("chalkboard", "paper", (38, 50, 46), (30, 40, 37), (240, 242, 235), (38, 50, 46), (AMBER, (190, 225, 250), GREEN, ROSE), "hand", wobble=1.8, filled=False),
    Look("blueprint", "grid", (19, 62, 124), (14, 48, 100), (234, 243, 255), (25, 74, 143), ((200, 226, 255), (255, 226, 150)), "narrow", radius=0),
    Look("pastel", "gradient", (255, 241, 235), (226, 240, 255), (58, 48, 84), (255, 252, 246), ((205, 92, 130), (92, 110, 190), (40, 130, 120), PLUM)),
    Look("terminal", "flat", (13, 17, 14), (13, 17, 14), (190, 245, 200), (20, 28, 22), ((70, 220, 110), (230, 200, 90)), "mono", radius=2),
    Look("editorial", "paper", (246, 239, 226), (238, 229, 212), (44, 34, 28), (252, 247, 238), (BRICK, (120, 90, 40), TEAL), "serif", radius=3),
    Look("gradient", "gradient", (91, 33, 182), (190, 60, 120), (255, 255, 255), (76, 29, 149), ((255, 214, 102), (160, 240, 230)), radius=18),
)  # fmt: skip

SIZES = (
    (1024, 1024), (1536, 1024), (1280, 960), (1600, 900), (1920, 1080), (1344, 768), (1024, 1536), (1200, 1200)
)  # fmt: skip


def choose(look: Look, rng: Random, text: str) -> Look:
    """A style with its own fonts; only fonts that have every character of the text."""
    fitting = [family for family in families(look.group) if covers(family, text)]
    fallback = [family for family in families("sans") if covers(family, text)]
    chosen = rng.choice(fitting or fallback or [""])
    heads = families("sans") + families("serif") if look.group == "sans" else fitting
    heads = [family for family in heads if covers(family, text)]
    return replace(
        look,
        family=chosen,
        title_family=rng.choice(heads) if heads and rng.random() < 0.4 else chosen,
        upper=rng.random() < 0.15,
        noise=rng.choice((0.0, 0.0, 1.5, 3.0, 5.0)),
        blur=rng.choice((0.0, 0.0, 0.35, 0.55)),
        circled=rng.random() < 0.6,
        aside=rng.random() < 0.3,
    )


def luminance(colour: tuple[float, ...]) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [value / 255 for value in colour[:3]]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG contrast of two colours: 1 to 21."""
    first, second = luminance(one), luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def readable(ink: Colour, ground: Colour, least: float = 4.8) -> Colour:
    """The ink, drawn towards white or black until it can be read."""
    goal = WHITE if contrast(WHITE, ground) > contrast(BLACK, ground) else BLACK
    for step in range(11):
        colour = mix(ink, goal, step / 10)
        if contrast(colour, ground) >= least:
            return colour
    return goal


def faint(ink: Colour, ground: Colour, ratio: float) -> Colour:
    """A colour between ink and ground with about this contrast (below 2 for a planted defect)."""
    for step in range(101):
        colour = mix(ground, ink, step / 100)
        if contrast(colour, ground) >= ratio:
            return colour
    return ink


def background(look: Look, width: int, height: int, rng: Random) -> Image.Image:
    """The ground of the picture."""
    start, end = (np.array(colour, dtype=float) for colour in (look.ground, look.ground_end))
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    if look.backdrop == "vignette":
        share = np.clip(np.hypot(across - 0.5, down - 0.5) * 1.4, 0, 1)
    else:
        tilt = rng.uniform(0.2, 0.8)
        share = tilt * across + (1 - tilt) * down
    pixels = start + (end - start) * share[..., None]
    if look.backdrop == "paper":
        noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, 1, (height // 4 + 1, width // 4 + 1))
        pixels += np.kron(noise, np.ones((4, 4)))[:height, :width, None] * 2.2
    if look.backdrop in ("grid", "dots"):
        towards = np.array(look.ink, dtype=float)
        gap = rng.choice((24, 32, 40))
        rows, columns = np.arange(height) % gap == 0, np.arange(width) % gap == 0
        if look.backdrop == "grid":
            marked = rows[:, None] | columns[None, :]
        else:
            marked = rows[:, None] & columns[None, :]
        pixels[marked] += (towards - pixels[marked]) * 0.1
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
