"""What can be seen: contrast in both colour schemes, paper, narrow windows."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.report.html.browser import Opened, texts
from tests.report.html.reports import catalog, write

# Contrast of text as WCAG 2.2 defines it (1.4.3), against all that lies behind it; 4.5 is wanted of small text.
_POOR = """() => {
  const numbers = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (top, below) => [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  const behind = (node) => {
    const layers = [];
    for (let one = node; one; one = one.parentElement) layers.push(numbers(getComputedStyle(one).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => value / 255).map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const poor = [];
  let looked = 0;
  for (const node of document.querySelectorAll("body *:not(svg *, script, option, noscript)")) {
    if (![...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim())) continue;
    if (!node.checkVisibility() || !node.getClientRects().length) continue;
    looked += 1;
    const paper = behind(node);
    const ink = over(numbers(getComputedStyle(node).color), paper);
    const [bright, dark] = [luminance(ink), luminance(paper)].sort((one, other) => other - one);
    const contrast = (bright + 0.05) / (dark + 0.05);
    if (contrast < 4.5) poor.push(`${node.tagName}.${node.className} ${node.textContent.trim().slice(0, 30)}: ${contrast.toFixed(2)}`);
  }
  return { looked, poor };
}"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("look")
    return write(folder / "report.html", catalog(folder))


def poor(page: Page) -> list[str]:
    """Texts that are hard to read."""
    found: Any = page.evaluate(_POOR)
    assert found["looked"] > 20
    return [str(one) for one in found["poor"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(opened: Opened, file: Path, scheme: Literal["light", "dark"]) -> None:
    opened.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page = opened.open(file)
    assert poor(page) == []
    page.click(".severity.warning")
    page.click("[data-chart=style] button >> nth=0")
    for key in ("j", "j", "j"):
        page.keyboard.press(key)
        page.click(".card.lit summary")
        assert poor(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    for row in range(6):
        page.locator(".rows [role=row]").nth(row).click()
        assert poor(page) == []


def test_dark_is_dark_and_the_switch_wins(opened: Opened, file: Path) -> None:
    opened.page.emulate_media(color_scheme="dark")
    page = opened.open(file)
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colour)
    page.click("[data-theme-choice=light]")
    assert page.evaluate(colour) != dark
    page.reload()
    assert page.evaluate(colour) != dark
    page.click("[data-theme-choice=auto]")
    assert page.evaluate(colour) == dark


def test_paper_shows_everything_in_black_on_white(opened: Opened, file: Path) -> None:
    opened.page.emulate_media(color_scheme="dark")
    page = opened.open(file)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".printed-entry")).to_have_count(3)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert poor(page) == []
    assert texts(page, ".printed-entry h3") == ["Shop", "Bank", "Mail"]
    assert page.locator(".printed .card .body:visible").count() == 6
    assert page.locator(".printed .frame .line:visible").count() == 2
    assert page.locator("#unchecked details:not([open])").count() == 0
    expect(page.locator(".filters")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(page.locator(".printed-entry")).to_have_count(0)


def test_paper_keeps_to_the_filter(opened: Opened, file: Path) -> None:
    page = opened.open(file, "#style=neon")
    page.emulate_media(media="print")
    expect(page.locator(".printed-entry h3")).to_have_text(["Bank"])
    assert page.inner_text(".told") == "1 of 6 findings: neon"


def test_a_narrow_window_needs_no_scrolling_sideways(opened: Opened, file: Path) -> None:
    opened.page.set_viewport_size({"width": 360, "height": 740})
    page = opened.open(file)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.keyboard.press("j")
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".card.lit .message")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#entry")).to_be_hidden()


def test_movement_is_left_out_where_it_is_not_wanted(opened: Opened, file: Path) -> None:
    opened.page.emulate_media(reduced_motion="reduce")
    page = opened.open(file)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).transitionDuration") == "0s"
