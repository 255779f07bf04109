"""Where a file of the report can be opened."""

import os
from pathlib import PurePath
from urllib.parse import quote


def link(path: str) -> str | None:
    """The address of a file, relative where its path is; None for a path that no file can have.

    Every character that means something in an address is encoded, a colon too: no path becomes a scheme of its own.
    """
    if not path:
        return None
    pure = PurePath(path)
    try:
        return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()), safe="/")
    except UnicodeEncodeError:
        return None
