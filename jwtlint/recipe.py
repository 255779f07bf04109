"""What a worker needs to check exactly as the run that asks it would: settings, rules, and proof that they are the same."""

import os
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from .config import Settings
from .engine import Linter
from .picture.reader import Choice
from .rule import RuleError
from .version import __version__

_READ_BY_RULES = frozenset({".py", ".toml", ".txt", ".gz"})


class Recipe(NamedTuple):
    """Settings that depend on no file but the packs, and the hashes of these. `sights` is the folder of sights kept."""

    settings: Settings
    packs: tuple[str, ...]
    version: str
    reader: Choice
    sights: Path | None

    @property
    def key(self) -> str:
        """The same for recipes that say the same."""
        return repr(self)


def recipe_of(linter: Linter, reader: Choice, sights: Path | None) -> Recipe:
    """The recipe for what a linter does."""
    settings = replace(linter.settings, accept=linter.words, word_lists=(), today=linter.today)
    return Recipe(settings, _packs(linter), __version__, reader, sights)


def linter_of(recipe: Recipe) -> Linter:
    """The linter that a recipe makes in this process.

    Raises RuleError where this process has another version of jwtlint, or other rules.
    """
    if recipe.version != __version__:
        raise RuleError(
            f"a worker has jwtlint {__version__}, this run {recipe.version}; install the same version there"
        )
    linter = Linter(recipe.settings)
    for pack, wanted, present in zip(linter.packs, recipe.packs, _packs(linter), strict=True):
        if wanted != present:
            raise RuleError(
                f"{pack.folder}: a worker has other rules than this run; install the same pack there"
            )
    return linter


def state_of(linter: Linter) -> bytes:
    """Changes whenever what a linter says could: with its settings, the rules, and the engine."""
    settings = replace(linter.settings, accept=linter.words, word_lists=(), today=None)
    active = ",".join(rule.id for rule in linter.active)
    state = "\0".join(
        (__version__, repr(settings), active, _files(tuple(one.folder for one in linter.packs)))
    )
    return blake2b(state.encode("utf-8", "surrogatepass"), digest_size=20).digest()


def _packs(linter: Linter) -> tuple[str, ...]:
    return tuple(_digest(pack.folder) for pack in linter.packs)


@cache
def _digest(folder: Path) -> str:
    """The hash of all that rules of a pack can read, and of where in the pack it stands."""
    seen = blake2b(digest_size=20)
    for path in _read_by_rules(folder):
        seen.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        seen.update(blake2b(path.read_bytes()).digest())
    return seen.hexdigest()


@cache
def _files(folders: tuple[Path, ...]) -> str:
    """Changes when a file of the engine or of a pack does; told without reading them."""
    seen = blake2b(digest_size=16)
    for folder in (Path(__file__).parent, *folders):
        for path in _read_by_rules(folder):
            found = path.stat()
            seen.update(f"{path} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def _read_by_rules(folder: Path) -> list[Path]:
    found = []
    for place, _, names in os.walk(folder):
        found += [Path(place, name) for name in names if os.path.splitext(name)[1].lower() in _READ_BY_RULES]
    return sorted(found)
