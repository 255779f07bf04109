"""The rules that there are, by family."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from .. import documentation
from ..rule import FAMILIES, Rule
from .cells import wrapped
from .json import write
from .paper import Paper, Piece, Style
from .rich import SEVERITY_STYLES
from .visible import visible

_INDENT = " " * 10
_ROOM = 50


def table(paper: Paper, rules: Sequence[Rule]) -> None:
    """A line a rule: id, name, severity, whether it has a fix, and what it reports."""
    longest = max((len(rule.name) for rule in rules), default=0)
    for family, members in groupby(rules, key=lambda rule: rule.family):
        paper.line((f"{family} {FAMILIES[family]}", Style.STRONG))
        for rule in members:
            _line(paper, rule, longest)
        paper.line()
    paper.line(f"{len(rules)} rules; jwtlint explain RULE tells more of one")


def _line(paper: Paper, rule: Rule, longest: int) -> None:
    docs = documentation.read(rule.documentation)
    fix = "fix" if docs.fixable else "   "
    severity = (f"{rule.severity.label:7}", SEVERITY_STYLES[rule.severity])
    start: tuple[Piece, ...] = (
        f"  {rule.id}  {rule.name:{longest}}  ",
        severity,
        "  ",
        (fix, Style.GOOD),
        "  ",
    )
    summary = visible(docs.summary) if rule.default else f"(only when selected) {visible(docs.summary)}"
    used = sum(len(piece if isinstance(piece, str) else piece[0]) for piece in start)
    if not paper.terminal:
        paper.line(*start, summary)
    elif paper.columns - used >= _ROOM:
        first, *rest = wrapped(summary, paper.columns, " " * used, used)
        paper.line(*start, first)
        for line in rest:
            paper.line(line)
    else:
        paper.line(*start)
        for line in wrapped(_INDENT + summary, paper.columns, _INDENT):
            paper.line(line)


def as_json(paper: Paper, rules: Sequence[Rule]) -> None:
    """The same for programs."""
    write(paper, [_described(rule) for rule in rules])


def _described(rule: Rule) -> dict[str, Any]:
    docs = documentation.read(rule.documentation)
    return {
        "id": rule.id,
        "name": rule.name,
        "family": FAMILIES[rule.family],
        "severity": rule.severity.label,
        "default": rule.default,
        "fixable": docs.fixable,
        "reads": rule.subject,
        "summary": docs.summary,
        "url": rule.url,
    }
