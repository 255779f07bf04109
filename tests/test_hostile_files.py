"""What lies beside a catalog, or comes from other machines, is bounded, and is never run: configuration, baseline, cache,
reports of parts."""

import json
import os
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from benchmarks.catalogs import write
from jwtlint import run
from jwtlint.packing import unpack
from jwtlint.store import FILE_NAME
from tests.demo import Outcome, jwtlint
from tests.hostile_catalog import entry
from tests.watching import watched

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and links are those of Unix")

PROMPT = 'Infographic titled "Order Flow" with boxes "Web API" and "Database". (array)\n'
PACK = 'open("owned", "w")\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of good prompts, and in it the catalog of a stranger."""
    catalog = tmp_path / "work" / "catalog"
    catalog.mkdir(parents=True)
    (tmp_path / "work" / "good.txt").write_text(PROMPT)
    (catalog / "theirs.txt").write_text(PROMPT)
    (tmp_path / "secret.json").write_text(json.dumps({"version": 1, "paths": [], "findings": []}))
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")
    return catalog


def checked(*arguments: str) -> Outcome:
    return jwtlint("check", ".", "--format", "json", "--select", "TPL", *arguments)


def paths(outcome: Outcome) -> list[str]:
    """The files with findings."""
    return [one["path"] for one in json.loads(outcome.out)["diagnostics"]]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('packs = ["pack"]', "rule packs are code"),
        ('baseline = "../../secret.json"', "baseline: leads out of the folder of this file"),
        ('baseline = "/dev/zero"', "baseline: leads out of the folder of this file"),
        ('baseline = "pipe"', "the baseline cannot be read: no file, but a folder, pipe or device"),
        ('[spelling]\nword-list = ["../../secret.json"]', "word-list: leads out of the folder of this file"),
        ('[spelling]\nword-list = ["link"]', "word-list: leads out of the folder of this file"),
        ('[spelling]\nword-list = ["pipe"]', "there is no file 'pipe'"),
        ("x = " + "[" * 100_000, "not TOML: nested too deep"),
        ("x = " + "9" * 10_000, "not TOML: Exceeds the limit"),
        ("#" * (1 << 21), "more than 1,048,576 characters; shorten it"),
        ("[tool]", "unknown key 'tool'"),
        ("\x1b[31m = 1", "not TOML"),
    ],
)
def test_a_configuration_of_strangers(folder: Path, text: str, reason: str) -> None:
    (folder / "pack" / "rules").mkdir(parents=True)
    (folder / "pack" / "pack.toml").write_text('name = "evil"\n')
    (folder / "pack" / "rules" / "evil.py").write_text(PACK)
    (folder / "link").symlink_to("../../secret.json")
    os.mkfifo(folder / "pipe")
    (folder / "jwtlint.toml").write_text(text)
    outcome = checked()
    assert outcome.code == 2
    assert paths(outcome) == ["good.txt"]
    (line,) = outcome.err.splitlines()
    assert line.startswith("error: catalog/")
    assert reason in line
    assert "\x1b" not in line
    assert not Path("owned").exists()


def test_a_configuration_that_is_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text("password = 7\n")
    (folder / "jwtlint.toml").symlink_to(tmp_path / "secret.toml")
    seen = watched(
        tmp_path / "work", tmp_path / "beside", "check", ".", "--format", "json", "--select", "TPL"
    )
    assert seen.code == 2
    assert "a link that leads out of its folder" in seen.err
    assert tmp_path / "secret.toml" not in seen.files
    # A link within the folder that somebody works in is no stranger's.
    Path("shared.toml").write_text("select = ['TPL101']\n")
    (folder / "jwtlint.toml").unlink()
    (folder / "jwtlint.toml").symlink_to("../shared.toml")
    assert (checked().code, checked().err) == (1, "")


@pytest.mark.parametrize(
    "content",
    [
        '{"version": 1, "paths": [], "findings": [{"path":"a","rule":"TPL101","words":"x","severity":"error","key":"k","count":1e999}]}',
        '{"version": 1, "paths": [], "findings": [' + "[" * 100_000,
        '{"version": 1, "paths": {}, "findings": [{"count": -1}]}',
        '{"version": ' + "1" * 10_000 + "}",
        "[]",
        "null",
        "\0",
        '{"version": 1, "findings": ' + json.dumps({str(key): key for key in range(100_000)}) + "}",
    ],
    ids=range(8),
)
def test_a_baseline_of_strangers(content: str) -> None:
    Path("base.json").write_text(content)
    outcome = checked("--baseline", "base.json")
    assert outcome.code == 2
    (line,) = outcome.err.splitlines()
    assert line.startswith("error: base.json: ")
    assert len(line) < 500


def test_counts_without_end_hide_no_more_than_there_is(folder: Path) -> None:
    assert jwtlint("baseline", "good.txt", "--output", "base.json").code == 0
    value = json.loads(Path("base.json").read_text())
    for one in value["findings"]:
        one["count"] = 10**30
        one["words"] = "\x1b]8;;https://evil.example\x07\ud800"
    Path("base.json").write_text(json.dumps(value))
    assert paths(checked("--baseline", "base.json")) == ["catalog/theirs.txt"]
    assert "\x1b" not in jwtlint("baseline", ".", "--output", "base.json", "--update").out


Spoil = Callable[[bytes], object]


def bomb(_: bytes) -> bytes:
    """A thousand times as large when it is unpacked."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(1 << 7)) + packer.flush()


def with_wrong_types(value: bytes) -> bytes:
    fields = msgspec.msgpack.decode(zlib.decompress(value))
    return zlib.compress(msgspec.msgpack.encode([*fields[:2], "many", *fields[3:]]))


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a run over some entries says. Its cache is warm."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "some", 30, "jsonl")
    first = jwtlint("check", "some", "--format", "json", "--jobs", "1")
    assert first.code == 1
    return first.out


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: b"",
        lambda value: b"\xff" * 1000,
        lambda value: value[:-20],
        lambda value: zlib.compress(b"\xc1"),
        lambda value: zlib.compress(b"\x91" * 100_000),
        lambda value: zlib.compress(msgspec.msgpack.encode({"a": 1})),
        lambda value: 7,
        lambda value: "text",
        lambda value: 0.5,
        with_wrong_types,
        bomb,
    ],
    ids=range(11),
)
def test_a_cache_that_somebody_has_changed(tmp_path: Path, catalog: str, spoil: Spoil) -> None:
    with sqlite3.connect(tmp_path / "cache" / FILE_NAME) as database:
        rows = database.execute("SELECT name, value FROM kept").fetchall()
        assert len(rows) == 30
        one = spoil(rows[0][1])
        database.executemany("UPDATE kept SET value = ? WHERE name = ?", [(one, name) for name, _ in rows])
    again = jwtlint("check", "some", "--format", "json", "--jobs", "1")
    assert (again.out, again.err, again.code) == (catalog, "", 1)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(ValueError, match="larger than one can be"):
        unpack(bomb(b""), "a.txt", 1 << 20)


ENDLESS = """
DROP TABLE kept;
CREATE VIEW kept AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
SELECT i AS name, 'results' AS kind, 1 AS used, i AS value FROM n
"""


@pytest.mark.parametrize(
    "script",
    [
        ENDLESS,
        "CREATE TRIGGER more AFTER INSERT ON kept BEGIN INSERT INTO kept SELECT randomblob(16), 'x', 1, '' FROM kept; END",
        "DROP TABLE kept; CREATE TABLE kept (name, value)",
        "DROP TABLE kept",
    ],
)
def test_a_cache_with_tables_of_somebody_else(tmp_path: Path, catalog: str, script: str) -> None:
    path = tmp_path / "cache" / FILE_NAME
    with sqlite3.connect(path) as database:
        database.executescript(script)
    again = jwtlint("check", "some", "--format", "json", "--jobs", "1")
    assert (again.out, again.err) == (catalog, "")
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT count(*) FROM kept").fetchone() == (30,)
        assert database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


@pytest.fixture
def parts(folder: Path) -> tuple[Any, Any]:
    """The reports of the two parts of a run."""
    with (folder / "all.jsonl").open("w") as file:
        file.writelines(json.dumps(entry(number, "x")) + "\n" for number in range(10))
    made = [checked("--shard", f"{part}/2", "--jobs", "1") for part in (1, 2)]
    first, second = (json.loads(one.out) for one in made)
    return first, second


def merged(first: object, second: object, *arguments: str) -> Outcome:
    for name, value in (("1.json", first), ("2.json", second)):
        Path(name).write_text(value if isinstance(value, str) else json.dumps(value))
    return jwtlint("merge", "1.json", "2.json", *arguments)


def changed(value: Any, place: str, new: object) -> Any:
    """A copy with another value at a place such as "part.parts"."""
    copy = json.loads(json.dumps(value))
    *way, last = (int(key) if key.isdecimal() else key for key in place.split("."))
    inner = copy
    for key in way:
        inner = inner[key]
    inner[last] = new
    return copy


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("summary", None),
        ("summary.files", "many"),
        ("summary.files", 1e400),
        ("diagnostics", {}),
        ("diagnostics", [1, 2]),
        ("diagnostics.0.severity", "fatal"),
        ("diagnostics.0.unit", "x"),
        ("errors", [{"unit": None}]),
        ("notices", None),
        ("not_run", [{"unit": 1, "rule": 1, "path": "", "reason": ""}]),
        ("pictures", 7),
        ("version", "0"),
        ("part", []),
        ("part.part", "1"),
        ("part.parts", 10**18),
        ("part.units", -1),
        ("part.paths", ["/"]),
        ("part.cards", [1]),
        ("part.cards.0.0", None),
        ("part.overrides", {}),
        ("part.gates", [[]]),
        ("part.suppressed", [{"path": 1}]),
    ],
)
def test_a_report_of_a_part_that_is_none(parts: tuple[Any, Any], place: str, value: object) -> None:
    assert merged(*parts).code == 1
    outcome = merged(changed(parts[0], place, value), parts[1])
    assert (outcome.code, outcome.out) == (2, "")
    (line,) = outcome.err.splitlines()
    assert line.startswith("error: ")
    assert "internal error" not in line
    assert len(line) < 500


def test_a_report_that_is_no_json(parts: tuple[Any, Any]) -> None:
    for text in ("[" * 100_000, '{"part":' * 50_000, "\xff", "", "null"):
        outcome = merged(text, parts[1])
        assert (outcome.code, outcome.out, len(outcome.err.splitlines())) == (2, "", 1)
        assert "internal error" not in outcome.err


def test_a_report_of_all_parts_of_too_many(parts: tuple[Any, Any]) -> None:
    both = [changed(one, "part.parts", 10**18) for one in parts]
    outcome = merged(*both)
    assert outcome.code == 2
    assert "part 3, 4, 5, " in outcome.err
    assert ", … of 1000000000000000000 are missing" in outcome.err


def test_a_report_with_a_million_keys_and_lines(parts: tuple[Any, Any]) -> None:
    told = [{"path": "", "line": None, "message": str(number), "unit": None} for number in range(30_000)]
    first = changed(parts[0], "more", {str(key): key for key in range(1_000_000)})
    outcome = merged(changed(first, "notices", told), parts[1])
    assert (outcome.code, len(json.loads(outcome.out)["notices"])) == (1, 30_000 + len(parts[1]["notices"]))


def test_a_report_names_no_code(parts: tuple[Any, Any], tmp_path: Path) -> None:
    evil = Path("evil")
    (evil / "rules").mkdir(parents=True)
    (evil / "pack.toml").write_text('name = "evil"\n')
    (evil / "rules" / "evil.py").write_text(PACK)
    (evil / "jwtlint.toml").write_text('packs = ["."]\n')
    packs = parts[0]["part"]["overrides"]
    both = [changed(one, "part.overrides", _with_pack(packs, "evil")) for one in parts]
    outcome = merged(*both)
    assert (outcome.code, outcome.out) == (2, "")
    assert "the run used the rule pack evil; packs are code, so name it again: --pack evil" in outcome.err
    both = [changed(one, "part.config", "evil/jwtlint.toml") for one in parts]
    outcome = merged(*both)
    assert (outcome.code, outcome.out) == (2, "")
    assert "packs: rule packs are code" in outcome.err
    assert not Path("owned").exists()
    # Who names them means them.
    assert merged(*both, "--config", "evil/jwtlint.toml").code == 2
    assert Path("owned").exists()


def _with_pack(overrides: Any, pack: str) -> Any:
    at = next(at for at, name in enumerate(_FIELDS) if name == "packs")
    return [*overrides[:at], [pack], *overrides[at + 1 :]]


_FIELDS = ("select", "ignore", "min_severity", "fail_on", "today", "packs")
