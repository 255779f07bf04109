"""Install a built wheel into a new environment, outside the checkout, and use it.

    python scripts/check_wheel.py dist/jwtlint-0.1.0-py3-none-any.whl

Fails where a rule, a vocabulary, a word list or a part of the HTML report did not make it into the wheel, or where the wheel is too large.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

MAX_BYTES = 6 * 1024 * 1024
PROMPT = 'Infographic "Login". All text must be in English — not English. Spell Databse correctly.\n'


def main() -> int:
    """Command line; returns the exit code."""
    wheel = Path(sys.argv[1]).resolve()
    size = wheel.stat().st_size
    print(f"{wheel.name}: {size / 1024:.0f} KiB")
    if size > MAX_BYTES:
        print(f"more than {MAX_BYTES >> 20} MiB")
        return 1
    sources = len([path for path in Path("rules").rglob("*.py") if not path.name.startswith("_")])
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        program = Path(folder, "bin", "python")
        _run([program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], folder)
        listed = _run([program, "-m", "jwtlint", "rules", "--format", "json"], folder)
        count = listed.count('"id":')
        print(f"{count} rules listed, {sources} rule files")
        explained = _run([program, "-m", "jwtlint", "explain", "CON101"], folder)
        Path(folder, "prompt.txt").write_text(PROMPT, encoding="utf-8")
        _run(
            [
                program,
                "-c",
                "from jwtlint.report.html.page import after_data, before_data; before_data(), after_data()",
            ],
            folder,
        )
        checked = _run([program, "-m", "jwtlint", "check", "--exit-zero", "prompt.txt"], folder)
    ok = count == sources and "CON101" in explained and "CON101" in checked and "Database" in checked
    print("the installed wheel works" if ok else f"the installed wheel does not work:\n{checked}")
    return 0 if ok else 1


def _run(command: list[object], folder: str) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stdout, done.stderr)
        raise SystemExit(f"{command[1:]} failed with {done.returncode}")
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
