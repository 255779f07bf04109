"""The hooks for pre-commit: what they take, and commits that they let pass and refuse.

Here pre-commit runs jwtlint of this checkout as a program of the system, since installing it would need the network;
`scripts/try_pre_commit.py` installs it as others do.
"""

import os
import re

import pytest

from scripts.try_pre_commit import HOOKS, ROOT, Trial, trials
from tests.ci.places import program

pytest.importorskip("pre_commit", reason="pre-commit is not installed")


def test_the_definitions_are_valid() -> None:
    from pre_commit.clientlib import load_manifest

    assert [hook["id"] for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))] == [
        "jwtlint",
        "jwtlint-fix",
    ]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("flow.mmd", True),
        ("docs/flow.PUML", True),
        ("a/b.plantuml", True),
        ("login.prompt", True),
        ("prompts/login.txt", True),
        ("prompt/login.md", True),
        ("site/prompts/2026/login.md", True),
        ("catalog/login.md", True),
        ("entries/login.markdown", True),
        ("catalog/all.jsonl", True),
        ("my/catalog/exports/all.csv", True),
        ("entries/one.json", True),
        ("README.md", False),
        ("docs/login.md", False),
        ("package.json", False),
        ("notes.txt", False),
        ("data/all.csv", False),
        ("prompts.md", False),
        ("src/prompts/index.ts", False),
        ("src/prompts.py", False),
        ("prompts/settings.json", False),
        ("prompts/README.md", False),
        ("catalog/readme", False),
        ("catalog/LICENSE.txt", False),
        ("catalog/package.json", False),
        ("catalog/entry.schema.json", False),
        ("catalog/login.png", False),
        ("mycatalog/login.md", False),
    ],
)
def test_what_they_take(hook: dict[str, str], path: str, taken: bool) -> None:
    # pre-commit searches both patterns in the path: https://pre-commit.com/#regular-expressions
    matches = re.search(hook["files"], path) is not None and re.search(hook["exclude"], path) is None
    assert matches is taken


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Trial]:
    """The commits, made once."""
    folder = tmp_path_factory.mktemp("hooks")
    programs = program(folder / "programs").parent
    hooks = [{**hook, "language": "system"} for hook in HOOKS]
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    return {one.about: one for one in trials(folder, {"repo": "local", "hooks": hooks}, environment)}


def test_commits(tried: dict[str, Trial]) -> None:
    assert [one for one in tried.values() if not one.is_right] == []
    assert len(tried) == 5


def test_what_they_say(tried: dict[str, Trial]) -> None:
    assert re.search(
        r"^jwtlint\.+\(no files to check\)Skipped$", tried["files that are nobody's prompt"].printed, re.M
    )
    refused = tried["a prompt with a mistake"].printed
    assert "prompts/orders.md:1:23 error TPL103 template-variable" in refused
    assert "- exit code: 1" in refused
    assert "files were modified by this hook" in tried["a prompt that can be fixed"].printed
