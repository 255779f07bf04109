"""Which picture belongs to which entry: by the entry's own word, by name, or because there is only one of each."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from .entry.model import PICTURES, Entry, Field


class Named(NamedTuple):
    """What an entry says of its picture. `path` is None where that is no file that may be read; `why` says why."""

    path: Path | None
    why: str = ""


def is_picture(path: Path) -> bool:
    """Does a file call itself a picture?"""
    return path.suffix.lower() in PICTURES


def named_by(entry: Entry) -> Named | None:
    """The picture that an entry names; None where it names none.

    An entry comes from a stranger: only files in its own folder, or below, are its pictures.
    """
    field = entry.get(Field.PICTURE)
    if field is None:
        return None
    name = field.value.strip()
    if "://" in name or name.startswith("//"):
        return Named(None, f"the picture {name!r} is an address; addresses are not fetched")
    folder = Path(entry.path).parent
    try:
        path = folder / name
        inside = not Path(name).is_absolute() and path.resolve().is_relative_to(folder.resolve())
        if not inside:
            return Named(None, f"the picture {name!r} lies outside the folder of its entry")
        if not path.is_file():
            return Named(None, f"the picture {name!r} is not there")
    except (OSError, ValueError, RuntimeError):
        return Named(None, f"the picture {name!r} is no file")
    return Named(path)


def namesakes(document: Path, pictures: Iterable[Path]) -> list[Path]:
    """The pictures in the folder of a document that are called like it, but for the ending."""
    home, stem = document.absolute().parent, document.stem
    return [one for one in pictures if one.stem == stem and one.absolute().parent == home]


def only_pair(documents: Sequence[Path], pictures: Sequence[Path]) -> bool:
    """Are there one document and one picture, so that they belong together whatever they are called?"""
    return len(documents) == len(pictures) == 1
