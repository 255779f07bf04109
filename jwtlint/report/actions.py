"""What GitHub Actions tells the programs of a step, and the summary that it takes from them.

https://docs.github.com/en/actions/reference/workflows-and-actions/variables
"""

import os
from pathlib import Path

from ..finding import Failure
from .destination import append_to_file
from .model import Report


def workspace() -> str:
    """The folder of the repository, from which GitHub names files; empty outside of Actions."""
    return os.environ.get("GITHUB_WORKSPACE", "") if os.environ.get("GITHUB_ACTIONS") == "true" else ""


def summarize(report: Report, path: Path) -> Failure | None:
    """Write the summary of the step behind what is in the file already; says why where that is not possible."""
    from .step_summary import LIMIT, step_summary

    used = path.stat().st_size if path.is_file() else 0
    return append_to_file(path, "".join(step_summary(report, _site(), LIMIT - used)).encode())


def _site() -> str:
    """The address at which the files of this commit are shown; empty where it is not known."""
    parts = [os.environ.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")]
    server, repository, commit = parts
    return f"{server}/{repository}/blob/{commit}/" if all(parts) else ""
