"""File patterns fit what they say, and no pattern and path of strangers make a run slow."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jwtlint.patterns import matches


def fits(pattern: str, path: str) -> bool:
    """Does a pattern that begins where the path begins fit it? Found by trying everything."""
    if not pattern:
        return not path or path.startswith("/")
    if pattern.startswith("**/"):
        starts = [0, *(at + 1 for at, sign in enumerate(path) if sign == "/")]
        return any(fits(pattern[3:], path[at:]) for at in starts)
    if pattern.startswith("**"):
        return any(fits(pattern[2:], path[at:]) for at in range(len(path) + 1))
    if pattern.startswith("*"):
        return any(fits(pattern[1:], path[at:]) for at in range(len(path.partition("/")[0]) + 1))
    if pattern.startswith("?"):
        return path[:1] not in ("", "/") and fits(pattern[1:], path[1:])
    return path[:1] == pattern[0] and fits(pattern[1:], path[1:])


PIECES = ("**/", "/**", "/**/", "*", "?", "a", "b", "ab", "/", "a/", "*/")


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join),
    st.lists(st.sampled_from(("a", "b", "ab", "ba", "aab")), min_size=1, max_size=4).map("/".join),
)
@settings(deadline=None, max_examples=1000)
def test_a_pattern_fits_what_it_says(pattern: str, path: str) -> None:
    body = pattern.strip("/")
    # Three stars, and two in the middle of a name, mean nothing that anybody relies on.
    assume(body and not re.search(r"\*{3}|[^/*]\*\*|//", pattern))
    anchored = "/" in body or pattern.startswith("/")
    assert matches(pattern, path) is fits(body if anchored else f"**/{body}", path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 40 + "*b", "a" * 250),
        ("**/a/" * 40 + "b", "a/" * 1000 + "c"),
        ("a**" * 40 + "b", "a" * 2000),
        ("**/*a*a*a*a*/" * 20 + "b", ("a" * 100 + "/") * 20 + "c"),
    ],
)
def test_no_pattern_takes_long_to_fit_nothing(pattern: str, path: str) -> None:
    assert not matches(pattern, path)
