"""Rule packs: folders of rules and vocabularies, the built-in one and users' own.

A pack is a folder with a `pack.toml`. Every Python file below it (but for `__init__.py` and files that start
with an underscore) holds one rule; `vocab/*.toml` and `vocab/*.txt` are its vocabularies. A pack is loaded only
when it is asked for, never because it lies in the working directory.
"""

import sys
from functools import cache, cached_property
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from pathlib import Path
from typing import Any

from .rule import Rule, RuleError
from .vocabulary import VocabularyError, read_vocabulary


class Pack:
    """The rules and vocabularies of one folder, mounted as the Python package `package`.

    Raises RuleError where the folder is no pack.
    """

    def __init__(self, folder: Path, package: str) -> None:
        if not (folder / "pack.toml").is_file():
            raise RuleError(f"{folder}: no rule pack (a pack has a pack.toml)")
        self.folder = folder
        self.package = package

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of the pack, by id. Raises RuleError for a broken file or an id or name used twice."""
        _mount(self.package, self.folder)
        found: dict[str, Rule] = {}
        for path in sorted(self.folder.rglob("*.py")):
            if path.name.startswith("_"):
                continue
            for rule in self._rules_of(path):
                if (twin := found.get(rule.id) or found.get(rule.name)) is not None:
                    raise RuleError(
                        f"{path}: {rule.id} {rule.name} is already taken by {twin.id} {twin.name}"
                    )
                found[rule.id] = found[rule.name] = rule
        return tuple(sorted(set(found.values()), key=lambda rule: rule.id))

    def _rules_of(self, path: Path) -> list[Rule]:
        parts = path.relative_to(self.folder).with_suffix("").parts
        try:
            module = import_module(".".join((self.package, *parts)))
        except RuleError as error:
            raise RuleError(f"{path}: {error}") from None
        except Exception as error:
            raise RuleError(f"{path}: cannot be loaded: {error!r}") from error
        rules = [value for value in vars(module).values() if isinstance(value, Rule)]
        own = [rule for rule in rules if rule.check.__module__ == module.__name__]
        if len(own) != 1:
            raise RuleError(f"{path}: {len(own)} rules; a file holds exactly one")
        return own

    def vocabulary(self, name: str) -> dict[str, Any]:
        """The contents of `vocab/NAME.toml`; empty where the pack has none.

        Raises RuleError for a file that is not TOML.
        """
        try:
            return read_vocabulary(self.folder / "vocab" / f"{name}.toml")
        except VocabularyError as error:
            raise RuleError(str(error)) from None

    def words(self) -> str:
        """The contents of `vocab/words.txt`, the accepted words, one a line; empty where the pack has none."""
        path = self.folder / "vocab" / "words.txt"
        return path.read_text(encoding="utf-8") if path.is_file() else ""


@cache
def builtin() -> Pack:
    """The pack that comes with jwtlint: inside the package when installed, beside it in a checkout."""
    here = Path(__file__).parent
    inside = here / "rules"
    return Pack(inside if inside.is_dir() else here.parent / "rules", "jwtlint.rules")


@cache
def user_pack(folder: Path) -> Pack:
    """A pack of a user, mounted under a name that no other folder has.

    Raises RuleError where the folder is no pack.
    """
    return Pack(folder, f"jwtlint_pack_{folder.resolve().as_posix().encode().hex()}")


def _mount(package: str, folder: Path) -> None:
    """Make `folder` importable as `package`, with ordinary relative imports and tracebacks."""
    mounted = sys.modules.get(package)
    if mounted is not None and list(getattr(mounted, "__path__", [])) == [str(folder)]:
        return
    spec = ModuleSpec(package, None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    sys.modules[package] = module_from_spec(spec)
