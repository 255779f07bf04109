"""What to check of what was found, where only what has changed is to be checked.

An entry and its picture belong together: where one has changed, both are checked.
"""

from collections.abc import Sequence
from pathlib import Path

from .changed import Changed
from .entry.discover import load
from .entry.read import read_entries
from .pairing import is_picture, named_by, namesakes
from .source import SourceError

Found = Path | SourceError | None


def touched(found: Sequence[Found], changed: Changed, *, together: bool, prompt: str | None) -> list[Found]:
    """The files that have changed, and those whose picture or entry has; what is no file stays.

    `together`: the only document and the only picture are a pair. `prompt` belongs to all pictures without an entry.
    """
    files = [one for one in found if isinstance(one, Path)]
    owner = None if prompt is None else Path(prompt).absolute()
    news = {one for one in files if one in changed}
    if news and (together or any(one.absolute() == owner for one in news)):
        return list(found)
    pictures = [one for one in files if is_picture(one)]
    new_pictures = [one for one in pictures if one in news]
    wanted = set(news)
    for one in files:
        if is_picture(one):
            continue
        if (
            one not in news
            and (namesakes(one, new_pictures) or _names_one_of(one, changed))
            or new_pictures
            and one.absolute() == owner
        ):
            wanted.add(one)
        if one in wanted:
            wanted.update(namesakes(one, pictures))
    return [one for one in found if not isinstance(one, Path) or one in wanted]


def _names_one_of(document: Path, changed: Changed) -> bool:
    """Does an entry of a document name a picture that has changed?"""
    if not changed.has_pictures:
        return False
    try:
        names = [named_by(entry) for entry in read_entries(load(document))]
    except SourceError:
        # It has not changed; whoever checks everything is told.
        return False
    return any(name is not None and name.path is not None and name.path in changed for name in names)
