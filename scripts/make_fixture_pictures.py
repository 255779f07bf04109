"""Writes fixtures/rendered: prompts with the pictures drawn from them, one right and three with planted defects.

python -m scripts.make_fixture_pictures               draw the pictures, write their prompts, read them
python -m scripts.make_fixture_pictures --readings    only read the pictures again

Drawing needs the fonts of the pictures (Debian: fonts-inter, fonts-open-sans, fonts-lato, fonts-roboto); another
version of a font or of Pillow draws a little otherwise. Reading needs RapidOCR. What was read is kept in the folder
readings, so that tests need no reader; write it anew when lines are found, cut out or kept in another way. The
annotated picture of the README comes from here, too.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image

from benchmarks.rendering.compose import compose
from benchmarks.rendering.finish import finish
from benchmarks.rendering.fonts import installed
from benchmarks.rendering.look import LOOKS
from benchmarks.rendering.model import Label, Sheet, topics
from benchmarks.rendering.prompts import Request, write
from jwtlint.engine import Linter
from jwtlint.entry.discover import load as load_text
from jwtlint.entry.read import read_entries
from jwtlint.finding import Result
from jwtlint.picture.cache import Cache, Kept, decode, encode
from jwtlint.picture.file import load
from jwtlint.picture.picture import Picture
from jwtlint.picture.reader import Choice, Readers, readers_of
from jwtlint.report.annotate import annotate

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "fixtures" / "rendered"
READINGS = FOLDER / "readings"
QUALITY = 82
SHOWN, SHOWN_WIDTH, SHOWN_COLOURS = "oauth-pkce-misspelt", 900, 256


class OneFile(Cache):
    """Keeps what was read of one picture in one file, whoever reads it and however."""

    def __init__(self, file: Path | None) -> None:
        super().__init__(None)
        self._file = file

    def get(self, name: str) -> Kept | None:
        return decode(self._file.read_bytes()) if self._file and self._file.is_file() else None

    def put(self, name: str, kept: Kept) -> None:
        if self._file:
            self._file.write_bytes(encode(kept))


class Drawing(NamedTuple):
    """A picture to draw: what it is about, how it looks, the form of its prompt, and what is spoilt on it."""

    name: str
    topic: str
    look: int
    font: str
    form: str
    size: tuple[int, int]
    spoil: Callable[[Sheet], None]
    seed: int = 0


def nothing(sheet: Sheet) -> None:
    """All is drawn as it is asked for."""


def misspelt(sheet: Sheet) -> None:
    """A name and a step are misspelt, and a step is not drawn."""
    _respell(sheet, "Authorization Server", "Authorizaton Server")
    _respell(sheet, "silently", "silenty")
    del sheet.steps[4]


def directed(sheet: Sheet) -> None:
    """Two directions of the prompt are drawn, an arrow has no label, and a word is another one."""
    sheet.panels[1].extra.append(Label("caption", "", "(database icon)"))
    sheet.captions.append(Label("caption", "", "BOTTOM SECTION:"))
    sheet.arrows[1].label.drawn = ""
    _respell(sheet, "parked", "packed")


def marked(sheet: Sheet) -> None:
    """The generator's mark, a vendor, a role that is not drawn, and two steps in each other's place."""
    sheet.star = True
    sheet.panels[4].extra.append(Label("vendor", "", "Cloudflare"))
    sheet.panels[1].role.drawn = ""
    sheet.steps[1], sheet.steps[2] = sheet.steps[2], sheet.steps[1]


DRAWINGS = (
    Drawing("jwt-refresh-right", "jwt-refresh", 2, "Inter", "bullets", (1024, 1280), nothing),
    Drawing("oauth-pkce-misspelt", "oauth-pkce", 0, "Roboto", "paragraph", (1024, 1280), misspelt),
    Drawing("webhook-retry-directed", "webhook-retry", 7, "Lato", "fields", (1024, 1280), directed),
    Drawing("cdn-shield-marked", "cdn-shield", 6, "Open Sans", "bullets", (1024, 1280), marked),
)


def _respell(sheet: Sheet, right: str, wrong: str) -> None:
    """Draw something else where a text is asked for once."""
    (label,) = (label for label in sheet.labels() if right in label.drawn)
    label.drawn = label.drawn.replace(right, wrong)


def draw(drawing: Drawing) -> None:
    """Write the picture and its prompt."""
    topic = next(one for one in topics() if one.key == drawing.topic)
    look = replace(LOOKS[drawing.look], family=drawing.font, title_family=drawing.font)
    rng = Random(f"{drawing.name} {drawing.seed}")
    prompt, _ = write(Request(topic, look, tabular=False, numbered=False, zoned=False), drawing.form, rng)
    sheet = Sheet.of(topic, zoned=False, numbered=False)
    drawing.spoil(sheet)
    scene, _ = compose(sheet, look, drawing.size, rng, tabular=False)
    image = finish(scene.paint(), sheet, scene, rng)
    image.save(FOLDER / f"{drawing.name}.webp", quality=QUALITY, method=6)
    (FOLDER / f"{drawing.name}.txt").write_text(prompt, encoding="utf-8", newline="\n")


def check(name: str, readers: Readers, readings: Path | None = None) -> Result:
    """Hold a picture against its prompt; what is read is taken from a file, or kept there."""
    (entry,) = read_entries(load_text(FOLDER / f"{name}.txt"))
    picture = Picture(load(FOLDER / f"{name}.webp"), readers, ("en",), OneFile(readings))
    return Linter().lint_picture(picture, entry)


def show(result: Result) -> None:
    """Write the annotated picture of the README: small, for it is looked at and not read."""
    with tempfile.TemporaryDirectory() as folder:
        image = Image.open(annotate(FOLDER / f"{SHOWN}.webp", result.diagnostics, Path(folder))).convert(
            "RGB"
        )
    size = SHOWN_WIDTH, round(image.height * SHOWN_WIDTH / image.width)
    small = image.resize(size, Image.Resampling.LANCZOS)
    few = small.quantize(SHOWN_COLOURS, kmeans=1, dither=Image.Dither.NONE)
    few.save(ROOT / "docs" / "annotated.png", optimize=True)


def main() -> None:
    """Command line."""
    if "--readings" not in sys.argv[1:]:
        missing = {drawing.font for drawing in DRAWINGS} - set(installed())
        if missing:
            raise SystemExit(f"fonts that are not installed: {', '.join(sorted(missing))}")
        for drawing in DRAWINGS:
            draw(drawing)
    readers = readers_of(Choice.RAPIDOCR)
    for drawing in DRAWINGS:
        readings = READINGS / f"{drawing.name}.json"
        readings.unlink(missing_ok=True)
        result = check(drawing.name, readers, readings)
        size = (FOLDER / f"{drawing.name}.webp").stat().st_size
        print(f"{drawing.name}: {size // 1024} KiB")
        for one in result.diagnostics:
            print(f"  {one.rule} {one.severity.label} {one.text!r}: {one.message} ({one.confidence})")
        if drawing.name == SHOWN:
            show(result)


if __name__ == "__main__":
    main()
