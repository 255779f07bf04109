"""Outcomes as bytes: how they come from workers, and how they are kept."""

import zlib
from datetime import date
from functools import cache
from itertools import groupby
from typing import NamedTuple

import msgspec

from .calendar import Days
from .catalog.card import Card
from .finding import Diagnostic, Failure, Notice, NotRun, Result
from .gates import GateCount
from .outcome import EntryNote, Outcome
from .picture.model import Fidelity
from .suppress import Tally

_LARGEST_KEPT = 64 << 20
"""Bytes. A file of a thousandth of that could fill the memory; what is larger is found out again each time."""


class _Plain(NamedTuple):
    """An outcome without what its record says of it: the path, and for each rule the same reason."""

    diagnostics: tuple[Diagnostic, ...]
    not_run: tuple[tuple[str, str | None, bool, tuple[str, ...]], ...]
    suppressed: int
    errors: tuple[Failure, ...]
    notices: tuple[Notice, ...]
    unconfirmed: int
    fidelity: Fidelity | None
    picture: bool
    entry: str | None
    gates: tuple[GateCount, ...]
    entries: tuple[EntryNote, ...]
    cards: tuple[Card, ...]
    used: tuple[int, ...]
    judged: tuple[int, ...]
    days: Days
    read: bool


@cache
def _codec() -> tuple[msgspec.msgpack.Encoder, msgspec.msgpack.Decoder[_Plain]]:
    return msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(_Plain)


def pack(outcome: Outcome) -> bytes:
    """An outcome as bytes."""
    result = outcome.result
    skipped = groupby(result.not_run, key=lambda one: (one.reason, one.entry, one.inherent))
    plain = _Plain(
        result.diagnostics,
        tuple((*key, tuple(one.rule for one in some)) for key, some in skipped),
        result.suppressed,
        result.errors,
        result.notices,
        result.unconfirmed,
        result.fidelity,
        result.picture,
        result.entry,
        result.gates,
        outcome.entries,
        outcome.cards,
        tuple(sorted(outcome.tally.used)),
        tuple(sorted(outcome.tally.judged)),
        outcome.days,
        outcome.read,
    )
    return zlib.compress(_codec()[0].encode(plain), 1)


def unpack(packed: bytes, path: str, most: int = 0) -> Outcome:
    """The outcome of a record or picture of that path, of at most so many bytes when it is unpacked (0: any).

    Raises ValueError for bytes that are none: nothing else can come of them, whoever has written them.
    """
    try:
        plain = _codec()[1].decode(_inflated(packed, most))
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(f"no outcome: {error}") from None
    result = Result(
        path,
        plain.diagnostics,
        tuple(
            NotRun(rule, reason, path, entry, inherent)
            for reason, entry, inherent, rules in plain.not_run
            for rule in rules
        ),
        plain.suppressed,
        plain.errors,
        plain.notices,
        plain.unconfirmed,
        plain.fidelity,
        plain.picture,
        plain.entry,
        gates=plain.gates,
    )
    tally = Tally(frozenset(plain.used), frozenset(plain.judged))
    return Outcome(result, plain.entries, plain.cards, tally, plain.days, plain.read)


def _inflated(packed: bytes, most: int) -> bytes:
    inflater = zlib.decompressobj()
    plain = inflater.decompress(packed, most)
    if not inflater.eof:
        raise ValueError("no outcome: cut off, or larger than one can be")
    return plain


def kept(packed: bytes | None, path: str, today: date) -> Outcome | None:
    """What an earlier run kept, if it is sound and still holds."""
    if packed is None:
        return None
    try:
        outcome = unpack(packed, path, _LARGEST_KEPT)
    except ValueError:
        return None
    return outcome if outcome.days.include(today) else None


def packed(outcome: Outcome) -> bytes:
    """Like `pack`; an outcome that no file can hold says so."""
    try:
        return pack(outcome)
    except UnicodeEncodeError:
        path = outcome.result.path
        reason = "an escape gives half a character; write the character itself"
        return pack(Outcome(Result(path, errors=(Failure(path, reason),)), read=False))
