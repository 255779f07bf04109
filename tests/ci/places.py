"""What the tests of this folder share: jwtlint as a program, schemas, and prompts with and without a mistake."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).parents[2]
BAD = "Draw one box labelled {{name}} in flat style.\n"
"""A prompt with one mistake, an error of TPL103."""
GOOD = 'Draw one box, title "Orders".\n'
_PROGRAM = """#!{python}
import sys
sys.path.insert(0, {root!r})
from jwtlint.cli import main
if __name__ == "__main__":
    main()
"""


def program(folder: Path) -> Path:
    """Write jwtlint as a program, as pip would install it, but of this checkout."""
    if not (bash := shutil.which("bash")) or sys.platform == "win32":
        raise RuntimeError(f"these tests need bash on a system like Unix, found {bash}")
    path = folder / "jwtlint"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(_PROGRAM.format(python=sys.executable, root=str(ROOT)))
    path.chmod(0o755)
    return path


def workflow(text: str) -> dict[str, Any]:
    """A workflow of GitHub as it is read there: `on` is a word (YAML 1.2), not a truth value."""
    value: dict[Any, Any] = yaml.safe_load(text)
    return {"on" if key is True else key: one for key, one in value.items()}


def faults(schema: str, value: Any) -> list[str]:
    """What is wrong with a value according to a schema of this folder."""
    text = (Path(__file__).parent / "schemas" / f"{schema}.json").read_text(encoding="utf-8")
    validator = Draft7Validator(json.loads(text))
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(value)]
