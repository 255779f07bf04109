"""Fixing: rounds, conflicts, ends."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.fixer import Fixed, fix
from jwtlint.source import Source
from tests.demo import demo_linter, source

LINTER = demo_linter()
SWAPPER = demo_linter("SPL901", "TPL901")
EVERYTHING = demo_linter("TPL901", "TPL902", "TPL903", "CON901", "SPL901")


def fixed(text: str, *select: str, unsafe: bool = False) -> Fixed:
    return fix(demo_linter(*select), source(text), unsafe=unsafe)


def test_a_fix_that_makes_work_for_another_round() -> None:
    result = fixed("aa", "SPL901")
    assert result.source.value == "cc"
    assert [one.rule for one in result.applied] == ["SPL901", "SPL901"]
    assert result.result.diagnostics == ()


def test_edits_that_meet_wait_for_each_other() -> None:
    result = fixed("aabbaa", "SPL901")
    assert result.source.value == "cccccc"
    assert len(result.applied) == 5


def test_all_edits_of_a_fix_are_made_or_none() -> None:
    assert fixed("LEAK ONE, TWO", "CON901", "TPL901", unsafe=True).source.value == ", "
    assert fixed("LEAK ONE, TWO", "CON901", "TPL901").source.value == "ONE, TWO"


def test_what_was_found_before_is_kept() -> None:
    result = fixed("a LEAK", "TPL901")
    assert [one.rule for one in result.found.diagnostics] == ["TPL901"]
    assert result.result.diagnostics == ()


def test_a_fix_that_turns_in_circles_is_left_out() -> None:
    result = fixed("FLIP aa", "TPL902", "SPL901")
    assert result.source.value == "FLIP cc"
    assert [one.reason.split(":")[0] for one in result.result.errors] == ["the fix of TPL902 was not applied"]
    assert [one.rule for one in result.result.diagnostics] == ["TPL902"]


def test_a_fix_that_never_ends_is_left_out() -> None:
    result = fixed("GROW LEAK", "TPL903", "TPL901")
    assert result.source.value == "GROW "
    assert "finds no end" in result.result.errors[0].reason


def test_a_fix_that_spoils_the_document_is_left_out() -> None:
    result = fixed("SPOIL LEAK", "TPL904", "TPL901")
    assert result.source.value == "SPOIL "
    assert "spoils the document" in result.result.errors[0].reason


WORDS = st.lists(
    st.sampled_from(
        ["aa", "bb", "cc", "xy", "LEAK", "ONE", "TWO", "FLIP", "GROW", " ", ".", "\n", "\r\n", "é"]
    ),
    max_size=25,
).map(lambda words: "Draw" + "".join(words))


@settings(deadline=None, max_examples=60)
@given(WORDS)
def test_fixing_twice_is_fixing_once(text: str) -> None:
    once = fix(EVERYTHING, source(text), unsafe=True)
    twice = fix(EVERYTHING, once.source, unsafe=True)
    assert twice.source.value == once.source.value
    assert twice.applied == ()


@settings(deadline=None)
@given(WORDS)
def test_a_fixed_text_deserves_what_is_reported_of_it(text: str) -> None:
    result = fix(SWAPPER, source(text))
    assert SWAPPER.lint(result.source) == result.result
    assert not any(one.fix for one in result.result.diagnostics)


@settings(deadline=None)
@given(st.text(min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_without_fixes_the_bytes_stay(text: str, encoding: str) -> None:
    raw = f"Draw {text.replace(chr(0), ' ')}.".encode(encoding, "replace")
    if any(word in text for word in ("LEAK", "ONE")):
        return
    before = Source.decode("a.txt", raw)
    after = fix(LINTER, before).source
    assert after.encode(after.value) == raw
