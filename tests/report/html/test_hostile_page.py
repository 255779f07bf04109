"""Nothing that strangers wrote is run, loaded or followed."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect

from jwtlint.finding import (
    Failure,
    LocatedEdit,
    LocatedFix,
    Location,
    Notice,
    NotRun,
    RelatedLocation,
    Result,
    Safety,
    Severity,
)
from jwtlint.session import Checked
from jwtlint.source import Source
from tests.report.html.browser import Opened
from tests.report.html.reports import REGIONS, SIZE, at, diagnostic, report, write

ATTACKS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--<script>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "<iframe src=https://example.org></iframe>",
    "<style>@import 'https://example.org/a.css';</style>",
    "\u202egnp.exe",
    "\x1b]8;;https://example.org\x07here",
    "\ud800",
)


def attacked(attack: str) -> Iterator[Checked]:
    """An entry and a picture that say nothing else, wherever something can be said."""
    one_line = attack.replace("\x07", "").replace("\x1b", "")
    text = f"---\ntitle: {one_line!r}\nlanguage: {one_line!r}\nstyle: {one_line!r}\n---\n{attack} Draw it. {attack}\n"
    source = Source(attack, text)
    where = at(source, "Draw it")
    found = diagnostic(
        "SPL101",
        "misspelling",
        Severity.ERROR,
        attack,
        where,
        attack,
        remedy=attack,
        entry=attack,
        related=(RelatedLocation(where, attack, attack),),
        fix=LocatedFix(attack, Safety.SAFE, (LocatedEdit(where, attack),)),
    )
    drawn = Location(attack, region=REGIONS[0], picture_size=SIZE)
    seen = diagnostic("PIC101", "misdrawn-word", Severity.ERROR, attack, drawn, attack)
    result = Result(attack, (found,), (NotRun("PIC101", attack, attack),), errors=(Failure(attack, attack),))
    yield Checked(attack, result, source)
    yield Checked(attack, Result(attack, (seen,), picture=True), source)


def test_strangers_run_nothing(opened: Opened, tmp_path: Path) -> None:
    told = report(
        *(one for attack in ATTACKS for one in attacked(attack)),
        notices=[Notice(attack, 1, attack) for attack in ATTACKS],
    )
    page = opened.open(write(tmp_path / "hostile.html", told))
    for _ in range(2 * len(ATTACKS)):
        page.keyboard.press("j")
        page.click(".card.lit summary")
    page.emulate_media(media="print")
    expect(page.locator(".printed .card")).to_have_count(2 * len(ATTACKS))
    page.emulate_media(media="screen")
    live = "script, iframe, img, style, link, svg:not(.close-up, .canvas *), [onload], [onerror], [onclick]"
    assert page.locator(f"main :is({live})").count() == 0
    links = page.eval_on_selector_all("a[href]", "all => all.map((one) => new URL(one.href).protocol)")
    assert set(links) == {"file:", "https:"}
    assert not set("\u202e\x07\x1b") & set(page.inner_text("body"))


def test_the_policy_forbids_what_markup_could_still_do(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(write(tmp_path / "report.html", report()))
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(f"{request.url} {request.failure}"))
    page.evaluate(
        """() => {
          const hostile = document.createElement("div");
          hostile.innerHTML = "<img src='https://example.org/a.png' onerror='window.ran = true'><b onclick='window.ran = true'>b</b>";
          document.body.append(hostile);
          hostile.querySelector("b").click();
        }"""
    )
    with page.expect_event("requestfailed"):
        page.evaluate(
            "document.body.append(Object.assign(new Image(), { src: 'https://example.org/b.png' }))"
        )
    assert failed == [f"https://example.org/{name}.png csp" for name in "ab"]
    assert page.evaluate("window.ran") is None
    refused = [one for one in opened.said if "Content Security Policy" in one]
    assert len(refused) >= 2
    opened.said.clear()
    opened.asked.clear()
