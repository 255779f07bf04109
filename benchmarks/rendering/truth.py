"""The truth of one picture, in the fields of the shared truth.jsonl and some more.

- `lines`: every drawn line; of a line that the border cuts, what can be seen; tiny text is left out (see `tiny_text`).
- `misspelled`: words without punctuation around them; `kind` says letters, word (another real word) or digit.
- `missing_labels`: texts of the prompt that are not drawn as labels, though a sentence may hold the same words.
- `missing_steps`, `repeated_steps`: numbers; a misnumbered step (`misnumbered_steps`) makes its own number missing, and
  repeated the number that it took where that was there. Where the rest was renumbered, `notes` says so.
- `duplicated_labels`: drawn once more than asked. `doubled_words`: twice in a row, the line breaks between.
- `low_contrast`, `tiny_text`, `cut_off`: whole labels. `gibberish_blocks`: one text a card, lines as drawn.
- `star`: the generator's mark; `watermark`: the words of a tiled stock mark.
- `planted`: kinds of defects; `clean`: none.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

from .model import Sheet
from .scene import Line, Scene


@dataclass
class Truth:
    """What was planted. The rest is read off the scene."""

    misspelled: list[dict[str, str]] = field(default_factory=list)
    missing_labels: list[str] = field(default_factory=list)
    missing_steps: list[int] = field(default_factory=list)
    repeated_steps: list[int] = field(default_factory=list)
    misnumbered_steps: list[dict[str, int]] = field(default_factory=list)
    steps_out_of_order: bool = False
    prompt_leaks: list[str] = field(default_factory=list)
    duplicated_labels: list[str] = field(default_factory=list)
    doubled_words: list[str] = field(default_factory=list)
    vendor_words: list[str] = field(default_factory=list)
    foreign_words: list[str] = field(default_factory=list)
    planted: list[str] = field(default_factory=list)
    notes: str | None = None


def record(truth: Truth, sheet: Sheet, scene: Scene, about: dict[str, Any]) -> dict[str, Any]:
    """One line of truth.jsonl."""
    labels = {id(line.label): line.label for line in scene.lines if line.label is not None}
    drawn = list(labels.values())
    tiny = [label.drawn for label in drawn if label.tiny]
    lines = [seen(line, scene.width) for line in scene.lines if not (line.label and line.label.tiny)]
    mock = [line.text for line in scene.lines if line.label is not None and line.label.kind == "mock"]
    about |= asdict(truth)
    return about | {
        "kind": "architecture",
        "lines": [line for line in lines if line],
        "legend_steps": [step.number for step in sheet.steps],
        "watermark": sheet.watermark or None,
        "star": sheet.star,
        "low_contrast": [label.drawn for label in drawn if label.low],
        "contrasts": [round(scene.contrasts[id(label)], 2) for label in drawn if label.low],
        "cut_off": [label.drawn for label in drawn if label.cut],
        "tiny_text": tiny,
        "gibberish_blocks": ["\n".join(mock)] if mock else [],
        "gibberish": bool(mock),
        "clean": not truth.planted,
        "vendor_logos": [],
        "unreadable": [],
        "untranscribed_small_text": bool(tiny),
        "misspellings_mostly_small_text": False,
        "confidence": "high",
        "prompt_match": "exact",
    }


def seen(line: Line, width: int) -> str:
    """The part of a line whose letters are wholly inside the picture."""
    if line.label is None or not line.label.cut:
        return line.text
    left = line.centre[0] - line.width / 2
    text = line.text
    if line.label.cut == "left":
        while text and left + line.width - line.font.getlength(text) < 0:
            text = text[1:]
    else:
        while text and left + line.font.getlength(text) > width:
            text = text[:-1]
    return text.strip()


def least_contrast(scene: Scene) -> float:
    """The lowest contrast of a text that is not meant to be faint."""
    planted = {id(line.label) for line in scene.lines if line.label is not None and line.label.low}
    return min((ratio for key, ratio in scene.contrasts.items() if key not in planted), default=21.0)
