"""What git says was added or modified since a revision: files, and lines of them."""

import os
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .entry.model import PICTURES
from .git import GitError, Repository

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_SUBMODULE = b"160000"
_COMPARE = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=dirty", "-M")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class _Modified(NamedTuple):
    """A file that was there before, perhaps under another name. `base` is the commit to compare with."""

    repository: Repository
    base: str
    name: str
    former: str


class Changed:
    """The files that differ from the merge base of a revision and HEAD, committed or not, and those git does not know.

    A file that was only renamed has not changed. Of a submodule everything has changed where another of its commits
    is checked out. What git ignores has not changed.
    """

    def __init__(self, revision: str) -> None:
        self.revision = revision
        self._whole: set[str] = set()
        self._folders: set[str] = set()
        self._modified: dict[str, _Modified] = {}
        self._lines: dict[str, list[tuple[int, int]] | None] = {}
        # Of an export each record asks.
        self._names = lru_cache(1024)(_names)

    @classmethod
    def since(cls, revision: str, paths: Iterable[str]) -> "Changed":
        """Ask git about the working trees in which the paths lie.

        Raises GitError where one lies in none, where there is no git, or where it knows no such revision.
        """
        changed = cls(revision)
        roots: set[str] = set()
        for path in paths:
            folder = Path(path) if Path(path).is_dir() else Path(path).parent
            if folder.is_dir() and (repository := Repository(folder)).root not in roots:
                roots.add(repository.root)
                changed._read(repository)
        return changed

    def __contains__(self, path: Path) -> bool:
        """Was a file added or modified?"""
        return any(name in self._modified or self._is_whole(name) for name in self._names(path))

    def is_whole(self, path: Path) -> bool:
        """Is everything in a file new?"""
        return any(self._is_whole(name) for name in self._names(path))

    def touches(self, path: Path, first_line: int, last_line: int) -> bool:
        """Was one of these lines (from 1, both included) added or modified, or one between them removed?"""
        for name in self._names(path):
            if self._is_whole(name):
                return True
            if name in self._modified:
                hunks = self._hunks(name)
                if hunks is None:
                    return True
                at = bisect_left(hunks, 2 * first_line, key=lambda hunk: hunk[1])
                return at < len(hunks) and hunks[at][0] <= 2 * last_line
        return False

    @property
    def has_pictures(self) -> bool:
        """Can a picture be among what has changed?"""
        return bool(self._folders) or any(
            name.lower().endswith(PICTURES) for names in (self._whole, self._modified) for name in names
        )

    def _is_whole(self, name: str) -> bool:
        return name in self._whole or any(name.startswith(folder) for folder in self._folders)

    def _read(self, repository: Repository) -> None:
        base = self._base(repository)
        fields = repository.tell(*_COMPARE, "--raw", "-z", base, "--").split(b"\0")
        at = 0
        while at + 1 < len(fields):
            _, mode, _, _, status = fields[at].split(b" ")
            renamed = status[:1] in b"RC"
            former, name = (os.fsdecode(fields[at + 1]), os.fsdecode(fields[at + 1 + renamed]))
            at += 2 + renamed
            self._add(repository, base, mode, status, former, name)
        unknown = repository.tell("ls-files", "--others", "--exclude-standard", "-z")
        for field in filter(None, unknown.split(b"\0")):
            self._add(repository, base, b"", b"A", "", os.fsdecode(field))

    def _add(
        self, repository: Repository, base: str, mode: bytes, status: bytes, former: str, name: str
    ) -> None:
        path = os.path.normcase(os.path.join(repository.root, name))
        if status == b"D" or status == b"R100":
            return
        if mode == _SUBMODULE or name.endswith("/"):
            # Also a repository of its own inside of ours, which git names like a folder.
            self._folders.add(os.path.join(path, ""))
        elif status[:1] in b"MR":
            self._modified[path] = _Modified(repository, base, name, former)
        else:
            self._whole.add(path)

    def _base(self, repository: Repository) -> str:
        """The commit to compare with."""
        remedy = "in a checkout of CI fetch the whole history (fetch-depth: 0)"
        there = repository.ask("rev-parse", "--verify", "--quiet", f"{self.revision}^{{commit}}")
        if there is None:
            raise GitError(
                f"--changed-since: git knows no commit {self.revision!r}; fetch it, or correct its name; {remedy}"
            )
        if repository.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
            raise GitError(
                f"--changed-since: {repository.root} has no commit yet; make one, or check everything"
            )
        base = repository.ask("merge-base", there.decode().strip(), "HEAD")
        if base is None:
            shallow = repository.ask("rev-parse", "--is-shallow-repository") == b"true\n"
            why = "as the history is cut off" if shallow else "as they have no common history"
            raise GitError(
                f"--changed-since: git finds no merge base of {self.revision!r} and HEAD, {why}; {remedy}"
            )
        return base.decode().split("\n", 1)[0]

    def _hunks(self, name: str) -> list[tuple[int, int]] | None:
        """What changed in a file, in half lines: line 3 is 6, the gap behind it 7. None where git does not say."""
        if name not in self._lines:
            try:
                hunks = list(_changed_lines(self._modified[name]))
            except GitError:
                # As in a partial clone, where git would have to fetch the former file.
                hunks = []
            self._lines[name] = None if _is_utf_16(name) else hunks or None
        return self._lines[name]


def _changed_lines(one: _Modified) -> Iterator[tuple[int, int]]:
    # Whatever the attributes say, it is compared as text; context would make hunks larger than what changed.
    form = ("--text", "-U0", "--inter-hunk-context=0")
    for line in one.repository.lines(*_COMPARE, *form, one.base, "--", one.former, one.name):
        if hunk := _HUNK.match(line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            yield (2 * first, 2 * (first + count - 1)) if count else (2 * first + 1, 2 * first + 1)


def _is_utf_16(name: str) -> bool:
    """Does git take other lines for lines than we do?"""
    try:
        with open(name, "rb") as file:
            return file.read(2) in _UTF_16
    except OSError:
        return False


def _names(path: Path) -> tuple[str, ...]:
    """The names under which git may know a file: its own, and that of the file to which a link leads."""
    own = os.path.join(_folder(os.path.dirname(os.path.abspath(path))), path.name)
    return tuple(dict.fromkeys(map(os.path.normcase, (own, os.path.realpath(own)))))


@lru_cache(1024)
def _folder(folder: str) -> str:
    return os.path.realpath(folder)
