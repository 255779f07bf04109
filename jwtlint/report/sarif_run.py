"""What a SARIF log says of the run itself: its rules, what failed, and what was not checked."""

from collections.abc import Iterator, Mapping
from typing import Any

from .. import documentation
from ..finding import Failure, Notice, Severity
from ..rule import FAMILIES, Rule
from .counting import counted
from .home import Home
from .model import Report
from .rule_page import paragraphs, prose
from .visible import visible, visible_lines

Value = dict[str, Any]
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
BASE = "%SRCROOT%"
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LONGEST = 1024
"""Characters of a description that code scanning takes."""


def rule_descriptor(rule: Rule) -> Value:
    """A rule (§3.49) with its documentation."""
    docs = documentation.read(rule.documentation)
    summary = docs.summary or rule.name
    page = [f"{prose(summary)}\n", *paragraphs(docs), f"[{rule.id} {rule.name}]({rule.url})"]
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": _cut(summary)},
        "fullDescription": {
            "text": _cut(" ".join((summary, *(" ".join(part.split()) for part in docs.why))))
        },
        "help": {
            "text": visible_lines(rule.documentation or summary),
            "markdown": visible_lines("\n".join(page)),
        },
        "helpUri": rule.url,
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.default},
        "properties": {"tags": _tags(rule), "problem.severity": _PROBLEMS[rule.severity]},
    }


def invocation(report: Report, numbers: Mapping[str, int]) -> Value:
    """How the run went (§3.20). `numbers` are the places of the rules among those of the tool."""
    totals, home = report.totals, report.home
    notifications = [
        *(_failed(one, home) for one in totals.failures),
        *({"level": "error", "message": {"text": visible(one.verdict)}} for one in totals.missed_gates),
        *_not_run(report, numbers),
        *(_noticed(one, home) for one in totals.notices),
    ]
    return {"executionSuccessful": not totals.failures, "toolExecutionNotifications": notifications}


def artifact(path: str, home: Home) -> Value:
    """Where a file is: relative to the base, or absolute (then §3.4.4 forbids a base)."""
    address = home.uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": BASE}


def _tags(rule: Rule) -> list[str]:
    """Its family, and what it reads (§3.8.2 wants each once)."""
    read = {"prompt": rule.reads_entries, "picture": rule.reads_pictures}
    return list(dict.fromkeys((FAMILIES[rule.family], *(what for what, reads in read.items() if reads))))


def _cut(text: str) -> str:
    text = visible(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _failed(one: Failure, home: Home) -> Value:
    notification: Value = {"level": "error", "message": {"text": visible(one.reason)}}
    if one.path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": artifact(one.path, home)}}]
    return notification


def _not_run(report: Report, numbers: Mapping[str, int]) -> Iterator[Value]:
    """One a rule and reason, however many files it concerns."""
    for reason, unchecked in report.totals.not_run.items():
        for rule, files in sorted(unchecked.rules.items()):
            notification: Value = {
                "level": "note",
                "message": {
                    "text": f"{rule} was not run on {counted(files.count, 'file')}: {visible(reason)}"
                },
                "associatedRule": {"id": rule},
            }
            if rule in numbers:
                notification["associatedRule"]["index"] = numbers[rule]
            if files.alone is not None:
                place = {"artifactLocation": artifact(files.alone, report.home)}
                notification["locations"] = [{"physicalLocation": place}]
            yield notification


def _noticed(one: Notice, home: Home) -> Value:
    notification: Value = {"level": "note", "message": {"text": visible(one.message)}}
    if one.path:
        place: Value = {"artifactLocation": artifact(one.path, home)}
        if one.line is not None:
            place["region"] = {"startLine": one.line}
        notification["locations"] = [{"physicalLocation": place}]
    return notification
