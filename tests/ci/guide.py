"""The code of docs/ci.md: what is to be run, and the files that it shows, each in a place of its own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tests.ci.places import ROOT

_BLOCK = re.compile(r"(?:<!-- (?P<mark>[^\n]+) -->\n)?```(?P<language>\w+)\n(?P<code>.*?)```\n", re.DOTALL)


class Block(NamedTuple):
    """A block of code. `kind` is "run", "run on a cluster", "file" or "output"; `place` is the path of a file."""

    kind: str
    language: str
    code: str
    place: str = ""
    exit_code: int = 0


def blocks() -> Iterator[Block]:
    """All blocks in their order. Raises ValueError for one that does not say what it is."""
    for match in _BLOCK.finditer((ROOT / "docs" / "ci.md").read_text(encoding="utf-8")):
        mark, language, code = match["mark"] or "", match["language"], match["code"]
        kind, _, rest = mark.partition(": ")
        command, _, number = mark.partition(", exit code ")
        if kind in ("file", "output"):
            yield Block(kind, language, code, rest)
        elif command in ("run", "run on a cluster"):
            yield Block(command, language, code, exit_code=int(number or 0))
        else:
            raise ValueError(f"a block of {language} without a mark before it: {code[:60]!r}")


def files(place: str) -> list[str]:
    """What stands in a file, as often as the page shows it."""
    return [block.code for block in blocks() if block.kind == "file" and block.place == place]
