"""Reading vocabularies: TOML for editors, and beside it the same in a form that loads thirty times faster.

Parsing the built-in vocabularies takes as long as linting ten prompts. As Python keeps compiled modules, so the parsed
file is kept in `__pycache__`, for the very bytes it was made of. Where it cannot be kept, nothing else changes.
"""

import contextlib
import marshal
import os
import sys
from hashlib import blake2b
from pathlib import Path
from typing import Any


class VocabularyError(Exception):
    """A vocabulary that is not TOML; the message says which and where."""


def read_vocabulary(path: Path) -> dict[str, Any]:
    """The contents of a TOML file; empty where there is none. Raises VocabularyError for another file."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return {}
    digest = blake2b(raw, digest_size=16).digest()
    kept = path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.toml"
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
        stored = kept.read_bytes()
        if stored.startswith(digest):
            parsed = marshal.loads(stored[len(digest) :])
            if isinstance(parsed, dict):
                return parsed
    parsed = _parsed(path, raw)
    if not sys.dont_write_bytecode:
        with contextlib.suppress(OSError, ValueError):
            _keep(kept, digest + marshal.dumps(parsed))
    return parsed


def _parsed(path: Path, raw: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: not TOML: {error}") from None


def _keep(path: Path, contents: bytes) -> None:
    """Write all or nothing, also beside other processes that do the same."""
    path.parent.mkdir(exist_ok=True)
    written = path.with_name(f"{path.name}.{os.getpid()}")
    written.write_bytes(contents)
    written.replace(path)
