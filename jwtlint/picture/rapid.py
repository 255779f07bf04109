"""RapidOCR: the reader of choice. Its models come inside its wheel; they are loaded when a picture is there.

Lines are found on a picture of moderate size and read off the original, so that small print keeps its pixels.
"""

import sys
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from itertools import pairwise
from math import ceil
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from ..text import Region
from ..version import version_of
from .characters import normalised
from .geometry import corners_of, cut, part, region_of, size_of, turns, within
from .model import Corners, Line, Word
from .reader import INSTALL, ReaderError, Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

_LEAST_SCORE = 0.3
"""Below this the recogniser guesses at what is no text."""

_CLOSER = 1.5
_MUCH_LONGER = 1.5
_LONGEST_SIDE = 1920
"""Of a picture enlarged beyond this, finding lines would take too much memory."""

_GREY = 127
_NETWORK_HEIGHT, _NETWORK_WIDTH, _WIDTH_STEP = 48, 320, 64
"""Pixels of what the recogniser sees: the height of a line, the least width, and the steps of other widths."""

_SLIMMEST = 8
"""A picture that is longer, in widths, is widened: RapidOCR would enlarge a strip until it fills the memory."""

_LEAST_LINE = 4.0
"""Nobody can read letters of fewer pixels, but the recogniser would enlarge the line to its own height."""

_BATCH = 1
"""Lines of one batch are padded to the longest; on a processor that costs more than batches save."""


class RapidReader:
    """Reads with the models of PP-OCR, on OpenVINO where it is installed, else on ONNX Runtime.

    Raises ReaderError where RapidOCR or a runtime is not installed.
    """

    name = "rapidocr"

    def __init__(self) -> None:
        if find_spec("rapidocr") is None:
            raise ReaderError(f"RapidOCR is not installed ({INSTALL})")
        self.runtime = next((name for name in ("openvino", "onnxruntime") if find_spec(name)), "")
        if not self.runtime:
            raise ReaderError(f"RapidOCR has no runtime ({INSTALL})")
        self.version = f"{version_of('rapidocr')}-{self.runtime}-{version_of(self.runtime)}"

    def missing(self, languages: Sequence[str]) -> tuple[str, ...]:
        """Nothing: one model reads all languages with Latin letters."""
        return ()

    def read(self, image: "Image", languages: Sequence[str]) -> tuple[Line, ...]:
        """Find and read everything. The models know Latin and Chinese letters; `languages` change nothing."""
        return self._read(image, self._boxes(image))

    def look_closer(
        self, image: "Image", languages: Sequence[str], known: Sequence[Line]
    ) -> tuple[Line, ...]:
        """Lines that are found only on the enlarged picture: small, tilted or short ones."""
        scale = min(_CLOSER, _LONGEST_SIDE / max(image.size))
        if scale <= 1:
            return ()
        enlarged = image.resize((round(image.width * scale), round(image.height * scale)))
        boxes = [_scaled(box, 1 / scale) for box in self._boxes(enlarged)]
        new = [box for box in boxes if not any(_shows(line.region, region_of(box)) for line in known)]
        return self._read(image, new)

    def _boxes(self, image: "Image") -> list[Corners]:
        import numpy as np

        least = max(image.size) // _SLIMMEST
        missing = [(0, max(0, least - side)) for side in (image.height, image.width)]
        pixels = np.pad(np.asarray(image)[:, :, ::-1], (*missing, (0, 0)), mode="edge")
        found = self._engine(pixels, use_det=True, use_cls=False, use_rec=False)
        boxes = [] if found.boxes is None else [within(corners_of(box), image.size) for box in found.boxes]
        return [box for box in boxes if min(size_of(box)) >= _LEAST_LINE]

    def _read(self, image: "Image", boxes: Sequence[Corners]) -> tuple[Line, ...]:
        ways = [(number, way) for number, box in enumerate(boxes) for way in turns(box)]
        read = self._recognised([cut(image, way) for _, way in ways])
        best: dict[int, tuple[float, Line]] = {}
        for (number, way), (value, score, ends) in zip(ways, read, strict=True):
            line = self._line(way, value, score, ends)
            if line.words and score >= _LEAST_SCORE and score > best.get(number, (0.0, line))[0]:
                best[number] = (score, line)
        return tuple(best[number][1] for number in sorted(best))

    def recognise(self, cuts: Sequence["Image"], languages: Sequence[str]) -> list[Reading]:
        """Read cuts with one upright line each."""
        return [Reading(value, score) for value, score, _ in self._recognised(cuts)]

    def _line(self, corners: Corners, value: str, score: float, ends: list[tuple[float, float]]) -> Line:
        words: list[Word] = []
        at = 0
        for word in value.split():
            places = ends[at : at + len(word)]
            at += len(word)
            region = region_of(part(corners, places[0][0], places[-1][1]))
            words.append(Word(word, region, score, self.name))
        return Line(tuple(words), corners, size_of(corners)[1])

    def _recognised(self, cuts: Sequence["Image"]) -> list[tuple[str, float, list[tuple[float, float]]]]:
        """Text, score, and for each character but blanks where it begins and ends, as shares of the width."""
        import numpy as np

        if not cuts:
            return []
        padded = [_padded(np.asarray(one)[:, :, ::-1]) for one in cuts]
        found = self._engine.recognize_txt(padded)
        return [
            (normalised(value), score, _ends(info, wide.shape[1] / one.width))
            for value, score, info, wide, one in zip(
                found.txts, found.scores, found.word_results, padded, cuts, strict=True
            )
        ]

    @cached_property
    def _engine(self) -> Any:
        # OpenVINO tells its maker when it is used, unless it finds nothing to tell it with. Nobody has asked for that.
        sys.modules.setdefault("openvino_telemetry", cast(ModuleType, None))
        from rapidocr import EngineType, RapidOCR

        engine = EngineType(self.runtime)
        return RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.return_word_box": True,
                "Global.log_level": "critical",
                "Global.max_side_len": _LONGEST_SIDE,
                "Det.engine_type": engine,
                "Rec.engine_type": engine,
                "Rec.rec_batch_num": _BATCH,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "EngineConfig.openvino.inference_num_threads": 1,
                # Else the only thread of every process is bound to the same core.
                "EngineConfig.openvino.enable_cpu_pinning": False,
            }
        )


def _scaled(corners: Corners, scale: float) -> Corners:
    return corners_of([(x * scale, y * scale) for x, y in corners])


def _shows(known: Region, new: Region) -> bool:
    """Do two regions share a third of the smaller one, and the new one is not much longer than the known one?"""
    width = min(known.right, new.right) - max(known.left, new.left)
    height = min(known.bottom, new.bottom) - max(known.top, new.top)
    areas = [(one.right - one.left) * (one.bottom - one.top) for one in (known, new)]
    return (
        width > 0 and height > 0 and 3 * width * height >= min(areas) and areas[1] < _MUCH_LONGER * areas[0]
    )


def _padded(pixels: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """The cut, widened so far that the network sees one of few widths.

    For each new width a runtime prepares its kernels anew and keeps them: time and memory that would grow with
    the number of pictures. The grey is that with which RapidOCR itself fills up short lines.
    """
    import numpy as np

    height, width = pixels.shape[:2]
    seen = max(_NETWORK_WIDTH, _NETWORK_HEIGHT * width / height)
    wanted = ceil(seen / _WIDTH_STEP) * _WIDTH_STEP
    extra = ceil(wanted * height / _NETWORK_HEIGHT) - width
    return np.pad(pixels, ((0, 0), (0, extra), (0, 0)), constant_values=_GREY) if extra > 0 else pixels


def _ends(info: Any, widened: float) -> list[tuple[float, float]]:
    """Each character reaches half way to its neighbours; the recogniser only tells one column of each.

    The shares are those of the line; `widened` tells how many times as wide the picture of it was.
    """
    columns = [column + 0.5 for word in info.word_cols for column in word]
    if not columns:
        return []
    width = max(info.line_txt_len / widened, columns[-1])
    borders = [(one + other) / 2 for one, other in pairwise(columns)]
    half = width / len(columns) / 2
    starts = [
        max(columns[0] - half, 0.0),
        *(max(border, column - half) for border, column in zip(borders, columns[1:], strict=True)),
    ]
    ends = [
        *(min(border, column + half) for border, column in zip(borders, columns, strict=False)),
        min(columns[-1] + half, width),
    ]
    return [(start / width, end / width) for start, end in zip(starts, ends, strict=True)]
