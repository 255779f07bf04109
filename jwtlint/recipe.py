"""What a worker needs to check exactly as the run that asks it would: settings, rules, and proof that they are the same."""

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from .config import Settings
from .engine import Linter, packs_of
from .pack import Pack
from .picture.reader import Choice
from .rule import RuleError
from .version import __version__, version_of

_LIBRARIES = ("langcodes", "language_data", "pyspellchecker", "rapidfuzz")
"""Whose words and measures decide what rules say."""


class Recipe(NamedTuple):
    """Settings that depend on no file but the packs, and the hashes of these. `sights` is the folder of sights kept.

    `versions` are those of jwtlint and of the libraries that have a say in what is found.
    """

    settings: Settings
    packs: tuple[str, ...]
    versions: tuple[str, ...]
    reader: Choice
    sights: Path | None

    @property
    def key(self) -> str:
        """The same for recipes that say the same."""
        return repr(self)


def recipe_of(linter: Linter, reader: Choice, sights: Path | None) -> Recipe:
    """The recipe for what a linter does."""
    settings = replace(linter.settings, accept=linter.words, word_lists=(), today=linter.today)
    return Recipe(settings, _digests(linter.packs), _versions(), reader, sights)


def linter_of(recipe: Recipe) -> Linter:
    """The linter that a recipe makes in this process.

    Raises RuleError where this process has another version of jwtlint or of a library, or other rules.
    """
    for wanted, present in zip(recipe.versions, _versions(), strict=True):
        if wanted != present:
            raise RuleError(f"a worker has {present}, this run {wanted}; install the same version there")
    try:
        packs = packs_of(recipe.settings)
        digests = _digests(packs)
    except (RuleError, OSError) as error:
        raise RuleError(f"a worker cannot load a pack of this run; install it there: {error}") from None
    # Before a rule of them is asked for: settings may name rules that another pack does not have.
    for pack, wanted, present in zip(packs, recipe.packs, digests, strict=True):
        if wanted != present:
            raise RuleError(
                f"{pack.folder}: a worker has other rules than this run; install the same pack there, and start it anew"
            )
    return Linter(recipe.settings, packs)


def state_of(linter: Linter) -> bytes:
    """Changes whenever what a linter says could: with its settings, the rules, and the engine."""
    settings = replace(linter.settings, accept=linter.words, word_lists=(), today=None)
    active = ",".join(rule.id for rule in linter.active)
    # Contents rather than times: CI installs anew for each run, and keeps only the cache.
    files = map(_digest, (Path(__file__).parent, *(pack.folder for pack in linter.packs)))
    state = "\0".join((*_versions(), repr(settings), active, *files))
    return blake2b(state.encode("utf-8", "surrogatepass"), digest_size=20).digest()


@cache
def _versions() -> tuple[str, ...]:
    return (f"jwtlint {__version__}", *(f"{name} {version_of(name)}" for name in _LIBRARIES))


def _digests(packs: Iterable[Pack]) -> tuple[str, ...]:
    return tuple(_digest(pack.folder) for pack in packs)


@cache
def _digest(folder: Path) -> str:
    """The hash of all that rules of a pack can read, and of where in the pack it stands."""
    seen = blake2b(digest_size=20)
    for path in _read_by_rules(folder):
        seen.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        seen.update(blake2b(path.read_bytes()).digest())
    return seen.hexdigest()


def _read_by_rules(folder: Path) -> list[Path]:
    """All files, as a rule may read any of them, without what is hidden or compiled."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        found += [path for path in paths if path.is_file()]
    return sorted(found)
