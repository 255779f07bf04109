"""The rules that there are, by family."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from .. import documentation
from ..finding import RULE_PAGES
from ..rule import FAMILIES, Rule
from .cells import wrapped
from .json import write
from .paper import Paper, Style
from .rich import SEVERITY_STYLES
from .visible import visible


def table(paper: Paper, rules: Sequence[Rule]) -> None:
    """A line a rule: id, name, severity, whether it has a fix, and what it reports."""
    longest = max((len(rule.name) for rule in rules), default=0)
    for family, members in groupby(rules, key=lambda rule: rule.family):
        paper.line((f"{family} {FAMILIES[family]}", Style.STRONG))
        for rule in members:
            docs = documentation.read(rule.documentation)
            severity = (f"{rule.severity.label:7}", SEVERITY_STYLES[rule.severity])
            fix = "fix" if docs.fixable else "   "
            start = f"  {rule.id}  {rule.name:{longest}}  {rule.severity.label:7}  {fix}  "
            summary = (
                visible(docs.summary) if rule.default else f"(only when selected) {visible(docs.summary)}"
            )
            lines = [summary]
            if paper.terminal:
                lines = list(wrapped(summary, paper.columns, " " * min(len(start), 8), len(start)))
            paper.line(
                f"  {rule.id}  {rule.name:{longest}}  ", severity, "  ", (fix, Style.GOOD), "  ", lines[0]
            )
            for line in lines[1:]:
                paper.line(line)
        paper.line()
    paper.line(f"{len(rules)} rules; jwtlint explain RULE tells more of one")


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
        "url": f"{RULE_PAGES}#{rule.id.lower()}",
    }
