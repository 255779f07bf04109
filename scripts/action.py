"""The steps of action.yml that are more than a line: `install` puts jwtlint into an environment, `check` runs it.

    python -I scripts/action.py install
    python -I scripts/action.py check

Everything comes from the environment and goes to the program as a list of arguments, so that no input is ever read as
shell. `install` runs under whatever Python a runner has; it asks for no more than 3.8, to be able to say so.
https://docs.github.com/en/actions/reference/workflows-and-actions/variables
"""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
_VERSION = re.compile(r"[0-9][0-9A-Za-z.!+]*")
_EXTRAS = re.compile(r"[a-z]+(,[a-z]+)*|")
_CACHE = "kept.sqlite"
_CHECK_FAILED = 2


class ActionError(Exception):
    """An input that cannot be used; the message is one line with the remedy."""


def install() -> int:
    """Install jwtlint: this checkout, or the release that `JWTLINT_VERSION` names, with `JWTLINT_EXTRAS`.

    The environment lies in the runner's temporary folder, so that the user's stays as it is; a second use in the same
    job finds it there. Outputs: `program`, `version`, and `cache`, the folder of readings and results.
    """
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        raise ActionError(f"Python 3.11 or newer is needed, this is {found}; set the input python-version")
    requirement = _requirement(_input("VERSION"), _input("EXTRAS").replace(" ", ""))
    environment = _temporary() / "jwtlint-environment"
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    if not programs.is_dir():
        venv.EnvBuilder(with_pip=True).create(environment)
    # Isolated, so that nothing in the checked repository is taken for a module of pip.
    pip = [str(programs / "python"), "-I", "-m", "pip", "--disable-pip-version-check"]
    print("::group::pip install", requirement, flush=True)
    subprocess.run([*pip, "install", "--progress-bar=off", requirement], check=True)
    print("::endgroup::", flush=True)
    program = str(programs / "jwtlint")
    _tell(
        program=program,
        version=_answer(program, "--version").split()[-1],
        cache=_answer(program, "cache", "info").splitlines()[0],
    )
    return 0


def check() -> int:
    """Run `jwtlint check`, and tell how it went rather than fail: the report is to be uploaded first.

    Outputs: `exit-code`; `sarif`, the file; `findings`, their number; `cache-hash` where the cache is not as it was.
    """
    cache = Path(_input("CACHE")) / _CACHE if _input("CACHE") else None
    report = Path(tempfile.mkdtemp(prefix="jwtlint-", dir=str(_temporary()))) / "jwtlint.sarif"
    before = _hash(cache)
    code = subprocess.run(
        _command(report), env=_environment(), stdin=subprocess.DEVNULL, check=False
    ).returncode
    after = _hash(cache)
    _tell(
        **{
            "exit-code": str(code if code >= 0 else 128 - code),
            "sarif": str(report) if report.is_file() else "",
            "findings": _findings(report),
            "cache-hash": after if after != before else "",
        }
    )
    return 0


def _command(report: Path) -> "list[str]":
    """The command of `check`. Raises ActionError for arguments with a quote that has no end."""
    try:
        arguments = shlex.split(_input("ARGS"))
    except ValueError as error:
        raise ActionError(f"the input args cannot be taken apart: {error}; check its quotes") from None
    options = [
        f"--{name}={value}"
        for name in ("baseline", "changed-since", "fail-on")
        if (value := _input(name.upper().replace("-", "_")))
    ]
    if not _input("CACHE"):
        options.append("--no-cache")
    paths = [path.strip() for path in _input("PATHS").splitlines() if path.strip()]
    outputs = [f"--output=sarif={report}", "--output=github=-"]
    return [_input("PROGRAM"), "check", *options, *outputs, *arguments, "--", *(paths or ["."])]


def _requirement(version: str, extras: str) -> str:
    if not _EXTRAS.fullmatch(extras):
        raise ActionError(
            f"the input extras is {extras!r}; name extras such as pictures, with commas between"
        )
    name = f"jwtlint[{extras}]"
    if not version:
        return f"{name} @ {ROOT.as_uri()}"
    if not _VERSION.fullmatch(version):
        raise ActionError(f"the input version is {version!r}; name a release such as 0.1.0")
    return f"{name}=={version}"


def _findings(report: Path) -> str:
    """How many findings a SARIF file holds; empty where there is none."""
    if not report.is_file():
        return ""
    runs = json.loads(report.read_text(encoding="utf-8"))["runs"]
    return str(sum(len(run["results"]) for run in runs))


def _hash(file: "Path | None") -> str:
    """The hash of what a file holds; empty where there is none."""
    if file is None or not file.is_file():
        return ""
    seen = hashlib.sha256()
    with file.open("rb") as content:
        while piece := content.read(1 << 20):
            seen.update(piece)
    return seen.hexdigest()


def _answer(*command: str) -> str:
    done = subprocess.run(command, env=_environment(), check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return done.stdout


def _environment() -> "dict[str, str]":
    """That of the step, without what could make modules of the checked repository to those of jwtlint."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def _input(name: str) -> str:
    return os.environ.get(f"JWTLINT_{name}", "")


def _temporary() -> Path:
    return Path(os.environ["RUNNER_TEMP"])


def _tell(**outputs: str) -> None:
    """Set outputs of the step. None of them has a line break, which would need another form."""
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in outputs.items())


def main() -> int:
    """Do the step that the argument names. Returns its exit code."""
    step = {"install": install, "check": check}[sys.argv[1]]
    try:
        return step()
    except ActionError as error:
        reason = str(error).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::error title=jwtlint::{reason}", flush=True)
    except subprocess.CalledProcessError as error:
        # The program has said why.
        print(f"::error title=jwtlint::{step.__name__} failed with exit code {error.returncode}", flush=True)
    return _CHECK_FAILED


if __name__ == "__main__":
    sys.exit(main())
