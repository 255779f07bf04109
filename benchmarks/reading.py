"""What checking pictures costs beside the bare reading of RapidOCR, on the same runtime and in the same run.

    python -m benchmarks.reading FOLDER [--runtime onnxruntime|openvino] [--reader rapidocr|both]
    python -m benchmarks.reading FOLDER --runs      whole runs of the command: processes, second run, memory

FOLDER holds pictures and `truth.jsonl`, as for `benchmarks.pictures`. CPU seconds of one process; the models are warm.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import util
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.pictures import Truth
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.picture import rapid
from jwtlint.picture.cache import Cache
from jwtlint.picture.decode import decode
from jwtlint.picture.evidence import Witness
from jwtlint.picture.file import load
from jwtlint.picture.picture import Picture
from jwtlint.picture.reader import Choice, Readers, readers_of
from jwtlint.source import Source


def main() -> None:
    """Print the costs."""
    arguments = _arguments()
    truths = [json.loads(line) for line in (arguments.folder / "truth.jsonl").read_text().splitlines()]
    if arguments.runs:
        _runs(arguments.folder, truths)
        return
    if arguments.runtime:
        _only(arguments.runtime)
    readers = readers_of(Choice(arguments.reader))
    print("readers:", ", ".join(f"{one.name} {one.version}" for one in readers.readers))
    _costs(arguments.folder, truths, readers)


def _only(runtime: str) -> None:
    """Leave RapidOCR no other runtime."""
    others = {"openvino", "onnxruntime"} - {runtime}

    def find_spec(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name in others else util.find_spec(name, package)

    setattr(rapid, "find_spec", find_spec)  # noqa: B010


def _costs(folder: Path, truths: list[Truth], readers: Readers) -> None:
    engine: Any = getattr(readers.readers[0], "_engine", None)
    linter = Linter()
    evidence = [0.0]
    for owner, name in ((Witness, "testify"), (Witness, "number_before"), (Picture, "look_closer")):
        setattr(owner, name, _timed(getattr(owner, name), evidence))
    _check(linter, readers, folder, truths[0])
    bare = ours = 0.0
    evidence[0] = 0.0
    for truth in truths:
        with _cpu() as spent:
            pixels = np.asarray(decode(load(folder / truth["image"])))[:, :, ::-1]
            if engine is not None:
                engine(pixels, use_det=True, use_cls=False, use_rec=True)
        bare += spent[0]
        with _cpu() as spent:
            _check(linter, readers, folder, truth)
        ours += spent[0]
    count = len(truths)
    print(f"pictures                              {count:8}")
    print(f"bare RapidOCR, CPU s a picture        {bare / count:8.3f}")
    print(
        f"reading, matching, rules              {(ours - evidence[0]) / count:8.3f} {(ours - evidence[0]) / bare:6.2f} times"
    )
    print(f"evidence on top                       {evidence[0] / count:8.3f} {evidence[0] / bare:6.2f} times")


def _check(linter: Linter, readers: Readers, folder: Path, truth: Truth) -> None:
    prompt = truth.get("prompt")
    entry = next(iter(read_entries(Source(f"{truth['image']}.txt", prompt)))) if prompt else None
    linter.lint_picture(Picture(load(folder / truth["image"]), readers, ("en",), Cache(None)), entry)


def _timed(work: Callable[..., Any], total: list[float]) -> Callable[..., Any]:
    def timed(*arguments: Any, **more: Any) -> Any:
        with _cpu() as spent:
            result = work(*arguments, **more)
        total[0] += spent[0]
        return result

    return timed


@contextmanager
def _cpu() -> Iterator[list[float]]:
    spent = [0.0]
    start = time.process_time()
    yield spent
    spent[0] = time.process_time() - start


def _runs(folder: Path, truths: list[Truth]) -> None:
    """Whole runs of `jwtlint check` over the pictures and their prompts."""
    with tempfile.TemporaryDirectory() as made:
        work = Path(made) / "pairs"
        work.mkdir()
        for truth in truths:
            (work / truth["image"]).symlink_to((folder / truth["image"]).resolve())
            if truth.get("prompt"):
                (work / truth["image"]).with_suffix(".txt").write_text(truth["prompt"])
        print(f"{'':<30}{'wall s':>8}{'CPU s':>8}{'MiB':>8}")
        first: dict[str, float] = {}
        for name, jobs, cache in (
            ("one process", 1, "a"),
            ("two processes", 2, "b"),
            ("one process again", 1, "a"),
        ):
            first[name] = _run(name, work, jobs, Path(made) / cache)
        print(
            f"two processes against one: {first['two processes'] / first['one process']:.2f} of the wall time"
        )
        print(f"second run: {first['one process'] / first['one process again']:.0f} times faster")


def _run(name: str, work: Path, jobs: int, cache: Path) -> float:
    command = [sys.executable, "-m", "jwtlint", "check", str(work), "--isolated", "--exit-zero", "--quiet"]
    environment = os.environ | {"XDG_CACHE_HOME": str(cache)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([*command, "--jobs", str(jobs)], env=environment, stdout=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<30}{wall:>8.1f}{cpu:>8.1f}{after.ru_maxrss / 1024:>8.0f}")
    return wall


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runtime", choices=["onnxruntime", "openvino"])
    parser.add_argument("--reader", choices=["rapidocr", "tesseract", "both"], default="rapidocr")
    parser.add_argument("--runs", action="store_true", help="time whole runs of the command")
    return parser.parse_args()


if __name__ == "__main__":
    main()
