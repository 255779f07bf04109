"""The documentation of a rule as Markdown: for the page of all rules, and for reports that carry it with them."""

from collections.abc import Iterator

from ..documentation import Documentation, Example

_TITLES = {"bad": "Reported:", "fixed": "Fixed:", "good": "Not reported:"}


def paragraphs(docs: Documentation) -> Iterator[str]:
    """Why it matters, then the examples, each a block of Markdown that ends with a line end.

    `[[…]]` in an example stands around the words that are reported.
    """
    for paragraph in docs.why:
        yield f"{prose(paragraph)}\n"
    for example in docs.examples:
        yield f"{_TITLES.get(example.kind, example.kind)}\n"
        yield _block(example)


def prose(text: str) -> str:
    """Words in angle brackets are words, unless they are code, which is literal anyway."""
    parts = text.split("`")
    return "`".join(part if at % 2 else part.replace("<", "\\<") for at, part in enumerate(parts))


def _block(example: Example) -> str:
    """The example as it is written in the rule, in a fence longer than any inside it."""
    text, at = "", 0
    for span in example.flagged:
        text += f"{example.text[at : span.start]}[[{example.text[span.start : span.end]}]]"
        at = span.end
    text += example.text[at:]
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text.rstrip()}\n{fence}\n"
