"""What a report is about is found by its name and looked at as it stands."""

from pathlib import Path

import pytest

from jwtlint.picture.reader import Choice
from jwtlint.triage.catalog import NoEntryError
from jwtlint.triage.queue.intake.contents import Contents
from jwtlint.triage.queue.model import Content

from .desk import look

FIXTURES = Path(__file__).parents[3] / "fixtures"
RENDERED = FIXTURES / "rendered"
PROMPT = (
    'Infographic titled "DNS". Boxes: 1) Browser; 2) Resolver. Arrows: Browser to Resolver labeled "query".'
)


def contents(*catalog: Path) -> Contents:
    """Contents of a catalog whose pictures nobody reads."""
    return Contents([str(place) for place in catalog], look, Choice.NONE)


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """Two entries, a broken file, and a picture."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "dns.txt").write_text(PROMPT)
    (tmp_path / "cdn.md").write_text(f"---\nid: cdn-1\ntitle: CDN cache\n---\n{PROMPT}")
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00")
    return tmp_path


@pytest.mark.parametrize("name", ["cdn-1", "cdn.md", "cdn"])
def test_by_id_and_by_file(catalog: Path, name: str) -> None:
    found = contents(catalog).of(name)
    assert (found.entry, found.title, found.labels) == (
        "cdn-1",
        "CDN cache",
        ("Browser", "Resolver", "query"),
    )


def test_what_has_no_id_is_called_by_its_file(catalog: Path) -> None:
    asked = contents(catalog)
    assert {asked.of(name).entry for name in (str(catalog / "sub" / "dns.txt"), "dns.txt", "dns")} == {
        "dns.txt"
    }


def test_an_entry_is_looked_at_once(catalog: Path) -> None:
    asked = contents(catalog)
    assert asked.of("cdn-1") is asked.of("cdn-1")


def test_what_cannot_be_found_is_told(catalog: Path) -> None:
    (catalog / "dns.txt").write_text(PROMPT)
    for name in ("cdn-2", "dns", "\0"):
        with pytest.raises(NoEntryError):
            contents(catalog).of(name)
    with pytest.raises(NoEntryError):
        contents().of("cdn-1")


def test_the_hash_follows_the_content_and_its_picture(tmp_path: Path) -> None:
    def taken(prompt: str, picture: bytes | None) -> Content:
        (tmp_path / "a.txt").write_text(prompt)
        (tmp_path / "a.png").unlink(missing_ok=True)
        if picture is not None:
            (tmp_path / "a.png").write_bytes(picture)
        return contents(tmp_path).of("a")

    first = taken(PROMPT, None)
    assert taken(PROMPT, None).case_hash == first.case_hash
    others = [taken(PROMPT + " No shadows.", None), taken(PROMPT, b"one"), taken(PROMPT, b"two")]
    assert len({first.case_hash, *(one.case_hash for one in others)}) == 4
    # A broken picture is no reason to refuse a report: it may be what the report is about.
    assert (others[1].picture, others[1].drawn) == (tmp_path / "a.png", None)


@pytest.mark.parametrize("name", ["entries.jsonl", "entries.csv", "entries.json"])
def test_entries_of_an_export(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((FIXTURES / "exports" / name).read_bytes())
    (tmp_path / name).with_suffix(".png").write_bytes(b"the picture of no entry")
    asked = contents(tmp_path / name)
    found = [asked.of(one) for one in ("webhook-signature", "cdn-purge")]
    assert [(one.entry, one.title, one.picture) for one in found] == [
        ("webhook-signature", "Signing a webhook", None),
        ("cdn-purge", "Purging a CDN edge", None),
    ]


def test_what_the_linter_could_judge_is_known() -> None:
    found = contents(FIXTURES / "prompts").of("cdn-01-one-line.txt")
    assert "SPL101" in found.written.ran
    assert found.drawn is None


def test_the_picture_is_looked_at(tmp_path: Path) -> None:
    found = contents(RENDERED).of("jwt-refresh-right")
    assert found.picture == RENDERED / "jwt-refresh-right.webp"
    assert found.picture_hash is not None
    # Nobody read it, so that only rules about the file itself ran.
    assert found.drawn is not None
    assert "PIC102" not in found.drawn.ran
    assert found.drawn.ran
