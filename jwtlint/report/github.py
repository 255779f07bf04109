"""Annotations for GitHub Actions: workflow commands, as the runner reads them from the output of a step.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from ..finding import Diagnostic, Failure, Location, Severity
from .home import Home
from .model import Report
from .region import place_name
from .visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report) -> Iterator[str]:
    """A command a line: what could not be checked, gates that are missed, then errors, warnings and infos.

    GitHub shows only the first ten of a kind in each step, so the worst come first.
    """
    for failure in report.totals.failures:
        yield _failure(failure, report.home)
    for gate in report.totals.missed_gates:
        yield command("error", {"title": "gate"}, gate.verdict)
    for severity in sorted(Severity, reverse=True):
        for checked in report.checked:
            for one in checked.result.diagnostics:
                if one.severity is severity:
                    yield _annotation(one, report.home)


def command(name: str, properties: dict[str, str], message: str) -> str:
    """One workflow command on a line of its own, whatever its values hold."""
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name}{' ' if told else ''}{told}::{_data(message)}\n"


def _annotation(one: Diagnostic, home: Home) -> str:
    properties = {"file": home.told(one.path), **_lines(one.location)}
    properties["title"] = f"{one.rule} {one.name}"
    return command(_COMMANDS[one.severity], properties, _message(one))


def _failure(failure: Failure, home: Home) -> str:
    properties = {"file": home.told(failure.path)} if failure.path else {}
    return command("error", {**properties, "title": "not checked"}, failure.reason)


def _lines(location: Location) -> dict[str, str]:
    if location.line is None:
        return {}
    lines = {"line": location.line, "endLine": location.end_line}
    if location.line == location.end_line:
        # The runner takes columns only within a line.
        lines |= {"col": location.column, "endColumn": location.end_column}
    return {key: str(value) for key, value in lines.items()}


def _message(one: Diagnostic) -> str:
    where = place_name(one.location)
    if one.location.region is None:
        return one.advice
    left, top, right, bottom = one.location.region
    return f"{one.advice} ({where + ', ' if where else ''}{left},{top} to {right},{bottom})"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
