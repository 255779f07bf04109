"""Shrinking a baseline: what was fixed leaves it, and nothing new comes in."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .baseline import Baseline, Known

if TYPE_CHECKING:
    from .engine import Linter
    from .session import Checked

Found = Mapping[tuple[str, str], Known]
"""Findings by path and key."""


class Shrunk(NamedTuple):
    """What is left of a baseline; how many findings left it, and how many were found that are not in it."""

    known: tuple[Known, ...]
    removed: int
    new: int


def shrink(before: Iterable[Known], found: Found, covered: Callable[[Known], bool]) -> Shrunk:
    """A baseline without what is fixed. No key counts more than before, whatever was found.

    Only findings that are `covered` can have been fixed. Where a document has moved, its findings move with it.
    """
    before = tuple(before)
    kept = {(one.path, one.key): one for one in before if not covered(one)}
    left: Counter[str] = Counter()
    at: Counter[tuple[str, str]] = Counter()
    for one in before:
        if (one.path, one.key) not in kept:
            left[one.key] += one.count
            at[one.path, one.key] = one.count
    unmatched = {place: one.count for place, one in found.items()}
    for place, one in kept.items():
        unmatched[place] = max(0, unmatched.get(place, 0) - one.count)
    counts: Counter[tuple[str, str]] = Counter()
    # What stays where it was comes first; what is known of the key beyond that may have moved.
    for known_there in (True, False):
        for place in sorted(unmatched):
            key = place[1]
            count = min(unmatched[place], left[key], at[place] if known_there else left[key])
            counts[place] += count
            unmatched[place] -= count
            left[key] -= count
    for place, count in counts.items():
        if count:
            stays = kept.get(place)
            kept[place] = replace(found[place], count=count + (stays.count if stays else 0))
    removed = sum(one.count for one in before) - sum(one.count for one in kept.values())
    return Shrunk(tuple(kept.values()), removed, sum(unmatched.values()))


class Coverage:
    """What a run looked at, of that which a baseline knows: only there silence means that something is fixed.

    `file` is where the baseline lies, `paths` are the files and folders that the run was asked to check.
    """

    def __init__(self, file: Path, baseline: Baseline, paths: Sequence[str]) -> None:
        self._file = file
        self._folders = [_absolute(path) for path in paths if Path(path).is_dir()]
        given = [*self._folders, *map(_absolute, paths)]
        self._looks_at_all = all(
            any(_absolute(file.parent / path).is_relative_to(one) for one in given) for path in baseline.paths
        )
        self._known: dict[str, set[tuple[str, str | None]]] = {}
        for one in baseline.known:
            self._known.setdefault(one.path, set()).add((one.rule, one.entry))
        self._linters: dict[str, Linter] = {}
        self._failed: set[str] = set()
        self._skipped: set[tuple[str, str, str | None]] = set()

    def add(self, path: str, checked: "Checked", linter: "Linter | None") -> None:
        """Learn what was looked at in a file, and what was not. `path` is as the baseline has it."""
        if checked.result.errors:
            self._failed.add(path)
        if path not in self._known or linter is None:
            return
        self._linters[path] = linter
        for one in checked.result.not_run:
            if not one.inherent and (one.rule, one.entry) in self._known[path]:
                self._skipped.add((path, one.rule, one.entry))

    def covers(self, one: Known) -> bool:
        """Would the run have found it again?"""
        linter = self._linters.get(one.path)
        if linter is None:
            return self._has_gone(one.path)
        if one.path in self._failed or (one.path, one.rule, one.entry) in self._skipped:
            return False
        rule = next((rule for rule in linter.active if rule.id == one.rule), None)
        if rule is None or one.severity < linter.settings.min_severity:
            return False
        # What an entry is compared with may lie where the run did not look.
        return self._looks_at_all or not rule.reads_catalogs

    def _has_gone(self, path: str) -> bool:
        """Is a file no longer there, although the run looked into the folder where it was?"""
        file = _absolute(self._file.parent / path)
        return not file.exists() and any(file.is_relative_to(folder) for folder in self._folders)


def _absolute(path: str | Path) -> Path:
    """Without "..", so that one path can be seen to lie in another."""
    return Path(os.path.abspath(path))
