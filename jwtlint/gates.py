"""Gates: how many entries of a catalog may have findings of some rules before a run fails.

A gate decides alone about the rules that it names: their findings are reported, but a run fails only where too many
entries have one, whatever `fail_on` says. Only numbers are kept, and numbers of parts of a catalog add up.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from .config import Gate
from .finding import Diagnostic, NotRun
from .rule import Rule
from .selection import verify


class GateCount(NamedTuple):
    """What a gate has seen so far.

    `looked` counts the entries and pictures at which one of its rules looked, `pictures` those of them that are
    pictures, and `found` those with a finding. An entry and its picture are two.
    """

    gate: Gate
    looked: int = 0
    found: int = 0
    pictures: int = 0

    @property
    def holds(self) -> bool | None:
        """Have few enough of them findings? None where nothing was looked at."""
        if not self.looked:
            return None
        return self.looked - self.found >= _exactly(self.gate.mostly) * self.looked

    @property
    def verdict(self) -> str:
        """What came of it, in a line: "CAT101: 37 of 1,000 entries (3.7 %) have findings; at most 2 % may"."""
        rules = ", ".join(self.gate.rules)
        if not self.looked:
            return f"{rules}: not judged, as none of its rules looked at anything"
        share = _percent(Fraction(self.found, self.looked))
        have = "has" if self.found == 1 else "have"
        found = f"{self.found:,} of {self.looked:,} {self._noun} ({share}) {have} findings"
        return f"{rules}: {found}; at most {_percent(1 - _exactly(self.gate.mostly))} may"

    @property
    def _noun(self) -> str:
        if not self.pictures:
            return "entry" if self.looked == 1 else "entries"
        if self.pictures == self.looked:
            return "picture" if self.looked == 1 else "pictures"
        return "entries and pictures"


class Gates:
    """The gates of some settings, with the rules that they mean.

    Raises UnknownRuleError where a gate names a rule that does not exist.
    """

    def __init__(self, gates: Sequence[Gate], rules: Sequence[Rule]) -> None:
        for gate in gates:
            verify(gate.rules, rules)
        self._meant = {gate: _meant(gate, rules) for gate in gates}
        self._comparing = frozenset(rule.id for rule in rules if rule.reads_catalogs)
        self._all = frozenset[str]().union(*self._meant.values())

    def decide(self, rule: str) -> bool:
        """Does a gate decide about the findings of a rule?"""
        return rule in self._all

    def compared(self, entries: int) -> tuple[GateCount, ...]:
        """What gates about rules that compare entries see of so many, apart from the findings."""
        return tuple(
            GateCount(gate, entries)
            for gate, rules in self._meant.items()
            if rules and rules <= self._comparing
        )

    def count(
        self, looked: Iterable[Rule], not_run: Iterable[NotRun], found: Iterable[Diagnostic]
    ) -> tuple[GateCount, ...]:
        """What the gates see of one entry or picture, at which these rules were asked to look."""
        with_findings = {one.rule for one in found}
        ran = {rule.id for rule in looked} - {one.rule for one in not_run} | with_findings
        return tuple(
            GateCount(gate, int(not ran.isdisjoint(rules)), int(not with_findings.isdisjoint(rules)))
            for gate, rules in self._meant.items()
        )


def _meant(gate: Gate, rules: Sequence[Rule]) -> frozenset[str]:
    """Rules that look at entries one by one; where a gate names none of these, those that compare entries."""
    named = [rule for rule in rules if not set(gate.rules).isdisjoint(rule.selectors)]
    single = [rule for rule in named if not rule.reads_catalogs]
    return frozenset(rule.id for rule in single or named)


def added(counts: Iterable[GateCount]) -> tuple[GateCount, ...]:
    """The counts of several parts together, one a gate."""
    sums: dict[Gate, GateCount] = {}
    for one in counts:
        known = sums.get(one.gate, GateCount(one.gate))
        sums[one.gate] = GateCount(
            one.gate, known.looked + one.looked, known.found + one.found, known.pictures + one.pictures
        )
    return tuple(sums.values())


def _exactly(share: float) -> Fraction:
    """The number that was written: 0.07 is 7/100, and not the nearest binary fraction."""
    return Fraction(str(share))


def _percent(share: Fraction) -> str:
    return f"{float(100 * share):.3g} %"
