"""The demo pack, and a way to run the command line in this process."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from jwtlint.cli import main
from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.pack import user_pack
from jwtlint.source import Source

PACK = Path(__file__).parent / "demo_pack"


def demo_linter(*select: str, settings: Settings | None = None) -> Linter:
    """A linter with the demo rules alone."""
    return Linter(replace(settings or Settings(), select=select), packs=[user_pack(PACK)])


def source(text: str, path: str = "a.txt") -> Source:
    """A source as it comes from a file."""
    return Source.decode(path, text.encode())


class Outcome(NamedTuple):
    """What a run left: its exit code and both outputs."""

    code: int
    out: str
    err: str
    raw: bytes


class _Stream(io.TextIOWrapper):
    def __init__(self, data: bytes = b"", *, terminal: bool = False) -> None:
        self.bytes = io.BytesIO(data)
        self.terminal = terminal
        super().__init__(self.bytes, encoding="utf-8", newline="")

    def isatty(self) -> bool:
        return self.terminal


def jwtlint(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> Outcome:
    """Run `jwtlint` with these arguments."""
    out, err = _Stream(terminal=terminal), _Stream(terminal=terminal)
    with _replaced(["jwtlint", *arguments], _Stream(stdin), out, err):
        try:
            main()
        except SystemExit as leaving:
            code = leaving.code
    out.flush()
    err.flush()
    assert isinstance(code, int)
    return Outcome(code, out.bytes.getvalue().decode(), err.bytes.getvalue().decode(), out.bytes.getvalue())


def check(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> Outcome:
    """Run `jwtlint check` with the demo pack, and only the rules that it runs by default."""
    select = () if "--select" in arguments else ("--select", "TPL901,CON901,STR901")
    return jwtlint("check", *arguments, "--pack", str(PACK), *select, stdin=stdin, terminal=terminal)


@contextmanager
def _replaced(arguments: list[str], *streams: _Stream) -> Iterator[None]:
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    sys.argv = arguments
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        yield
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
