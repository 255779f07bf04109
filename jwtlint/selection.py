"""Which rules somebody means: by id, name, family, or all of them."""

from collections.abc import Iterable, Sequence

from .rule import FAMILIES, Rule, RuleError
from .suggest import hint


class UnknownRuleError(RuleError):
    """A selector that names no rule; the message suggests one that does."""

    def __init__(self, selector: str, known: Iterable[str]) -> None:
        super().__init__(f"no rule, name or family {selector!r}{hint(selector, known)}")
        self.selector = selector


def verify(selectors: Iterable[str], rules: Iterable[Rule]) -> None:
    """Raises UnknownRuleError for the first selector that names nothing."""
    known = {selector for rule in rules for selector in rule.selectors} | {"ALL", *FAMILIES}
    for selector in selectors:
        if selector not in known:
            raise UnknownRuleError(selector, known)


def select_rules(rules: Iterable[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that run; where `select` and `ignore` both name a rule, the more exact of them decides.

    Raises UnknownRuleError for a selector that names no rule.
    """
    rules = tuple(rules)
    verify((*select, *ignore), rules)

    def exactness(rule: Rule, chosen: Sequence[str]) -> int:
        return max((rule.selectors.index(one) for one in chosen if one in rule.selectors), default=-1)

    def runs(rule: Rule) -> bool:
        wanted = exactness(rule, select) if select else 0
        asked_for = rule.selectors.index(rule.name)
        return (rule.default or wanted >= asked_for) and wanted > exactness(rule, ignore)

    return tuple(rule for rule in rules if runs(rule))
