"""Two sequences side by side, so that what one of them lacks moves nothing else (Needleman and Wunsch, 1970)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

_A = TypeVar("_A")
_B = TypeVar("_B")
_MOST_CELLS = 60_000
_NARROWEST = 8
_PAIR, _LEFT, _RIGHT = 0, 1, 2


class _Row(NamedTuple):
    """The columns of one row that are looked at, from `first` on: what each costs, and the last move to it."""

    first: int
    costs: list[float]
    moves: bytearray

    def cost(self, column: int) -> float:
        at = column - self.first
        return self.costs[at] if 0 <= at < len(self.costs) else float("inf")


def align(
    left: Sequence[_A], right: Sequence[_B], cost: Callable[[_A, _B], float], gap: float
) -> list[tuple[_A | None, _B | None]]:
    """The pairs of the cheapest alignment, in order; None stands where one side has nothing.

    `cost` is what it costs to pair two items (0: they are the same thing), `gap` what it costs to leave one out.
    Long sequences are only compared near the diagonal, so that time and memory grow with their length.
    """
    rows = len(left)
    width = max(_NARROWEST, abs(rows - len(right)) + 1, _MOST_CELLS // max(rows, 1))
    last = min(len(right), width)
    table = [_Row(0, [at * gap for at in range(last + 1)], bytearray([_RIGHT]) * (last + 1))]
    for number, one in enumerate(left, 1):
        middle = number * len(right) // rows
        first, last = max(0, middle - width), min(len(right), middle + width)
        above, moves = table[-1], bytearray()
        costs: list[float] = []
        for column in range(first, last + 1):
            best, move = above.cost(column) + gap, _LEFT
            if column and (paired := above.cost(column - 1)) < float("inf"):
                paired += cost(one, right[column - 1])
                best, move = (paired, _PAIR) if paired <= best else (best, move)
            if costs and costs[-1] + gap < best:
                best, move = costs[-1] + gap, _RIGHT
            costs.append(best)
            moves.append(move)
        table.append(_Row(first, costs, moves))
    return _path(left, right, table)


def _path(
    left: Sequence[_A], right: Sequence[_B], table: Sequence[_Row]
) -> list[tuple[_A | None, _B | None]]:
    number, column = len(left), len(right)
    pairs: list[tuple[_A | None, _B | None]] = []
    while number or column:
        row = table[number]
        move = row.moves[column - row.first] if number else _RIGHT
        number -= move != _RIGHT
        column -= move != _LEFT
        pairs.append((left[number] if move != _RIGHT else None, right[column] if move != _LEFT else None))
    pairs.reverse()
    return pairs
