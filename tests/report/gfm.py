"""Markdown as GitHub reads it: with its own parser and extensions, and what it makes live in the finished text."""

import re

import cmarkgfm
from cmarkgfm.cmark import Options
from lxml import html

_LIVE = re.compile(
    r"(?<![\w`])@[a-zA-Z\d]|(?<!\w)#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\bhttps?://|\bwww\.",
    re.IGNORECASE,
)
"""Mentions, references to issues and commits, emoji, addresses. GitHub leaves code and links alone.

A dollar sign can begin a formula wherever it does not stand in an element of its own.
"""


def rendered(markdown: str) -> html.HtmlElement:
    """The page that it becomes, before anything is taken out of it for safety."""
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return html.fragment_fromstring(page, create_parent="main")


def text_of(element: html.HtmlElement | None) -> str:
    """What is read on the page, without what has no width."""
    assert element is not None
    return str(element.text_content()).replace("\u200b", "")


def live(page: html.HtmlElement) -> list[str]:
    """What GitHub would bring to life in the text of a page."""
    texts = page.xpath("//text()[not(ancestor::code or ancestor::a)]")
    formulas = page.xpath("//text()[contains(., '$') and not(parent::code or parent::span)]")
    return [*(found[0] for text in texts for found in _LIVE.finditer(text)), *formulas]
