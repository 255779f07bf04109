"""What the rules of one family say about a text, in short."""

from functools import cache

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.finding import Result
from jwtlint.source import Source


@cache
def _linter(selected: str, accept: tuple[str, ...]) -> Linter:
    return Linter(Settings(select=tuple(selected.split()), accept=accept))


def lint(selected: str, text: str, accept: tuple[str, ...] = ()) -> Result:
    """Lint a prompt, or an entry if the text opens with front matter, with the selected rules."""
    path = "entry.md" if text.startswith("---\n") else "prompt.txt"
    result = _linter(selected, accept).lint(Source(path, text))
    assert result.errors == ()
    return result


def told(selected: str, text: str, accept: tuple[str, ...] = ()) -> list[str]:
    """Severity and flagged words of each diagnostic, in reading order: "warning: recieves"."""
    return [f"{one.severity.label}: {one.text}" for one in lint(selected, text, accept).diagnostics]
