"""jwtlint finds the mistakes in prompts for technical infographics.

    >>> import jwtlint
    >>> for diagnostic in jwtlint.lint(text):
    ...     print(diagnostic.location.line, diagnostic.rule, diagnostic.message)

Everything that this module exports is the public interface; it is loaded when it is first used.
"""

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .api import fix, lint, lint_file, parse
    from .config import Settings, Suppress
    from .config_file import ConfigError
    from .engine import Linter
    from .finding import (
        Diagnostic,
        Failure,
        LocatedEdit,
        LocatedFix,
        Location,
        NotRun,
        Result,
        Safety,
        Severity,
    )
    from .prompt.model import Prompt
    from .rule import Rule, RuleError
    from .source import Source, SourceError

__all__ = [
    "ConfigError",
    "Diagnostic",
    "Failure",
    "Linter",
    "LocatedEdit",
    "LocatedFix",
    "Location",
    "NotRun",
    "Prompt",
    "Result",
    "Rule",
    "RuleError",
    "Safety",
    "Settings",
    "Severity",
    "Source",
    "SourceError",
    "Suppress",
    "__version__",
    "fix",
    "lint",
    "lint_file",
    "parse",
]

_HOMES = {
    "api": ("fix", "lint", "lint_file", "parse"),
    "config": ("Settings", "Suppress"),
    "config_file": ("ConfigError",),
    "engine": ("Linter",),
    "finding": (
        "Diagnostic",
        "Failure",
        "LocatedEdit",
        "LocatedFix",
        "Location",
        "NotRun",
        "Result",
        "Safety",
        "Severity",
    ),
    "prompt.model": ("Prompt",),
    "rule": ("Rule", "RuleError"),
    "source": ("Source", "SourceError"),
}


def __getattr__(name: str) -> Any:
    """Load a name of the public interface from the module that defines it."""
    home = next((home for home, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f".{home}", __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
