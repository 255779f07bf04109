"""Gates: how many entries may have findings of a rule."""

import json
import pickle
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from jwtlint import run, worker
from jwtlint.config import Gate, Settings
from jwtlint.gates import GateCount, added
from jwtlint.picture.reader import Readers
from tests.demo import PACK, Outcome, check, demo_linter, jwtlint, source
from tests.picture.drawing import FakeReader, stacked

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/report.schema.json").read_text())


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder outside any project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(good: int, bad: int, text: str = "Draw LEAK LEAK a box.\n") -> None:
    for number in range(good):
        Path(f"good{number}.txt").write_text("Draw a box.\n")
    for number in range(bad):
        Path(f"bad{number}.txt").write_text(text)


def gates(*arguments: str) -> Any:
    value = json.loads(check(*arguments, "--format", "json").out)
    Draft202012Validator(SCHEMA).validate(value)
    return value["gates"]


def gate_lines(outcome: Outcome) -> list[str]:
    return [line for line in outcome.out.splitlines() if line.startswith("gate: ")]


def test_a_gate_that_holds_fails_nothing_and_hides_nothing() -> None:
    write(good=9, bad=1)
    assert check(".").code == 1
    outcome = check(".", "--gate", "TPL901=0.9")
    assert outcome.code == 0
    assert "bad0.txt:1:6 error TPL901" in outcome.out
    assert gate_lines(outcome) == ["gate: TPL901: 1 of 10 entries (10 %) has findings; at most 10 % may"]


def test_a_gate_that_is_missed_fails() -> None:
    write(good=8, bad=2)
    outcome = check(".", "--gate", "TPL901=0.9")
    assert outcome.code == 1
    assert gate_lines(outcome) == ["gate: TPL901: 2 of 10 entries (20 %) have findings; at most 10 % may"]
    assert check(".", "--gate", "TPL901=0.9", "--exit-zero").code == 0
    assert gate_lines(check(".", "--gate", "TPL901=0.9", "--quiet")) == gate_lines(outcome)
    assert gate_lines(check(".", "--gate", "TPL901=0.8", "--quiet")) == []
    assert gate_lines(check(".", "--gate", "TPL901=0.9", "--statistics")) == gate_lines(outcome)


def test_a_gate_decides_alone_about_its_rules() -> None:
    write(good=1, bad=1, text="SEEN LEAK\n")
    # An information fails no run by itself; a gate takes it as it is.
    assert check(".", "--gate", "STR901=0.9", "--select", "STR901").code == 1
    assert check(".", "--gate", "STR901=0.5", "--select", "STR901").code == 0
    # Other rules are judged as ever.
    assert check(".", "--gate", "STR901=0.5").code == 1
    assert check(".", "--gate", "STR901=0.5", "--gate", "demo-leak=0.5").code == 0
    # What is not shown counts nevertheless.
    assert check(".", "--gate", "STR901=0.9", "--select", "STR901", "--min-severity", "error").code == 1


def test_families_names_and_several_rules_are_one_gate() -> None:
    write(good=2, bad=1, text="LEAK ONE and TWO\n")
    (one,) = gates(".", "--gate", "TPL,demo-twofold=0.6")
    assert one == {
        "rules": ["TPL", "demo-twofold"],
        "mostly": 0.6,
        "entries": 3,
        "with_findings": 1,
        "holds": True,
    }


def test_only_entries_at_which_the_rule_looked_are_counted() -> None:
    write(good=5, bad=0)
    Path("a.md").write_text("---\ntitle: A box\n---\nDraw it.\n")
    Path("b.md").write_text("---\nalt: A box\n---\nDraw it.\n")
    (one,) = gates(".", "--gate", "CAT901=0.9", "--select", "CAT901")
    assert (one["entries"], one["with_findings"], one["holds"]) == (2, 1, False)


def test_a_gate_whose_rules_did_not_look_is_not_judged() -> None:
    write(good=1, bad=1)
    outcome = check(".", "--gate", "CAT901=0.9", "--select", "CAT901")
    assert outcome.code == 0
    assert gate_lines(outcome) == ["gate: CAT901: not judged, as none of its rules looked at anything"]
    assert gates(".", "--gate", "CAT901=0.9")[0]["holds"] is None


def test_suppressed_findings_are_none() -> None:
    write(good=0, bad=2)
    Path("jwtlint.toml").write_text("[[suppress]]\nrules = ['TPL901']\nfiles = ['bad0.txt']\n")
    (one,) = gates(".", "--gate", "TPL901=0.9")
    assert (one["entries"], one["with_findings"]) == (2, 1)


def test_known_findings_count() -> None:
    write(good=0, bad=1)
    jwtlint("baseline", ".", "--pack", str(PACK), "--select", "TPL901")
    assert check(".", "--baseline", "jwtlint-baseline.json").code == 0
    outcome = check(".", "--baseline", "jwtlint-baseline.json", "--gate", "TPL901=0.9")
    assert outcome.code == 1
    assert "2 findings known from the baseline" in outcome.out


def test_in_the_configuration() -> None:
    write(good=1, bad=1)
    Path("sub").mkdir()
    Path("sub/c.txt").write_text("LEAK\n")
    Path("jwtlint.toml").write_text("[[gate]]\nrules = ['TPL901']\nmostly = 0.9\n")
    Path("sub/jwtlint.toml").write_text("[[gate]]\nrules = ['TPL901']\nmostly = 0.9\n")
    assert [(one["entries"], one["with_findings"]) for one in gates(".")] == [(2, 1), (1, 1)]
    assert check(".").code == 1
    # The command line knows better, and its gate is one for all.
    (one,) = gates(".", "--gate", "TPL901=0.3")
    assert (one["entries"], one["with_findings"], one["holds"]) == (3, 2, True)
    assert len(gates(".", "--gate", "TPL=0.3")) == 3


def test_parts_of_a_run_have_the_gates_of_the_whole() -> None:
    write(good=3, bad=3)
    Path("sub").mkdir()
    Path("sub/jwtlint.toml").write_text("[[gate]]\nrules = ['TPL901', 'CAT204']\nmostly = 0.9\n")
    Path("jwtlint.toml").write_text("[[gate]]\nrules = ['TPL901', 'CAT204']\nmostly = 0.9\n")
    for number in range(4):
        Path(f"sub/{number}.md").write_text(
            f"---\nid: {number}\ntitle: The same box\n---\nDraw LEAK {number}.\n"
        )
    arguments = (".", "--gate", "same-title=0.9", "--select", "TPL901,CAT204", "--format", "json")
    whole = check(*arguments)
    parts = [check(*arguments, "--shard", f"{part}/2") for part in (1, 2)]
    for name, part in zip("ab", parts, strict=True):
        Path(f"../{name}.json").write_text(part.out)
    merged = jwtlint("merge", "../a.json", "../b.json", "--pack", str(PACK))
    assert (merged.code, json.loads(merged.out)["gates"]) == (whole.code, json.loads(whole.out)["gates"])
    assert len(json.loads(whole.out)["gates"]) == 3


def test_after_fixing() -> None:
    write(good=0, bad=1)
    assert check("bad0.txt", "--gate", "TPL901=0.9", "--diff").code == 1
    assert check("bad0.txt", "--gate", "TPL901=0.9", "--fix").code == 0


def test_an_unknown_rule() -> None:
    write(good=1, bad=0)
    Path("jwtlint.toml").write_text("")
    outcome = check(".", "--gate", "demo-leek=0.9")
    assert outcome.code == 2
    assert outcome.err == "error: no rule, name or family 'demo-leek'; did you mean 'demo-leak'?\n"


def test_each_entry_of_a_document_counts() -> None:
    text = "Draw.\n\n" + "```mermaid\nsequenceDiagram\nA->>B: x\n```\n\n" * 2
    settings = Settings(gates=(Gate(("TPL901",), 0.9),))
    result = demo_linter("TPL901", settings=settings).lint(source(text, "a.md"))
    assert pickle.loads(pickle.dumps(result)) == result
    (count,) = added(result.gates)
    assert count.looked == len(result.gates) > 1


def test_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    words = ("Checkout Flow", "", "Brwoser")
    reader = FakeReader(lambda _: " ".join(words), *stacked(*words))
    monkeypatch.setattr(worker, "readers_of", lambda choice: Readers((reader,), ()))
    monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")
    Path("home").mkdir()
    Path("home/a.txt").write_text('Draw a diagram titled "Checkout Flow" with a box labeled "Browser".')
    Image.new("RGB", (1024, 600), "white").save("home/a.png")
    for reads in (1, 1):
        outcome = jwtlint("check", "home", "--select", "PIC101", "--gate", "PIC101=0.9", "--jobs", "1")
        assert outcome.code == 1
        assert gate_lines(outcome) == ["gate: PIC101: 1 of 1 picture (100 %) has findings; at most 10 % may"]
        assert reader.reads == reads
    outcome = jwtlint("check", "home", "--select", "SPL,PIC", "--gate", "ALL=0.1", "--jobs", "1")
    assert "of 2 entries and pictures" in gate_lines(outcome)[0]


@pytest.mark.parametrize(
    ("looked", "found", "mostly", "holds"),
    [
        (100, 93, 0.07, True),
        (100, 94, 0.07, False),
        (10, 3, 0.7, True),
        (3, 0, 1.0, True),
        (3, 1, 1.0, False),
    ],
)
def test_a_share_is_what_is_written(looked: int, found: int, mostly: float, holds: bool) -> None:
    assert GateCount(Gate(("A",), mostly), looked, found).holds is holds


def test_numbers_are_readable() -> None:
    count = GateCount(Gate(("CAT101",), 0.98), 1000, 37)
    assert count.verdict == "CAT101: 37 of 1,000 entries (3.7 %) have findings; at most 2 % may"


COUNTS = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 50), st.integers(0, 50)).map(
        lambda one: GateCount(Gate((one[0],), 0.5), max(one[1:]), min(one[1:]))
    ),
    max_size=12,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COUNTS, st.integers(0, 20))
def test_parts_add_up(counts: list[GateCount], at: int) -> None:
    together = added(counts)
    parts = added((*added(counts[:at]), *added(counts[at:])))
    assert set(parts) == set(together)
    for one in together:
        clean = sum(other.looked - other.found for other in counts if other.gate == one.gate)
        assert one.holds is (None if not one.looked else Fraction(clean, one.looked) >= Fraction(1, 2))
