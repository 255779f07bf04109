"""Two sequences side by side, so that what one of them lacks moves nothing else (Needleman and Wunsch, 1970)."""

from collections.abc import Callable, Sequence
from typing import TypeVar

_A = TypeVar("_A")
_B = TypeVar("_B")
_MOST_CELLS = 60_000
_NARROWEST = 8


def align(
    left: Sequence[_A], right: Sequence[_B], cost: Callable[[_A, _B], float], gap: float
) -> list[tuple[_A | None, _B | None]]:
    """The pairs of the cheapest alignment, in order; None stands where one side has nothing.

    `cost` is what it costs to pair two items (0: they are the same thing), `gap` what it costs to leave one out.
    Very long sequences are only compared near the diagonal.
    """
    columns = len(right) + 1
    width = max(_NARROWEST, abs(len(left) - len(right)) + 1, _MOST_CELLS // max(len(left), 1))
    infinite = float("inf")
    above = [at * gap if at <= width else infinite for at in range(columns)]
    moves: list[bytearray] = [bytearray(b"R" * columns)]
    for row, one in enumerate(left, 1):
        middle = row * len(right) // max(len(left), 1)
        low, high = max(1, middle - width), min(len(right), middle + width)
        current = [infinite] * columns
        chosen = bytearray(b"D" * columns)
        if low == 1:
            current[0] = row * gap
        for column in range(low, high + 1):
            paired = (
                above[column - 1] + cost(one, right[column - 1]) if above[column - 1] < infinite else infinite
            )
            best, move = paired, b"P"[0]
            if above[column] + gap < best:
                best, move = above[column] + gap, b"D"[0]
            if current[column - 1] + gap < best:
                best, move = current[column - 1] + gap, b"R"[0]
            current[column], chosen[column] = best, move
        above = current
        moves.append(chosen)
    return _path(left, right, moves)


def _path(
    left: Sequence[_A], right: Sequence[_B], moves: Sequence[bytearray]
) -> list[tuple[_A | None, _B | None]]:
    row, column = len(left), len(right)
    pairs: list[tuple[_A | None, _B | None]] = []
    while row or column:
        move = moves[row][column] if row and column else (b"D"[0] if row else b"R"[0])
        row -= move != b"R"[0]
        column -= move != b"D"[0]
        pairs.append((left[row] if move != b"R"[0] else None, right[column] if move != b"D"[0] else None))
    pairs.reverse()
    return pairs
