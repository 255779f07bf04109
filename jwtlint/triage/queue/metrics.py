"""How the queue and those who work on it do, in numbers that say of how many they speak."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from ..model import Gate, Verdict
from .model import Outcome


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def rate(self) -> float | None:
        """The share from 0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class RuleAgreement:
    """How often people decided as a rule had said: what it confirmed was upheld, what it refuted rejected."""

    rule: str
    confirmed: Share
    refuted: Share

    @property
    def both(self) -> Share:
        return Share(self.confirmed.part + self.refuted.part, self.confirmed.whole + self.refuted.whole)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The numbers of a queue. Times are milliseconds.

    `gates` are the reports of each gate, of all. `median` and `p90` (nearest rank) are times from the first report of
    a case to its first decision by a person, over `timed` cases. `breached`: decided late or still not, of the cases
    whose deadline is over or that are decided. `overturned`: decisions that a later one of the same case contradicts,
    of all; `reopened`: cases that were, of those ever decided. `false_empty`: of the empty cases that were kept for a
    person and decided, those that were not empty; `false_dismissed`: of the cases dismissed unread, those that were
    reopened and decided otherwise by a person.
    """

    gates: dict[Gate, Share]
    median: int | None
    p90: int | None
    timed: int
    breached: Share
    overturned: Share
    reopened: Share
    false_empty: Share
    false_dismissed: Share
    rules: tuple[RuleAgreement, ...]


def measure(connection: sqlite3.Connection, now: int) -> Metrics:
    """The numbers of a queue at a moment (milliseconds since 1970, UTC)."""
    gates: dict[str, int] = dict(
        connection.execute("SELECT gate, count(*) FROM reports GROUP BY gate").fetchall()
    )
    reports = sum(gates.values())
    times = [row[0] for row in connection.execute(_TIMES)]
    return Metrics(
        {gate: Share(gates.get(gate, 0), reports) for gate in Gate},
        _rank(times, 0.5),
        _rank(times, 0.9),
        len(times),
        _share(connection, _BREACHED, now=now),
        _share(connection, _OVERTURNED),
        _share(connection, _REOPENED),
        _share(connection, _FALSE_EMPTY),
        _share(connection, _FALSE_DISMISSED),
        tuple(_agreements(connection)),
    )


_TIMES = """
    SELECT min(decisions.at) - opened_at AS length
    FROM decisions JOIN cases ON cases.id = case_id WHERE NOT automated GROUP BY case_id ORDER BY length
"""
# Only the first decision counts: when a case is reopened, the time promised begins anew.
_BREACHED = """
    SELECT ifnull(sum(late), 0), count(*) FROM (
        SELECT at > deadline AS late FROM decisions
        WHERE event IN (SELECT min(event) FROM decisions GROUP BY case_id)
        UNION ALL
        SELECT 1 FROM cases WHERE settled = 0 AND deadline < :now
    )
"""
_OVERTURNED = """
    SELECT ifnull(sum(outcome <> later), 0), count(*) FROM (
        SELECT outcome, ifnull(lead(outcome) OVER (PARTITION BY case_id ORDER BY event), outcome) AS later
        FROM decisions
    )
"""
_REOPENED = """
    SELECT ifnull(sum(reopenings > 0), 0), count(*) FROM cases WHERE id IN (SELECT case_id FROM decisions)
"""
_LAST = "event IN (SELECT max(event) FROM decisions GROUP BY case_id)"
_FALSE_EMPTY = f"""
    SELECT ifnull(sum(decisions.outcome <> '{Outcome.DISMISSED}'), 0), count(*)
    FROM decisions JOIN cases ON cases.id = case_id WHERE sampled AND NOT automated AND {_LAST}
"""
_FALSE_DISMISSED = f"""
    SELECT ifnull(sum(last.outcome <> '{Outcome.DISMISSED}'), 0), count(*)
    FROM (SELECT DISTINCT case_id FROM decisions WHERE automated)
    JOIN (SELECT case_id, outcome FROM decisions WHERE {_LAST}) AS last USING (case_id)
"""


def _share(connection: sqlite3.Connection, query: str, **values: int) -> Share:
    return Share(*connection.execute(query, values).fetchone())


def _agreements(connection: sqlite3.Connection) -> list[RuleAgreement]:
    """By rule, the most frequent first. Several claims of one case that a rule judged alike count once."""
    rows = connection.execute(
        "SELECT DISTINCT case_id, verdict, rules, json_extract(finding, '$.rule') AS found, last.outcome"
        f" FROM claims JOIN (SELECT case_id, outcome FROM decisions WHERE {_LAST}) AS last USING (case_id)"
        " WHERE verdict IN (?, ?) AND last.outcome <> ?",
        (Verdict.CONFIRMS, Verdict.REFUTES, Outcome.DISMISSED),
    )
    seen: Counter[tuple[str, Verdict, Outcome]] = Counter()
    counted: set[tuple[int, str, Verdict]] = set()
    for row in rows:
        verdict, outcome = Verdict(row["verdict"]), Outcome(row["outcome"])
        rules = json.loads(row["rules"]) if row["found"] is None else [row["found"]]
        for rule in rules:
            if (row["case_id"], rule, verdict) not in counted:
                counted.add((row["case_id"], rule, verdict))
                seen[rule, verdict, outcome] += 1

    def share(rule: str, verdict: Verdict, agreeing: Outcome) -> Share:
        both = [seen[rule, verdict, outcome] for outcome in (Outcome.UPHELD, Outcome.REJECTED)]
        return Share(seen[rule, verdict, agreeing], sum(both))

    found = [
        RuleAgreement(
            rule,
            share(rule, Verdict.CONFIRMS, Outcome.UPHELD),
            share(rule, Verdict.REFUTES, Outcome.REJECTED),
        )
        for rule in {rule for rule, _, _ in seen}
    ]
    return sorted(found, key=lambda one: (-one.both.whole, one.rule))


def _rank(ordered: Sequence[int], share: float) -> int | None:
    """The nearest rank: the least value that `share` of all do not exceed."""
    return ordered[ceil(share * len(ordered)) - 1] if ordered else None
