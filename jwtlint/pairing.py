"""Which picture belongs to which entry: by the entry's own word, by name, or because there is only one of each."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from .entry.model import PICTURES, Entry, Field

_SHOWN = 200
"""Characters of a name that are told; a stranger's may have millions."""


class Named(NamedTuple):
    """What an entry says of its picture. `path` is None where that is no file that may be read; `why` says why."""

    path: Path | None
    why: str = ""


def is_picture(path: Path) -> bool:
    """Does a file call itself a picture?"""
    return path.suffix.lower() in PICTURES


def named_in(entry: Entry) -> Named | None:
    """The picture that an entry names; None where it names none."""
    field = entry.get(Field.PICTURE)
    return named_by(entry.path, field.value if field is not None else None)


def named_by(document: str, field: str | None) -> Named | None:
    """The same for what the field of an entry of a document holds.

    An entry comes from a stranger: only files in its own folder, or below, are its pictures.
    """
    if field is None:
        return None
    name = field.strip()
    shown = repr(name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…")
    if "://" in name or name.startswith("//"):
        return Named(None, f"the picture {shown} is an address; addresses are not fetched")
    folder = Path(document).parent
    try:
        # Half a surrogate pair would stand for a byte that is no text.
        name.encode()
        path = folder / name
        inside = not Path(name).is_absolute() and path.resolve().is_relative_to(folder.resolve())
        if not inside:
            return Named(None, f"the picture {shown} lies outside the folder of its entry")
        if not path.is_file():
            return Named(None, f"the picture {shown} is not there")
    except (OSError, ValueError, RuntimeError):
        return Named(None, f"the picture {shown} is no file")
    return Named(path)


class Pairing:
    """Knows the documents and pictures of a run.

    A picture belongs to the document in its folder that is called like it, but for the ending; a single document and
    a single picture belong together whatever they are called.
    """

    def __init__(self, documents: Sequence[Path], pictures: Iterable[Path]) -> None:
        self.pictures = list(pictures)
        self._only = len(documents) == len(self.pictures) == 1
        self._by_stem: dict[tuple[Path, str], list[Path]] = {}
        for one in self.pictures:
            self._by_stem.setdefault((one.absolute().parent, one.stem), []).append(one)

    def of(self, document: str) -> list[Path]:
        """The pictures of a document with a single entry."""
        if self._only:
            return self.pictures
        path = Path(document)
        return self._by_stem.get((path.absolute().parent, path.stem), [])
