"""What `jwtlint rules` and `jwtlint explain` do."""

import sys
from collections.abc import Iterable
from pathlib import Path

from .finding import Failure
from .pack import builtin, user_pack
from .report import explain, rules
from .report.paper import Paper
from .report.rich import report_failures
from .rule import Rule, RuleError
from .selection import UnknownRuleError


def list_rules(packs: Iterable[str], *, as_json: bool) -> int:
    """Print every rule. Returns the exit code."""
    paper = Paper(sys.stdout)
    try:
        found = _rules(packs)
    except RuleError as error:
        return _refused(error)
    (rules.as_json if as_json else rules.table)(paper, found)
    return 0


def explain_rule(name: str, packs: Iterable[str]) -> int:
    """Print all there is to know of the rule of this id or name, or list a family, in any case. Returns the exit code."""
    try:
        found = _rules(packs)
        if family := [rule for rule in found if rule.family == name.upper()]:
            rules.table(Paper(sys.stdout), family)
            return 0
        names = {known.casefold(): rule for rule in found for known in (rule.id, rule.name)}
        if name.casefold() not in names:
            raise UnknownRuleError(name, [known for rule in found for known in (rule.id, rule.name)])
    except RuleError as error:
        return _refused(error)
    explain.explain(Paper(sys.stdout), names[name.casefold()])
    return 0


def _rules(packs: Iterable[str]) -> list[Rule]:
    return [rule for pack in (builtin(), *map(user_pack, map(Path, packs))) for rule in pack.rules]


def _refused(error: RuleError) -> int:
    report_failures(Paper(sys.stderr), [Failure("", str(error))])
    return 2
