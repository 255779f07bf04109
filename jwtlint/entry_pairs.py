"""Which entry is the translation of which: because there is one of each, or by a key."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from .entry.model import Entry, Field
from .regex import lazy

_TAG = lazy(r"[._-](?P<language>[a-z]{2,3})(?:[-_][A-Za-z]{2,4})?\Z")


class Key(StrEnum):
    """What an entry and its translation have in common.

    `id`: the field of that name; `stem`: the name of the file without its ending; both also where a language is
    added to it ("login.es", "login-pt-BR"). `translation_of`: the translation names the id, or the stem, of the original.
    """

    ID = "id"
    STEM = "stem"
    TRANSLATION_OF = "translation_of"


class Paired(NamedTuple):
    """An original and its translation."""

    original: Entry
    translation: Entry


class Pairing(NamedTuple):
    """The pairs in the order of the translations, the entries that are left, and why for each that should have a pair."""

    pairs: tuple[Paired, ...]
    untranslated: tuple[Entry, ...]
    orphans: tuple[tuple[Entry, str], ...]


def pair_up(originals: Sequence[Entry], translations: Sequence[Entry], by: Key | None = None) -> Pairing:
    """Find the original of each translation.

    Without a key, one entry a side makes a pair; more are paired by id where all have one, and else by stem.
    """
    if by is None and len(originals) == len(translations) == 1:
        return Pairing((Paired(originals[0], translations[0]),), (), ())
    if by is None:
        by = Key.ID if all(one.id for one in (*originals, *translations)) else Key.STEM
    index = _Index(originals, by)
    pairs: list[Paired] = []
    orphans: list[tuple[Entry, str]] = []
    for entry, name in _named(translations, by):
        if name is None:
            if by is not Key.TRANSLATION_OF:
                orphans.append((entry, f"it has no {by.value} to find its original by"))
            continue
        found = index.find(name)
        if len(found) != 1:
            whose = f"{len(found)} originals have" if found else "no original has"
            orphans.append((entry, f"{whose} the {index.what} {name!r}"))
        elif not _same(found[0], entry):
            pairs.append(Paired(found[0], entry))
    used = [entry for pair in pairs for entry in pair]
    left = (one for one in originals if not any(_same(one, other) for other in used))
    return Pairing(tuple(pairs), tuple(left), tuple(orphans))


class _Index:
    """Originals by their key, and by their key without a language."""

    def __init__(self, entries: Sequence[Entry], by: Key) -> None:
        named_by = by is Key.TRANSLATION_OF
        self.what = "id or file name" if named_by else by.value
        self._by_name: dict[str, list[Entry]] = {}
        self._by_bare: dict[str, list[Entry]] = {}
        for key in (Key.ID, Key.STEM) if named_by else (by,):
            for entry, name in _named(entries, key):
                if name is not None and entry not in self._by_name.setdefault(name, []):
                    self._by_name[name].append(entry)
                    self._by_bare.setdefault(_bare(name), []).append(entry)

    def find(self, name: str) -> list[Entry]:
        return self._by_name.get(name) or self._by_bare.get(_bare(name)) or []


def _named(entries: Iterable[Entry], key: Key) -> Iterator[tuple[Entry, str | None]]:
    """Entries and their keys. Of several entries in one file (a document and its diagrams) the later ones are counted."""
    seen: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        name = _name(entry, key)
        if name is not None and key is Key.STEM:
            seen[entry.path, name] += 1
            count = seen[entry.path, name]
            name = name if count == 1 else f"{name}#{count}"
        yield entry, name


def _name(entry: Entry, key: Key) -> str | None:
    match key:
        case Key.ID:
            return entry.id
        case Key.STEM:
            return PurePath(entry.path).stem
        case Key.TRANSLATION_OF:
            field = entry.get(Field.TRANSLATION_OF)
            return field.value.strip() if field else None


def _bare(name: str) -> str:
    """A name without the language at its end."""
    bare, count, number = name.partition("#")
    return _TAG.sub("", bare) + count + number


def _same(one: Entry, other: Entry) -> bool:
    """Is it one entry, read twice because both sides name its file?"""
    return (
        one.path == other.path and one.id == other.id and one.source.source_hash == other.source.source_hash
    )
