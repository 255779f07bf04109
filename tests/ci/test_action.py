"""action.yml: its scripts are run as a runner of GitHub would run them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.run_action import ACTION, Run, run
from tests.ci.places import BAD, GOOD, ROOT, faults, program, workflow
from tests.report.actions_runner import commands

WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"
TEXT = ACTION.read_text(encoding="utf-8")
VALUE: dict[str, Any] = yaml.safe_load(TEXT)
INJECTIONS = (
    "$(touch pwned) `touch pwned`; touch pwned #",
    "\"; touch pwned; echo \"' || touch pwned || '",
    "x\ntouch pwned\n${{ github.token }} & touch pwned",
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a bad and a good prompt."""
    folder = tmp_path / "work space"
    folder.mkdir()
    (folder / "bad.txt").write_text(BAD)
    (folder / "good.txt").write_text(GOOD)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return folder


def act(workspace: Path, *, failing: str = "", **inputs: str) -> Run:
    """Run the action with jwtlint of this checkout; underscores in the names of inputs stand for hyphens."""
    number = len(list(workspace.parent.iterdir()))
    temporary = workspace.parent / f"runner temp {number}"
    temporary.mkdir()
    known = {
        "program": str(program(workspace.parent / "programs")),
        "version": "0.1.0",
        "cache": str(workspace.parent / "caches" / "jwtlint"),
    }
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    return run(given, workspace, temporary, known={"install": known}, failing=failing)


def results(done: Run) -> list[dict[str, Any]]:
    """What stands in the SARIF file."""
    found: list[dict[str, Any]] = json.loads(Path(done.outputs["sarif"]).read_text())["runs"][0]["results"]
    return found


def places(done: Run) -> set[str]:
    return {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in results(done)
        if one["ruleId"] == "TPL103"
    }


class TestDefinition:
    """The file itself."""

    def test_it_is_an_action(self) -> None:
        assert faults("github-actions", VALUE) == []
        assert faults("github-actions", {**VALUE, "runs": {"using": "composite"}}) != []

    def test_the_workflow_is_one(self) -> None:
        assert faults("github-workflows", workflow(WORKFLOW.read_text())) == []

    def test_actions_of_others_are_pinned(self) -> None:
        uses = re.findall(r"uses: (.*)", TEXT)
        assert len(uses) == 4
        for one in uses:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)

    def test_no_input_reaches_a_script(self) -> None:
        scripts = [step["run"] for step in VALUE["runs"]["steps"] if "run" in step]
        assert len(scripts) == 3
        assert not any("${{" in script for script in scripts)

    @pytest.mark.parametrize("name", VALUE["inputs"])
    def test_every_input_is_used_and_described(self, name: str) -> None:
        assert re.search(rf"inputs\.{name}\b(?!-)", TEXT)
        assert VALUE["inputs"][name]["description"]


def test_findings_are_told_in_every_way_before_the_step_fails(workspace: Path) -> None:
    done = act(workspace)
    assert done.code == 1
    assert done.outputs["exit-code"] == "1"
    assert done.outputs["findings"] == str(len(results(done))) == "1"
    assert places(done) == {"bad.txt"}
    (annotation,) = commands(done.printed)
    assert annotation.properties["file"] == "bad.txt"
    assert annotation.properties["title"] == "TPL103 template-variable"
    assert done.summary.startswith("## jwtlint: 1 error")
    (upload,) = done.using("github/codeql-action/upload-sarif")
    assert upload.given == {"sarif_file": done.outputs["sarif"], "category": "jwtlint"}
    assert [step.name for step in done.steps[-2:]] == [upload.name, "Leave with the exit code of jwtlint"]


def test_nothing_found(workspace: Path) -> None:
    done = act(workspace, paths="good.txt")
    assert (done.code, done.outputs["exit-code"], done.outputs["findings"]) == (0, "0", "0")
    assert done.using("github/codeql-action/upload-sarif")


def test_what_could_not_be_checked(workspace: Path) -> None:
    done = act(workspace, paths="bad.txt\ngone.txt")
    assert (done.code, done.outputs["exit-code"], done.outputs["findings"]) == (2, "2", "1")
    assert "gone.txt" in done.summary
    assert done.using("github/codeql-action/upload-sarif")


def test_a_run_without_a_report(workspace: Path) -> None:
    done = act(workspace, fail_on="nonsense")
    assert (done.code, done.outputs) == (2, {"exit-code": "2", "findings": "", "sarif": ""})
    assert not done.using("github/codeql-action/upload-sarif")


def test_a_run_that_is_killed(workspace: Path) -> None:
    (workspace.parent / "programs").mkdir()
    killed = workspace.parent / "programs" / "killed"
    killed.write_text("#!/bin/sh\nkill -9 $$\n")
    killed.chmod(0o755)
    temporary = workspace.parent / "temporary"
    temporary.mkdir()
    done = run(
        {}, workspace, temporary, known={"install": {"program": str(killed), "version": "1", "cache": ""}}
    )
    assert (done.code, done.outputs["exit-code"]) == (137, "137")


def test_odd_names(workspace: Path) -> None:
    names = [
        "a b.txt",
        "it's.txt",
        '"quoted".txt',
        "$(touch pwned).txt",
        "`touch pwned`.txt",
        "; touch pwned #.txt",
        "-x.txt",
        "--output=json=pwned",
        "*.md",
        "ü ::error::.txt",
        "back\\slash.txt",
    ]
    for name in names:
        (workspace / name).write_text(BAD)
    (workspace / "b.md").write_text(BAD)
    (workspace / "bad.txt").unlink()
    done = act(workspace, paths="\n".join(("", *names, "  ", "good.txt")))
    assert len(places(done)) == len(names)
    assert "b.md" not in places(done)
    assert not (workspace / "pwned").exists()


def test_modules_of_the_checked_repository_are_nobodys(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", ".")
    for name in ("json", "tempfile", "msgspec", "jwtlint"):
        (workspace / f"{name}.py").write_text("open('pwned', 'w')\n")
    assert act(workspace).outputs["exit-code"] == "1"
    assert not (workspace / "pwned").exists()


def test_no_path_is_everything(workspace: Path) -> None:
    (workspace / "sub").mkdir()
    (workspace / "sub" / "c.md").write_text(BAD)
    assert places(act(workspace, paths="\n")) == {"bad.txt", "sub/c.md"}


def test_arguments_are_taken_apart_as_a_shell_does_it(workspace: Path) -> None:
    (workspace / "my rules.toml").write_text('ignore = ["TPL103"]\n')
    assert act(workspace, args="--config 'my rules.toml'").code == 0
    assert act(workspace, args='--config="my rules.toml"  --fail-on=info').code == 0
    done = act(workspace, args="--min-severity error\n--output 'json=out put.json'")
    assert json.loads((workspace / "out put.json").read_text())["summary"]["errors"] == 1
    assert done.code == 1


def test_a_quote_without_an_end(workspace: Path) -> None:
    done = act(workspace, args="--select 'TPL")
    assert done.code == 2
    (told,) = commands(done.printed)
    assert told.message == "the input args cannot be taken apart: No closing quotation; check its quotes"
    assert not done.using("github/codeql-action/upload-sarif")


@pytest.mark.parametrize("names", [("args",), ("paths", "baseline", "changed-since", "fail-on", "cache-key")])
@pytest.mark.parametrize("value", INJECTIONS)
def test_no_input_is_executed(workspace: Path, names: tuple[str, ...], value: str) -> None:
    done = act(workspace, **dict.fromkeys(names, value))
    assert done.code == 2
    assert list(workspace.parent.rglob("pwned")) == []


def test_the_options(workspace: Path) -> None:
    assert act(workspace, fail_on="error", paths="bad.txt").code == 1
    assert act(workspace, args="--min-severity error --exit-zero").code == 0
    known = workspace / "known errors.json"
    wrote = subprocess.run(
        [program(workspace.parent / "programs"), "baseline", ".", "--output", known],
        cwd=workspace,
        check=False,
        capture_output=True,
    )
    assert wrote.returncode == 0
    done = act(workspace, baseline="known errors.json")
    assert (done.code, done.outputs["findings"]) == (0, "0")


def test_only_what_has_changed(workspace: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=n", "-c", "user.email=n@example.com")
        subprocess.run(["git", *identity, *arguments], cwd=workspace, check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message=m")
    (workspace / "new.txt").write_text(BAD)
    assert places(act(workspace, changed_since="main")) == {"new.txt"}
    assert act(workspace, changed_since="main", paths="bad.txt").code == 0
    done = act(workspace, changed_since="--output=json=pwned")
    assert done.code == 2
    assert not (workspace / "pwned").exists()


def test_the_upload_can_be_turned_off(workspace: Path) -> None:
    done = act(workspace, sarif="false")
    assert not done.using("github/codeql-action/upload-sarif")
    assert done.code == 1
    assert act(workspace, sarif_category="nightly").using("github/codeql-action/upload-sarif")[0].given[
        "category"
    ] == ("nightly")


def test_an_upload_that_fails_hides_no_exit_code(workspace: Path) -> None:
    done = act(workspace, failing="github/codeql-action/upload-sarif", paths="gone.txt")
    assert [step.code for step in done.steps[-2:]] == [1, 2]
    assert done.outputs["exit-code"] == "2"


def test_the_python_to_set_up(workspace: Path) -> None:
    assert not act(workspace).using("actions/setup-python")
    (step,) = act(workspace, python_version="3.13").using("actions/setup-python")
    assert step.given == {"python-version": "3.13"}


class TestCache:
    """What is kept from one run to the next."""

    @pytest.fixture(autouse=True)
    def many(self, workspace: Path) -> None:
        """So many that results are kept."""
        for number in range(30):
            (workspace / f"{number}.md").write_text(f"{number} {BAD}")

    def test_what_is_new_is_saved_under_its_hash(self, workspace: Path) -> None:
        first = act(workspace)
        (restored,) = first.using("actions/cache/restore")
        (saved,) = first.using("actions/cache/save")
        assert restored.given["key"] == restored.given["restore-keys"]
        assert re.fullmatch(re.escape(restored.given["key"]) + "[0-9a-f]{64}", saved.given["key"])
        assert saved.given["path"] == restored.given["path"] == str(workspace.parent / "caches" / "jwtlint")
        assert (Path(saved.given["path"]) / "kept.sqlite").is_file()
        assert not act(workspace).using("actions/cache/save")
        (workspace / "0.md").write_text(BAD)
        (again,) = act(workspace).using("actions/cache/save")
        assert again.given["key"] != saved.given["key"]

    def test_parts_have_caches_of_their_own(self, workspace: Path) -> None:
        names = [
            act(workspace, cache_key=key).using("actions/cache/restore")[0].given["restore-keys"]
            for key in ("", "1", "11")
        ]
        assert len(set(names)) == 3
        assert not any(one.startswith(other) for one in names for other in names if one != other)

    def test_without(self, workspace: Path) -> None:
        done = act(workspace, cache="false")
        assert not done.using("actions/cache/restore")
        assert not done.using("actions/cache/save")
        assert not (workspace.parent / "caches").exists()
        assert done.code == 1


class TestInstall:
    """The first step; no package index is asked."""

    @staticmethod
    def install(workspace: Path, **inputs: str) -> Run:
        temporary = workspace.parent / "runner"
        temporary.mkdir()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")} | {
            "PIP_NO_INDEX": "1",
            "PIP_CONFIG_FILE": os.devnull,
            "PYTHONPATH": ".",
        }
        return run(inputs, workspace, temporary, environment=environment)

    def test_a_release_that_is_not_there(self, workspace: Path) -> None:
        for name in ("pip", "venv", "json", "jwtlint"):
            # Modules of the checked repository are nobody's.
            (workspace / f"{name}.py").write_text("open('pwned', 'w')\n")
        done = self.install(workspace, version="999.0")
        assert done.code == 2
        assert "No matching distribution found for jwtlint[pictures]==999.0" in done.printed
        assert commands(done.printed)[-1].message == "install failed with exit code 1"
        assert len(done.steps) == 1
        assert not (workspace / "pwned").exists()

    @pytest.mark.parametrize("value", [*INJECTIONS, "0.1.0 --index-url=x", "-r x", "@ file:///x"])
    @pytest.mark.parametrize("name", ["version", "extras"])
    def test_what_is_none(self, workspace: Path, name: str, value: str) -> None:
        done = self.install(workspace, **{name: value})
        assert done.code == 2
        (told,) = commands(done.printed)
        assert told.message.startswith(f"the input {name} is ")
        assert list(workspace.parent.rglob("pwned")) == []
        assert list((workspace.parent / "runner").glob("jwtlint-*")) == []

    def test_a_python_that_is_too_old(self, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        programs = workspace.parent / "old"
        programs.mkdir()
        old = programs / "python3"
        script = "import runpy, sys; sys.version_info = (3, 9, 2); del sys.argv[:2]; runpy.run_path(sys.argv[0], run_name='__main__')"
        old.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{script}" "$@"\n')
        old.chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        done = self.install(workspace)
        assert done.code == 2
        (told,) = commands(done.printed)
        assert told.message == "Python 3.11 or newer is needed, this is 3.9; set the input python-version"
