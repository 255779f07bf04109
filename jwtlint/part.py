"""What one part of a divided run tells the others, so that they can be joined to what the whole run would have said."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from .catalog.card import Card
from .finding import Safety
from .fixer import fixable
from .gates import GateCount
from .linters import Overrides
from .shard import Shard

if TYPE_CHECKING:
    from .catalogs import Catalogs
    from .finding import Diagnostic
    from .linters import Linters
    from .report.totals import Totals
    from .run import Request
    from .session import Checked, Session


class Suppressed(msgspec.Struct, frozen=True):
    """What the suppressions of a configuration were good for; `path` is a file that it governs."""

    path: str
    used: list[int]
    judged: list[int]


class Part(msgspec.Struct, frozen=True):
    """One part: which it is, what was asked for, and what only all parts together can be judged by.

    `units` counts the documents and records of the whole run.
    """

    part: int
    parts: int
    units: int
    paths: list[str]
    overrides: Overrides
    config: str | None
    isolated: bool
    use_baseline: bool
    changed_since: str | None
    statistics: bool
    gates: list[GateCount]
    cards: list[Card]
    suppressed: list[Suppressed]

    @property
    def asked(self) -> tuple[object, ...]:
        """The same for all parts of a run."""
        return (
            *(self.parts, self.units, self.paths, self.overrides, self.config),
            *(self.isolated, self.use_baseline, self.changed_since, self.statistics),
        )

    @property
    def plain(self) -> Any:
        """As values for JSON."""
        return msgspec.to_builtins(self, enc_hook=str)

    @classmethod
    def read(cls, plain: Any) -> "Part":
        """A part from such values. Raises ValueError for others."""
        return msgspec.convert(plain, cls, dec_hook=_made)


def judged_by(checked: "Checked", found: "Diagnostic") -> dict[str, Any]:
    """What the whole run must know of a finding to judge it: whose settings hold for it, and which fix would help."""
    kinds = (kind.value for kind in Safety if fixable(found, checked.path, unsafe=kind is Safety.UNSAFE))
    source = checked.source.path if checked.source is not None else checked.path
    return {"source": source, "fixable": next(kinds, None)}


def _made(kind: type, value: Any) -> Any:
    return Path(value) if kind is Path else value


def part_of(
    request: "Request",
    shard: Shard,
    session: "Session",
    catalogs: "Catalogs",
    linters: "Linters",
    totals: "Totals",
) -> Part:
    """What a run over a part has to tell."""
    return Part(
        shard.part,
        shard.parts,
        session.units,
        list(request.paths),
        request.overrides,
        str(request.config) if request.config else None,
        request.isolated,
        request.use_baseline,
        request.changed_since,
        request.statistics,
        list(totals.gates),
        list(catalogs.cards()),
        [
            Suppressed(path, sorted(tally.used), sorted(tally.judged))
            for path, linter in linters.governing()
            if request.changed_since is None and any(tally := linter.suppressor.total)
        ],
    )
