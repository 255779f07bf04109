"""What a rule declares, and how a decorated function becomes one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from .finding import RULE_PAGES, Finding, Severity
from .regex import lazy

FAMILIES = {
    "CON": "contradiction",
    "TPL": "template",
    "VND": "vendor",
    "SPL": "spelling",
    "LEG": "legend",
    "FLW": "flow",
    "SEC": "security",
    "CAT": "catalog",
    "STR": "structure",
    "PIC": "picture",
    "PAR": "parity",
}

SUBJECTS = frozenset(
    {
        "Document",
        "Entry",
        "Prompt",
        "Box",
        "Arrow",
        "Step",
        "Note",
        "Passage",
        "Text",
        "Mention",
        "Statements",
        "Conversation",
        "Picture",
        "Layout",
        "Comparison",
        "Catalog",
        "Pair",
        "LabelPair",
        "DrawnPair",
    }
)


OF_PICTURES = frozenset({"Picture", "Layout", "Comparison"})
"""Subjects that only a picture has."""

OF_PAIRS = frozenset({"Pair", "LabelPair", "DrawnPair"})
"""Subjects that only a translation beside its original has."""


OF_CATALOGS = frozenset({"Catalog"})
"""Subjects that only a run over several entries has."""


class Where(Enum):
    """Which words a rule reads: those that are written, those that were drawn, or both."""

    WRITTEN = "written"
    DRAWN = "drawn"
    BOTH = "both"


_CODE = lazy(r"[A-Z]{3}\d{3}")
_NAME = lazy(r"[a-z0-9]+(-[a-z0-9]+)*")


class RuleError(Exception):
    """A rule that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """What a rule yields instead of a finding where it could not look, and why."""

    reason: str


Outcome = Finding | Skipped
Check = Callable[..., Iterator[Outcome]]


@dataclass(frozen=True)
class Rule:
    """One rule: identity, what it reads, and its check.

    `needs` are the type names of the parameters of the check; the first is its subject. `mentions` is the
    vocabulary family that a rule about mentions asks for. `supersedes` are ids of rules that stay silent about
    words that this one reports. A rule that is not `default` runs only when it is selected. `where` tells whether
    it reads the words of the prompt, those that were read off the picture, or both.
    """

    id: str
    name: str
    severity: Severity
    check: Check
    needs: tuple[str, ...]
    mentions: str | None = None
    supersedes: tuple[str, ...] = ()
    default: bool = True
    where: Where = Where.WRITTEN

    @property
    def subject(self) -> str:
        return self.needs[0]

    @property
    def reads_entries(self) -> bool:
        """Does it look at entries and prompts?"""
        return self.subject not in OF_PICTURES | OF_CATALOGS | OF_PAIRS and self.where is not Where.DRAWN

    @property
    def reads_pictures(self) -> bool:
        """Does it look at pictures?"""
        return self.subject in OF_PICTURES or (
            self.where is not Where.WRITTEN and self.subject not in OF_PAIRS
        )

    @property
    def reads_pairs(self) -> bool:
        """Does it hold a translation against its original?"""
        return self.subject in OF_PAIRS and self.subject != "DrawnPair"

    @property
    def reads_drawn_pairs(self) -> bool:
        """Does it hold the picture of a translation against that of its original?"""
        if self.subject == "LabelPair":
            return self.where is not Where.WRITTEN
        return self.subject == "DrawnPair"

    @property
    def reads_catalogs(self) -> bool:
        """Does it look at all entries at once?"""
        return self.subject in OF_CATALOGS

    @property
    def family(self) -> str:
        return self.id[:3]

    @property
    def selectors(self) -> tuple[str, ...]:
        """What selects this rule, from the least to the most exact."""
        return ("ALL", self.family, self.name, self.id)

    @property
    def url(self) -> str:
        """The page that explains it."""
        return f"{RULE_PAGES}#{self.id.lower()}"

    @cached_property
    def documentation(self) -> str:
        """The docstring of the rule's module: the one place where the rule is explained."""
        import inspect
        import sys

        return inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or "")

    @property
    def summary(self) -> str:
        """The first sentence of the documentation."""
        return " ".join(self.documentation.partition("\n\n")[0].split())


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    mentions: str | None = None,
    supersedes: tuple[str, ...] = (),
    default: bool = True,
    where: Where = Where.WRITTEN,
) -> Callable[[Check], Rule]:
    """Make a rule of a check function; the annotations of its parameters say what it reads.

    Raises RuleError for a malformed id or name, an unknown family, or a first parameter that is no subject.
    """

    def decorate(check: Check) -> Rule:
        if not _CODE.fullmatch(code) or code[:3] not in FAMILIES:
            raise RuleError(f"{code}: a rule id is a known family and three digits")
        if not _NAME.fullmatch(name):
            raise RuleError(f"{code}: the name {name!r} must be words in lower case with hyphens")
        needs = tuple(
            _type_name(annotation) for key, annotation in check.__annotations__.items() if key != "return"
        )
        if not needs or needs[0] not in SUBJECTS:
            raise RuleError(f"{code}: the first parameter must be annotated with one of {sorted(SUBJECTS)}")
        if (needs[0] == "Mention") != (mentions is not None):
            raise RuleError(f"{code}: a rule about a Mention, and no other, names its vocabulary family")
        return Rule(code, name, severity, check, needs, mentions, supersedes, default, where)

    return decorate


def _type_name(annotation: Any) -> str:
    return annotation if isinstance(annotation, str) else annotation.__name__
