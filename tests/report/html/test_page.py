"""The page in a real Chromium: filters, findings, frames, keys, the address."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from jwtlint.finding import Result, Severity
from jwtlint.session import Checked
from jwtlint.source import Source
from tests.report.html.browser import Opened, texts
from tests.report.html.reports import at, catalog, diagnostic, linted, report, write

ROWS = ".rows [role=row]"
MESSAGES = f"{ROWS} .message"
CARD = ".card.lit .message"
FRAME = ".frame[data-findings='2']"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    return write(folder / "report.html", catalog(folder))


@pytest.fixture
def page(opened: Opened, file: Path) -> Page:
    return opened.open(file)


def rows(page: Page) -> int:
    return page.locator(ROWS).count()


def test_it_asks_for_nothing_but_itself(page: Page, opened: Opened, file: Path) -> None:
    page.locator(ROWS).first.click()
    expect(page.locator(".canvas img")).to_have_js_property("naturalWidth", 1200)
    assert [one for one in opened.asked if not one.startswith("data:")] == [file.as_uri()]


def test_numbers_and_charts(page: Page) -> None:
    assert texts(page, ".severity") == ["2\nerrors", "3\nwarnings", "1\ninfo"]
    assert texts(page, "[data-chart=language] li") == ["English\n5", "Spanish\n1"]
    assert texts(page, "[data-chart=style] li") == ["flat\n5", "neon\n1"]
    assert texts(page, "[data-chart=family] li")[0] == "spelling\n3"
    assert "suppressed\non purpose\n2" in page.inner_text(".facts")
    assert "lost.md: no such file" in page.inner_text("#unchecked")


def test_a_bar_filters_and_filters_no_more(page: Page) -> None:
    bar = page.locator("[data-chart=style] button", has_text="neon")
    bar.click()
    assert texts(page, MESSAGES) == ["said and denied"]
    assert page.inner_text("#count") == "1 of 6 findings"
    expect(bar).to_have_attribute("aria-pressed", "true")
    expect(bar).to_be_focused()
    bar.click()
    assert rows(page) == 6


def test_menus_filter(page: Page) -> None:
    for facet, choice, count in (
        ("severity", "error", 2),
        ("family", "picture", 2),
        ("rule", "SPL101 misspelling", 3),
        ("language", "Spanish", 1),
        ("style", "flat", 5),
    ):
        page.select_option(f"select[data-facet={facet}]", label=choice)
        assert rows(page) == count, facet
        page.click("#chosen .chip")
        assert rows(page) == 6


def test_filters_narrow_each_other(page: Page) -> None:
    page.click(".severity.warning")
    page.check("#fixable")
    assert texts(page, MESSAGES) == ["'Databse' is misspelt"]
    assert texts(page, f"{ROWS} .title") == ["Mail"]
    page.click(".severity.warning")
    page.click(".severity.error")
    assert "No finding matches" in page.inner_text("#none")
    page.click("#none button")
    assert rows(page) == 6


def test_bars_count_what_the_other_filters_leave(page: Page) -> None:
    page.click("[data-chart=family] [data-value=picture]")
    page.click("[data-chart=style] [data-value=neon]")
    assert rows(page) == 0
    assert texts(page, "[data-chart=style] li") == ["flat\n2", "neon\n0"]
    assert texts(page, "[data-chart=family] li") == ["contradiction\n1", "picture\n0", "spelling\n0"]
    assert texts(page, "[data-chart=language] li") == ["English\n0", "Spanish\n0"]


def test_search(page: Page) -> None:
    for words, count in (
        ("brwoser", 1),
        ("Databse", 3),
        ("databse mail", 1),
        ("shop.md", 4),
        ("misdrawn", 1),
        ("nowhere", 0),
    ):
        page.keyboard.press("/")
        page.keyboard.type(words)
        assert rows(page) == count, words
        page.keyboard.press("Escape")
        assert rows(page) == 6
        page.keyboard.press("Escape")


def test_sorting(page: Page) -> None:
    head = page.locator("[data-sort=severity]")
    head.locator("button").click()
    assert [one.split()[0] for one in texts(page, f"{ROWS} .tag")] == ["error"] * 2 + ["warning"] * 3 + [
        "info"
    ]
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.locator("button").click()
    assert texts(page, f"{ROWS} .tag")[0] == "info"
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "none")


def test_a_finding_lights_its_words_and_its_frame(page: Page) -> None:
    page.click(f"{ROWS} >> text=Brwoser")
    assert texts(page, CARD) == ["'Brwoser' is drawn where 'Browser' is asked for"]
    expect(page.locator(FRAME)).to_have_class("frame error lit")
    assert texts(page, ".mentioned.related-lit") == ["Browser"]
    card = page.inner_text(".card.lit .body")
    assert "render the picture again" in card
    assert "98 % sure" in card
    page.locator(ROWS).first.click()
    assert texts(page, "mark.lit") == ["Databse"]
    expect(page.locator(FRAME)).to_have_class("frame error")


def test_the_words_are_brought_into_view(opened: Opened, tmp_path: Path) -> None:
    text = "Plain words stand here. " * 300 + "The Databse answers. " + "More words follow. " * 300
    source = Source("long.txt", "One line.\n" * 50 + text)
    found = diagnostic(
        "SPL101", "misspelling", Severity.WARNING, "misspelt", at(source, "Databse"), "Databse"
    )
    told = report(Checked(source.path, Result(source.path, (found,)), source))
    page = opened.open(write(tmp_path / "long.html", told))
    page.locator(ROWS).first.click()
    expect(page.locator("mark.lit")).to_be_in_viewport()
    expect(page.locator(".card.lit")).to_be_in_viewport()


def test_an_enlarged_picture_shows_the_frame(page: Page) -> None:
    page.locator(ROWS).first.click()
    page.get_by_role("button", name="Enlarge").click()
    page.click(f"{ROWS} >> text=icon")
    frame = page.locator(".frame.lit .line").bounding_box()
    window = page.locator(".window").bounding_box()
    assert frame is not None
    assert window is not None
    assert window["x"] <= frame["x"]
    assert frame["x"] + frame["width"] <= window["x"] + window["width"]


def test_a_frame_selects_its_finding(page: Page) -> None:
    page.locator(ROWS).first.click()
    page.click(".frame[data-findings='3']")
    assert texts(page, CARD) == ["'icon' is an instruction, drawn as text"]
    expect(page.locator(f"{ROWS}[aria-selected=true]")).to_contain_text("icon")
    page.focus(FRAME)
    page.keyboard.press("Enter")
    assert texts(page, CARD) == ["'Brwoser' is drawn where 'Browser' is asked for"]


def test_tab_reaches_frames_and_selects_their_findings(page: Page) -> None:
    page.locator(ROWS).first.click()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.frame')"):
            break
    assert texts(page, CARD) == ["'Brwoser' is drawn where 'Browser' is asked for"]


def test_marked_words_select_their_finding(page: Page) -> None:
    page.locator(ROWS).first.click()
    page.locator("mark").nth(1).click()
    expect(page.locator(".card.lit")).to_have_attribute("data-finding", "1")


def test_frames_lie_where_the_picture_shows_it(page: Page) -> None:
    page.click(f"{ROWS} >> text=Brwoser")
    image = page.locator(".canvas img").bounding_box()
    frame = page.locator(f"{FRAME} .line").bounding_box()
    assert image is not None
    assert frame is not None
    scale = image["width"] / 1200
    for found, expected in (
        (frame["x"] - image["x"] + frame["width"] / 2, 250 * scale),
        (frame["y"] - image["y"] + frame["height"] / 2, 130 * scale),
    ):
        assert abs(found - expected) < 1
    for found, least in ((frame["width"], 300 * scale), (frame["height"], 60 * scale)):
        assert least < found < least + 20


def test_a_fix_as_a_difference(page: Page) -> None:
    page.check("#fixable")
    page.locator(ROWS).first.click()
    assert texts(page, ".card.lit del") == ["Databse"]
    assert texts(page, ".card.lit ins") == ["Database"]


def test_the_documentation_of_a_rule(page: Page) -> None:
    page.click(f"{ROWS} >> text=said and denied")
    page.click(".card.lit .documentation summary")
    assert page.locator(".card.lit .example mark").count() > 0
    href = page.get_attribute(".card.lit .documentation .rule-page a", "href")
    assert href is not None
    assert href.endswith("docs/rules.md#con101")


def test_keys_go_through_the_findings(page: Page) -> None:
    seen = []
    for key in ("j", "j", "k", "ArrowDown", "End", "Home", "]", "]", "["):
        page.keyboard.press(key)
        seen.append(page.inner_text("#position"))
    assert seen == [f"{place} of 6" for place in (1, 2, 1, 2, 6, 1, 5, 6, 5)]
    expect(page.locator("#entry-heading")).to_have_text("Bank")
    page.keyboard.press("Escape")
    expect(page.locator("#entry")).to_be_hidden()
    expect(page.locator(f"{ROWS}:focus")).to_contain_text("said and denied")


def test_the_keys_are_explained(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def test_the_address_keeps_the_filter_and_the_finding(opened: Opened, file: Path) -> None:
    page = opened.open(file)
    page.click(".severity.error")
    page.fill("#search", "browser")
    page.click("[data-sort=rule] button")
    page.locator(ROWS).first.click()
    page.wait_for_url(lambda url: "finding=" in url)
    fragment = page.evaluate("location.hash")
    page.goto("about:blank")
    opened.open(file, fragment)
    assert texts(page, MESSAGES) == ["'Brwoser' is drawn where 'Browser' is asked for"]
    assert page.input_value("#search") == "browser"
    assert texts(page, CARD) == ["'Brwoser' is drawn where 'Browser' is asked for"]
    page.wait_for_timeout(250)
    assert page.evaluate("location.hash") == fragment


def test_findings_with_the_same_key_have_addresses_of_their_own(opened: Opened, file: Path) -> None:
    page = opened.open(file)
    page.locator(ROWS).nth(1).click()
    page.wait_for_url(lambda url: "finding=" in url)
    fragment = page.evaluate("location.hash")
    page.goto("about:blank")
    opened.open(file, fragment)
    expect(page.locator(".card.lit")).to_have_attribute("data-finding", "1")


def test_a_strange_address_does_no_harm(opened: Opened, file: Path) -> None:
    for fragment in ("#rule=NIX999", "#finding=gone", "#sort=__proto__", "#&&==%&style=%00", "#q=%ff"):
        page = opened.open(file, fragment)
        page.keyboard.press("Escape")
        assert rows(page) == 6, fragment


def test_of_thousands_of_findings_only_those_in_view_are_drawn(opened: Opened, tmp_path: Path) -> None:
    many = linted("many.txt", "Note: the Databse answers.\n" * 1500)
    count = len(many.result.diagnostics)
    assert count >= 1500
    page = opened.open(write(tmp_path / "many.html", report(many)))
    expect(page.locator("[role=grid]")).to_have_attribute("aria-rowcount", str(count + 1))
    assert rows(page) < 60
    page.keyboard.press("j")
    page.keyboard.press("End")
    assert page.inner_text("#position") == f"{count:,} of {count:,}"
    expect(page.locator(f"{ROWS}[aria-selected=true]")).to_be_in_viewport()
    assert rows(page) < 60


def test_nothing_found(opened: Opened, tmp_path: Path) -> None:
    page = opened.open(write(tmp_path / "clean.html", report()))
    assert page.inner_text("#none") == "Nothing was found."
    page.keyboard.press("j")
