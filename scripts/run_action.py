"""Runs action.yml on this machine, as a runner of GitHub would, as far as that is possible.

python -m scripts.run_action paths=fixtures/prompts fail-on=error

The steps with scripts are run, with a bash and an environment like those of a runner. Those that use other actions are
only named, with what they would be given. Leaves with the exit code of the first step that fails.
"""

import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[1]
ACTION = ROOT / "action.yml"
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_OPERATORS: Mapping[str, Callable[[str, str], bool]] = {
    "==": lambda one, other: one.lower() == other.lower(),
    "!=": lambda one, other: one.lower() != other.lower(),
}
_SYSTEMS = {"Darwin": "macOS"}


class Step(NamedTuple):
    """A step that was run. `given` is its environment or, where it uses another action, its inputs."""

    name: str
    uses: str
    given: dict[str, str]
    code: int
    printed: str


@dataclass
class Run:
    """What became of an action: its steps that were not skipped, its outputs and the summary of the job."""

    steps: list[Step] = field(default_factory=list)
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""

    @property
    def code(self) -> int:
        """The exit code of the first step that failed."""
        return next((step.code for step in self.steps if step.code), 0)

    @property
    def printed(self) -> str:
        return "".join(step.printed for step in self.steps)

    def using(self, action: str) -> list[Step]:
        """The steps that use an action, whatever its version."""
        return [step for step in self.steps if step.uses.partition("@")[0] == action]


def run(
    inputs: Mapping[str, str],
    workspace: Path,
    temporary: Path,
    *,
    known: Mapping[str, Mapping[str, str]] | None = None,
    environment: Mapping[str, str] | None = None,
    failing: str = "",
    show: Callable[[str], object] = lambda _: None,
) -> Run:
    """Run the steps of action.yml, in an empty temporary folder.

    The steps that `known` names by their id are not run, but have these outputs. Of `environment`, the variables of
    GitHub go. A step that uses the action `failing` fails. Each step is shown when it has ended. Raises ValueError for inputs that the action does not have.
    """
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    if unknown := set(inputs) - set(action["inputs"]):
        raise ValueError(f"no inputs of the action: {', '.join(sorted(unknown))}")
    values = {name: str(one.get("default", "")) for name, one in action["inputs"].items()} | dict(inputs)
    context: dict[str, Any] = {
        "inputs": values,
        "runner": {"os": _SYSTEMS.get(platform.system(), platform.system())},
        "steps": {name: {"outputs": dict(outputs)} for name, outputs in (known or {}).items()},
    }
    files = {name: temporary / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.touch()
    inherited = os.environ if environment is None else environment
    ambient = {name: value for name, value in inherited.items() if not name.startswith("GITHUB_")} | {
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_WORKSPACE": str(workspace),
        "RUNNER_TEMP": str(temporary),
        **{name: str(file) for name, file in files.items()},
    }
    done = Run()
    for step in action["runs"]["steps"]:
        if step.get("id") in (known or {}) or not _applies(step.get("if", ""), context, failed=done.code > 0):
            continue
        if "uses" in step:
            code = int(step["uses"].partition("@")[0] == failing)
            taken = Step(step["name"], step["uses"], _filled(step.get("with", {}), context), code, "")
        else:
            files["GITHUB_OUTPUT"].write_text("")
            taken = _ran(step, _filled(step.get("env", {}), context), ambient, workspace)
            lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
            outputs = {name: value for name, _, value in (line.partition("=") for line in lines)}
            context["steps"][step.get("id", "")] = {"outputs": outputs}
        done.steps.append(taken)
        show(_told(taken))
    done.outputs = _filled({name: one["value"] for name, one in action["outputs"].items()}, context)
    done.summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    return done


def _ran(step: Mapping[str, Any], given: dict[str, str], ambient: Mapping[str, str], workspace: Path) -> Step:
    """Run the script of a step, as it stands: an expression in it would be one that strangers can fill."""
    assert step["shell"] == "bash"
    assert not _EXPRESSION.search(step["run"]), f"the script of {step['name']} holds an expression"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        env={**ambient, **given},
        cwd=workspace,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Step(step["name"], "", given, done.returncode, done.stdout)


def _told(step: Step) -> str:
    if not step.uses:
        return f"== {step.name}\n{step.printed}"
    given = "".join(f"{name}: {value}\n" for name, value in step.given.items())
    return f"== {step.name}: {step.uses}, not run here\n{given}"


def _filled(values: Mapping[str, str], context: Mapping[str, Any]) -> dict[str, str]:
    """The values with their expressions filled in."""
    return {
        name: _EXPRESSION.sub(lambda match: evaluated(match[1], context), str(value))
        for name, value in values.items()
    }


def _applies(condition: str, context: Mapping[str, Any], *, failed: bool) -> bool:
    """Is a step to be run? After one that failed, only where it asks for that."""
    always = "always()" in condition
    rest = re.sub(r"always\(\)\s*(&&)?", "", condition)
    return (always or not failed) and (not rest.strip() or evaluated(rest, context) not in ("", "false"))


def evaluated(expression: str, context: Mapping[str, Any]) -> str:
    """The value of an expression of the few kinds that action.yml has, as text: a missing value is empty.

    https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
    """
    value = ""
    for choice in expression.split("||"):
        for part in choice.split("&&"):
            value = _compared(part, context)
            if value in ("", "false"):
                break
        else:
            return value
    return value


def _compared(part: str, context: Mapping[str, Any]) -> str:
    for sign, compare in _OPERATORS.items():
        one, found, other = part.partition(sign)
        if found:
            return str(compare(_atom(one, context), _atom(other, context))).lower()
    return _atom(part, context)


def _atom(text: str, context: Mapping[str, Any]) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1]
    value: Any = context
    for name in text.split("."):
        value = value.get(name, {})
    return value if isinstance(value, str) else ""


def main() -> int:
    """Run the action with the inputs that the arguments name. Returns the exit code."""
    inputs = dict(argument.split("=", 1) for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        done = run(inputs, Path.cwd(), Path(folder), show=lambda text: print(text, flush=True))
    for name, value in done.outputs.items():
        print(f"output {name}: {value}")
    print(f"summary: {len(done.summary.encode()):,} bytes\nexit code: {done.code}")
    return done.code


if __name__ == "__main__":
    sys.exit(main())
