"""How reports that are read elsewhere name files: relative to a folder where they can be, and as URIs."""

from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote


class Home(NamedTuple):
    """Where the paths of a run are relative to (`folder`), and the folder from which reports name files (`root`).

    Both are absolute; an empty root is the folder itself, and of an empty folder nothing is known: relative paths stay
    as they are. `kind` tells whose paths they are: those of this machine, unless it is said.
    """

    folder: str = ""
    root: str = ""
    kind: type[PurePath] = PurePath

    def told(self, path: str) -> str:
        """The path with forward slashes: relative to the root where it lies there, else absolute."""
        where = self.kind(self.folder, path)
        if not self.folder or not where.is_absolute():
            return where.as_posix()
        where, root = _without_dots(where), _without_dots(self.kind(self.root or self.folder))
        return (where.relative_to(root) if where.is_relative_to(root) else where).as_posix()

    def uri(self, path: str) -> str:
        """The path as a URI (RFC 3986): a relative reference, or a `file:` URI (RFC 8089) outside the root."""
        told = self.told(path)
        where = self.kind(told)
        if not where.is_absolute():
            return percent_encoded(told)
        drive = where.drive
        if drive.startswith("\\\\"):
            # A share of Windows: //server/share/file
            return f"file:{percent_encoded(told)}"
        return f"file:///{drive}{'/' if drive else ''}{percent_encoded(told[len(drive) :].lstrip('/'))}"


def percent_encoded(path: str) -> str:
    """The path with everything but letters, digits, `/` and `-._~` percent-encoded, as the bytes of its name."""
    try:
        return quote(path, errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path, errors="replace")


def _without_dots(path: PurePath) -> PurePath:
    """Resolve `..` by the letter: SARIF (§3.10.2) wants none in a path."""
    parts: list[str] = []
    for part in path.parts[1:]:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return type(path)(path.anchor, *parts)
