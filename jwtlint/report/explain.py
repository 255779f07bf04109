"""All there is to know of one rule."""

from collections.abc import Iterator

from .. import documentation
from ..documentation import Example
from ..rule import FAMILIES, Rule
from ..source import Source
from ..text import Span
from .cells import width, wrapped
from .paper import Paper, Piece, Style
from .rich import SEVERITY_STYLES
from .visible import visible

_TITLES = {
    "bad": ("bad: what is marked is reported", Style.ERROR),
    "fixed": ("fixed: what a fix makes of it", Style.GOOD),
    "good": ("good: nothing is reported", Style.GOOD),
}
_INDENT = "    "


def explain(paper: Paper, rule: Rule) -> None:
    """Write what the rule reports and why, its examples with the flagged words marked, and its page."""
    docs = documentation.read(rule.documentation)
    severity = (rule.severity.label, SEVERITY_STYLES[rule.severity])
    paper.line((f"{rule.id} {rule.name}", Style.STRONG), " ", severity, f" ({FAMILIES[rule.family]})")
    paper.line()
    for paragraph in (docs.summary, *docs.why):
        _paragraph(paper, paragraph)
        paper.line()
    for example in docs.examples:
        title, style = _TITLES.get(example.kind, (example.kind, Style.STRONG))
        paper.line((title, style))
        _example(paper, example)
        paper.line()
    if not rule.default:
        paper.line(f"This rule runs only when it is selected: --select ALL,{rule.id}")
    paper.line(rule.url)


def _paragraph(paper: Paper, text: str) -> None:
    """A paragraph is wrapped anew, a list is kept line by line."""
    lines = [visible(line) for line in text.split("\n")]
    if not any(line.lstrip().startswith(("-", "*", "|")) for line in lines):
        lines = list(wrapped(" ".join(lines), min(paper.columns, 100), ""))
    for line in lines:
        paper.line(line)


def _example(paper: Paper, example: Example) -> None:
    """The lines of an example, broken to fit, each with a mark under its flagged words."""
    source = Source("", example.text)
    count = source.position(len(example.text)).line - example.text.endswith("\n")
    for number in range(1, count + 1):
        for piece in _pieces(source.value, source.line(number), paper.columns - len(_INDENT)):
            _marked(paper, source.value, piece, example.flagged)


def _pieces(value: str, line: Span, cells: int) -> Iterator[Span]:
    start = line.start
    while line.end - start > cells:
        blank = value.rfind(" ", start + 1, start + cells)
        end = blank + 1 if blank >= 0 else start + cells
        yield Span(start, end)
        start = end
    yield Span(start, line.end)


def _marked(paper: Paper, value: str, piece: Span, flagged: tuple[Span, ...]) -> None:
    shown: list[Piece] = [_INDENT]
    marks = _INDENT
    at = piece.start
    for span in flagged:
        start, end = max(span.start, piece.start), min(span.end, piece.end)
        if start > end or (start == end and span.start != span.end):
            continue
        before, words = visible(value[at:start]), visible(value[start:end])
        shown += [before, (words, Style.FLAGGED)]
        marks += " " * width(before) + "^" * max(1, width(words))
        at = end
    paper.line(*shown, visible(value[at : piece.end]))
    if marks != _INDENT:
        paper.line((marks, Style.ERROR))
