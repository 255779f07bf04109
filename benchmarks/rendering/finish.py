"""What lies over the finished drawing: decoration, stock marks, the generator's star, noise; and the file."""

import math
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .fonts import families, load
from .geometry import Rect
from .look import luminance
from .model import Sheet
from .scene import Scene


def finish(image: Image.Image, sheet: Sheet, scene: Scene, rng: Random) -> Image.Image:
    """Marks and disturbances."""
    if sheet.decor:
        _decorate(image, sheet.decor, scene, rng)
    if sheet.watermark:
        image = _tile(image, sheet.watermark, rng)
    look = scene.look
    if look.noise:
        pixels = np.asarray(image, dtype=float)
        noise = np.random.default_rng(rng.randrange(1 << 30)).normal(0, look.noise, pixels.shape[:2])
        image = Image.fromarray(np.clip(pixels + noise[..., None], 0, 255).astype(np.uint8))
    if look.blur:
        image = image.filter(ImageFilter.GaussianBlur(look.blur))
    return _star(image, rng) if sheet.star else image


def _decorate(image: Image.Image, kind: str, scene: Scene, rng: Random) -> None:
    """A plus or a diamond near the lower right corner, clear of texts: not the generator's star."""
    size = rng.randrange(14, 30)
    draw = ImageDraw.Draw(image)
    colour = scene.look.accents[0]
    for away in range(size + 6, 160, 8):
        x, y = image.width - away, image.height - size - 8
        place = Rect(x - size, y - size, x + size, y + size)
        if not scene.free(place.quad(), Rect(0, 0, image.width, image.height)):
            continue
        if kind == "plus":
            draw.line([x - size * 0.7, y, x + size * 0.7, y], fill=colour, width=4)
            draw.line([x, y - size * 0.7, x, y + size * 0.7], fill=colour, width=4)
        else:
            corners = [(x, y - size * 0.8), (x + size * 0.8, y), (x, y + size * 0.8), (x - size * 0.8, y)]
            draw.polygon(corners, outline=colour, width=3)
        return


def _tile(image: Image.Image, words: str, rng: Random) -> Image.Image:
    """Tilted words all over the picture, half transparent."""
    size = rng.randrange(26, 54)
    font = load((families("sans") or [""])[0], True, size)
    reach = int(math.hypot(*image.size))
    layer = Image.new("L", (reach, reach))
    draw = ImageDraw.Draw(layer)
    across, down = int(font.getlength(words)) + size * 3, size * 5
    for row, y in enumerate(range(0, reach, down)):
        for x in range(-(row % 2) * across // 2, reach, across):
            draw.text((x, y), words, font=font, fill=255)
    layer = layer.rotate(rng.uniform(20, 35), Image.Resampling.BICUBIC)
    left, top = (reach - image.width) // 2, (reach - image.height) // 2
    mask = layer.crop((left, top, left + image.width, top + image.height))
    strength = rng.uniform(0.1, 0.28)
    mean = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, tuple)
    colour = (255, 255, 255) if luminance(mean) < 0.4 else (90, 90, 90)
    mask = mask.point(lambda value: int(value * strength))
    image = image.copy()
    image.paste(Image.new("RGB", image.size, colour), (0, 0), mask)
    return image


def _star(image: Image.Image, rng: Random) -> Image.Image:
    """Four points with hollow sides, near the lower right corner, half transparent."""
    short = min(image.size)
    size = short * rng.uniform(0.022, 0.036)
    x, y = image.width - short * rng.uniform(0.05, 0.085), image.height - short * rng.uniform(0.05, 0.085)
    scale = 4
    side = int(size * 2 * scale) + 8
    mask = Image.new("L", (side, side))
    points = []
    for step in range(200):
        angle = 2 * math.pi * step / 200
        cos, sin = math.cos(angle), math.sin(angle)
        points.append(
            (
                side / 2 + math.copysign(abs(cos) ** 2.6, cos) * size * scale,
                side / 2 + math.copysign(abs(sin) ** 2.6, sin) * size * scale,
            )
        )
    ImageDraw.Draw(mask).polygon(points, fill=int(255 * rng.uniform(0.45, 0.75)))
    mask = mask.resize((side // scale, side // scale), Image.Resampling.LANCZOS)
    corner = round(x - mask.width / 2), round(y - mask.height / 2)
    under = image.crop((corner[0], corner[1], corner[0] + mask.width, corner[1] + mask.height))
    mean = under.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, tuple)
    colour = (235, 238, 242) if luminance(mean) < 0.6 else (190, 194, 202)
    image = image.copy()
    image.paste(Image.new("RGB", mask.size, colour), corner, mask)
    return image


def save(image: Image.Image, folder: Path, name: str, rng: Random) -> str:
    """Write PNG, JPEG or WebP; the file's name."""
    kind = rng.choice(("png", "png", "jpg", "jpg", "jpg", "webp"))
    path = folder / f"{name}.{kind}"
    if kind == "jpg":
        image.save(path, quality=rng.randrange(60, 96))
    elif kind == "webp":
        image.save(path, quality=rng.randrange(70, 96))
    else:
        image.save(path)
    return path.name
