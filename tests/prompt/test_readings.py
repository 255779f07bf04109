"""The fixtures are read as a person reads them: boxes, arrows, legends and notes of 48 forms."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from jwtlint.context import Context
from jwtlint.entry.read import read_entries
from jwtlint.pack import builtin
from jwtlint.prompt.model import Arrow, Mode, Prompt
from jwtlint.prompt.parse import parse
from jwtlint.source import Source

FOLDER = Path(__file__).parents[2] / "fixtures" / "prompts"
READINGS: dict[str, dict[str, Any]] = json.loads((FOLDER / "readings.json").read_text(encoding="utf-8"))
CONTEXT = Context([builtin()])


def read(name: str) -> Prompt:
    source = Source.decode(name, (FOLDER / name).read_bytes())
    (entry,) = read_entries(source)
    assert entry.prompt is not None
    return parse(entry.prompt, CONTEXT.vocabulary)


def plain(words: object) -> str:
    """Without quotes, emphasis and final full stop, which belong to the form and not to the words."""
    return re.sub(r"[\s*`_]+", " ", str(words)).strip().rstrip(".").strip("\"“”'«»").lower()


def mode(arrow: Arrow) -> str:
    if arrow.internal:
        return "internal"
    return "main" if arrow.mode is Mode.MAIN else "optional"


@pytest.fixture(params=sorted(READINGS), scope="module")
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_boxes(name: str) -> None:
    assert [plain(box.name) for box in read(name).boxes] == [plain(box) for box in READINGS[name]["boxes"]]


def test_arrows(name: str) -> None:
    found = [
        (plain(arrow.source), plain(arrow.target), plain(arrow.label or ""), mode(arrow))
        for arrow in read(name).arrows
    ]
    wanted = [
        (plain(source), plain(target), plain(label), how)
        for source, target, label, how in READINGS[name]["arrows"]
    ]
    assert found == wanted


def test_legend(name: str) -> None:
    prompt = read(name)
    legend = READINGS[name]["legend"] or {"declared": None, "steps": []}
    found = [(f"{step.number}{step.suffix}", plain(step.text)) for step in prompt.steps]
    assert found == [(str(number), plain(text)) for number, text in legend["steps"]]
    declared = prompt.legend.declared if prompt.legend else None
    assert declared == (tuple(legend["declared"]) if legend["declared"] else None)


def test_notes(name: str) -> None:
    assert [plain(note.text) for note in read(name).notes] == [
        plain(note) for note in READINGS[name]["notes"]
    ]


def test_places(name: str) -> None:
    """Every part of the reading is cut from where it stands."""
    prompt = read(name)
    source = prompt.text.source
    assert source is not None
    parts = [passage.text for passage in prompt.passages]
    parts += [part for arrow in prompt.arrows for part in (arrow.source, arrow.target, arrow.label) if part]
    for part in parts:
        if len(part.runs) == 1:
            assert source.value[part.span.start : part.span.end] == part.value


def test_passages_do_not_overlap(name: str) -> None:
    spans = [passage.text.span for passage in read(name).passages]
    assert all(before.end <= after.start for before, after in pairwise(spans))
