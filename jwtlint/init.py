"""What `jwtlint init` does: look at a folder, and write a configuration that fits."""

import sys
from pathlib import Path

from .config_file import OWN_NAME, find, shown
from .files import put
from .finding import Failure
from .report.counting import counted
from .report.paper import Paper
from .report.rich import report_failures
from .report.visible import visible
from .starter import starter
from .survey import survey


def init(folder: Path, *, force: bool = False, stdout: bool = False) -> int:
    """Write `jwtlint.toml` into a folder, or print it.

    Nothing is overwritten unless `force` says so. Returns the exit code: 2 where it could not be written.
    """
    target = folder / OWN_NAME
    if not folder.is_dir():
        return _refused(folder, "no such folder; check the path")
    if not stdout and not force:
        present = target if target.is_symlink() else find(folder)
        if present is not None and present.parent == folder:
            return _refused(
                present, "there is a configuration already; --force writes a new one, --stdout prints it"
            )
    seen = survey(folder)
    text = starter(seen)
    if stdout:
        sys.stdout.write(text)
        return 0
    try:
        put(target, lambda file: file.write(text.encode()))
    except OSError as error:
        return _refused(target, f"cannot be written: {error.strerror or error}")
    paper = Paper(sys.stdout)
    known = f"{counted(seen.documents.total(), 'document')}, {counted(seen.pictures.total(), 'picture')}"
    paper.line(
        f"{visible(shown(target))}: written, for {known}. Read it, then: jwtlint check {visible(shown(folder))}"
    )
    return 0


def _refused(path: Path, reason: str) -> int:
    report_failures(Paper(sys.stderr), [Failure(shown(path), reason)])
    return 2
