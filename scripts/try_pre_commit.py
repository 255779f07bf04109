"""Tries the hooks of .pre-commit-hooks.yaml with pre-commit itself, in a repository made for it.

    python -m scripts.try_pre_commit

pre-commit clones this repository as it was committed last, and installs it from the package index, so that this needs
the network. Leaves with 1 where a commit that should pass is refused, or the other way round.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[1]
HOOKS: tuple[dict[str, Any], ...] = tuple(yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()))
_BAD = "Draw one box labelled {{name}} in flat style.\n"
_GOOD = 'Draw one box labelled "Orders" in flat style.\n'
_FIXABLE = 'Draw one box labelled "Oauth" in flat style.\n'


class Trial(NamedTuple):
    """What came of a commit: whether it was made, and what git and the hooks printed."""

    about: str
    expected: bool
    made: bool
    printed: str

    @property
    def is_right(self) -> bool:
        return self.made is self.expected


def trials(folder: Path, repository: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Trial]:
    """Make commits in an empty folder, with the hooks of a repository as .pre-commit-config.yaml names it."""
    surroundings = {
        **{name: value for name, value in environment.items() if not name.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    work = folder / "work"
    prompts = work / "prompts"
    prompts.mkdir(parents=True)

    def command(*words: str, skip: str = "") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            words,
            cwd=work,
            env={**surroundings, "SKIP": skip},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def commit(about: str, expected: bool, hook: str) -> Trial:
        command("git", "add", "--all")
        others = ",".join(one["id"] for one in HOOKS if one["id"] != hook)
        identity = ("-c", "user.name=n", "-c", "user.email=n@example.com")
        done = command("git", *identity, "commit", "--message", about, skip=others)
        return Trial(about, expected, done.returncode == 0, done.stdout)

    command("git", "init", "--quiet")
    configuration = yaml.safe_dump({"repos": [dict(repository)]})
    (work / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    command(sys.executable, "-m", "pre_commit", "install")

    (work / "README.md").write_text(_BAD)
    (work / "data.json").write_text('{"prompt": "{{name}}"}')
    (prompts / "README.md").write_text(_BAD)
    yield commit("files that are nobody's prompt", True, "jwtlint")
    (prompts / "orders.md").write_text(_BAD)
    yield commit("a prompt with a mistake", False, "jwtlint")
    (prompts / "orders.md").write_text(_GOOD)
    yield commit("the same prompt without it", True, "jwtlint")
    (work / "login.prompt").write_text(_FIXABLE)
    yield commit("a prompt that can be fixed", False, "jwtlint-fix")
    yield commit("the same prompt as it was fixed", True, "jwtlint-fix")


def main() -> int:
    """Try the hooks as others install them. Returns the exit code."""
    head = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "HEAD"], stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if head.returncode:
        print("not tried: pre-commit installs from a git repository, and this is none")
        return 0
    hooks = [{"id": hook["id"]} for hook in HOOKS]
    repository = {"repo": str(ROOT), "rev": head.stdout.strip(), "hooks": hooks}
    code = 0
    with tempfile.TemporaryDirectory() as folder:
        for trial in trials(Path(folder), repository, os.environ):
            verdict = "right" if trial.is_right else f"WRONG\n{trial.printed}"
            print(f"{trial.about}: {'committed' if trial.made else 'refused'}, {verdict}", flush=True)
            code = code or int(not trial.is_right)
    return code


if __name__ == "__main__":
    sys.exit(main())
