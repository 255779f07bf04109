"""Writing files so that nobody ever sees half of one."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


def put(target: Path, write: Callable[[BinaryIO], object], mode: int | None = None) -> None:
    """Write a file in one step, with these permissions where they are given.

    Nobody sees half of it, and it is as it was where that fails. Raises OSError.
    """
    import secrets

    temporary = target.with_name(f".jwtlint-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            if mode is not None:
                os.chmod(temporary, mode)
            write(file)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
