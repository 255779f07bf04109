"""Text of strangers in Markdown, read by GitHub's own parser."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jwtlint.report.literal import code, html_code, literal
from jwtlint.report.visible import visible
from tests.report.gfm import live, rendered, text_of
from tests.report.samples import HOSTILE

SPICED = st.lists(
    st.one_of(
        st.sampled_from(
            [*HOSTILE, *"\\`*_[]<>&~|!#@:$(){}^+-=.0aé", "www", "http://a", "GH-1", "![", "](", "|", "\\|"]
        ),
        st.text(max_size=5),
    ),
    max_size=8,
).map("".join)
ALLOWED = {"main", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "span"}


def squeezed(text: str) -> str:
    return " ".join(text.split())


@settings(deadline=None)
@given(SPICED)
@example("a\\|b | `c\\|`")
def test_it_reads_as_the_text(text: str) -> None:
    for written in (literal(text), code(text)):
        page = rendered(f"x {written} y")
        expected = squeezed(f"x {visible(text) or (written == '∅' and '∅') or ''} y")
        assert squeezed(text_of(page)) == expected
        assert {element.tag for element in page.iter()} <= {"main", "p", "code", "span"}
        assert not live(page)


@settings(deadline=None)
@given(SPICED)
@example("a\\|b | `c\\|`")
def test_it_stays_in_its_cell(text: str) -> None:
    page = rendered(f"| a | b | c |\n| - | - | - |\n| {literal(text)} | {code(text)} | z |\n")
    cells = page.findall(".//tbody/tr/td")
    assert [squeezed(text_of(cell)) for cell in cells] == [
        squeezed(visible(text)),
        squeezed(visible(text) or "∅"),
        "z",
    ]
    assert {element.tag for element in page.iter()} <= ALLOWED
    assert not live(page)


@settings(deadline=None)
@given(SPICED)
def test_it_stays_in_the_summary_of_details(text: str) -> None:
    page = rendered(f"<details><summary>{html_code(text)}</summary>\n\ninside\n\n</details>\n")
    assert [element.tag for element in page.iter()] == ["main", "details", "summary", "code", "p"]
    assert squeezed(text_of(page.find(".//code"))) == squeezed(visible(text))


@pytest.mark.parametrize(
    "text", ["@octocat", "see #12", "GH-12", "https://x.example", "www.x.example", "a1b2c3d", ":tada:"]
)
def test_the_oracle_sees_what_github_brings_to_life(text: str) -> None:
    page = rendered(f"x {text}")
    assert live(page) or page.findall(".//a")
    assert not live(rendered(f"x {literal(text)}"))


def test_ordinary_words_stay_ordinary() -> None:
    assert literal("the title is 'Login: step 2', 50 % (a-b)") == "the title is 'Login: step 2', 50 % (a-b)"
    assert code("POST /login") == "`POST /login`"
