"""What readers read on pictures, for programs. Keys are added, never changed or removed.

`schema/ocr.schema.json` describes it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from ..finding import Failure
from ..picture.model import Line
from ..picture.seen import Place, Readout, Seen
from ..version import __version__


def report(pictures: Iterable[Seen], lost: Sequence[str], failures: Sequence[Failure]) -> dict[str, Any]:
    """The whole report; `failures` may grow while the pictures are read."""
    read = [_picture(one) for one in pictures]
    return {
        "version": __version__,
        "errors": [{"path": one.path, "message": one.reason} for one in failures],
        "notices": [{"message": one} for one in lost],
        "pictures": read,
    }


def _picture(seen: Seen) -> dict[str, Any]:
    file, known = seen.file, seen.file.provenance
    return {
        "path": file.path,
        "format": file.format,
        "width": file.width,
        "height": file.height,
        "bytes": file.byte_count,
        "frames": file.frames,
        "sha256": file.picture_hash,
        "provenance": {
            "generator": known.generator,
            "source_type": known.source_type,
            "c2pa": known.c2pa,
            "prompts": list(known.prompts),
            "texts": [{"name": name, "text": text} for name, text in known.texts],
        },
        "marks": [
            {
                "kind": mark.kind,
                "name": mark.name,
                "region": list(mark.region),
                "confidence": round(mark.confidence, 4),
            }
            for mark in seen.marks
        ],
        "readings": [_readout(one) for one in seen.readouts],
    }


def _readout(readout: Readout) -> dict[str, Any]:
    lines = [_line(number, line, readout.alone) for number, line in enumerate(readout.lines)]
    return {"reader": readout.reader, "version": readout.version, "lines": lines}


def _line(number: int, line: Line, alone: frozenset[Place] | None) -> dict[str, Any]:
    return {
        "number": number + 1,
        "text": line.value,
        "region": list(line.region),
        "corners": [[round(corner.x, 2), round(corner.y, 2)] for corner in line.corners],
        "height": round(line.height, 2),
        "contrast": round(line.contrast, 2) if line.contrast is not None else None,
        "cut_off": line.cut_off,
        "confidence": round(line.confidence, 4),
        "words": [
            {
                "text": word.value,
                "region": list(word.region),
                "confidence": round(word.confidence, 4),
                "alone": Place(number, at) in alone if alone is not None else None,
            }
            for at, word in enumerate(line.words)
        ],
    }
