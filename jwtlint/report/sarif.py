"""SARIF 2.1.0 (OASIS), for code scanning and for editors.

Paragraphs (§) are those of the standard. Text of strangers is `visible`, and the output is ASCII whatever it holds.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..finding import Diagnostic, LocatedFix, Location
from ..rule import Rule
from ..version import __version__
from .home import Home
from .json import ascii_json
from .model import Report
from .region import place_name
from .sarif_run import BASE, LEVELS, Value, artifact, invocation, rule_descriptor
from .visible import visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/jwtlint/jwtlint"
# Where it lay is left out (§3.14.14 allows it): the same findings give the same file on every machine.
_BASES = {BASE: {"description": {"text": "The folder from which jwtlint names files."}}}
FINGERPRINT = "jwtlint/v1"
"""What a result's key is kept under, with its number among the equal ones of a file: "3f1c…:1"."""


def sarif(report: Report) -> Iterator[str]:
    """The report as one SARIF log, a result a line."""
    rules = sorted(report.rules, key=lambda rule: rule.id)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    yield f'{{"$schema": {ascii_json(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {ascii_json({"driver": _driver(rules)})},\n'
    yield f'"invocations": {ascii_json([invocation(report, numbers)])},\n'
    yield f'"originalUriBaseIds": {ascii_json(_BASES)},\n'
    yield '"columnKind": "unicodeCodePoints",\n"results": ['
    seen: Counter[tuple[str, str]] = Counter()
    separator = "\n"
    for checked in report.checked:
        for one in checked.result.diagnostics:
            seen[one.path, one.key] += 1
            result = _result(one, numbers.get(one.rule), seen[one.path, one.key], report.home)
            yield separator + ascii_json(result)
            separator = ",\n"
    yield "\n]}]}\n"


def _driver(rules: Sequence[Rule]) -> Value:
    return {
        "name": "jwtlint",
        "semanticVersion": __version__,
        "informationUri": _HOME,
        "rules": [rule_descriptor(rule) for rule in rules],
    }


def _result(one: Diagnostic, number: int | None, ordinal: int, home: Home) -> Value:
    result: Value = {
        "ruleId": one.rule,
        "level": LEVELS[one.severity],
        "message": {"text": _message(one)},
        "locations": [_location(one.location, home)],
        "partialFingerprints": {FINGERPRINT: f"{one.key}:{ordinal}"},
        "properties": _properties(one),
    }
    if number is not None:
        result["ruleIndex"] = number
    if one.related:
        result["relatedLocations"] = [
            {**_location(related.location, home), "id": at, "message": {"text": _plain(related.note)}}
            for at, related in enumerate(one.related, 1)
        ]
    if one.fix is not None and (fix := _fix(one.fix, home)):
        result["fixes"] = [fix]
    if one.confidence is not None:
        result["rank"] = round(100 * one.confidence, 1)
    return result


def _message(one: Diagnostic) -> str:
    """What is wrong and what to do; on a picture also where; with links to the related places (§3.11.6).

    Code scanning shows a related place only where the message links to it.
    """
    # Code scanning takes no empty message.
    text = _plain(one.advice) or one.name
    if one.location.region is not None:
        text = f"{text.rstrip('.')} ({_on_picture(one.location)})"
    links = ", ".join(
        f"[{_link_text(related.note)}]({at})" for at, related in enumerate(one.related, 1) if related.note
    )
    return f"{text.rstrip('.')}. See: {links}" if links else text


def _on_picture(location: Location) -> str:
    assert location.region is not None
    left, top, right, bottom = location.region
    name = place_name(location)
    return f"{name + ', ' if name else ''}pixels {left},{top} to {right},{bottom}"


def _plain(text: str) -> str:
    """Text in which no stranger has put a link (§3.11.6).

    Braces stay single, although §3.11.5 doubles them: the viewer of VS Code and Microsoft's SDK show a message without
    arguments as it stands.
    """
    return visible(text).replace("](", "] (")


def _link_text(text: str) -> str:
    return visible(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _properties(one: Diagnostic) -> Value:
    said: Value = {"name": one.name, "text": visible(one.text)}
    if one.entry is not None:
        said["entry"] = visible(one.entry)
    if one.confidence is not None:
        said["confidence"] = one.confidence
    return said | _pixels(one.location)


def _location(location: Location, home: Home) -> Value:
    physical: Value = {"artifactLocation": artifact(location.path, home), "region": _region(location)}
    return {"physicalLocation": physical} | ({"properties": pixels} if (pixels := _pixels(location)) else {})


def _region(location: Location) -> Value:
    """Lines and columns in code points, the end exclusive (§3.30).

    SARIF has no regions of pixels, and a file as a whole has no lines. Code scanning still shows a result only where
    there is a line, so both begin with the first: pixels stand in the message and in the properties.
    """
    if location.line is None:
        return {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    }


def _pixels(location: Location) -> Value:
    """The region of a picture: left, top, right and bottom in pixels, and how large the picture is."""
    if location.region is None:
        return {}
    size = {"pictureSize": list(location.picture_size)} if location.picture_size else {}
    return {"region": list(location.region), **size}


def _fix(fix: LocatedFix, home: Home) -> Value | None:
    """A fix; None where it has no place in a file, or text that no file can hold."""
    changes: dict[str, list[Value]] = {}
    for edit in fix.edits:
        if edit.location.line is None or not _encodable(edit.replacement):
            return None
        replacement: Value = {"deletedRegion": _region(edit.location)}
        if edit.replacement:
            replacement["insertedContent"] = {"text": edit.replacement}
        changes.setdefault(edit.location.path, []).append(replacement)
    if not changes:
        return None
    return {
        "description": {"text": _plain(fix.title)},
        "artifactChanges": [
            {"artifactLocation": artifact(path, home), "replacements": replacements}
            for path, replacements in changes.items()
        ],
        "properties": {"safety": fix.safety.value},
    }


def _encodable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
