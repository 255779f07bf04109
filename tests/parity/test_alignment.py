"""Alignment: nothing is lost or doubled, what is equal is paired, and one gap stays one gap."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from jwtlint.parity.alignment import align

WORDS = st.lists(st.sampled_from("abcdefg"), max_size=30)


def differs(one: str, other: str) -> float:
    return float(one != other)


@given(WORDS, WORDS)
def test_both_sides_are_kept_in_their_order(left: Sequence[str], right: Sequence[str]) -> None:
    pairs = align(left, right, differs, 0.4)
    assert [one for one, _ in pairs if one is not None] == left
    assert [other for _, other in pairs if other is not None] == right
    assert (None, None) not in pairs


@given(WORDS)
def test_the_same_is_paired_with_itself(items: Sequence[str]) -> None:
    assert align(items, items, differs, 0.4) == [(one, one) for one in items]


@given(st.integers(1, 60), st.data())
def test_one_lost_item_is_one_gap(length: int, data: st.DataObject) -> None:
    items = [str(number) for number in range(length)]
    at = data.draw(st.integers(0, length - 1))
    pairs = align(items, items[:at] + items[at + 1 :], differs, 0.4)
    assert [one for one, other in pairs if other is None] == [items[at]]
    assert all(one == other for one, other in pairs if other is not None)


def test_long_sequences_are_compared_in_a_band() -> None:
    asked = 0

    def cost(one: int, other: int) -> float:
        nonlocal asked
        asked += 1
        return float(one != other)

    items = list(range(5000))
    pairs = align(items, items[:2000] + items[2001:], cost, 0.4)
    assert [one for one, other in pairs if other is None] == [2000]
    assert asked < 200_000
