"""Render technical infographics with planted defects, their prompts and their truth.

A third of the pictures is clean. The same seed gives the same pictures where the same fonts are installed; with
fonts-humor-sans, fonts-comic-neue, fonts-roboto, fonts-lato, fonts-inter, fonts-open-sans and fonts-jetbrains-mono
(Debian) there is more variety.

    python -m benchmarks.rendering OUT_DIR [--seed N] [--count N]
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from .compose import compose
from .defects import DEFECTS, Plot, round_of
from .finish import finish, save
from .geometry import UnfitError
from .look import LOOKS, SIZES, Look, choose
from .model import Label, Sheet, Topic, topics
from .prompts import FORMS, Request, phrases, write
from .truth import Truth, least_contrast, record

TRIES = 30
READABLE = 3.0


class Batch:
    """All pictures of one run."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Nothing is drawn yet."""
        self.folder, self.seed = folder, seed
        self.rng = Random(f"batch {seed}")
        self.topics: list[Topic] = []
        self.looks: list[Look] = []
        self.kinds: list[str] = []

    def topic(self) -> Topic:
        """The next topic; all come before one comes again."""
        if not self.topics:
            self.topics = topics()
            self.rng.shuffle(self.topics)
        return self.topics.pop()

    def look(self) -> Look:
        """The next style; all come before one comes again."""
        if not self.looks:
            self.looks = list(LOOKS)
            self.rng.shuffle(self.looks)
        return self.looks.pop()

    def plant(self, plot: Plot, count: int) -> None:
        """The next kinds of defects; those that do not fit this picture wait for another."""
        waiting = []
        for _ in range(60):
            if len(plot.truth.planted) >= count:
                break
            if not self.kinds:
                self.kinds = round_of(self.rng)
            kind = self.kinds.pop()
            if DEFECTS[kind](plot):
                plot.truth.planted.append(kind)
            else:
                waiting.append(kind)
        self.kinds += waiting

    def picture(self, number: int) -> dict[str, Any]:
        """Draw one picture; its line of truth."""
        topic, style, clean = self.topic(), self.look(), number % 3 == 2
        count = 0 if clean else self.rng.choice((1, 2, 2, 3, 3, 4))
        kinds = list(self.kinds)
        state = self.rng.getstate()
        for attempt in range(TRIES):
            self.kinds = list(kinds)
            self.rng.setstate(state)
            try:
                return self._attempt(
                    topic, style, f"{number:03}", count, Random(f"{self.seed}:{number}:{attempt}")
                )
            except UnfitError:
                continue
        raise SystemExit(f"{topic.key}: no arrangement found in {TRIES} attempts")

    def _attempt(self, topic: Topic, style: Look, number: str, count: int, rng: Random) -> dict[str, Any]:
        look = choose(style, rng, topic.text() + topic.title.upper())
        form = rng.choice([*FORMS, "sections"] if topic.zones else [*FORMS])
        zoned = bool(topic.zones) and form == "sections"
        tabular = not zoned and not topic.short and len(topic.links) >= 4 and rng.random() < 0.12
        numbered = not topic.short and not tabular and rng.random() < 0.25
        prompt, leaks = write(Request(topic, look, tabular, numbered, zoned), form, rng)
        sheet, truth = Sheet.of(topic, zoned=zoned, numbered=numbered), Truth()
        if look.upper:
            sheet.title.drawn = sheet.title.drawn.upper()
            for _, label in sheet.zones:
                label.drawn = label.drawn.upper()
        if tabular:
            sheet.columns = [Label.of("cell", text) for text in phrases()[topic.language]["columns"]]
        self.plant(Plot(topic, sheet, truth, prompt, leaks, rng), count)
        if rng.random() < 0.3:
            sheet.decor = rng.choice(("plus", "diamond"))
        if not sheet.mock and rng.random() < 0.15:
            sheet.mock = [Label("mock", "", "") for _ in range(5)]
        size = rng.choice(SIZES)
        scene, plan = compose(sheet, look, size, rng, tabular)
        image = scene.paint()
        if least_contrast(scene) < READABLE:
            raise UnfitError("a text would be hard to read")
        image = finish(image, sheet, scene, rng)
        name = f"{number}_{topic.key}"
        file = save(image, self.folder, name, rng)
        (self.folder / f"{name}.txt").write_text(prompt, encoding="utf-8")
        about = {"image": file, "prompt": prompt, "language": topic.language, "style": look.name}
        about |= {"form": "short" if topic.short else form, "layout": "+".join(plan), "font": look.family}
        return record(truth, sheet, scene, about | {"size": list(size)})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    batch = Batch(options.folder, options.seed)
    tally: Counter[str] = Counter()
    with (options.folder / "truth.jsonl").open("w", encoding="utf-8") as out:
        for number in range(options.count):
            line = batch.picture(number)
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            tally.update(line["planted"] or ["clean"])
    print(f"{options.count} pictures in {options.folder}, seed {options.seed}")
    for kind, times in sorted(tally.items()):
        print(f"{kind:16}{times:>4}")


if __name__ == "__main__":
    main()
