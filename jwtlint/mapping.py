"""What an export with names of its own calls the fields of an entry: a guess, for a person to confirm."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from .entry.export.parts import parts
from .entry.export.read import names_of
from .entry.export.source import decoded, source_of
from .entry.fields import KEYS, Fields
from .entry.record import Record
from .source import Source, SourceError

_RECORDS, _NAMES = 5, 40
"""How much of an export is looked at."""
_PARTS_OF_NAMES = {
    "title": {"title", "heading", "headline", "name"},
    "description": {"desc", "description", "summary"},
    "alt": {"alt"},
    "picture": {"image", "img", "picture", "render", "file"},
    "language": {"lang", "language", "locale"},
}
_WORD = re.compile(r"[^\W_]+")


def guessed(path: Path, draws: Callable[[Source], bool]) -> dict[str, str]:
    """Keys of the table [fields] with the names that an export seems to have for them; none without a prompt.

    The prompt is what most often reads like one: `draws` tells whether the prompt of a source asks for a drawing.
    """
    records = dict(_first(path))
    names = list(dict.fromkeys(name for own in records.values() for name in own if name.isprintable()))[
        :_NAMES
    ]
    hits = {name: sum(_draws(one, name, draws) for one in records) for name in names}
    prompt = max(names, key=lambda name: hits[name], default="")
    if not hits.get(prompt):
        return {}
    found = {"prompt": prompt}
    usual = {meaning[0] for name in names if (meaning := Fields().meaning(tuple(name.split("."))))}
    for key, words in _PARTS_OF_NAMES.items():
        free = [name for name in names if name not in found.values()]
        like = [name for name in free if not words.isdisjoint(_WORD.findall(name.casefold()))]
        if like and KEYS[key] not in usual:
            found[key] = like[0]
    return found


def _first(path: Path) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """The first records, each with its names, without what is broken; nothing of what cannot be read."""
    with suppress(OSError, ValueError):
        for record in islice((one for one in parts(path) if isinstance(one, Record)), _RECORDS):
            with suppress(SourceError):
                yield record, names_of(decoded(record))


def _draws(record: Record, name: str, draws: Callable[[Source], bool]) -> bool:
    return draws(source_of(record, Fields((("prompt", (name,)),))))
