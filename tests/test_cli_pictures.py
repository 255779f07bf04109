"""`jwtlint check` on pictures, with readers that know what they will read."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from jwtlint import run, worker
from jwtlint.picture import file
from jwtlint.picture.reader import Choice, ReaderError, Readers
from tests.demo import Outcome, jwtlint
from tests.picture.drawing import FakeReader, stacked
from tests.picture.test_decode import DECODED, HOSTILE, REFUSED

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/report.schema.json").read_text())
PROMPT = 'Draw a diagram titled "Checkout Flow" with boxes labeled "Browser" and "Payment Service".'
OTHER = 'Draw a diagram titled "Checkout Flow" with boxes labeled "Brwoser" and "Payment Servise".'
RULES = ("--select", "PIC101,PIC104")
SIZE = (1024, 600)

Read = Callable[..., FakeReader]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and a cache of its own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")
    return home


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Lets a reader read these lines on every picture; `again` is what it reads when it reads a line again."""

    def use(*lines: str, again: str = "", lost: tuple[str, ...] = ()) -> FakeReader:
        reader = FakeReader(lambda _: again or " ".join(lines), *stacked(*lines))
        monkeypatch.setattr(worker, "readers_of", lambda choice: Readers((reader,), lost))
        return reader

    return use


def draw(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", SIZE, "white").save(name)


def write(name: str, text: str = PROMPT, **fields: str) -> None:
    head = "".join(f"{key}: {value}\n" for key, value in fields.items())
    Path(name).write_text(f"---\n{head}---\n{text}\n" if fields else f"{text}\n", encoding="utf-8")


def report(*arguments: str, code: int | None = None) -> Any:
    outcome = jwtlint("check", *arguments, "--jobs", "1", "--format", "json")
    value = json.loads(outcome.out)
    Draft202012Validator(SCHEMA).validate(value)
    if code is not None:
        assert outcome.code == code, outcome
    return value


def found(value: Any) -> list[tuple[str, str, str]]:
    return [(one["path"], one["rule"], one["text"]) for one in value["diagnostics"]]


WRONG = ("Checkout Flow", "", "Brwoser", "", "Payment Service")
RIGHT = ("Checkout Flow", "", "Browser", "", "Payment Service")


@pytest.mark.parametrize("key", ["image", "picture", "file"])
def test_an_entry_names_its_picture(reads: Read, key: str) -> None:
    draw("pictures/drawn.png")
    write("entry.md", id="e1", **{key: "pictures/drawn.png"})
    reads(*WRONG)
    value = report("entry.md", *RULES, code=1)
    (one,) = value["diagnostics"]
    assert (one["path"], one["rule"], one["text"]) == (
        str(Path("pictures/drawn.png")),
        "PIC101",
        "Brwoser",
    )
    assert one["region"] == [100, 226, 170, 246]
    assert one["entry"] == "e1"
    assert one["confidence"] == 0.98
    assert [(other["path"], other["text"]) for other in one["related"]] == [("entry.md", "Browser")]
    assert value["not_run"] == []
    (picture,) = value["pictures"]
    assert picture["entry"] == "e1"
    assert (picture["words"], picture["word_accuracy"]) == (2, 1.0)


def test_pairs_by_name(reads: Read) -> None:
    draw("a.png", "b.png", "c.png", "sub/a.png")
    write("a.txt")
    write("b.txt", OTHER)
    reads(*WRONG)
    value = report(".", *RULES)
    assert found(value) == [("a.png", "PIC101", "Brwoser"), ("b.png", "PIC101", "Service")]
    alone = {one["path"] for one in value["not_run"] if one["rule"] == "PIC101"}
    assert alone == {"c.png", str(Path("sub/a.png"))}


def test_one_text_and_one_picture_are_a_pair(reads: Read) -> None:
    draw("rendered.png")
    write("prompt.txt")
    reads(*WRONG)
    assert found(report("prompt.txt", "rendered.png", *RULES)) == [("rendered.png", "PIC101", "Brwoser")]


def test_two_texts_and_a_picture_are_no_pair(reads: Read) -> None:
    draw("rendered.png")
    write("one.txt")
    write("two.txt")
    reads(*WRONG)
    value = report("one.txt", "two.txt", "rendered.png", *RULES)
    assert found(value) == []
    assert {(one["path"], one["rule"]) for one in value["not_run"]} >= {
        (path, rule) for path in ("one.txt", "two.txt", "rendered.png") for rule in ("PIC101", "PIC104")
    }


def test_pictures_without_an_entry_are_held_against_the_prompt(reads: Read) -> None:
    draw("a.png", "b.png", "own.png")
    write("prompt.txt")
    write("own.txt", OTHER)
    reads(*WRONG)
    arguments = ("a.png", "b.png", "own.png", "own.txt", "--prompt", "prompt.txt", *RULES)
    assert sorted(found(report(*arguments))) == [
        ("a.png", "PIC101", "Brwoser"),
        ("b.png", "PIC101", "Brwoser"),
        ("own.png", "PIC101", "Service"),
    ]


def test_a_picture_is_checked_once(reads: Read) -> None:
    draw("entry.png")
    write("entry.md", image="entry.png")
    reads(*WRONG)
    for arguments in (["."], ["entry.md", "entry.png"], ["entry.png", "./entry.md", "./entry.png"]):
        assert [text for _, _, text in found(report(*arguments, *RULES))] == ["Brwoser"]


def test_a_picture_named_by_an_entry_far_away_is_checked_once(reads: Read, folder: Path) -> None:
    draw("entry.png")
    write("entry.md", image="entry.png")
    reads(*WRONG)
    arguments = (str(folder / "entry.md"), "entry.png")
    assert [text for _, _, text in found(report(*arguments, *RULES))] == ["Brwoser"]


SPANISH = (
    'Dibuja un diagrama titulado "Inicio de sesión" con cajas que dicen "Navegador" y "Servidor de sesión".'
)


@pytest.mark.parametrize(
    ("name", "missing", "severities"),
    [("rapidocr", (), ["error"]), ("tesseract", (), ["info"]), ("tesseract", ("spa",), [])],
)
def test_letters_that_a_reader_has_not_learnt_are_no_evidence(
    reads: Read, monkeypatch: pytest.MonkeyPatch, name: str, missing: tuple[str, ...], severities: list[str]
) -> None:
    draw("entry.png")
    write("entry.md", SPANISH, image="entry.png")
    reader = reads("Inicio de sesión", "", "Navegador", "", "Servidor de sesion")
    reader.name = name
    monkeypatch.setattr(reader, "missing", lambda languages: missing)
    value = report("entry.md", "--select", "PIC101,PIC102,PIC103")
    assert [one["severity"] for one in value["diagnostics"]] == severities


@pytest.mark.parametrize("prompt", ["-", "."])
def test_the_prompt_is_one_file(prompt: str) -> None:
    draw("a.png")
    outcome = jwtlint("check", "a.png", "--prompt", prompt)
    assert outcome.code == 2
    assert "--prompt names one file" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_broken_configuration_is_told_once(reads: Read) -> None:
    draw("broken/a.png", "broken/b.png", "c.png")
    Path("broken/jwtlint.toml").write_text("select = 3\n")
    write("c.txt")
    write("broken/d.txt")
    reads(*WRONG)
    outcome = jwtlint(
        "check", "broken/a.png", "broken/b.png", "broken/d.txt", "c.png", "c.txt", *RULES, "--jobs", "1"
    )
    assert outcome.code == 2
    assert outcome.err.count("the files that it governs were not checked") == 1
    assert "'Brwoser' is drawn" in outcome.out


def test_a_comment_of_the_entry_silences_what_its_picture_lacks(reads: Read) -> None:
    draw("entry.png")
    rules = (*RULES, "--min-confidence", "0")
    reads("Browser", "", "Payment Service")
    write("entry.md", image="entry.png")
    (missing,) = found(report("entry.md", *rules))
    assert missing == ("entry.md", "PIC104", "Checkout Flow")
    write("entry.md", f"<!-- jwtlint: ignore PIC104 -->\n{PROMPT}", image="entry.png")
    value = report("entry.md", *rules, code=0)
    assert (found(value), value["summary"]["suppressed"], value["notices"]) == ([], 1, [])


def test_a_suppression_that_silences_in_pictures_only_is_used(reads: Read) -> None:
    draw("a.png")
    write("a.txt")
    reads(*WRONG)
    Path("jwtlint.toml").write_text(
        '[[suppress]]\nrules = ["PIC101"]\nfiles = ["a.png"]\nreason = "drawn again on Monday"\n'
    )
    value = report(".", *RULES, code=0)
    assert (found(value), value["summary"]["suppressed"], value["notices"]) == ([], 1, [])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The pictures that are opened from now on."""
    paths: list[Path] = []
    load = file.load

    def remember(path: Path) -> file.PictureFile:
        paths.append(path)
        return load(path)

    monkeypatch.setattr(file, "load", remember)
    return paths


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../secret.png", "lies outside the folder of its entry"),
        ("sub/../../secret.png", "lies outside the folder of its entry"),
        ("{outside}/secret.png", "lies outside the folder of its entry"),
        ("{inside}/own.png", "lies outside the folder of its entry"),
        ("link.png", "lies outside the folder of its entry"),
        ("linked/secret.png", "lies outside the folder of its entry"),
        ("https://example.com/secret.png", "is an address; addresses are not fetched"),
        ("file://{outside}/secret.png", "is an address; addresses are not fetched"),
        ("//example.com/secret.png", "is an address; addresses are not fetched"),
        ("missing.png", "is not there"),
        ("sub", "is not there"),
        ("broken.png", "is not there"),
        ("{long}.png", "is no file"),
    ],
)
def test_paths_that_leave_the_folder_are_not_opened(
    reads: Read, opened: list[Path], folder: Path, name: str, reason: str
) -> None:
    outside = folder.parent
    draw("../secret.png", "own.png", "sub/own.png")
    os.symlink(outside / "secret.png", "link.png")
    os.symlink(outside, "linked")
    os.symlink("nowhere.png", "broken.png")
    path = name.format(outside=outside, inside=folder, long="x" * 5000)
    write("entry.md", image=json.dumps(path), title="Flow")
    reads(*WRONG)
    value = report("entry.md", *RULES, code=0)
    assert opened == []
    shown = path if len(path) <= 200 else f"{path[:200]}…"
    assert {(one["rule"], one["path"], one["reason"]) for one in value["not_run"]} == {
        (rule, "entry.md", f"the picture {shown!r} {reason}") for rule in ("PIC101", "PIC104")
    }


def test_a_link_inside_the_folder_may_be_followed(reads: Read) -> None:
    draw("real.png")
    os.symlink("real.png", "link.png")
    write("entry.md", image="link.png")
    reads(*WRONG)
    assert [text for _, _, text in found(report("entry.md", *RULES))] == ["Brwoser"]


def test_a_text_without_a_picture_says_what_was_not_checked() -> None:
    write("prompt.txt")
    value = report("prompt.txt")
    missed = {one["rule"] for one in value["not_run"] if one["reason"] == "no picture"}
    assert {"PIC101", "PIC102", "PIC104", "PIC120"} <= missed
    assert {rule[:3] for rule in missed} == {"PIC"}
    assert "pictures" not in value or value["pictures"] == []
    outcome = jwtlint("check", "prompt.txt", *RULES)
    assert "not run: PIC101, PIC104 on prompt.txt: no picture\n" in outcome.out


def test_hostile_pictures_stop_no_other(folder: Path) -> None:
    outcome = jwtlint("check", str(HOSTILE), "--reader", "none", "--format", "json", "--jobs", "1")
    assert outcome.code == 2
    lines = outcome.err.splitlines()
    assert {line.partition(":")[0] for line in lines} == {"error"}
    value = json.loads(outcome.out)
    Draft202012Validator(SCHEMA).validate(value)
    errors = {Path(one["path"]).name: one["message"] for one in value["errors"]}
    assert sorted(errors) == sorted(REFUSED)
    assert len(lines) == len(REFUSED)
    assert {Path(one["path"]).name for one in value["pictures"]} >= set(DECODED)
    assert len(value["pictures"]) == len(list(HOSTILE.iterdir())) - len(REFUSED)
    assert "Traceback" not in outcome.out + outcome.err
    assert "internal error" not in outcome.err
    assert "\x1b" not in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("lines", "arguments", "code"),
    [
        (RIGHT, (), 0),
        (WRONG, (), 1),
        (WRONG, ("--exit-zero",), 0),
        (WRONG, ("--ignore", "PIC101"), 0),
        (WRONG, ("broken.png",), 2),
        (WRONG, ("missing.png",), 2),
        (RIGHT, ("broken.png", "--exit-zero"), 2),
    ],
)
def test_exit_codes(reads: Read, lines: tuple[str, ...], arguments: tuple[str, ...], code: int) -> None:
    draw("a.png")
    write("a.txt")
    Path("broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    reads(*lines)
    outcome = jwtlint("check", "a.txt", "a.png", *RULES, "--jobs", "1", *arguments)
    assert outcome.code == code
    assert ("error PIC101" in outcome.out) is (lines is WRONG and "--ignore" not in arguments)


def test_parallel_processes_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The processes start anew, so that nobody can read for them."""
    Image.new("RGB", SIZE, "white").save("a.png")
    for name in ("b.png", "c.webp"):
        Image.new("RGB", (640, 480), "navy").save(name)
    Path("d.png").write_bytes(b"")
    write("a.md", image="a.png", resolution="800x600", ratio='"4:3"')
    Path("jwtlint.toml").write_text(
        """
        suppress = [
          { rules = ["PIC170"], files = ["a.*"], reason = "drawn anew" },
          { rules = ["PIC161"], files = ["b.*"], reason = "of no use" },
        ]
        """
    )
    arguments = (
        "check",
        "a.md",
        ".",
        "--reader",
        "none",
        "--select",
        "PIC",
        "--format",
        "json",
        "--no-cache",
    )
    alone, parallel = (jwtlint(*arguments, "--jobs", jobs) for jobs in ("1", "2"))
    value = json.loads(alone.out)
    assert value["diagnostics"]
    assert value["summary"]["suppressed"] == 1
    (notice,) = value["notices"]
    assert notice["message"] == "the suppression of PIC161 silences nothing; remove it"
    assert parallel == alone
    assert alone.code == 2


def test_without_a_reader_only_the_file_is_checked() -> None:
    draw("a.png")
    write("a.md", image="a.png", resolution="800x600")
    value = report("a.md", "--reader", "none", "--select", "PIC")
    assert [rule for _, rule, _ in found(value)] == ["PIC170"]
    reasons = {one["reason"] for one in value["not_run"] if one["rule"] == "PIC101"}
    assert reasons == {"the picture was not read, for want of a reader"}


def test_no_reader_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    draw("a.png", "b.png")

    def none_of(choice: Choice) -> Readers:
        raise ReaderError("no reader for pictures: RapidOCR is not installed (pip install x)")

    monkeypatch.setattr(worker, "readers_of", none_of)
    outcome = jwtlint("check", "a.png", "b.png", "--jobs", "1")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        f"error: {name}: not read: no reader for pictures: RapidOCR is not installed (pip install x); "
        "--reader none checks only its file"
        for name in ("a.png", "b.png")
    ]


def test_what_is_lost_is_said(reads: Read) -> None:
    draw("a.png")
    reads("Order Flow", lost=("Tesseract is not installed",))
    assert "note: Tesseract is not installed\n" in jwtlint("check", "a.png", "--jobs", "1").out
    assert {"path": "", "line": None, "message": "Tesseract is not installed"} in report("a.png")["notices"]


@pytest.mark.parametrize("what", ["read", "recognise"])
def test_a_reader_that_breaks_is_one_line(reads: Read, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    draw("a.png", "b.png")
    write("a.txt")

    def broken(*_: object) -> None:
        raise RuntimeError("the models are gone\n\x1b[31m")

    monkeypatch.setattr(reads(*WRONG), what, broken)
    outcome = jwtlint("check", ".", *RULES, "--jobs", "1")
    assert outcome.code == 2
    names = [line.split(":")[1].strip() for line in outcome.err.splitlines()]
    assert names == (["a.png", "b.png"] if what == "read" else ["a.png"]), "one stops the other"
    assert "the models are gone" in outcome.err
    assert "\x1b" not in outcome.err


def test_what_is_read_unsurely_is_hidden_but_counted(reads: Read) -> None:
    draw("a.png")
    write("a.txt")
    reads(*WRONG, again="Browser")
    arguments = ("check", "a.txt", "a.png", *RULES, "--jobs", "1")
    outcome = jwtlint(*arguments)
    assert outcome.code == 0
    assert "1 finding hidden, read too unsurely (--min-confidence 0 shows them)\n" in outcome.out
    assert report("a.txt", "a.png", *RULES)["summary"]["unconfirmed"] == 1
    outcome = jwtlint(*arguments, "--min-confidence", "0")
    assert outcome.code == 1
    assert (
        "error PIC101 misdrawn-word, 0 % sure: 'Brwoser' is drawn where 'Browser' is asked for" in outcome.out
    )
    assert "hidden" not in outcome.out


def test_annotated_pictures(reads: Read) -> None:
    draw("a.png", "clean.png")
    write("a.txt")
    reads(*WRONG)
    outcome = jwtlint("check", "a.txt", "a.png", *RULES, "--jobs", "1", "--annotate", "marked/here")
    assert outcome.code == 1
    (target,) = Path("marked/here").iterdir()
    assert f"note: a.png: annotated in {target}\n" in outcome.out
    with Image.open(target) as drawn:
        scale = drawn.width // SIZE[0]
        assert drawn.height > scale * SIZE[1], "there is no key below"
        left, top, right, bottom = (scale * value for value in (90, 216, 180, 256))
        frame = drawn.convert("RGB").crop((left, top, right, bottom))
        assert len(frame.getcolors(1 << 16) or []) > 1, "nothing is framed"


def test_annotated_pictures_are_not_checked_again(reads: Read) -> None:
    draw("pictures/a.png")
    write("pictures/a.txt")
    reads(*WRONG)
    arguments = ("pictures", *RULES, "--annotate", "pictures/marked")
    for _ in range(2):
        assert [path for path, _, _ in found(report(*arguments))] == ["pictures/a.png"]
    assert [one.name for one in Path("pictures/marked").iterdir()] == ["a.png"]
    paths = [one["path"] for one in report("pictures/marked", "--annotate", "pictures/marked")["pictures"]]
    assert paths == ["pictures/marked/a.png"]


def test_annotations_that_cannot_be_written(reads: Read) -> None:
    draw("a.png")
    write("a.txt")
    Path("marked").write_text("")
    reads(*WRONG)
    outcome = jwtlint("check", "a.txt", "a.png", *RULES, "--jobs", "1", "--annotate", "marked")
    assert outcome.code == 2
    assert outcome.err.startswith("error: a.png: the annotated picture could not be written: ")
    assert "error PIC101" in outcome.out


def told(outcome: Outcome) -> list[str]:
    return [line for line in outcome.out.splitlines() if " PIC101 " in line]


def test_a_picture_is_read_once_in_all_runs(reads: Read, folder: Path) -> None:
    draw("a.png")
    write("a.txt")
    arguments = ("check", "a.txt", "a.png", *RULES, "--jobs", "1")
    first = reads(*WRONG)
    one = jwtlint(*arguments)
    assert (first.reads, len(first.cuts)) == (1, 3)
    second = reads(*RIGHT)
    assert told(jwtlint(*arguments)) == told(one) != []
    assert (second.reads, second.cuts) == (0, [])
    assert told(jwtlint(*arguments, "--no-cache")) == []
    assert second.reads == 1


def test_hidden_folders_are_left_alone(reads: Read) -> None:
    draw("a.png", ".hidden/b.png")
    reads(*WRONG)
    assert [one["path"] for one in report(".", "--select", "PIC102")["pictures"]] == ["a.png"]
