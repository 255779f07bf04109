"""`jwtlint baseline`, and checks that leave out what it knows."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from jwtlint import run, worker
from jwtlint.picture.reader import Readers
from tests.demo import PACK, Outcome, check, jwtlint
from tests.picture.drawing import FakeReader, stacked

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/report.schema.json").read_text())
FILE = "jwtlint-baseline.json"
SELECT = ("--select", "TPL901,CON901,STR901")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder outside any project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(f"{name}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def baseline(*arguments: str) -> Outcome:
    select = () if "--select" in arguments else SELECT
    return jwtlint("baseline", *arguments, "--pack", str(PACK), *select)


def report(*arguments: str, file: str = FILE) -> Any:
    value = json.loads(check(*arguments, "--baseline", file, "--format", "json").out)
    Draft202012Validator(SCHEMA).validate(value)
    return value


def counts(file: str = FILE) -> dict[tuple[str, str], int]:
    return {
        (one["path"], one["rule"]): one["count"] for one in json.loads(Path(file).read_text())["findings"]
    }


def test_what_is_known_is_not_reported_but_counted() -> None:
    write(a="Draw LEAK a box.\n", b="Draw ONE and TWO.\nSEEN it.\n", c="Draw a box.\n")
    made = baseline(".")
    assert made == (0, f"{FILE}: 3 known findings in 2 files\n", "", made.raw)
    outcome = check(".", "--baseline", FILE)
    assert (outcome.code, outcome.out) == (0, "3 findings known from the baseline\nno findings in 3 files\n")
    assert report(".")["summary"]["baselined"] == 3
    write(d="Draw LEAK a circle.\n")
    outcome = check(".", "--baseline", FILE)
    assert outcome.code == 1
    assert "d.txt:1:6 error TPL901" in outcome.out
    assert "1 error in 1 of 4 files" in outcome.out


def test_lines_may_move() -> None:
    write(a="Draw LEAK a box.\n")
    baseline("a.txt")
    write(a="\n\n\nDraw LEAK a box.\n")
    assert report("a.txt")["summary"]["baselined"] == 1
    assert report("a.txt")["diagnostics"] == []


def test_the_first_ones_are_the_known_ones() -> None:
    same = "LEAK " + "-" * 60 + "\n"
    write(a=("-" * 60 + "\n") + same * 2)
    baseline("a.txt")
    write(a=("-" * 60 + "\n") + same * 4)
    lines = [one["line"] for one in report("a.txt")["diagnostics"]]
    assert len(lines) == 2
    assert lines == sorted(lines)
    assert lines[-1] == 5


@pytest.mark.parametrize("config", [True, False])
def test_a_key_does_not_depend_on_how_the_run_was_called(
    config: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if config:
        Path("jwtlint.toml").write_text("")
    write(**{"catalog/a": "Draw LEAK a box.\n", "catalog/sub/b": "Draw LEAK a box.\n"})
    baseline("catalog")
    before = Path(FILE).read_bytes()
    for path in ("./catalog", "catalog/", "catalog/sub/../", str(folder / "catalog")):
        assert report(path)["summary"]["baselined"] == 2
        baseline(path)
        assert Path(FILE).read_bytes() == before
    assert report(".")["summary"]["baselined"] == 2
    assert report("catalog/sub")["summary"]["baselined"] == 1
    if config:
        monkeypatch.chdir(folder / "catalog")
        assert report(".", file=f"../{FILE}")["summary"]["baselined"] == 2
        baseline("../catalog", "--output", f"../{FILE}")
        assert Path(f"../{FILE}").read_bytes() == before


def test_the_key_of_an_entry_with_a_name_moves_with_it() -> None:
    Path("a.md").write_text("---\nid: e1\n---\nDraw LEAK a box.\n")
    baseline("a.md")
    Path("b").mkdir()
    Path("a.md").rename("b/c.md")
    assert report("b")["summary"]["baselined"] == 1
    made = baseline("b", ".", "--update")
    assert made.out == f"{FILE}: 1 known finding in 1 file; 0 removed, 0 found that are not in it\n"
    assert counts() == {("b/c.md", "TPL901"): 1}


def test_the_file_is_for_people_too() -> None:
    write(b="Draw LEAK \u202e box.\n", a="ONE " + "ü" * 90 + " TWO\n", ä="Draw LEAK a box.\n")
    baseline(".")
    text = Path(FILE).read_text(encoding="utf-8")
    value = json.loads(text)
    assert value["version"] == 1
    assert [one["path"] for one in value["findings"]] == ["a.txt", "b.txt", "ä.txt"]
    assert text.count("\n") == 4 + len(value["findings"]) + 2
    assert '"path": "ä.txt"' in text
    assert "\u202e" not in text
    assert all(len(one["words"]) <= 80 for one in value["findings"])
    assert {"path", "entry", "rule", "severity", "words", "key", "count"} == set(value["findings"][0])


def test_update_only_shrinks() -> None:
    apart = "-" * 60
    write(a=f"Draw LEAK a box. {apart}\n{apart} SEEN\n", b="Draw LEAK a box.\n")
    baseline(".")
    write(a=f"Draw LEAK a box. {apart}\n", c="Draw LEAK a box.\n")
    made = baseline(".", "--update")
    assert made.out == f"{FILE}: 2 known findings in 2 files; 1 removed, 1 found that is not in it\n"
    assert made.code == 0
    assert counts() == {("a.txt", "TPL901"): 1, ("b.txt", "TPL901"): 1}
    assert [one["path"] for one in report(".")["diagnostics"]] == ["c.txt"]


def test_update_leaves_alone_what_the_run_did_not_cover() -> None:
    write(**{"a/x": "Draw LEAK a box. SEEN.\n", "b/y": "Draw LEAK a box.\n", "b/z": "Draw LEAK a box.\n"})
    baseline(".")
    everything = counts()
    assert len(everything) == 4
    write(**{"a/x": "Draw.\n", "b/y": "Draw.\n"})
    Path("b/z.txt").unlink()
    baseline("a", "--update", "--select", "TPL901")
    del everything["a/x.txt", "TPL901"]
    assert counts() == everything
    baseline("a", "--update", "--min-severity", "warning")
    assert counts() == everything
    baseline("b/y.txt", "--update")
    del everything["b/y.txt", "TPL901"]
    assert counts() == everything
    baseline("b", "--update")
    del everything["b/z.txt", "TPL901"]
    assert counts() == everything
    baseline(".", "--update")
    assert counts() == {}


def test_update_of_a_part_leaves_alone_what_was_compared() -> None:
    for number, folder in enumerate(("a", "b")):
        Path("catalog", folder).mkdir(parents=True)
        text = f"---\nid: one\ntitle: Box {number}\n---\nDraw a box.\n"
        Path("catalog", folder, "x.md").write_text(text)
    rules = ("--select", "CAT206")
    baseline("catalog", *rules)
    assert counts() == {("catalog/b/x.md", "CAT206"): 1}
    for part in ("catalog/b", "catalog/b/x.md", "catalog/a"):
        baseline(part, *rules, "--update")
        assert counts() == {("catalog/b/x.md", "CAT206"): 1}
    Path("catalog/a/x.md").write_text("---\nid: two\ntitle: Box 0\n---\nDraw a box.\n")
    baseline(".", *rules, "--update")
    assert counts() == {}


def test_update_keeps_what_could_not_be_checked() -> None:
    write(a="Draw LEAK a box.\n", b="Draw LEAK a box.\n")
    baseline(".")
    Path("a.txt").write_bytes(b"\xff")
    write(b="CRASH\n")
    made = baseline(".", "--update", "--select", "TPL901,SEC901")
    assert made.code == 2
    assert "a.txt: not UTF-8 text" in made.err
    assert counts() == {("a.txt", "TPL901"): 1, ("b.txt", "TPL901"): 1}
    shutil.rmtree("gone", ignore_errors=True)
    assert baseline("gone", "--update").code == 2
    assert len(counts()) == 2


def test_update_keeps_what_was_skipped() -> None:
    Path("a.md").write_text("---\ntitle: A box\n---\nDraw it.\n")
    baseline(".", "--select", "CAT901")
    assert counts() == {("a.md", "CAT901"): 1}
    Path("a.md").write_text("Draw it.\n")
    baseline(".", "--select", "CAT901", "--update")
    assert counts() == {("a.md", "CAT901"): 1}
    Path("a.md").write_text("---\nalt: A box\n---\nDraw it.\n")
    baseline(".", "--select", "CAT901", "--update")
    assert counts() == {}


def test_a_baseline_hides_no_failure() -> None:
    Path("a.txt").write_bytes(b"\xff")
    write(b="Draw LEAK a box.\n")
    assert baseline(".").code == 2
    outcome = check(".", "--baseline", FILE)
    assert outcome.code == 2
    assert "a.txt: not UTF-8 text" in outcome.err


def test_it_holds_what_the_settings_report() -> None:
    write(a="LEAK SEEN\n")
    baseline(".", "--min-severity", "error")
    assert counts() == {("a.txt", "TPL901"): 1}


BROKEN = {
    "": "no baseline|not|Expecting",
    "[]": "no baseline of jwtlint",
    "{": "line 1: ",
    '{"version": 1,\n<<<<<<< HEAD\n': "line 2: .*merge",
    '{"version": 2, "findings": []}': "a baseline of form 2.*update jwtlint",
    '{"version": 1}': "findings.*no list",
    '{"version": 1, "findings": []}': "paths.*no list",
    '{"version": 1, "findings": [7]}': "finding 1 ",
    '{"version": 1, "findings": [{"path": "a", "rule": "b", "words": "", "key": "k", "count": true, '
    '"severity": "error"}]}': "finding 1 ",
    "[" * 100_000: "no JSON",
    "\ud800": "no JSON",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_baseline_is_one_line(text: str) -> None:
    write(a="Draw LEAK a box.\n")
    Path(FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
    for outcome in (check("a.txt", "--baseline", FILE), baseline("a.txt", "--update")):
        assert outcome.code == 2
        assert outcome.err.count("\n") == 1
        assert re.search(BROKEN[text], outcome.err)
        assert FILE in outcome.err
        assert "TPL901" not in outcome.out


def test_a_missing_baseline() -> None:
    write(a="Draw LEAK a box.\n")
    outcome = check("a.txt", "--baseline", "b.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "error: b.json: there is no such baseline; write it with: jwtlint baseline PATH --output b.json\n"
    )
    assert baseline("a.txt", "--update").code == 2
    assert not Path(FILE).exists()
    outcome = check("a.txt", "--baseline", ".")
    assert outcome.code == 2
    assert "cannot be read" in outcome.err


def test_where_it_cannot_be_written() -> None:
    write(a="Draw LEAK a box.\n")
    outcome = baseline("a.txt", "--output", "gone/b.json")
    assert outcome.code == 2
    assert outcome.err.startswith("error: gone/b.json: the baseline could not be written: ")


def test_in_the_configuration(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("jwtlint.toml").write_text('baseline = "known.json"\n')
    write(**{"a/x": "Draw LEAK a box.\n"})
    outcome = check("a", "--format", "json")
    assert outcome.code == 2
    assert outcome.err.startswith("error: known.json: there is no such baseline; ")
    assert json.loads(outcome.out)["diagnostics"] == []
    assert baseline("a").out == "known.json: 1 known finding in 1 file\n"
    assert check("a").code == 0
    assert check("a", "--no-baseline").code == 1
    monkeypatch.chdir(folder / "a")
    assert check("x.txt").code == 0
    assert check("x.txt", "--isolated").code == 1
    assert check("-", "--stdin-filename", "x.txt", stdin=b"Draw LEAK a box.\n").code == 0


def test_a_missing_baseline_of_one_folder_stops_no_other() -> None:
    write(**{"a/x": "Draw LEAK a box.\n", "a/y": "Draw LEAK a box.\n", "b/x": "Draw LEAK a box.\n"})
    Path("a/jwtlint.toml").write_text('baseline = "known.json"\n')
    outcome = check(".")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "b/x.txt:1:6 error TPL901" in outcome.out
    assert "a/x.txt" not in outcome.out


def test_with_fixes() -> None:
    write(a="Draw LEAK a box.\n")
    baseline("a.txt")
    outcome = check("a.txt", "--baseline", FILE, "--diff")
    assert outcome.code == 0
    assert "-Draw LEAK a box." in outcome.out
    write(b="Draw LEAK a box.\n")
    assert check("b.txt", "--baseline", FILE, "--diff").code == 1
    assert check("a.txt", "--baseline", FILE, "--fix").code == 0
    assert Path("a.txt").read_text() == "Draw a box.\n"


def test_both_options_exclude_each_other() -> None:
    write(a="Draw LEAK a box.\n")
    assert check("a.txt", "--baseline", FILE, "--no-baseline").code == 2


class TestPictures:
    """Findings on pictures are known like others."""

    RULES = ("--select", "PIC101", "--jobs", "1")
    reader: FakeReader

    def reads(self, *words: str) -> None:
        self.reader = FakeReader(lambda _: " ".join(words), *stacked(*words))

    @pytest.fixture(autouse=True)
    def pictures(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An entry whose picture shows a wrong word."""
        monkeypatch.setattr(worker, "readers_of", lambda choice: Readers((self.reader,), ()))
        self.reads("Checkout Flow", "", "Brwoser")
        monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")
        write(**{"home/a": 'Draw a diagram titled "Checkout Flow" with a box labeled "Browser".'})
        Image.new("RGB", (1024, 600), "white").save("home/a.png")

    def test_they_are_known_and_not_drawn(self, folder: Path) -> None:
        assert jwtlint("baseline", "home", *self.RULES).out == f"{FILE}: 1 known finding in 1 file\n"
        assert counts() == {("home/a.png", "PIC101"): 1}
        drawn = ("--annotate", "drawn", "--baseline", FILE)
        for path in ("./home", str(folder / "home")):
            assert jwtlint("check", path, *self.RULES, *drawn).code == 0
        assert not Path("drawn").exists()

    def test_what_no_run_can_see_keeps_nothing_known(self) -> None:
        rules = ("--select", "PIC150", "--jobs", "1", "--no-cache")
        Image.new("RGB", (1024, 600), "white").save("home/b.png")
        self.reads("Deploy it on Azure Functions")
        jwtlint("baseline", "home", *rules)
        assert counts() == {("home/a.png", "PIC150"): 1, ("home/b.png", "PIC150"): 1}
        self.reads("Deploy it")
        jwtlint("baseline", "home", *rules, "--update")
        assert counts() == {}

    def test_nothing_is_fixed_where_nobody_read(self) -> None:
        jwtlint("baseline", "home", *self.RULES)
        jwtlint("baseline", "home", *self.RULES, "--reader", "none", "--update")
        assert counts() == {("home/a.png", "PIC101"): 1}
        Path("home/a.png").unlink()
        jwtlint("baseline", "home", *self.RULES, "--update")
        assert counts() == {}
