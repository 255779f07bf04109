"""What a picture looks like, in a few bytes: two renderings of the same drawing differ in few bits.

A difference hash ("dHash"): the picture is shrunk to grey cells, and each bit tells whether a cell is darker than its
neighbour to the right.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 16
BITS = SIDE * SIDE
BAND = 2
"""Bytes of a piece of a hash. Two hashes that differ in few bits share most of their pieces."""
_NOISE = 2
"""Steps of grey (of 256) that saving a picture again can make; flat grounds would differ at random otherwise."""


def look_of(image: "Image") -> bytes:
    """The hash of a picture, BITS bits."""
    from PIL.Image import Resampling

    cells = image.convert("L").resize((SIDE + 1, SIDE), Resampling.BOX).tobytes()
    bits = 0
    for row in range(SIDE):
        line = cells[row * (SIDE + 1) : (row + 1) * (SIDE + 1)]
        for left, right in pairwise(line):
            bits = bits << 1 | (right - left > _NOISE)
    return bits.to_bytes(BITS // 8)


def distance(one: bytes, other: bytes) -> int:
    """In how many bits two pictures differ."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count()
