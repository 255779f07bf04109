"""Every documented example of every rule, run against that rule."""

import re
from datetime import date
from itertools import pairwise

import pytest

from jwtlint.config import Settings
from jwtlint.documentation import Documentation, Example, read
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Diagnostic, Result
from jwtlint.fixer import fix
from jwtlint.pack import builtin
from jwtlint.rule import Rule
from jwtlint.source import Source
from jwtlint.text import Region, Span

from .entries import lint_entries
from .pairs import lint as lint_pair
from .pairs import place, source_of, written
from .sketch import sketch

PACK = builtin()
TODAY = date(2026, 6, 15)
LINTERS = {rule.id: Linter(Settings(select=(rule.id,), today=TODAY), packs=[PACK]) for rule in PACK.rules}
DOCUMENTED = [(rule, read(rule.documentation)) for rule in PACK.rules]
EXAMPLES = [
    pytest.param(rule, documentation, number, id=f"{rule.id}-{number}-{documentation.examples[number].kind}")
    for rule, documentation in DOCUMENTED
    for number in range(len(documentation.examples))
]


def lint(rule: Rule, text: str) -> Result:
    if rule.reads_catalogs:
        return lint_entries(LINTERS[rule.id], text)
    if pair := written(text):
        result = lint_pair(LINTERS[rule.id], pair)
        assert result.errors == ()
        return result
    drawn = sketch(text)
    source = source_of(drawn.prompt if drawn else text)
    linter = LINTERS[rule.id]
    if drawn is None:
        result = linter.lint(source)
    else:
        entry = next(iter(read_entries(source))) if source.value.strip() else None
        result = linter.lint_picture(drawn.picture, entry)
    assert result.errors == ()
    return result


def places(text: str, result: Result) -> list[Span]:
    """Where in the example the findings are: in its text, or at the words of its sketch."""
    if pair := written(text):
        return sorted(place(pair, one) for one in result.diagnostics)
    drawn = sketch(text)
    found = []
    for one in result.diagnostics:
        if one.location.span is not None and one.location.line is not None and "\n=====" in text:
            starts = [0, *(match.end() for match in re.finditer("\n", text))]
            at = starts[one.location.line - 1] + (one.location.column or 1) - 1
            found.append(Span(at, at + len(one.text)))
        elif one.location.span is not None:
            found.append(one.location.span)
        elif drawn is not None and one.location.region is not None:
            found.append(_sketched(text, one, drawn.places))
    return sorted(found)


def _sketched(text: str, one: Diagnostic, by_region: dict[Region, Span]) -> Span:
    """The flagged words are a part of the words that the region covers."""
    region = one.location.region
    assert region is not None
    inside = [span for place, span in by_region.items() if _within(place, region)]
    assert inside, f"{one.text!r} is reported where nothing is drawn"
    start, end = min(span.start for span in inside), max(span.end for span in inside)
    at = text.find(one.text, start, end)
    return Span(at, at + len(one.text)) if at >= 0 else Span(start, end)


def _within(inner: Region, outer: Region) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


@pytest.mark.parametrize(("rule", "documentation"), [pytest.param(*one, id=one[0].id) for one in DOCUMENTED])
def test_rule_is_documented(rule: Rule, documentation: Documentation) -> None:
    kinds = [example.kind for example in documentation.examples]
    assert documentation.summary.endswith("."), "the documentation begins with one sentence"
    assert "bad" in kinds
    assert "good" in kinds
    assert set(kinds) <= {"bad", "fixed", "good"}
    assert all(before == "bad" for before, kind in pairwise(kinds) if kind == "fixed")


@pytest.mark.parametrize(("rule", "documentation", "number"), EXAMPLES)
def test_example(rule: Rule, documentation: Documentation, number: int) -> None:
    example = documentation.examples[number]
    result = lint(rule, example.text)
    flagged = places(example.text, result)
    if example.kind == "bad":
        assert flagged == sorted(example.flagged), words(example, result)
        assert example.flagged
    else:
        assert flagged == [], words(example, result)
        assert [one.reason for one in result.not_run] == [], "a good example must be judged, not passed over"
    if example.kind == "fixed":
        before = documentation.examples[number - 1].text
        path = "example.md" if before.startswith("---\n") else "example.txt"
        assert fix(LINTERS[rule.id], Source(path, before), unsafe=True).source.value == example.text


def words(example: Example, result: Result) -> str:
    reported = [f"{one.text!r}: {one.message}" for one in result.diagnostics]
    wanted = [example.text[span.start : span.end] for span in example.flagged]
    return f"reported {reported}, documented {wanted}, not run {[one.reason for one in result.not_run]}"
