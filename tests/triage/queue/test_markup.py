"""Text stays text in HTML."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from jwtlint.report.visible import visible_lines
from jwtlint.triage.queue.export.html.markup import element


class _Read(HTMLParser):
    """What a parser makes of markup."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.values: dict[str, str | None] = {}
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values.update(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(), st.text())
def test_text_and_values_come_out_as_they_went_in(text: str, value: str) -> None:
    read = _Read(element("p", text, title=value))
    assert read.tags == ["p"]
    assert read.text == visible_lines(text)
    assert read.values == {"title": visible_lines(value)}


def test_markup_in_markup_stays_markup() -> None:
    inner = element("b", "<i>", hidden=True, lang=None, aria_label="a")
    assert element("p", inner, None, "&") == '<p><b hidden aria-label="a">&lt;i&gt;</b>&amp;</p>'
    assert element("input", id="x", checked=False) == '<input id="x">'
