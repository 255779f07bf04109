"""Reading a diagram the way the command line does."""

from pathlib import Path

from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Diagnostic
from jwtlint.prompt.model import Prompt
from jwtlint.source import Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "diagrams"
LINTER = Linter()


def documents(text: str, path: str) -> list[Document]:
    return [Document(entry, LINTER.context) for entry in read_entries(Source(path, text))]


def prompt_of(text: str, path: str = "a.mmd") -> Prompt:
    """The only diagram of a text."""
    (document,) = documents(text, path)
    assert document.prompt is not None
    return document.prompt


def arrows(prompt: Prompt) -> list[str]:
    """Each arrow in a line: branch, both ends, label."""
    lines = []
    for arrow in prompt.arrows:
        branch = "" if arrow.mode.value == "main" else f"{arrow.mode.value} "
        if arrow.branch:
            branch += f"[{arrow.branch}] "
        lines.append(f"{branch}{arrow}{f': {arrow.label}' if arrow.label else ''}")
    return lines


def verdicts(path: Path) -> list[tuple[int | None, str, Diagnostic]]:
    """Line and rule of everything that is found in a fixture."""
    result = LINTER.lint(Source(str(path), path.read_text(encoding="utf-8")))
    assert result.errors == ()
    return [(one.location.line, one.name, one) for one in result.diagnostics]
