"""Whatever two strangers write, comparing them ends, and no rule breaks."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.demo import jwtlint

from .comparing import ENGLISH, SPANISH, compare

LINES = st.lists(
    st.sampled_from([*ENGLISH.splitlines(), *SPANISH.splitlines()])
    | st.text(alphabet="aé¿?()[]«»\"'/:.-=→01 ñ\n\t\u202e", max_size=40),
    min_size=1,
    max_size=14,
).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(LINES.filter(str.strip), LINES.filter(str.strip))
def test_shuffled_lines(original: str, translation: str) -> None:
    compare(f"Draw a picture.\n{original}", f"Draw a picture.\n{translation}")


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("(" * 2000 + " not " * 1000, "«" * 2000 + "no " * 1000),
        ('Note: "' + "1 000 " * 5000 + '"', 'Nota: "' + "1 000" * 5000 + '"'),
        ('"a" ' * 1000, "«b» " * 1000),
        ("/a" * 5000, "a_" * 5000),
        ("not, " * 3000, "no, " * 3000),
    ],
)
def test_long_runs(original: str, translation: str) -> None:
    compare(original, translation)


def test_random_bytes(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    dice = random.Random(7)
    good = folder / "good.txt"
    good.write_text(ENGLISH, encoding="utf-8")
    for number in range(20):
        broken = folder / f"{number}.txt"
        broken.write_bytes(dice.randbytes(dice.randrange(1, 300)))
        outcome = jwtlint("compare", str(good), str(broken))
        assert outcome.code in (0, 1, 2)
        assert "Traceback" not in outcome.err
        assert "internal error" not in outcome.err
