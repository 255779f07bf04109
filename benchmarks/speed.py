"""CPU seconds and memory of whole processes, beside other text checkers in the same run.

One 4.5 KB prompt cold (the best of several runs, because machines are noisy), 2,000 different prompts of 4.5 KB, and
one line of 1, 5 and 10 MB. codespell, typos and promptdoctor are measured where they are installed:

    python -m pip install codespell typos promptdoctor
    python -m benchmarks.speed
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

PROMPT = Path(__file__).parents[1] / "fixtures" / "prompts" / "cdn-01-one-line.txt"
SIZE = 4500
MANY = 2000
RUNS = 7
OTHERS = {
    "codespell": ["codespell"],
    "typos": ["typos"],
    "promptdoctor": ["promptdoctor"],
}


class Cost(NamedTuple):
    """CPU seconds (user and system) and peak memory in MiB of one process."""

    cpu: float
    peak: float
    code: int


def run(command: list[str], folder: str) -> Cost:
    """Run a command to its end."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def best(command: list[str], folder: str, runs: int = RUNS) -> Cost:
    """The cheapest of several runs."""
    return min(run(command, folder) for _ in range(runs))


def prompt(number: int) -> str:
    """A prompt of about 4.5 KB that differs from every other: its names carry the number."""
    text = PROMPT.read_text(encoding="utf-8").replace("Infographic", f"Infographic {number}")
    words = text.split(" ")
    grown = " ".join(
        f"{word}{number}" if index % 97 == 96 and word.isalpha() else word for index, word in enumerate(words)
    )
    note = (
        f' Note {number}: "Illustrative flow {number}, not audited". The margin stays free for page {number}.'
    )
    return (grown + note * (1 + (SIZE - len(grown)) // len(note)))[:SIZE] + "\n"


def main() -> None:
    """Print the table."""
    jwtlint = [sys.executable, "-m", "jwtlint", "check", "--quiet", "--isolated"]
    commands = {"jwtlint": jwtlint}
    commands |= {name: command for name, command in OTHERS.items() if shutil.which(command[0])}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "one.txt").write_text(prompt(1), encoding="utf-8")
        many = Path(folder, "many")
        many.mkdir()
        for number in range(MANY):
            (many / f"{number:04}.txt").write_text(prompt(number), encoding="utf-8")
        print(f"{'':14}{'one prompt':>14}{f'{MANY} prompts':>18}{'peak':>12}")
        for name, command in commands.items():
            one = best([*command, "one.txt"], folder)
            lot = best([*command, "many"], folder, 2)
            print(f"{name:14}{one.cpu:>10.3f} CPU s{lot.cpu:>12.2f} CPU s{lot.peak:>8.0f} MiB")
        bare = best([sys.executable, "-c", "pass"], folder)
        print(f"{'python':14}{bare.cpu:>10.3f} CPU s")
        for size in (1, 5, 10):
            line = Path(folder, f"{size}mb.txt")
            line.write_text((prompt(1).strip() + " ") * (size * 1_000_000 // SIZE), encoding="utf-8")
            cost = run([*jwtlint, line.name], folder)
            print(
                f"one line of {size:>2} MB: {cost.cpu:6.1f} CPU s, {cost.cpu / size:.2f} a MB, {cost.peak:.0f} MiB"
            )


if __name__ == "__main__":
    main()
