"""Completion of rule names in a shell."""

from collections.abc import Iterator


def rule_names(incomplete: str) -> Iterator[tuple[str, str]]:
    """Ids and names that begin with what is there, each with what the rule reports."""
    from ..pack import builtin

    head, comma, last = incomplete.rpartition(",")
    for rule in builtin().rules:
        for name in (rule.id, rule.name):
            if name.startswith(last):
                yield head + comma + name, rule.summary
