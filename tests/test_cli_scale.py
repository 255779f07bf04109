"""However the work is divided, the report is the same, byte for byte."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from PIL import Image, ImageDraw

from benchmarks.catalogs import entries
from jwtlint import executors, run
from jwtlint.executors import ClusterError
from jwtlint.labour import Options
from jwtlint.linters import Linters
from jwtlint.session import Session
from tests.demo import jwtlint

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/report.schema.json").read_text())
ARGUMENTS = ("check", "catalog", "--format", "json", "--reader", "none", "--today", "2026-06-15")
CONFIGURATION = """
exclude = ["catalog/drafts"]

[[suppress]]
rules = ["CAT103"]
files = ["catalog/pages/*.md"]

[[suppress]]
rules = ["VND101"]
files = ["catalog/pages/*.md"]
reason = "silences nothing"

[[gate]]
rules = ["CAT114"]
mostly = 0.5
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog of pages, exports and pictures, in which everything happens that a run can report."""
    folder = tmp_path_factory.mktemp("scale")
    (folder / "jwtlint.toml").write_text(CONFIGURATION)
    catalog = folder / "catalog"
    (catalog / "pages").mkdir(parents=True)
    (catalog / "drafts").mkdir()
    (catalog / "drafts" / "a.md").write_text("Draft.\n")
    some = list(entries(90))
    some[5]["ratio"] = "1024x1024"
    for number, one in enumerate(some[:12]):
        head = "".join(
            f"{key}: {json.dumps(value)}\n" for key, value in one.items() if value and key != "prompt"
        )
        if number % 3 == 0:
            head += f'image: "{number}.png"\n'
        (catalog / "pages" / f"{number:02}.md").write_text(f"---\n{head}---\n{one['prompt']}\n")
    for name in ("0", "6", "09", "nobody"):
        draw(catalog / "pages" / f"{name}.png", name)
    (catalog / "pages" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (catalog / "pages" / "bytes.txt").write_bytes(b"\xff\xfe\xfa")
    lines = [json.dumps(one) for one in some[10:]]
    lines.append(json.dumps({**some[20], "title": "The same once more"}))
    lines.insert(20, '{"prompt": "broken')
    (catalog / "all.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def draw(path: Path, words: str) -> None:
    image = Image.new("RGB", (640, 480), "white")
    ImageDraw.Draw(image).text((40, 40), words * 9, fill="black")
    image.save(path)


@pytest.fixture(autouse=True)
def working_folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")


@pytest.fixture(scope="module")
def alone(folder: Path) -> str:
    """What one process says that keeps nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        outcome = jwtlint(*ARGUMENTS, "--jobs", "1", "--no-cache")
    assert outcome.code == 2
    return outcome.out


def test_there_is_something_of_everything(alone: str) -> None:
    value = json.loads(alone)
    Draft202012Validator(SCHEMA).validate(value)
    assert {len(value[name]) > 0 for name in ("errors", "notices", "not_run", "pictures", "gates")} == {True}
    rules = {one["rule"] for one in value["diagnostics"]}
    assert {"CAT103", "CAT203", "CAT206"} <= rules
    assert value["summary"]["suppressed"] > 0
    assert any(one.get("entries", 1) > 1 for one in value["not_run"])


def test_eight_processes_and_a_warm_cache(alone: str) -> None:
    assert jwtlint(*ARGUMENTS, "--jobs", "8").out == alone
    assert jwtlint(*ARGUMENTS, "--jobs", "8").out == alone
    assert jwtlint(*ARGUMENTS, "--jobs", "1").out == alone


@pytest.mark.parametrize("parts", [1, 4])
def test_parts_that_are_merged(alone: str, tmp_path: Path, parts: int) -> None:
    names = []
    for part in range(1, parts + 1):
        names.append(str(tmp_path / f"{part}.json"))
        outcome = jwtlint(*ARGUMENTS, "--shard", f"{part}/{parts}", "--jobs", "1")
        Draft202012Validator(SCHEMA).validate(json.loads(outcome.out))
        Path(names[-1]).write_text(outcome.out)
    merged = jwtlint("merge", *reversed(names))
    assert (merged.out, merged.code) == (alone, 2)
    assert jwtlint("merge", *names, "--output", str(tmp_path / "whole.json")).out == ""
    assert (tmp_path / "whole.json").read_text() == alone


def test_parts_that_do_not_belong_together(tmp_path: Path) -> None:
    def part(*arguments: str, name: str) -> str:
        path = tmp_path / name
        path.write_text(jwtlint(*ARGUMENTS, "--jobs", "1", "--select", "TPL", *arguments).out)
        return str(path)

    first, second = part("--shard", "1/2", name="1"), part("--shard", "2/2", name="2")
    other, whole = part("--shard", "2/2", "--min-severity", "error", name="3"), part(name="4")
    (tmp_path / "5").write_text("{")
    for names, why in [
        ([first], "part 2 of 2 is missing"),
        ([first, other], "parts of different runs"),
        ([first, second, second + "x"], "cannot be read"),
        ([first, whole], "no report of a part; write it with --shard"),
        ([first, str(tmp_path / "5")], "no report"),
    ]:
        outcome = jwtlint("merge", *names)
        assert (outcome.code, outcome.out) == (2, "")
        assert why in outcome.err
    (tmp_path / "6").write_text(Path(first).read_text())
    assert "are the same part" in jwtlint("merge", first, str(tmp_path / "6"), second).err


@pytest.mark.parametrize("value", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2"])
def test_what_is_no_part(value: str) -> None:
    outcome = jwtlint(*ARGUMENTS, f"--shard={value}")
    assert outcome.code == 2
    assert "is no part such as 3/16" in outcome.err


def test_a_part_wants_json() -> None:
    outcome = jwtlint("check", "catalog", "--shard", "1/2")
    assert outcome.code == 2
    assert "--shard wants --format json" in outcome.err


def distributed() -> None:
    pytest.importorskip("distributed", reason="the extra jwtlint[cluster] is not installed")


@contextmanager
def cluster(
    folder: Path,
) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"], "subprocess.Popen[bytes]"]]:
    """The address of a scheduler of this machine, its two workers, and the scheduler."""
    from distributed import Client

    file = folder / "scheduler.json"
    command = [sys.executable, "-m"]
    scheduler = [
        *command,
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    worker = [*command, "distributed.cli.dask_worker", "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}

    def started(*command: str) -> "subprocess.Popen[bytes]":
        null = subprocess.DEVNULL
        return subprocess.Popen(command, env=environment, stdout=null, stderr=null)

    running = [started(*scheduler, "--scheduler-file", str(file))]
    try:
        for _ in range(2):
            running.append(started(*worker, "--scheduler-file", str(file), "--local-directory", str(folder)))
        with Client(scheduler_file=str(file), timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, running[1:], running[0]
    finally:
        for one in running:
            one.kill()
            one.wait()


def test_a_cluster(alone: str, tmp_path: Path) -> None:
    distributed()
    with cluster(tmp_path) as (address, *_):
        assert jwtlint(*ARGUMENTS, "--cluster", address).out == alone


def test_a_worker_that_is_killed_loses_and_doubles_nothing(folder: Path, tmp_path: Path) -> None:
    distributed()

    def checked(options: Options, after_some: Callable[[], object]) -> list[object]:
        session = Session(Linters(), options)
        said: list[object] = []
        for one in session.check(["catalog/all.jsonl"]):
            said.append((one.path, one.unit, one.result))
            if len(said) == 10:
                after_some()
        return said

    with cluster(tmp_path) as (address, workers, _):
        said = checked(Options(cluster=address), workers[0].kill)
        assert workers[0].wait() != 0
    assert said == checked(Options(), lambda: None)
    assert len(said) == 82


def test_a_scheduler_that_is_lost_ends_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    distributed()
    monkeypatch.setattr(executors, "_PATIENCE", 2)
    # Much more than what is handed out at once.
    many = tmp_path / "many.jsonl"
    many.write_text(Path("catalog/all.jsonl").read_text() * 10)
    with cluster(tmp_path) as (address, _, scheduler):
        found = Session(Linters(), Options(cluster=address)).check([str(many)])
        next(found)
        scheduler.kill()
        with pytest.raises(ClusterError, match="the scheduler was lost during the run"):
            list(found)


def test_a_cluster_that_is_not_there() -> None:
    distributed()
    outcome = jwtlint(*ARGUMENTS, "--cluster", "tcp://127.0.0.1:9")
    assert outcome.code == 2
    assert "--cluster tcp://127.0.0.1:9: no scheduler answers there" in outcome.err


def test_what_a_baseline_knows_is_counted_over_all_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("same").mkdir()
    for number in range(8):
        Path("same", f"{number}.jsonl").write_text(
            '{"id": "x", "prompt": "Draw a diagram of a browser that can recieve a mail."}\n'
        )
    asked = ("check", "same", "--format", "json", "--reader", "none", "--select", "SPL")
    assert len(json.loads(jwtlint(*asked).out)["diagnostics"]) == 8
    names = [str(tmp_path / name) for name in "12"]
    for baselined in (8, 5):
        baseline = str(tmp_path / f"{baselined}.baseline.json")
        jwtlint(
            "baseline",
            *(f"same/{number}.jsonl" for number in range(baselined)),
            *asked[4:],
            "--output",
            baseline,
        )
        whole = jwtlint(*asked, "--baseline", baseline)
        assert json.loads(whole.out)["summary"]["baselined"] == baselined
        for part, name in enumerate(names, 1):
            divided = jwtlint(*asked, "--baseline", baseline, "--shard", f"{part}/2")
            assert divided.code == 0
            Draft202012Validator(SCHEMA).validate(json.loads(divided.out))
            Path(name).write_text(divided.out)
        merged = jwtlint("merge", *names)
        # Each part alone finds no more than is known; together they do.
        assert (merged.out, merged.code) == (whole.out, whole.code)
        assert whole.code == int(baselined < 8)
