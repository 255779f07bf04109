"""Reads the ordinary arguments of `check` without typer, which takes longer to load than a prompt to check.

What it does not know, or what is wrong, it leaves to typer: help, completion and error messages are made
there.
"""

from collections.abc import Container, Sequence
from typing import Any

from ..report.paper import Format
from ..run import Request
from .arguments import request_of

_FLAGS = {
    "--fix",
    "--unsafe-fixes",
    "--diff",
    "--statistics",
    "--quiet",
    "--exit-zero",
    "--isolated",
    "--no-cache",
    "--no-baseline",
}
_REPEATABLE = {"--select", "--ignore", "--pack", "--gate", "--output"}
_CHOICES: dict[str, Container[str]] = {
    "--format": set(Format),
    "--color": {"auto", "always", "never"},
    "--min-severity": {"error", "warning", "info"},
    "--fail-on": {"error", "warning", "info"},
    "--reader": {"auto", "rapidocr", "tesseract", "both", "none"},
}
_VALUES = {
    *_CHOICES,
    "--config",
    "--today",
    "--stdin-filename",
    "--prompt",
    "--jobs",
    "--annotate",
    "--min-confidence",
    "--baseline",
    "--changed-since",
    "--cluster",
    "--shard",
}


def read(arguments: Sequence[str]) -> Request | None:
    """The request, or None where typer has to look at the arguments."""
    paths: list[str] = []
    values: dict[str, Any] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        keyword = name[2:].replace("-", "_")
        if name == "-" or not name.startswith("-"):
            paths.append(argument)
        elif name in _FLAGS and not equals:
            values[keyword] = True
        elif name in _REPEATABLE or name in _VALUES:
            given = value if equals else next(rest, None)
            if given is None or given not in _CHOICES.get(name, {given}):
                return None
            if name in _REPEATABLE:
                values.setdefault(keyword, []).append(given)
            else:
                values[keyword] = given
        else:
            return None
    try:
        return request_of(paths, **values) if paths else None
    except ValueError:
        return None
