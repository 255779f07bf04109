"""The case file as a page, in a real browser."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from jwtlint.triage.model import Gate, Verdict
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.export.html.page import page
from jwtlint.triage.queue.model import ClaimRef, Content, Outcome, Ruling

from .desk import Desk, assessment, claim, content

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PICTURE = Path(__file__).parents[3] / "fixtures" / "rendered" / "oauth-pkce-misspelt.webp"
HOSTILE = (
    "</style></title><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "<svg onload=\"document.title='owned'\">",
    '"><a href="javascript:document.title=\'owned\'">x</a>',
    "' onmouseover='document.title=\"owned\"",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "\u202etxt.exe\x1b[2J",
)
UNREADABLE = 4.5
"""Less contrast than this is too little for text (WCAG 2.2, 1.4.3)."""


class Opened(NamedTuple):
    """A page in the browser, what it asked for, what of it was blocked, and what it complained of."""

    page: "Page"
    requests: list[str]
    blocked: list[str]
    complaints: list[str]


@pytest.fixture
def opened(desk: Desk, browser: "Browser") -> Iterator[Opened]:
    """The page of a case in which everything that a stranger can write is hostile."""
    yield from _opened(desk, browser, "light")


def _opened(desk: Desk, browser: "Browser", scheme: str) -> Iterator[Opened]:
    path = desk.folder / "case.html"
    path.write_text("<!doctype html>\n" + _hostile_page(desk), encoding="utf-8")
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1000, "height": 800})  # type: ignore[arg-type]
    tab = context.new_page()
    found = Opened(tab, [], [], [])
    tab.on("request", lambda request: found.requests.append(request.url))
    tab.on("requestfailed", lambda request: found.blocked.append(f"{request.url} {request.failure}"))
    tab.on("console", lambda message: found.complaints.append(message.text))
    tab.on("pageerror", lambda error: found.complaints.append(str(error)))
    tab.goto(path.as_uri())
    yield found
    context.close()


def _hostile_page(desk: Desk) -> str:
    words = " ".join(HOSTILE)
    told = assessment(
        Gate.ESCALATE,
        claim(HOSTILE[0], quote=HOSTILE[1]),
        claim(HOSTILE[2], Verdict.INCONCLUSIVE, quote=words),
        text=words,
    )
    digest = blake2b(PICTURE.read_bytes(), digest_size=20).hexdigest()
    where = content(
        entry=words,
        title=words,
        labels=HOSTILE,
        picture=PICTURE,
        picture_hash=digest,
        assess=lambda text: told,
    )
    desk.add(f"{words}\nsecond line", where)
    desk.queue.claim(1, words)
    desk.queue.decide(1, words, Ruling(Outcome.UPHELD, words, (ClaimRef(1, 1),), words, words))
    return _page(desk)


def _page(desk: Desk) -> str:
    with desk.queue.database.reading() as connection:
        return page(reading.dossier(connection, 1), named=True)


def test_it_asks_for_nothing_and_complains_of_nothing(opened: Opened) -> None:
    assert opened.requests == [opened.page.url]
    assert opened.complaints == []


def test_what_strangers_wrote_executes_nothing(opened: Opened) -> None:
    tab = opened.page
    for link in tab.locator("a").all():
        link.hover(force=True)
    tab.locator("#uncover").check()
    tab.locator("summary").first.click()
    assert tab.title() == "C1 · spelling"
    assert tab.evaluate("document.scripts.length") == 0
    assert tab.locator("main img").count() == 1
    assert (
        tab.evaluate("[...document.links].filter(a => !a.getAttribute('href').startsWith('#')).length") == 0
    )
    assert HOSTILE[0] in tab.locator("h1").inner_text()
    assert "⟨U+202E⟩txt.exe␛[2J" in tab.locator("h1").inner_text()
    assert tab.locator("blockquote").first.inner_text().endswith("\nsecond line")
    assert opened.complaints == []


def test_even_a_script_that_got_in_would_not_run(desk: Desk, opened: Opened) -> None:
    path = desk.folder / "injected.html"
    text = (desk.folder / "case.html").read_text(encoding="utf-8")
    bad = "<script src=https://example.org/x.js></script><script>document.title='owned'</script><img src=https://example.org/x.png onerror=\"document.title='owned'\">"
    path.write_text(text.replace("<main>", f"<main>{bad}"), encoding="utf-8")
    opened.page.goto(path.as_uri())
    assert opened.page.title() == "C1 · spelling"
    assert sorted(opened.blocked) == ["https://example.org/x.js csp", "https://example.org/x.png csp"]
    assert opened.complaints


def test_the_picture_is_blurred_until_asked_for(opened: Opened) -> None:
    tab = opened.page
    image = tab.locator("figure img")
    assert image.evaluate("one => one.complete && one.naturalWidth > 0")
    assert "blur" in image.evaluate("one => getComputedStyle(one).filter")
    # The links to frames and what reporters are told come first; the keyboard reaches it behind them.
    stops = tab.locator("a[href^='#frame'], summary").count() + 1
    for _ in range(stops):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == "uncover":
            break
    assert tab.evaluate("document.activeElement.id") == "uncover"
    tab.keyboard.press("Space")
    assert image.evaluate("one => getComputedStyle(one).filter") == "none"
    tab.keyboard.press("Space")
    assert "blur" in image.evaluate("one => getComputedStyle(one).filter")


def test_a_frame_lies_on_what_the_finding_names(opened: Opened) -> None:
    tab = opened.page
    image, frame = tab.locator("figure").bounding_box(), tab.locator("figure rect").bounding_box()
    assert image is not None
    assert frame is not None
    width, height = tab.locator("figure img").evaluate("one => [one.width, one.height]")
    natural = tab.locator("figure svg").get_attribute("viewBox")
    assert natural is not None
    scale = width / int(natural.split()[2])
    # The finding lies at (10, 20) and is 100 pixels wide and 40 high; a border and half a stroke are no matter.
    assert frame["x"] - image["x"] == pytest.approx(10 * scale, abs=4)
    assert frame["y"] - image["y"] == pytest.approx(20 * scale, abs=4)
    assert frame["width"] == pytest.approx(100 * scale, abs=6)
    assert frame["height"] == pytest.approx(40 * scale, abs=6)
    assert height > 0


def test_frame_and_finding_lead_to_each_other(opened: Opened) -> None:
    tab = opened.page
    tab.locator("figure a").focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.querySelector(':target').className") == "claim"
    tab.get_by_text("frame 1", exact=True).click()
    assert tab.evaluate("document.querySelector(':target').id") == "frame-1"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(desk: Desk, browser: "Browser", scheme: str) -> None:
    for opened in _opened(desk, browser, scheme):
        opened.page.locator("summary").first.click()
        texts = opened.page.evaluate(_COLOURS)
        poor = [text for text, ink, paper in texts if _contrast(ink, paper) < UNREADABLE]
        assert len(texts) > 30
        assert poor == []


_COLOURS = """() => {
    const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
    const paper = one => {
        for (; one; one = one.parentElement) {
            const found = rgb(getComputedStyle(one).backgroundColor);
            if (found.length === 3 || found[3] > 0) return found;
        }
    };
    return [...document.querySelectorAll('main *:not(svg *)')]
        .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
        .map(one => [one.textContent.slice(0, 40), rgb(getComputedStyle(one).color), paper(one)]);
}"""


def _contrast(ink: Sequence[float], paper: Sequence[float]) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted(map(_luminance, (ink, paper)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Sequence[float]) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (one / 255 for one in colour[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_narrow_screens_need_no_scrolling_to_the_side(opened: Opened) -> None:
    opened.page.set_viewport_size({"width": 360, "height": 700})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
    kind = opened.page.locator("tbody td", has_text="decided").first.bounding_box()
    assert kind is not None
    assert kind["height"] < 30


@pytest.mark.parametrize(
    ("picture", "digest", "told"),
    [
        (PICTURE, "another", "oauth-pkce-misspelt.webp is another picture than when it was reported"),
        (Path("/gone/a.png"), "x", "a.png cannot be shown: no such picture; check the path."),
        (Path(__file__), "x", "test_case_file.py cannot be shown: no picture that can be read"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_said_to_be_so(
    desk: Desk, picture: Path, digest: str, told: str
) -> None:
    where: Content = content(picture=picture, picture_hash=digest)
    desk.add("'Brwoser'", where)
    text = _page(desk)
    assert told in text
    assert "<img" not in text
