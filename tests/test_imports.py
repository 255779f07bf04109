"""A run on text loads nothing that only pictures, other languages or options that are not used need."""

import subprocess
import sys
from pathlib import Path

import pytest

FIXTURE = Path(__file__).parents[1] / "fixtures" / "prompts" / "cdn-01-one-line.txt"
HEAVY = (
    "numpy",
    "PIL",
    "pytesseract",
    "rapidocr",
    "onnxruntime",
    "cv2",
    "spellchecker",
    "langcodes",
    "pydantic",
    "subprocess",
    "jwtlint.baseline",
    "jwtlint.changed",
    "jwtlint.git",
    "jwtlint.touched",
    "jwtlint.gates",
    "jwtlint.shrink",
    "jwtlint.report.outputs",
    "jwtlint.report.sarif",
    "jwtlint.report.markdown",
)


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    code = (
        "import sys\nsys.argv = ['jwtlint', 'check', '--exit-zero', '--isolated', sys.argv[1]]\n"
        "from jwtlint.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('\\n' + ' '.join(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, FIXTURE], capture_output=True, text=True, check=True)
    return set(done.stdout.rsplit("\n", 2)[-2].split())


@pytest.mark.parametrize("name", HEAVY)
def test_not_loaded(loaded: set[str], name: str) -> None:
    assert "jwtlint.engine" in loaded
    assert not {module for module in loaded if module == name or module.startswith(f"{name}.")}
