"""Results of pictures that were checked before, kept by everything that they depend on.

A result is kept as a pickle that may hold nothing but findings: whatever else a file in the folder holds, it is as
good as none.
"""

import io
import os
import pickle
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from .engine import Linter
from .entry.model import Entry
from .files import write_whole
from .finding import Result
from .source import Source
from .version import __version__

_PLAIN = {
    "jwtlint.config": ("Gate",),
    "jwtlint.finding": (
        *("Diagnostic", "Failure", "LocatedEdit", "LocatedFix", "Location", "Notice", "NotRun"),
        *("RelatedLocation", "Result", "Safety", "Severity"),
    ),
    "jwtlint.gates": ("GateCount",),
    "jwtlint.picture.model": ("Fidelity",),
    "jwtlint.text": ("Region", "Span"),
}
_READ_BY_RULES = frozenset({".py", ".toml", ".txt", ".gz"})


class Results:
    """Keeps results in a folder; without a folder it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, name: str) -> Result | None:
        """The result under a name."""
        if self._folder is None:
            return None
        try:
            found = _Findings(io.BytesIO(self._path(self._folder, name).read_bytes())).load()
        except Exception:
            # A damaged pickle can raise anything.
            return None
        return found if isinstance(found, Result) else None

    def put(self, name: str, result: Result) -> None:
        """Keep a result; where that is not possible, the picture is checked again next time."""
        if self._folder is not None:
            write_whole(self._path(self._folder, name), pickle.dumps(result))

    @staticmethod
    def _path(folder: Path, name: str) -> Path:
        return folder / "results" / name[:2] / name[2:]


class _Findings(pickle.Unpickler):
    """Makes nothing but findings."""

    def find_class(self, module: str, name: str) -> Any:
        if name not in _PLAIN.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is no finding")
        return super().find_class(module, name)


def name_of(sight: str, picture: Source, entry: Entry | None, linter: Linter) -> str | None:
    """The name of a result: of what was seen (the name of its sight), where, its entry, the settings and the rules.

    None where a suppression of the configuration could apply: it has to be told whether it was of use.
    """
    settings = linter.settings
    if settings.suppress:
        return None
    parts = [__version__, _rules_of(tuple(pack.folder for pack in linter.packs)), sight]
    parts += [picture.path, picture.name]
    parts += [repr(settings), str(linter.context.today), ",".join(rule.id for rule in linter.active)]
    parts += [blake2b(words.read_bytes()).hexdigest() for words in settings.word_lists]
    if entry is not None:
        prompt = entry.prompt.span if entry.prompt else None
        parts += [entry.path, entry.source.source_hash, entry.form, str(prompt), str(entry.id)]
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


@cache
def _rules_of(folders: tuple[Path, ...]) -> str:
    """Changes when a file of the engine or of a pack does."""
    seen = blake2b(digest_size=16)
    for folder in (Path(__file__).parent, *folders):
        for place, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if os.path.splitext(name)[1] in _READ_BY_RULES:
                    found = os.stat(os.path.join(place, name))
                    seen.update(f"{place}/{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.hexdigest()
