"""Makes the fixes of diagnostics until nothing is left to fix."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .files import put
from .finding import Diagnostic, Failure, Result, Safety
from .regex import lazy
from .source import Source, SourceError
from .text import Span

if TYPE_CHECKING:
    from .engine import Linter

MAX_ROUNDS = 100
_BARE_LINE_FEED = lazy(r"(?<!\r)\n")


class Applied(NamedTuple):
    """A fix that was made: the rule that offered it, and its title."""

    rule: str
    title: str


class Fixed(NamedTuple):
    """What fixing came to.

    `source` is the document afterwards, `result` what it still deserves, `found` what it deserved before, and
    `applied` the fixes in the order in which they were made. Fixes that never come to rest are left out;
    `result.errors` names their rules.
    """

    source: Source
    result: Result
    found: Result
    applied: tuple[Applied, ...] = ()


def fix(linter: "Linter", source: Source, *, unsafe: bool = False) -> Fixed:
    """Apply the safe fixes, and with `unsafe` the others, until the document is stable.

    Raises SourceError where the document cannot be read.
    """
    first = linter.lint(source)
    barred: dict[str, str] = {}
    while True:
        attempt = _settle(linter, source, first, unsafe, barred)
        if isinstance(attempt, Fixed):
            break
        barred |= attempt
    failures = tuple(
        Failure(source.path, f"the fix of {rule} was not applied: {reason}; please report this")
        for rule, reason in sorted(barred.items())
    )
    errors = (*attempt.result.errors, *failures)
    return attempt._replace(result=replace(attempt.result, errors=errors)) if failures else attempt


def _settle(
    linter: "Linter", source: Source, found: Result, unsafe: bool, barred: Collection[str]
) -> Fixed | dict[str, str]:
    """Rounds of fixing from the start; or the rules that keep it from an end, and why."""
    applied: list[Applied] = []
    seen = {source.value}
    result = found
    for _ in range(MAX_ROUNDS):
        chosen = tuple(_compatible(result.diagnostics, source.path, unsafe, barred))
        if not chosen:
            return Fixed(source, result, found, tuple(applied))
        value = apply(source, chosen)
        if value in seen:
            return dict.fromkeys((one.rule for one in chosen), "it leads back to where it began")
        seen.add(value)
        source = source.edited(value)
        try:
            result = linter.lint(source)
        except SourceError as error:
            return dict.fromkeys((one.rule for one in chosen), f"it spoils the document ({error.reason})")
        applied += [Applied(one.rule, one.fix.title) for one in chosen if one.fix]
    return dict.fromkeys((one.rule for one in chosen), f"it finds no end in {MAX_ROUNDS} rounds")


def fixable(diagnostic: Diagnostic, path: str, unsafe: bool) -> bool:
    """Does the diagnostic offer a fix of that safety whose edits are all in the file?"""
    fix = diagnostic.fix
    if fix is None or not fix.edits or (fix.safety is Safety.UNSAFE and not unsafe):
        return False
    return all(edit.location.path == path and edit.location.span is not None for edit in fix.edits)


def _compatible(
    diagnostics: Iterable[Diagnostic], path: str, unsafe: bool, barred: Collection[str]
) -> Iterator[Diagnostic]:
    """The diagnostics whose fixes can be made at once; others wait for the next round.

    Safe fixes come before unsafe ones, so that these never cost an editor one of those.
    """
    offered = [one for one in diagnostics if one.rule not in barred and fixable(one, path, unsafe)]
    offered.sort(key=lambda one: (one.fix is not None and one.fix.safety is Safety.UNSAFE, _spans(one)))
    taken: list[Span] = []
    for one in offered:
        spans = sorted(_spans(one))
        apart = all(first.end <= second.start for first, second in pairwise(spans))
        if apart and not any(_touches(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            yield one


def _spans(diagnostic: Diagnostic) -> list[Span]:
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    return [edit.location.span for edit in edits if edit.location.span is not None]


def _touches(span: Span, taken: Sequence[Span]) -> bool:
    """Does an edit overlap or meet one of others, which are in order and apart?

    What an edit leaves at its border is for its neighbour to see in the next round.
    """
    at = bisect_left(taken, span)
    return any(
        span.start <= other.end and other.start <= span.end for other in taken[max(0, at - 1) : at + 1]
    )


def apply(source: Source, diagnostics: Sequence[Diagnostic]) -> str:
    """The text of the source with the edits of all the fixes made; they must not overlap."""
    windows = "\r\n" in source.value
    edits = [
        (edit.location.span, edit.replacement)
        for one in diagnostics
        if one.fix
        for edit in one.fix.edits
        if edit.location.span is not None
    ]
    parts: list[str] = []
    end = 0
    for span, replacement in sorted(edits):
        parts.append(source.value[end : span.start])
        parts.append(_BARE_LINE_FEED.sub("\r\n", replacement) if windows else replacement)
        end = span.end
    parts.append(source.value[end:])
    return "".join(parts)


def write(path: Path, source: Source) -> None:
    """Put the text of a source into its file, all at once, in its encoding, with the file's permissions.

    Raises OSError where the file or its folder cannot be written; the file is then as it was.
    """
    path = path.resolve()
    content = source.encode(source.value)
    put(path, lambda file: file.write(content), path.stat().st_mode & 0o7777)
