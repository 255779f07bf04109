"""Asks `git` about a working tree that may come from a stranger.

A repository can name programs in its own configuration, and git runs them when it only looks. None of them may run
here, and nothing is fetched:

- `core.fsmonitor` and hooks (`post-index-change` runs when `git diff` has refreshed the index): turned off.
- External diff programs and text conversions: turned off in each call of `git diff`.
- Filters (`filter.NAME.clean`, `process`), which git runs to compare changed files: those that the repository itself
  configures are turned off. Those of the user, such as Git LFS, are trusted.
- Missing objects of partial clones, whose transport runs programs: no protocol is allowed (`GIT_ALLOW_PROTOCOL`).
- Submodules are not looked into, pagers and questions are turned off, and no shell is involved.

Names pass as bytes that end with NUL, and as literal path specifications.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import IO

from .config_file import ConfigError

_GUARDS = (
    *("--no-pager", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
)
_OWN_SCOPES = (b"local", b"worktree")
"""The scopes of a configuration that comes with the repository."""
_FOREIGN = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS"),
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
)
"""What a hook that started us has in its environment: it is about its own repository, not about ours."""


class GitError(ConfigError):
    """Git cannot say what is asked for; the message is one line with the remedy."""


class Repository:
    """A working tree, by any folder in it. Raises GitError where there is none, or no git."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.abspath(folder)
        self._program = _program()
        self._complaint = ""
        top = self._answer("rev-parse", "--show-toplevel", guards=())
        if top is None:
            raise GitError(f"{folder}: {self._complaint}; give paths inside of a git working tree")
        self.root = os.path.realpath(os.fsdecode(top.removesuffix(b"\n")))
        self._folder = self.root

    def ask(self, *arguments: str) -> bytes | None:
        """What git answers; None where it leaves with an error."""
        return self._answer(*arguments, guards=self._filters_off)

    def tell(self, *arguments: str) -> bytes:
        """What git answers. Raises GitError where it leaves with an error."""
        answer = self.ask(*arguments)
        if answer is None:
            raise GitError(f"{self.root}: git {arguments[0]} failed: {self._complaint}")
        return answer

    def lines(self, *arguments: str) -> Iterator[bytes]:
        """The lines of what git answers, each at most its first few thousand bytes, as they come.

        Raises GitError where git leaves with an error.
        """
        with self._started(arguments, self._filters_off, subprocess.DEVNULL) as process:
            assert process.stdout is not None
            yield from _heads(process.stdout)
        if process.returncode:
            raise GitError(f"{self.root}: git {arguments[0]} failed")

    def _answer(self, *arguments: str, guards: tuple[str, ...]) -> bytes | None:
        with self._started(arguments, guards, subprocess.PIPE) as process:
            answer, complaint = process.communicate()
        self._complaint = complaint.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
        return None if process.returncode else answer

    def _started(
        self, arguments: tuple[str, ...], guards: tuple[str, ...], stderr: int
    ) -> "subprocess.Popen[bytes]":
        command = [self._program, *_GUARDS, *guards, "-C", self._folder, *arguments]
        quiet = {
            "LC_ALL": "C",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ALLOW_PROTOCOL": "none",
            "GIT_NO_LAZY_FETCH": "1",
        }
        environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN} | quiet
        return subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=stderr
        )

    @cached_property
    def _filters_off(self) -> tuple[str, ...]:
        """Turns off the filters that the repository configures for itself."""
        listed = self._answer(
            "config", "--list", "--show-scope", "--includes", "--name-only", "-z", guards=()
        )
        if listed is None:
            raise GitError(f"{self.root}: git config failed: {self._complaint}; is git older than 2.26?")
        fields = listed.split(b"\0")
        names = {
            os.fsdecode(name).rpartition(".")[0]
            for scope, name in zip(fields[::2], fields[1::2], strict=False)
            if scope in _OWN_SCOPES and name.startswith(b"filter.")
        }
        off: list[str] = []
        for name in sorted(names):
            if "=" in name:
                raise GitError(
                    f"{self.root}: its git configuration has a filter whose name holds '=', which cannot be turned "
                    "off; remove it"
                )
            off += ["-c", f"{name}.clean=", "-c", f"{name}.process=", "-c", f"{name}.required=false"]
        return tuple(off)


_HEAD = 4096


def _heads(stream: IO[bytes]) -> Iterator[bytes]:
    """The first bytes of each line; a line of a gigabyte is never in memory as a whole."""
    begins = True
    while piece := stream.readline(_HEAD):
        if begins:
            yield piece
        begins = piece.endswith(b"\n")


def _program() -> str:
    found = shutil.which("git")
    # Windows looks into the working folder first, which may be the stranger's.
    if found is None or Path(found).absolute().parent == Path.cwd():
        raise GitError("git is not installed, or not on the PATH; install it")
    return found
