"""Fonts of this machine, found with fontconfig; Pillow's own font where there are none."""

import subprocess
import sys
from functools import lru_cache

from PIL import ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

FAMILIES = {
    "sans": [
        "Inter", "Roboto", "Open Sans", "Lato", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Nimbus Sans",
        "URW Gothic",
    ],
    "narrow": ["Liberation Sans Narrow", "DejaVu Sans Condensed", "Roboto Condensed", "Nimbus Sans Narrow"],
    "serif": ["Noto Serif", "DejaVu Serif", "P052", "Liberation Serif", "URW Bookman"],
    "mono": ["JetBrains Mono", "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono"],
    "hand": ["Comic Neue", "Klee One"],
}  # fmt: skip
BOLD = ("Bold", "SemiBold", "Semi Bold", "Demi", "Black")
REGULAR = ("Regular", "Book", "Roman", "Light")


@lru_cache(maxsize=1)
def installed() -> dict[str, dict[str, str]]:
    """Family -> style -> file. Type 1 files are left out: Pillow draws them less well."""
    found: dict[str, dict[str, str]] = {}
    command = ["fc-list", "--format", "%{family[0]}|%{style[0]}|%{file}\\n"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        listed = ""
    for line in sorted(listed.splitlines()):
        family, style, path = line.split("|", 2)
        if path.endswith((".ttf", ".otf")):
            if family == "DejaVu Sans" and "Condensed" in style:
                family, style = "DejaVu Sans Condensed", style.removeprefix("Condensed").strip() or "Book"
            found.setdefault(family, {}).setdefault(style, path)
    if not found:
        print("note: fc-list finds no font; Pillow's own is used everywhere", file=sys.stderr)
    return found


def families(group: str) -> list[str]:
    """The families of a group that are here."""
    return [family for family in FAMILIES[group] if family in installed()]


@lru_cache(maxsize=4096)
def load(family: str, bold: bool, size: int) -> Font:
    """A font; the basic layout engine, so that no ligature changes what is drawn."""
    styles = installed().get(family, {})
    wanted = (*BOLD, *REGULAR) if bold else (*REGULAR, *BOLD)
    for style in wanted:
        if style in styles:
            return ImageFont.truetype(styles[style], size, layout_engine=ImageFont.Layout.BASIC)
    return ImageFont.load_default(size)


@lru_cache(maxsize=4096)
def covers(family: str, text: str) -> bool:
    """Whether every character has a glyph of its own."""
    font = load(family, False, 24)
    missing = bytes(font.getmask("\U0010fffd"))
    return all(character.isspace() or bytes(font.getmask(character)) != missing for character in text)
