"""SARIF 2.1.0, against the official schema, and what code scanning and viewers need besides."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from jwtlint.finding import (
    Diagnostic,
    LocatedEdit,
    LocatedFix,
    Location,
    NotRun,
    RelatedLocation,
    Safety,
)
from jwtlint.report.home import Home
from jwtlint.report.model import Report
from jwtlint.report.sarif import sarif
from jwtlint.report.visible import visible
from tests.report.samples import RULES, SAMPLES, checked, diagnostic, drawn, fixed, report

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())
LINK = re.compile(r"(?<!\\)\[(?P<text>(?:\\.|[^\[\]\\])*)\]\((?P<to>[^)]*)\)")
"""An embedded link as the standard spells it (3.11.6)."""


def log(value: Report) -> Any:
    """The run of the report, after the whole log has been validated."""
    text = "".join(sarif(value))
    assert text.isascii()
    parsed = json.loads(text)
    VALIDATOR.validate(parsed)
    (run,) = parsed["runs"]
    return run


def result(*diagnostics: Diagnostic) -> Any:
    return log(report(checked("a.txt", *diagnostics)))["results"][0]


def every(value: object, key: str) -> Iterator[Any]:
    """Everything that stands anywhere under a key."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for inner in value.values():
            yield from every(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from every(inner, key)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_official_schema(name: str) -> None:
    value = SAMPLES[name]
    run = log(value)
    assert len(run["results"]) == value.totals.findings
    assert all(region["startLine"] >= 1 for region in every(run["results"], "deletedRegion"))
    for location in every(run["results"], "physicalLocation"):
        # What the errata demand of a region, and code scanning of a result.
        assert location["region"]["startLine"] >= 1


@pytest.mark.parametrize("name", SAMPLES)
def test_text_of_strangers(name: str) -> None:
    run = log(SAMPLES[name])
    # Half a surrogate pair is JSON, but many parsers refuse it.
    json.dumps(run, ensure_ascii=False).encode()
    for one in run["results"]:
        # Every link leads to a place of the result itself; nobody else can have put one into the message.
        ids = {str(place["id"]) for place in one.get("relatedLocations", [])}
        assert {match["to"] for match in LINK.finditer(one["message"]["text"])} <= ids


def test_places_count_code_points_and_end_outside() -> None:
    run = log(report(checked("a.txt", fixed())))
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a.txt", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 6}
    assert "uri" not in run["originalUriBaseIds"]["%SRCROOT%"]


def test_a_finding_says_all_there_is() -> None:
    one = result(fixed())
    assert one["ruleId"] == "CON901"
    assert one["level"] == "warning"
    assert one["properties"] == {"name": "demo-twofold", "text": "ONE", "entry": "id-7"}
    assert one["message"]["text"] == "a leak stands here. Remove it. See: [TWO is \\[here\\]](1)"
    first, second = one["relatedLocations"]
    assert (first["id"], first["message"]["text"]) == (1, "TWO is [here]")
    assert first["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 3,
        "endColumn": 4,
    }
    assert second["id"] == 2
    (fix,) = one["fixes"]
    assert fix["description"]["text"] == "remove both"
    assert fix["properties"] == {"safety": "unsafe"}
    (change,) = fix["artifactChanges"]
    assert [one.get("insertedContent", {}).get("text", "") for one in change["replacements"]] == ["", "ñ\nx"]
    assert [one["deletedRegion"]["startColumn"] for one in change["replacements"]] == [3, 1]


def test_the_rules_are_those_that_were_asked() -> None:
    run = log(report(checked("a.txt", fixed(), diagnostic())))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    leak = next(rule for rule in rules if rule["id"] == "TPL901")
    assert leak["name"] == "demo-leak"
    assert leak["shortDescription"]["text"] == "A LEAK stands in the prompt."
    assert leak["fullDescription"]["text"] == (
        "A LEAK stands in the prompt. It is drawn as it stands. Source: a <template>."
    )
    assert leak["helpUri"].endswith("rules.md#tpl901")
    assert leak["defaultConfiguration"] == {"level": "error", "enabled": True}
    assert leak["properties"]["tags"] == ["template", "prompt"]
    assert "Draw [[LEAK]] a box." in leak["help"]["text"]
    # The standard wants no HTML in Markdown (3.11.4.2).
    assert "Source: a \\<template>." in leak["help"]["markdown"]
    assert "Reported:\n\n```text\nDraw [[LEAK]] a box.\n```" in leak["help"]["markdown"]


def test_a_rule_of_another_run_has_no_index() -> None:
    value = report(checked("a.txt", diagnostic()))
    one = log(value._replace(rules=()))["results"][0]
    assert one["ruleId"] == "TPL901"
    assert "ruleIndex" not in one


def test_a_place_on_a_picture() -> None:
    one = result(drawn())
    assert one["rank"] == 97.3
    assert one["properties"]["confidence"] == 0.973
    assert one["properties"]["region"] == [10, 700, 210, 740]
    assert one["properties"]["pictureSize"] == [1024, 768]
    assert "lower left, legend step 4, pixels 10,700 to 210,740" in one["message"]["text"]
    assert one["relatedLocations"][0]["properties"]["region"] == [1, 2, 3, 4]
    assert "fixes" not in one


def test_levels_and_equal_keys() -> None:
    run = log(SAMPLES["plain"])
    assert [one["level"] for one in run["results"]] == ["warning", "error", "error", "note", "warning"]
    prints = [one["partialFingerprints"]["jwtlint/v1"] for one in run["results"]]
    assert prints[1:3] == ["key-2-1:1", "key-2-1:2"]
    assert len(set(prints)) == len(prints)


def test_fixes_that_no_file_can_take_are_left_out() -> None:
    on_picture = LocatedFix("x", Safety.SAFE, (LocatedEdit(drawn().location, "x"),))
    unwritable = LocatedFix("x", Safety.SAFE, (LocatedEdit(diagnostic().location, "\ud800"),))
    for fix in (on_picture, unwritable, LocatedFix("x", Safety.SAFE, ())):
        assert "fixes" not in result(diagnostic(fix=fix))


def test_failures_and_what_was_not_run() -> None:
    assert log(SAMPLES["plain"])["invocations"][0]["executionSuccessful"] is True
    (invocation,) = log(SAMPLES["failed"])["invocations"]
    assert invocation["executionSuccessful"] is False
    gone, run = invocation["toolExecutionNotifications"]
    assert gone["level"] == run["level"] == "error"
    assert next(every(gone, "uri")) == "gone.txt"
    assert not list(every(run, "uri"))
    notes = log(SAMPLES["plain"])["invocations"][0]["toolExecutionNotifications"]
    assert [(one.get("associatedRule", {}).get("id"), one["message"]["text"]) for one in notes] == [
        ("CAT901", "CAT901 was not run on 2 files: no catalog metadata in this document"),
        ("SEC901", "SEC901 was not run on 1 file: no picture"),
        (None, "this suppression is of no use"),
        (None, "no reader"),
    ]
    assert next(every(notes[2], "startLine")) == 3


def test_ten_thousand_entries_without_a_picture_are_one_note() -> None:
    value = report()
    value.totals.not_run.clear()
    for number in range(10_000):
        value.totals.not_run.add(NotRun("SEC901", "no picture", f"{number}.txt"))
    (note,) = log(value)["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "SEC901 was not run on 10,000 files: no picture"


def test_files_outside_have_no_base() -> None:
    there = Location("/elsewhere/ä b.txt", 1, 1, 1, 2)
    one = result(diagnostic(location=there, related=(RelatedLocation(there, "x", ""),)))
    address = {"uri": "file:///elsewhere/%C3%A4%20b.txt"}
    assert list(every(one, "artifactLocation")) == [address, address]


@settings(deadline=None)
@given(st.text(st.characters(), max_size=60), st.text(st.characters(), max_size=30))
def test_any_text_stays_itself(message: str, path: str) -> None:
    where = Location(path, 1, 1, 1, 2)
    one = result(diagnostic(location=where, message=message, remedy="", text=message))
    assert one["properties"]["text"] == visible(message)
    assert one["message"]["text"] == (visible(message).replace("](", "] (") or "demo-leak")
    assert re.fullmatch(r"[A-Za-z0-9_.~/%:-]*", next(every(one, "uri")))


@settings(deadline=None)
@given(st.from_regex(r"[a-zü :#?%\\\[\]]{1,9}(/[a-zü :#?%\\\[\]]{1,9}){0,3}", fullmatch=True))
def test_a_uri_names_its_file(path: str) -> None:
    address = next(every(result(diagnostic(location=Location(path, 1, 1, 1, 2))), "uri"))
    assert unquote(address) == Home("/catalog").told(path)
    assert ":" not in address
