"""What a report is about: an entry, what was understood of it, and what the linter says of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..document import Document
from ..engine import Linter
from ..entry.model import Entry
from ..finding import Diagnostic, Result
from ..rule import Rule
from ..text import Run, Text
from .citing import Citing
from .directory import Directory
from .pointing import Pointing
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from ..picture.picture import Picture


@dataclass(frozen=True)
class Subject:
    """An entry with its findings; `seen` is the same with the picture, and `picture_result` what that deserves.

    `rules` are those that were asked. `others` knows the labels of other entries of the catalog.
    """

    document: Document
    result: Result
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    seen: Document | None = None
    picture_result: Result | None = None
    others: Directory = field(default_factory=Directory)

    @property
    def entry(self) -> Entry:
        return self.document.entry

    @property
    def picture_read(self) -> bool:
        """Did somebody read the picture?"""
        return self.seen is not None and self.seen.layout is not None

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings on the entry, then those on the picture."""
        return (*self.result.diagnostics, *(self.picture_result.diagnostics if self.picture_result else ()))

    def ran(self, rule_id: str) -> bool:
        """Did a rule look at the entry, or at its picture where it is one of pictures?"""
        rule = self._by_id.get(rule_id)
        if rule is None:
            return False
        done = [self.result] if rule.reads_entries else []
        if rule.reads_pictures and self.picture_result is not None and self.picture_read:
            done.append(self.picture_result)
        return any(rule_id not in {one.rule for one in result.not_run} for result in done)

    def fields_named(self, names: Collection[str]) -> dict[str, str]:
        """The fields of the entry that are called so, with their values; the title among them."""
        found = {field.value: text.value for field, text in self.entry.fields.items()}
        if self.entry.titles:
            found["title"] = self.entry.titles[0].value
        return {name: value for name, value in found.items() if name in names}

    @cached_property
    def pointing(self) -> Pointing:
        """Finds what reports point at here."""
        source = self.entry.source
        flagged = [
            Text(one.text, (Run(0, len(one.text), one.location.span),), source)
            for one in self.result.diagnostics
            if one.location.span is not None and one.text
        ]
        return Pointing(self.document, flagged, self.vocabulary)

    @cached_property
    def citing(self) -> Citing:
        """Finds where reports repeat what the linter flags here."""
        return Citing(self.document, self.result.diagnostics)

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}


def subject_of(
    entry: Entry, linter: Linter, picture: "Picture | None" = None, others: Iterable[Document] = ()
) -> Subject:
    """Lint an entry, and its picture where it has one, so that reports about it can be judged.

    `others` are entries of the same catalog; they are parsed when a report first names something unknown. The
    linter reports infos, too. Raises SourceError for a picture that cannot be decoded.
    """
    context = linter.context
    return Subject(
        Document(entry, context),
        linter.lint_entry(entry),
        linter.active,
        Vocabulary(context.vocabulary("reports")),
        Document(entry, context, picture) if picture is not None else None,
        linter.lint_picture(picture, entry) if picture is not None else None,
        Directory(one for one in others if one.entry is not entry),
    )
