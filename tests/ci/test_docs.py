"""docs/ci.md: its commands are run, its files are checked against schemas and what stands in them is run, too."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.run_action import ACTION, run
from scripts.try_pre_commit import HOOKS
from tests.ci.guide import Block, blocks, files
from tests.ci.places import BAD, ROOT, faults, program, workflow

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
WORKFLOWS = [block.place for block in blocks() if block.place.startswith(".github/")]
ACTION_NAME = "jwtlint/jwtlint"
PARTS = 3
"""In so many parts the tests divide what the page divides in 16."""


class Place:
    """A repository with a catalog, in which commands are run with jwtlint of this checkout as `jwtlint`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        self.temporary = folder
        catalog = self.folder / "catalog"
        catalog.mkdir(parents=True)
        for one in sorted((ROOT / "fixtures" / "prompts").glob("[a-q]*.[tm][xd]*")):
            shutil.copy(one, catalog)
        self.program = program(folder / "programs")
        (folder / "programs" / "dask").symlink_to(Path(sys.executable).with_name("dask"))
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
        self.environment = inherited | {
            "PATH": f"{folder / 'programs'}{os.pathsep}{os.environ['PATH']}",
            "XDG_CACHE_HOME": str(folder / "cache"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_NAME": "n" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "n@example.com" for who in ("AUTHOR", "COMMITTER")},
        }
        self.run("git init --quiet --initial-branch=main; git add --all; git commit --quiet --message=m")

    def run(self, script: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
            cwd=self.folder,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def branch(self) -> None:
        """Adopt what is there on the branch `origin/main`, and add one bad prompt to another branch."""
        self.run("jwtlint baseline catalog; echo 'baseline = \"jwtlint-baseline.json\"' >jwtlint.toml")
        self.run(
            "git add --all; git commit --quiet --message=m; git update-ref refs/remotes/origin/main HEAD"
        )
        (self.folder / "catalog" / "new.md").write_text(BAD)
        self.run("git checkout --quiet -b other; git add --all; git commit --quiet --message=m")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_commands_one_after_the_other(place: Place) -> None:
    ran = 0
    for block in blocks():
        if block.kind == "run":
            done = place.run(block.code)
            assert done.returncode == block.exit_code, f"{block.code}\n{done.stdout}"
            ran += 1
            if block.exit_code == 1:
                assert "catalog/new.md:1:" in done.stdout
            if block.exit_code == 2:
                assert "gone.md: no such file" in done.stdout
            if "case $code" in block.code:
                assert done.stdout.endswith("nothing was found\n")
                assert (place.folder / "junit.xml").is_file()
    assert ran == 7


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows(name: str) -> None:
    (text,) = files(name)
    value = workflow(text)
    assert faults("github-workflows", value) == []
    inputs = yaml.safe_load(ACTION.read_text())["inputs"]
    used = [step for step in steps(value) if step.get("uses", "").startswith(f"{ACTION_NAME}@")]
    assert used
    for step in used:
        assert set(step["with"]) <= set(inputs)
    assert not any("${{" in step.get("run", "") for step in steps(value))


def test_the_page_names_every_input() -> None:
    page = (ROOT / "docs" / "ci.md").read_text()
    table = re.findall(r"^\| (`.*?) \|", page.split("| input | |")[1].partition("\n\n")[0], re.M)
    named = [name for row in table for name in re.findall(r"`([\w-]+)`", row)]
    assert sorted(named) == sorted(yaml.safe_load(ACTION.read_text())["inputs"])


def steps(value: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in value["jobs"].values() for step in job["steps"]]


def given(value: dict[str, Any], **context: str) -> dict[str, str]:
    """The inputs of the action in a workflow, with the expressions of the context filled in."""
    (step,) = [step for step in steps(value) if step.get("uses", "").startswith(f"{ACTION_NAME}@")]
    texts = {name: str(one) for name, one in step["with"].items()}
    for name, one in context.items():
        texts = {key: text.replace(f"${{{{ {name} }}}}", one) for key, text in texts.items()}
    return texts


def act(place: Place, inputs: dict[str, str]) -> Any:
    temporary = place.temporary / f"temporary{len(list(place.temporary.iterdir()))}"
    temporary.mkdir()
    known = {
        "program": str(place.program),
        "version": "0.1.0",
        "cache": str(place.temporary / "cache/jwtlint"),
    }
    return run(inputs, place.folder, temporary, known={"install": known}, environment=place.environment)


def test_a_pull_request(place: Place) -> None:
    place.branch()
    (text,) = files(".github/workflows/jwtlint.yml")
    done = act(place, given(workflow(text), **{"github.base_ref": "main"}))
    assert (done.outputs["exit-code"], done.outputs["findings"]) == ("1", "1")
    assert "catalog/new.md" in done.summary


def test_every_night(place: Place) -> None:
    (text,) = files(".github/workflows/nightly.yml")
    done = act(place, given(workflow(text)))
    assert done.outputs["exit-code"] == "1"
    assert (place.folder / "report.html").read_text().startswith("<!doctype html>")


def test_a_divided_run(place: Place) -> None:
    (text,) = files(".github/workflows/divided.yml")
    value = workflow(text.replace("/16 ", f"/{PARTS} "))
    assert value["jobs"]["part"]["strategy"]["matrix"]["part"] == list(range(1, 17))
    alone = place.run("jwtlint check catalog --format json 2>/dev/null")
    assert alone.returncode == 1
    for part in range(1, PARTS + 1):
        done = act(place, given(value, **{"matrix.part": str(part)}))
        assert done.outputs["exit-code"] == "0"
    script = value["jobs"]["whole"]["steps"][-1]["run"].replace(".venv/bin/jwtlint", "jwtlint")
    merged = place.run(script)
    assert merged.returncode == 1, merged.stdout
    assert json.loads((place.folder / "whole.json").read_text()) == json.loads(alone.stdout)


def test_gitlab(place: Place) -> None:
    place.branch()
    (text,) = files(".gitlab-ci.yml")
    value = yaml.safe_load(text)
    assert faults("gitlab-ci", value) == []
    (script,) = value["jwtlint"]["script"]
    base = place.run("git rev-parse origin/main").stdout.strip()
    done = place.run(script, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 1
    assert "catalog/new.md" in (place.folder / value["jwtlint"]["artifacts"]["reports"]["junit"]).read_text()


def test_jenkins(place: Place) -> None:
    place.branch()
    (text,) = files("Jenkinsfile")
    assert text.count("{") == text.count("}")
    lines = text.split("'''")[1].strip().splitlines()
    assert [line.split()[0] for line in lines] == ["python3", ".venv/bin/pip", ".venv/bin/jwtlint"]
    done = place.run(lines[2].replace(".venv/bin/", ""), CHANGE_TARGET="main")
    assert done.returncode == 1
    assert "catalog/new.md" in (place.folder / "junit.xml").read_text()


@pytest.mark.parametrize("text", files(".pre-commit-config.yaml"))
def test_the_hooks(text: str, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    from pre_commit.clientlib import load_config

    file = tmp_path / ".pre-commit-config.yaml"
    file.write_text(text)
    (repository,) = load_config(str(file))["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in HOOKS}


def test_a_cluster(place: Place) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra jwtlint[cluster] is not installed")
    (block,) = [block for block in blocks() if block.kind == "run on a cluster"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    install, scheduler, worker, check = local(block, address).splitlines()
    assert install.startswith("python -m pip install 'jwtlint[cluster,pictures]'")
    environment = {**place.environment, "PYTHONPATH": str(ROOT)}
    null = subprocess.DEVNULL
    started = subprocess.Popen(
        ["bash", "-c", f"{scheduler}\n{worker}\nwait"],
        cwd=place.folder,
        env=environment,
        start_new_session=True,
        stdin=null,
        stdout=null,
        stderr=null,
    )
    try:
        with distributed.Client(f"tcp://{address}", timeout=60) as client:
            client.wait_for_workers(1, timeout=60)
            done = place.run(check)
    finally:
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
    assert done.returncode == 0, done.stdout
    assert done.stdout == place.run("jwtlint check catalog --exit-zero").stdout


def local(block: Block, address: str) -> str:
    """The commands, all on this machine, without pages for people, and with one worker."""
    host, _, port = address.partition(":")
    changes = {
        "10.0.0.1:8786": address,
        "--port 8786": f"--host {host} --port {port} --no-dashboard",
        "--nworkers -1": "--nworkers 1 --no-dashboard --no-nanny",
    }
    script = block.code
    for one, other in changes.items():
        assert one in script
        script = script.replace(one, other)
    return script
