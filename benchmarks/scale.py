"""What a run costs against the number of entries: wall time, cold and with a warm cache, and memory of all processes.

    python -m benchmarks.scale [--entries 1000 10000 100000] [--form jsonl pages] [--jobs 2]
    python -m benchmarks.scale --pictures 200      the same pictures on one process and on two

Memory is the proportional set size (PSS, Linux: pages that processes share are counted once) of the run and its workers,
sampled four times a second; its largest sum. "linear" is the time for an entry against that of the smallest catalog.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .catalogs import write

_PROC = Path("/proc")
_EVERY = 0.25
_SESSION = 3
"""Where in /proc/PID/stat, behind the name, the session of a process stands (proc(5))."""


class Cost(NamedTuple):
    """Wall time in seconds, memory in MiB (None where it cannot be told), and how many findings there were."""

    wall: float
    peak: float | None
    findings: int


def measured(folder: Path, *arguments: str) -> Cost:
    """Run `jwtlint check` in a folder, which has the cache, too."""
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    command = [sys.executable, "-m", "jwtlint", "check", "--isolated", "--format", "json", *arguments]
    report = folder / "report.json"
    with report.open("wb") as file:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdout=file,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        peaks: list[float] = []
        sampler = threading.Thread(target=lambda: peaks.extend(_samples(process)))
        sampler.start()
        code = process.wait()
        wall = time.perf_counter() - begun
        sampler.join()
    if code not in (0, 1):
        sys.exit(f"jwtlint left with {code}: {' '.join(command)}")
    summary = json.loads(report.read_text())["summary"]
    return Cost(
        wall, max(peaks, default=None), sum(summary[kind] for kind in ("errors", "warnings", "infos"))
    )


def _samples(process: "subprocess.Popen[bytes]") -> Iterator[float]:
    """The memory of a run and its workers in MiB, until it ends."""
    while process.returncode is None and _PROC.is_dir():
        yield sum(_proportional(one) for one in _session(process.pid)) / 1024
        time.sleep(_EVERY)


def _session(number: int) -> Iterator[Path]:
    """The processes of a session."""
    for path in _PROC.glob("[0-9]*"):
        with suppress(OSError):
            fields = (path / "stat").read_text().rpartition(")")[2].split()
            if int(fields[_SESSION]) == number:
                yield path


def _proportional(process: Path) -> int:
    """KiB of a process; 0 for one that has ended meanwhile."""
    with suppress(OSError):
        for line in (process / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


def scale(sizes: Sequence[int], forms: Sequence[str], jobs: int) -> None:
    """Print a line for each form and size."""
    head = f"{'form':8}{'entries':>9}{'first':>10}{'linear':>8}{'second':>10}{'linear':>8}{'peak':>10}{'findings':>10}"
    print(head, flush=True)
    for form in forms:
        base: tuple[float, float] | None = None
        for size in sorted(sizes):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                path = write(folder / "catalog", size, form)
                arguments = (str(path.relative_to(folder)), "--jobs", str(jobs))
                first, second = measured(folder, *arguments), measured(folder, *arguments)
            each = first.wall / size, second.wall / size
            base = base or each
            peak = max((one.peak for one in (first, second) if one.peak is not None), default=None)
            memory = "-" if peak is None else f"{peak:.0f} MiB"
            print(
                f"{form:8}{size:>9}{first.wall:>8.1f} s{each[0] / base[0]:>8.2f}"
                f"{second.wall:>8.1f} s{each[1] / base[1]:>8.2f}{memory:>10}{first.findings:>10}",
                flush=True,
            )
            if first.findings != second.findings:
                sys.exit(f"the second run finds {second.findings}")


def pictures(count: int, jobs: Sequence[int]) -> None:
    """Print the time for so many rendered pictures on so many processes, nothing kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "benchmarks.rendering", str(folder / "drawn"), "--count", str(count)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
        print(
            f"{'pictures':>9}{'processes':>11}{'wall':>10}{'share':>8}{'peak':>10}{'findings':>10}",
            flush=True,
        )
        base: float | None = None
        for many in jobs:
            cost = measured(folder, "drawn", "--no-cache", "--jobs", str(many))
            base = base or cost.wall
            memory = "-" if cost.peak is None else f"{cost.peak:.0f} MiB"
            print(
                f"{count:>9}{many:>11}{cost.wall:>8.1f} s{cost.wall / base:>8.2f}{memory:>10}{cost.findings:>10}",
                flush=True,
            )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure runs over catalogs of growing size.")
    parser.add_argument("--entries", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument(
        "--form", nargs="+", choices=("jsonl", "json", "csv", "pages"), default=["jsonl", "pages"]
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--pictures", type=int, help="measure so many pictures instead")
    arguments = parser.parse_args()
    if arguments.pictures:
        pictures(arguments.pictures, (1, 2))
    else:
        scale(arguments.entries, arguments.form, arguments.jobs)


if __name__ == "__main__":
    main()
