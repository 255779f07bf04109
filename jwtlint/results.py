"""Outcomes of earlier runs, kept by everything that they depend on."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from weakref import WeakKeyDictionary

from .engine import Linter
from .entry.record import Record
from .outcome import Outcome
from .recipe import state_of
from .store import Store

KIND = "results"


class Results:
    """Keeps outcomes in a folder; without one it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.active = folder is not None
        self._store = Store(folder, KIND)

    def get(self, wanted: Sequence[tuple[bytes, str]], linter: Linter) -> dict[bytes, Outcome]:
        """What is kept under names, each with its path, and still holds."""
        from .packing import kept

        found = self._store.get([name for name, _ in wanted])
        outcomes = ((name, kept(found.get(name), path, linter.today)) for name, path in wanted)
        return {name: outcome for name, outcome in outcomes if outcome is not None}

    def put(self, packed: dict[bytes, bytes]) -> None:
        """Keep packed outcomes."""
        self._store.put(packed)

    def close(self) -> None:
        self._store.close()


def record_name(record: Record, linter: Linter) -> bytes:
    """The name of what came of a record. Where in its file it begins is no part of it."""
    parts = (record.path, record.name or "", record.form, *record.header)
    seen = blake2b(_state_of(linter), digest_size=20)
    seen.update("\0".join(parts).encode("utf-8", "surrogatepass"))
    seen.update(b"\0" + record.raw)
    return seen.digest()


def picture_name(state: str, path: str, record: Record | None, number: int, linter: Linter) -> bytes:
    """The name of what came of a picture whose sight has that name, held against an entry of a record."""
    seen = blake2b(_state_of(linter), digest_size=20)
    seen.update("\0".join((state, path)).encode("utf-8", "surrogatepass"))
    if record is not None:
        place = f"\0{number} {record.line} {record.column} "
        seen.update(place.encode() + record_name(record, linter))
    return seen.digest()


def _state_of(linter: Linter) -> bytes:
    state = _states.get(linter)
    if state is None:
        state = _states[linter] = state_of(linter)
    return state


_states: WeakKeyDictionary[Linter, bytes] = WeakKeyDictionary()
