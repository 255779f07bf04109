"""What a run touches: an audit hook (PEP 578) in it and in its workers writes down every file, program and address."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_WATCH = """
import json, os, sys

LOG = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
FILES = {"open", "sqlite3.connect", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "os.remove", "os.symlink"}
ACTIONS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect", "socket.getaddrinfo"}


def watch(event, arguments):
    if event in FILES and isinstance(arguments[0], (str, bytes)):
        told = os.path.join(os.getcwd(), os.fsdecode(arguments[0]))
    elif event in ACTIONS:
        told = repr(arguments)
    else:
        return
    os.write(LOG, json.dumps([event, told]).encode() + b"\\n")


sys.addaudithook(watch)
"""
_OURS = Path(__file__).parents[1]


class Watched(NamedTuple):
    """A run, the files and folders that it opened, listed, made or removed, and what else it did."""

    code: int
    out: str
    err: str
    files: frozenset[Path]
    actions: tuple[str, ...]

    def outside(self, *folders: Path) -> list[Path]:
        """The files that are neither in these folders nor what Python and jwtlint consist of."""
        own = (*sys.path, sys.prefix, sys.base_prefix, _OURS, "/usr", "/lib", "/proc", *folders)
        known = [Path(os.path.realpath(str(one))) for one in own if str(one)]
        return sorted(one for one in self.files if not any(map(one.is_relative_to, known)))


def watched(folder: Path, beside: Path, *arguments: str) -> Watched:
    """Run the command line in a folder. Its hook, cache and temporary files lie beside."""
    for name in ("hook", "tmp", "cache"):
        (beside / name).mkdir(parents=True, exist_ok=True)
    (beside / "hook" / "sitecustomize.py").write_text(_WATCH)
    log = beside / "log"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(beside / "hook"), str(_OURS))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "WATCHED": str(log),
        "TMPDIR": str(beside / "tmp"),
        "XDG_CACHE_HOME": str(beside / "cache"),
    }
    command = [sys.executable, "-m", "jwtlint", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=300)
    files: set[Path] = set()
    actions: list[str] = []
    for line in log.read_text().splitlines():
        event, told = json.loads(line)
        if told.startswith("/"):
            files.add(Path(os.path.realpath(told)))
        else:
            actions.append(f"{event}: {told}")
    # Python itself lists the working folder, where it looks for the module that it is to run.
    ordinary = {Path(os.path.realpath(folder)), Path(os.devnull)}
    return Watched(
        done.returncode,
        done.stdout.decode(),
        done.stderr.decode(),
        frozenset(files - ordinary),
        tuple(actions),
    )
