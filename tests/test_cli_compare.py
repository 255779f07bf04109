"""`jwtlint compare`, through the door that users take."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from jwtlint import compare, drawn_pairs
from jwtlint.picture.reader import Readers
from tests.demo import Outcome, jwtlint
from tests.parity.comparing import ENGLISH, SPANISH
from tests.picture.drawing import FakeReader, stacked

SCHEMA = json.loads((Path(__file__).parents[1] / "jwtlint/schema/report.schema.json").read_text())
WRONG = SPANISH.replace("201 Created", "200 OK")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and a cache of its own."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.setattr(compare, "cache_folder", lambda: tmp_path / "cache")
    return home


def write(name: str, text: str, **fields: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = "".join(f"{key}: {value}\n" for key, value in fields.items())
    path.write_text(f"---\n{head}---\n{text}" if fields else text, encoding="utf-8")


def run(*arguments: str) -> Outcome:
    return jwtlint("compare", *arguments)


def report(*arguments: str, code: int) -> Any:
    outcome = run(*arguments, "--format", "json")
    assert outcome.code == code, outcome
    value = json.loads(outcome.out)
    Draft202012Validator(SCHEMA).validate(value)
    return value


def rules(value: Any) -> list[tuple[str, str]]:
    return [(one["path"], one["rule"]) for one in value["diagnostics"]]


def test_a_good_translation() -> None:
    write("a.txt", ENGLISH)
    write("b.txt", SPANISH)
    outcome = run("a.txt", "b.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "not run: PAR180 on b.txt: the original has no picture\nno findings in 1 file\n"


def test_a_changed_translation_shows_both_sides() -> None:
    write("a.txt", ENGLISH)
    write("b.txt", WRONG)
    outcome = run("a.txt", "b.txt")
    assert outcome.code == 1
    assert "b.txt:10:32 error PAR121 status-code-changed" in outcome.out
    assert "see: a.txt:10:25: the label of arrow 4 (Order API → Browser) in the original" in outcome.out
    assert run("a.txt", "b.txt", "--exit-zero").code == 0
    assert run("a.txt", "b.txt", "--ignore", "PAR121").code == 0
    assert run("a.txt", "b.txt", "--select", "PAR134").code == 0


def test_the_report_for_programs() -> None:
    write("a.txt", ENGLISH)
    write("b.txt", WRONG)
    value = report("a.txt", "b.txt", code=1)
    assert rules(value) == [("b.txt", "PAR121")]
    (related,) = value["diagnostics"][0]["related"]
    assert (related["path"], related["text"]) == ("a.txt", "201")
    assert [one["rule"] for one in value["not_run"]] == ["PAR180"]


def test_folders_are_paired_by_the_names_of_their_files() -> None:
    for name in ("one", "two", "three"):
        write(f"en/{name}.txt", ENGLISH)
    write("es/one.es.txt", SPANISH)
    write("es/two.txt", WRONG)
    value = report("en", "es", code=1)
    assert rules(value) == [("es/two.txt", "PAR121")]
    (notice,) = value["notices"]
    assert (notice["path"], notice["message"]) == ("en/three.txt", "no translation of it is in es")


def test_a_translation_without_original_was_not_compared() -> None:
    write("en/one.txt", ENGLISH)
    write("en/two.txt", ENGLISH)
    write("es/one.txt", WRONG)
    write("es/four.txt", SPANISH)
    outcome = run("en", "es", "--by", "stem")
    assert outcome.code == 2
    assert outcome.err == "error: es/four.txt: not compared: no original has the stem 'four'\n"
    assert "PAR121" in outcome.out


def test_entries_are_paired_by_id() -> None:
    write("en/a.md", ENGLISH, id="orders")
    write("es/z.md", WRONG, id="orders-es")
    write("en/b.md", ENGLISH, id="other")
    assert rules(report("en", "es", "--by", "id", code=1)) == [("es/z.md", "PAR121")]
    assert rules(report("en", "es", code=1)) == [("es/z.md", "PAR121")]


def test_a_translation_names_its_original_in_one_catalog() -> None:
    write("all/a.md", ENGLISH, id="orders")
    write("all/b.md", WRONG, id="pedidos", translation_of="orders")
    write("all/c.md", SPANISH, id="pedidos-2", translation_of="a")
    write("all/d.md", SPANISH, id="lost", translation_of="nobody")
    value = report("all", "all", "--by", "translation_of", code=2)
    assert rules(value) == [("all/b.md", "PAR121")]
    (error,) = value["errors"]
    assert error == {
        "path": "all/d.md",
        "message": "entry 'lost': not compared: no original has the id or file name 'nobody'",
    }


def test_the_scope_comes_from_the_command_the_entry_or_the_configuration() -> None:
    write("a.md", ENGLISH, title="Order flow")
    write("b.md", ENGLISH, title="Flujo del pedido", language="Spanish", translation_scope="metadata")
    write("c.md", SPANISH, title="Flujo del pedido", language="Spanish")
    assert report("a.md", "b.md", code=0)["diagnostics"] == []
    assert {rule for _, rule in rules(report("a.md", "c.md", "--scope", "metadata", code=1))} == {"PAR104"}
    Path("jwtlint.toml").write_text('[compare]\nscope = "metadata"\n')
    assert {rule for _, rule in rules(report("a.md", "c.md", code=1))} == {"PAR104"}
    Path("jwtlint.toml").write_text('[compare]\nscope = "metdata"\n')
    outcome = run("a.md", "c.md")
    assert outcome.code == 2
    assert "jwtlint.toml:2: compare.scope: must be one of full, metadata, not 'metdata'" in outcome.err


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (("a.txt", "missing.txt"), "missing.txt: no such file or folder"),
        (("a.txt", "empty.txt"), "empty.txt: empty; nothing to check"),
        (("a.txt", "picture.png"), "picture.png: a picture alone has no labels to align"),
    ],
)
def test_what_cannot_be_read(names: tuple[str, str], why: str) -> None:
    write("a.txt", ENGLISH)
    write("empty.txt", " \n")
    Image.new("RGB", (40, 40)).save("picture.png")
    outcome = run(*names)
    assert outcome.code == 2
    assert f"error: {why}" in outcome.err
    assert "Traceback" not in outcome.err


def test_comments_of_both_documents_silence() -> None:
    write("a.md", "<!-- jwtlint: off PAR111 -->\n" + ENGLISH, title="Order flow")
    lost = WRONG.replace('- API de pedidos → Base de datos: "INSERT del pedido"\n', "")
    write("b.md", "<!-- jwtlint: off PAR121 -->\n" + lost, title="Flujo del pedido")
    value = report("a.md", "b.md", "--select", "PAR121,PAR111", code=0)
    assert value["summary"]["suppressed"] == 2
    write("a.md", ENGLISH, title="Order flow")
    write("b.md", "<!-- jwtlint: off PAR111, PAR121 -->\n" + lost, title="Flujo del pedido")
    # Each comment is for its own document, and a lost arrow stands in the other.
    assert rules(report("a.md", "b.md", "--select", "PAR121,PAR111", code=1)) == [("a.md", "PAR111")]


def test_text_of_strangers_is_shown_without_control_characters() -> None:
    write("a.txt", ENGLISH)
    write("b.txt", SPANISH.replace("201 Created", "200 \x1b[31mOK\u202e"))
    outcome = run("a.txt", "b.txt", "--color", "never")
    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out


def test_check_says_that_it_compares_nothing() -> None:
    write("a.txt", ENGLISH)
    outcome = jwtlint("check", "a.txt", "--select", "PAR121,TPL")
    assert (
        "not run: PAR121 on a.txt: compares a translation with its original; use jwtlint compare"
        in outcome.out
    )
    assert "PAR" not in jwtlint("check", "a.txt").out


class Pictures:
    """Two pictures beside two prompts, and what a reader reads on each."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, original: list[str], translation: list[str]) -> None:
        write("a.txt", ENGLISH)
        write("a.es.txt", SPANISH)
        lines = {(1024, 600): original, (1024, 601): translation}
        for name, size in zip(("a.png", "a.es.png"), lines, strict=True):
            Image.new("RGB", size, "white").save(name)
        reader = _ByName(lines)
        monkeypatch.setattr(drawn_pairs, "readers_of", lambda choice: Readers((reader,)))


class _ByName(FakeReader):
    """Reads other lines on pictures of another size."""

    def __init__(self, lines: dict[tuple[int, int], list[str]]) -> None:
        super().__init__(lambda _: " ".join(" ".join(one) for one in lines.values()))
        self._by_size = {size: stacked(*one) for size, one in lines.items()}

    def read(self, image: Image.Image, languages: Any) -> Any:
        return self._by_size[image.size]


def test_pictures_beside_the_prompts_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    Pictures(
        monkeypatch,
        [
            "Order Flow",
            "",
            "Browser",
            "",
            "Order number",
            "",
            "201 Created",
            "",
            "Shows the shop to the customer",
        ],
        ["Flujo del pedido", "", "Navegador", "", "Order number", "", "200 Created"],
    )
    value = report("a.txt", "a.es.txt", "--min-confidence", "0", code=1)
    found = {(one["path"], one["rule"], one["text"]) for one in value["diagnostics"]}
    assert ("a.es.png", "PAR130", "Order number") in found
    assert ("a.es.png", "PAR121", "200 Created") in found
    assert ("a.png", "PAR180", "Shows the shop to the customer") in found
    assert all(one["region"] for one in value["diagnostics"])


def test_nobody_reads_where_nobody_shall(monkeypatch: pytest.MonkeyPatch) -> None:
    Pictures(monkeypatch, ["Order Flow"], ["Flujo del pedido"])
    value = report("a.txt", "a.es.txt", "--reader", "none", code=0)
    assert [(one["rule"], one["reason"]) for one in value["not_run"]] == [("PAR180", "pictures are not read")]
