"""What the page is given: data that cannot leave its place, links, entries, pictures."""

import base64
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from jwtlint.finding import Location, RelatedLocation, Result, Severity
from jwtlint.report.html import html
from jwtlint.report.html.album import LONGEST, Album
from jwtlint.report.html.block import block
from jwtlint.report.html.languages import language_name
from jwtlint.report.html.links import link
from jwtlint.session import Checked
from jwtlint.source import Position, Source
from tests.picture.test_decode import HOSTILE
from tests.report.html.reports import SIZE, catalog, diagnostic, draw, linted, report, spanned

_BLOCK = re.compile(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', re.S)
HTML = st.text(st.sampled_from("<>&/!-script \"'\u2028\ud800\udc00\x00\r\n]]") | st.characters(), max_size=60)


def data(page: str) -> dict[str, Any]:
    """The data of a page, by its ids."""
    return {name: json.loads(value) for name, value in _BLOCK.findall(page)}


@given(HTML)
def test_no_value_ends_its_element(value: str) -> None:
    written = block("a", {"value": value})
    inner = written.removeprefix('<script type="application/json" id="a">').removesuffix("</script>\n")
    assert not set(inner) & set("<>&\u2028\u2029")
    assert json.loads(inner) == {"value": value}
    written.encode()


@given(st.text(max_size=30))
def test_a_link_has_no_scheme_of_its_own(path: str) -> None:
    address = link(path)
    if address is not None:
        assert re.fullmatch(r"(file:///)?[\w.~/%-]*", address, re.A)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("a/b c.md", "a/b%20c.md"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("/srv/ü.md", "file:///srv/%C3%BC.md"),
        ("", None),
        ("\ud800.md", None),
    ],
)
def test_links(path: str, address: str | None) -> None:
    assert link(path) == address


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("en", "English"),
        ("English (EN)", "English"),
        ("Deutsch", "German"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("Englsh", "Englsh"),
        ("", ""),
        ("(en)", "(en)"),
        ("x" * 90, "x" * 90),
    ],
)
def test_languages(stated: str, name: str) -> None:
    assert language_name(stated) == name


def test_a_picture_and_its_text_are_one_entry(tmp_path: Path) -> None:
    told = data("".join(html(catalog(tmp_path))))
    overview = told["overview"]
    assert [
        (one["title"], one["language"], one["style"], one["findings"]) for one in overview["entries"]
    ] == [
        ("Shop", "English", "flat", 4),
        ("Bank", "Spanish", "neon", 1),
        ("Mail", "English", "flat", 1),
    ]
    assert [one["entry"] for one in told["findings"]] == [0, 0, 0, 0, 1, 2]
    (picture,) = told["entry-0"]["pictures"]
    assert picture["size"] == list(SIZE)
    assert [(one["region"], one["findings"]) for one in picture["frames"]] == [
        ([100, 100, 400, 160], [2]),
        ([700, 500, 1000, 560], [3]),
    ]
    assert overview["summary"]["suppressed"] == 2
    assert overview["failures"] == [{"file": "lost.md", "reason": "no such file"}]


def test_a_fix_is_shown_before_and_after(tmp_path: Path) -> None:
    told = data("".join(html(catalog(tmp_path))))
    (edit,) = told["entry-2"]["cards"][0]["fix"]["edits"]
    assert (edit["old"], edit["new"], edit["after"][:8]) == ("Databse", "Database", ". The Da")
    assert "\n" not in edit["before"] + edit["after"]


def test_two_records_of_one_file_are_two_entries() -> None:
    sources = [Source("a.jsonl", '{"prompt": "x"}', first=Position(line, 1)) for line in (1, 2)]
    prompts = [spanned(source, 2, 8) for source in sources]
    values = [spanned(source, 12, 13) for source in sources]

    def record(number: int) -> Checked:
        other = RelatedLocation(values[1 - number], "the same there", "x")
        found = diagnostic("A", "a", Severity.INFO, "", prompts[number], "prompt", related=(other,))
        return Checked("a.jsonl", Result("a.jsonl", (found,)), sources[number])

    told = data("".join(html(report(record(0), record(1)))))
    assert [told[f"entry-{number}"]["lines"] for number in (0, 1)] == [
        [[1, '{"', ["prompt", [0], []], '": "x"}']],
        [[2, '{"', ["prompt", [0], []], '": "x"}']],
    ]
    assert told["entry-0"]["cards"][0]["related"][0]["file"]["name"] == "a.jsonl:2:13"


def test_the_same_report_is_the_same_page(tmp_path: Path) -> None:
    told = catalog(tmp_path)
    assert "".join(html(told)) == "".join(html(told))


def test_a_finding_without_its_text() -> None:
    lost = Checked(
        "a.md", Result("a.md", (diagnostic("CAT101", "x", Severity.INFO, "m", Location("a.md"), ""),))
    )
    told = data("".join(html(report(lost))))
    assert told["entry-0"]["lines"] == []
    assert told["findings"][0]["place"] == ""


def test_rules_bring_their_documentation() -> None:
    told = data("".join(html(report(linted("a.txt", "All text must be in English — not English.")))))
    rule = told["overview"]["rules"]["CON101"]
    assert (rule["name"], rule["family"]) == ("x-not-x", "contradiction")
    assert rule["summary"]
    assert not any("\n" in part for part in rule["why"] if "- " not in part)
    assert {one["kind"] for one in rule["examples"]} >= {"bad", "good"}


def test_a_large_picture_is_scaled_down(tmp_path: Path) -> None:
    Image.new("RGB", (4000, 1000), "navy").save(tmp_path / "a.png")
    embedded = Album().embed(str(tmp_path / "a.png"))
    assert embedded.size == (4000, 1000)
    small = Image.open(io.BytesIO(base64.b64decode(embedded.address.partition(",")[2])))
    assert small.size == (LONGEST, LONGEST // 4)


def test_when_the_album_is_full_pictures_are_left_out(tmp_path: Path) -> None:
    draw(tmp_path / "a.png")
    size = len(Album().embed(str(tmp_path / "a.png")).address)
    album = Album(2 * size)
    told = [album.embed(str(tmp_path / "a.png")) for _ in range(4)]
    assert [bool(one.address) for one in told] == [True, True, False, False]
    assert "left out" in told[3].missing


@pytest.mark.parametrize("path", sorted(HOSTILE.iterdir()), ids=lambda path: path.name)
def test_hostile_pictures_are_said_or_shown(path: Path) -> None:
    embedded = Album().embed(str(path))
    assert bool(embedded.address) != bool(embedded.missing)
    assert "Traceback" not in embedded.missing
