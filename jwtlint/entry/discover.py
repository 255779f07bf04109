"""Which files to check, and reading one of them."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from ..patterns import matches
from ..source import MAX_BYTES, Source, SourceError
from .model import EXPORTS, MARKDOWN, MERMAID, PICTURES, PLANTUML

TEXTS = (".txt", *MARKDOWN, ".prompt", *MERMAID, *PLANTUML)
ENDINGS = (*TEXTS, *EXPORTS, *PICTURES)
_SKIPPED_FOLDERS = frozenset({"node_modules"})


Tells = Callable[[Path], bool]


def discover(
    paths: Iterable[str | Path],
    exclude: Sequence[str] = (),
    root: Path | None = None,
    is_export: Tells | None = None,
) -> Iterator[Path | SourceError]:
    """The files that the paths mean, each once, and an error for each path that means none.

    A file is taken whatever it is called. Of a folder, and the folders in it, come the files with one of
    `ENDINGS`, sorted; without what is hidden, `node_modules`, and what fits a pattern of `exclude` (relative
    to `root`, or to the working directory), and of what is called like an export (as package.json is) without
    what is none according to `is_export`. Links to folders are not followed, nor those to files outside of the folder
    that was named: whoever has put them there may want to see what they lead to in the report.
    """
    base = os.path.abspath(root or ".")
    seen: set[str] = set()
    for path in paths:
        for found in _means(Path(path), exclude, base, is_export):
            if isinstance(found, Path):
                name = os.path.abspath(found)
                if name in seen:
                    continue
                seen.add(name)
                if not _can_be_told(name):
                    yield SourceError(
                        str(found), "a name that is not UTF-8, so no report can tell it; rename it"
                    )
                    continue
            yield found


def load(path: Path) -> Source:
    """The text of a file.

    Raises SourceError where it cannot be read, is larger than 64 MiB, or is no text.
    """
    return Source.decode(str(path), read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, as far as a source can have them, and one more.

    Raises SourceError where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _means(
    path: Path, exclude: Sequence[str], base: str, is_export: Tells | None
) -> Iterator[Path | SourceError]:
    try:
        path.stat()
    except (OSError, ValueError) as error:
        yield unreadable(path, error)
        return
    if not path.is_dir():
        yield path
        return
    found = False
    for one in _walk(path, exclude, base):
        if (
            isinstance(one, Path)
            and one.name.lower().endswith(EXPORTS)
            and not (is_export and is_export(one))
        ):
            continue
        found = True
        yield one
    if not found:
        endings = ", ".join((*TEXTS, *EXPORTS))
        what = f"no file to check in this folder ({endings}, pictures{'; the others are excluded' if exclude else ''})"
        yield SourceError(str(path), f"{what}; name a file, whatever its ending")


def _walk(folder: Path, exclude: Sequence[str], base: str) -> Iterator[Path | SourceError]:
    """The files of a folder, then those of the folders in it, however deep they nest."""
    waiting = [folder]
    top = os.path.realpath(folder)
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield unreadable(folder, error)
            continue
        folders: list[Path] = []
        for entry in entries:
            path = folder / entry.name
            if entry.name.startswith(".") or _is_excluded(path, exclude, base):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _SKIPPED_FOLDERS:
                    folders.append(path)
            elif entry.name.lower().endswith(ENDINGS):
                yield from _file(path, entry, top)
        waiting += reversed(folders)


def _file(path: Path, entry: "os.DirEntry[str]", top: str) -> Iterator[Path | SourceError]:
    try:
        if entry.is_file():
            if entry.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(top):
                reason = "a link that leads out of the folder, and is not followed; name the file itself to check it"
                yield SourceError(str(path), reason)
            else:
                yield path
        elif not entry.is_dir():
            missing = entry.is_symlink() and not path.exists()
            reason = (
                "a link to a file that is missing" if missing else "no file, but a pipe, socket or device"
            )
            yield SourceError(str(path), reason)
    except OSError as error:
        yield unreadable(path, error)


def _can_be_told(name: str) -> bool:
    """Is it text? A name of bytes that are none reaches us with half surrogate pairs (PEP 383)."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_excluded(path: Path, exclude: Sequence[str], base: str) -> bool:
    if not exclude:
        return False
    name = os.path.abspath(path)
    inside = name.startswith(base.rstrip(os.sep) + os.sep)
    relative = (os.path.relpath(name, base) if inside else name.lstrip(os.sep)).replace(os.sep, "/")
    return any(matches(pattern, relative) for pattern in exclude)


def unreadable(path: Path, error: OSError | ValueError) -> SourceError:
    """What to say of a file that cannot be read."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            reason = "no such file or folder; check the path"
        case IsADirectoryError():
            reason = "a folder, where a file is wanted"
        case PermissionError():
            reason = "no permission to read it; change its mode"
        case OSError():
            reason = f"cannot be read: {error.strerror or error}"
        case _:
            reason = f"no path: {error}"
    return SourceError(str(path), reason)
