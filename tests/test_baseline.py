"""Properties of baselines: whatever is found, what is known is exactly that."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jwtlint.baseline import Baseline, Known, Remainder, known, read, write
from jwtlint.finding import Diagnostic, Location, Severity
from jwtlint.shrink import shrink

FINDINGS = st.builds(
    Diagnostic,
    rule=st.sampled_from(["TPL901", "CON901"]),
    name=st.just("demo"),
    severity=st.sampled_from(Severity),
    message=st.just(""),
    remedy=st.just(""),
    location=st.builds(Location, st.sampled_from(["a.md", "b/c.md", "\udcff.md", "\u202e.md"])),
    text=st.text(max_size=100),
    key=st.sampled_from(["k1", "k2", "k3", "k4"]),
    entry=st.none() | st.text(max_size=3),
)
LISTS = st.lists(FINDINGS, max_size=30)
# Files are written, and the machine may have other work.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def collected(findings: list[Diagnostic]) -> dict[tuple[str, str], Known]:
    found: dict[tuple[str, str], Known] = {}
    for one in findings:
        place = (one.path, one.key)
        count = found[place].count + 1 if place in found else 1
        found[place] = replace(known(one, one.path), count=count)
    return found


def kept(findings: list[Diagnostic]) -> tuple[tuple[Known, ...], bytes]:
    """What a baseline of these findings holds when it is read again, and its bytes."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "b.json")
        write(file, Baseline(tuple(collected(findings).values()), ("b", "a")))
        return read(file).known, file.read_bytes()


@UNHURRIED
@given(LISTS)
def test_nothing_is_left_of_what_was_written(findings: list[Diagnostic]) -> None:
    lines, _ = kept(findings)
    assert {(one.path, one.key): one for one in lines} == collected(findings)
    assert Remainder(lines).of(findings) == ()


@UNHURRIED
@given(LISTS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter_for_counts(findings: list[Diagnostic], random: object) -> None:
    other = sorted(findings, key=lambda one: (one.key, one.text), reverse=True)
    assert {(one.path, one.key): one.count for one in kept(other)[0]} == {
        (one.path, one.key): one.count for one in kept(findings)[0]
    }
    assert Remainder(kept(findings)[0]).of(other) == ()


@UNHURRIED
@given(LISTS)
def test_the_same_findings_give_the_same_bytes(findings: list[Diagnostic]) -> None:
    lines, raw = kept(findings)
    with TemporaryDirectory() as folder:
        file = Path(folder, "c.json")
        write(file, Baseline(tuple(reversed(lines)), ("a", "b")))
        assert file.read_bytes() == raw
    assert raw.count(b"\n") == len(lines) + 6


@UNHURRIED
@given(LISTS, FINDINGS, st.integers(0, 30))
def test_one_more_finding_is_exactly_one(findings: list[Diagnostic], more: Diagnostic, at: int) -> None:
    with_it = [*findings[:at], more, *findings[at:]]
    (left,) = Remainder(kept(findings)[0]).of(with_it)
    assert left.key == more.key


@UNHURRIED
@given(LISTS, LISTS, st.sets(st.sampled_from(["a.md", "b/c.md", "\udcff.md", "\u202e.md"])))
def test_shrinking_never_grows(before: list[Diagnostic], after: list[Diagnostic], looked: set[str]) -> None:
    after = [one for one in after if one.path in looked]
    lines = tuple(collected(before).values())
    shrunk = shrink(lines, collected(after), lambda one: one.path in looked)
    old, new = by_key(lines), by_key(shrunk.known)
    assert all(count <= old.get(key, 0) for key, count in new.items())
    assert sum(old.values()) - sum(new.values()) == shrunk.removed
    assert {one for one in lines if one.path not in looked} <= set(shrunk.known)
    inside = [one for one in shrunk.known if one.path in looked]
    assert sum(one.count for one in inside) + shrunk.new == len(after)
    # What is left of it leaves exactly as many findings over as are new, and shrinking again changes nothing.
    assert len(Remainder(inside).of(after)) == shrunk.new
    assert shrink(shrunk.known, collected(after), lambda one: one.path in looked)[1:] == (0, shrunk.new)


@UNHURRIED
@given(LISTS)
def test_shrinking_by_the_same_findings_changes_nothing(findings: list[Diagnostic]) -> None:
    found = collected(findings)
    shrunk = shrink(found.values(), found, lambda one: True)
    assert {(one.path, one.key): one for one in shrunk.known} == found
    assert shrunk[1:] == (0, 0)


def by_key(lines: tuple[Known, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in lines:
        counts[one.key] = counts.get(one.key, 0) + one.count
    return counts
