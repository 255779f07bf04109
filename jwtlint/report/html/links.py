"""Where a file of the report can be opened."""

from pathlib import PurePath
from urllib.parse import quote


def link(path: str) -> str | None:
    """The address of a file, relative where its path is; None where it has none, as the standard input.

    Every character that means something in an address is encoded, a colon too: no path becomes a scheme of its own.
    """
    if not path or path.startswith("<"):
        return None
    pure = PurePath(path)
    if pure.is_absolute():
        return pure.as_uri()
    return quote(pure.as_posix(), safe="/", errors="surrogatepass")
