"""Suppressions: findings that an editor has looked at and wants to see no more.

They stand in the configuration, or in comments of a document that has them; never in a prompt, where a
generator would read them.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .config import Settings, Suppress
from .entry.model import Entry, Suppression
from .finding import Diagnostic, Failure, Notice
from .patterns import fixed_part, matches
from .rule import Rule
from .selection import UnknownRuleError, select_rules, verify


class Applied(NamedTuple):
    """What came of the diagnostics of an entry: `kept` stay, `silenced` are only counted."""

    kept: list[Diagnostic]
    silenced: list[Diagnostic]
    notices: list[Notice]
    failures: list[Failure]


class Tally(NamedTuple):
    """The numbers of the suppressions of a configuration that silenced something, and of those that had the chance."""

    used: frozenset[int] = frozenset()
    judged: frozenset[int] = frozenset()


class Suppressor:
    """Applies the suppressions of the configuration and of each document, and knows which did nothing.

    Raises UnknownRuleError where the configuration suppresses a rule that does not exist.
    """

    def __init__(self, settings: Settings, rules: Sequence[Rule]) -> None:
        self._settings = settings
        self._rules = {rule.id: rule for rule in rules}
        self._active = {rule.id for rule in select_rules(rules, settings.select, settings.ignore)}
        for one in settings.suppress:
            verify(one.rules, rules)
        self._meant: dict[str, set[str]] = {}
        self._used: set[int] = set()
        self._judged: set[int] = set()
        self.total = Tally()
        """What the suppressions of the configuration were good for in all that was added."""

    def apply(
        self, entry: Entry, diagnostics: Sequence[Diagnostic], skipped: Collection[str] = ()
    ) -> Applied:
        """Sort out the diagnostics of an entry.

        `skipped` are the rules that did not look. A comment that names an unknown rule is a failure; one that silences nothing, although its rules
        looked, is a notice.
        """
        comments, failures = self._understood(entry)
        configured = self._configured(entry.source.name)
        skipped = frozenset(skipped)
        used_comments: set[tuple[int, str]] = set()
        applied = Applied([], [], [], failures)
        for diagnostic in diagnostics:
            selectors = self._rules[diagnostic.rule].selectors
            hits = {
                (number, selector)
                for number, comment in enumerate(comments)
                if _covers(comment, diagnostic)
                for selector in comment.rules
                if selector in selectors
            }
            ours = {
                number
                for number, one in configured
                if not set(one.rules).isdisjoint(selectors) and _about(one.text, diagnostic, entry)
            }
            used_comments |= hits
            self._used |= ours
            (applied.silenced if hits or ours else applied.kept).append(diagnostic)
        self._judged.update(
            number
            for number, one in configured
            if all(self._looked(selector, skipped) for selector in one.rules)
        )
        applied.notices.extend(self._idle_comments(entry, comments, used_comments, skipped))
        return applied

    def take_tally(self) -> Tally:
        """What the suppressions of the configuration were good for since this was last asked."""
        tally = Tally(frozenset(self._used), frozenset(self._judged))
        self._used, self._judged = set(), set()
        return tally

    def add(self, tally: Tally) -> None:
        """Learn what they were good for in another process, or an earlier run."""
        if not tally.used <= self.total.used or not tally.judged <= self.total.judged:
            self.total = Tally(self.total.used | tally.used, self.total.judged | tally.judged)

    def unused(self, covered: Sequence[Path]) -> Iterator[Notice]:
        """Suppressions of the configuration that silenced nothing in this run.

        `covered` are the files and folders that the run was asked to check. A suppression is judged only
        where all files that it can concern lie in them and its rules looked at one.
        """
        root = self._settings.root
        if root is None:
            return
        self.add(self.take_tally())
        roots = {path.resolve() for path in covered}
        for number, one in enumerate(self._settings.suppress):
            areas = [(root / fixed_part(pattern)).resolve() for pattern in one.files or ("",)]
            complete = all(not roots.isdisjoint((area, *area.parents)) for area in areas)
            if complete and number in self.total.judged and number not in self.total.used:
                path, _, line = one.origin.rpartition(":")
                words = f" on {one.text!r}" if one.text else ""
                message = f"the suppression of {', '.join(one.rules)}{words} silences nothing; remove it"
                yield Notice(path or one.origin, int(line) if path else None, message)

    def _understood(self, entry: Entry) -> tuple[list[Suppression], list[Failure]]:
        comments, failures = [], []
        for comment in entry.suppressions:
            try:
                verify(comment.rules, self._rules.values())
            except UnknownRuleError as error:
                position = entry.source.position(comment.text.span.start)
                where = f"{entry.path}:{position.line}:{position.column}"
                failures.append(Failure(where, f"the comment suppresses what does not exist: {error}"))
            else:
                comments.append(comment)
        return comments, failures

    def _configured(self, name: str) -> list[tuple[int, Suppress]]:
        """The suppressions of the configuration that are for a file, with their numbers."""
        outside = name.startswith("../")
        return [
            (number, one)
            for number, one in enumerate(self._settings.suppress)
            if not one.files or (not outside and any(matches(file, name) for file in one.files))
        ]

    def _looked(self, selector: str, skipped: frozenset[str]) -> bool:
        """Did every rule that is meant run, so that silence says something?"""
        meant = self._meant.get(selector)
        if meant is None:
            rules = [rule for rule in self._rules.values() if selector in rule.selectors]
            meant = {rule.id for rule in rules if rule.default or selector in (rule.id, rule.name)}
            self._meant[selector] = meant
        return bool(meant) and meant <= self._active and meant.isdisjoint(skipped)

    def _idle_comments(
        self,
        entry: Entry,
        comments: Sequence[Suppression],
        used: set[tuple[int, str]],
        skipped: frozenset[str],
    ) -> Iterator[Notice]:
        for number, comment in enumerate(comments):
            for selector in comment.rules:
                if (number, selector) not in used and self._looked(selector, skipped):
                    line = entry.source.position(comment.text.span.start).line
                    yield Notice(
                        entry.path,
                        line,
                        f"the comment suppresses {selector}, which reports nothing here; remove it",
                    )


def _covers(comment: Suppression, diagnostic: Diagnostic) -> bool:
    span = diagnostic.location.span
    source = comment.text.source
    if source is not None and source.path != diagnostic.path:
        return False
    return span is not None and comment.start <= span.start < max(comment.end, comment.start + 1)


def _about(text: str, diagnostic: Diagnostic, entry: Entry) -> bool:
    """Is the quoted text the flagged words, or a passage that they stand in?"""
    if not text or text.split() == diagnostic.text.split():
        return True
    span = diagnostic.location.span
    if span is None or diagnostic.path != entry.path:
        return False
    return entry.source.value.find(text, max(0, span.end - len(text)), span.start + len(text)) >= 0
