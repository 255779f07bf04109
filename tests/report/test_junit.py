"""JUnit XML, against a schema of what both Jenkins and GitLab read."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from jwtlint.finding import Failure, Severity
from jwtlint.report.junit import junit
from jwtlint.report.model import Report
from tests.report.actions_runner import commands
from tests.report.samples import SAMPLES, checked, diagnostic, drawn, fixed, report

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit.xsd"))


def document(value: Report) -> etree._Element:
    text = "".join(junit(value))
    assert not commands(text)
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    return root


def cases(value: Report) -> list[tuple[str, str, str]]:
    """Suite, name and outcome of every case."""
    return [
        (suite.get("name", ""), case.get("name", ""), case[0].tag if len(case) else "passed")
        for suite in document(value)
        for case in suite
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_schema(name: str) -> None:
    root = document(SAMPLES[name])
    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        for counted, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert suite.get(counted) == str(len(suite.findall(f"testcase/{tag}")))


def test_the_schema_refuses_what_one_of_both_does() -> None:
    def takes(*cases: str) -> bool:
        suite = '<testsuite name="a" tests="2" failures="0" errors="0" skipped="0">'
        return SCHEMA.validate(
            etree.fromstring(f"<testsuites>{suite}{''.join(cases)}</testsuite></testsuites>")
        )

    assert takes('<testcase classname="a" name="b"/>')
    assert not takes('<testcase classname="a" name="b" file="c"/>')
    assert not takes('<testcase classname="a" name="b"/>', '<testcase classname="a" name="b"/>')


def test_a_suite_a_file_and_a_case_a_rule_and_entry() -> None:
    assert cases(SAMPLES["plain"]) == [
        ("a.txt", "CON901 demo-twofold in id-7", "failure"),
        ("a.txt", "TPL901 demo-leak", "failure"),
        ("a.txt", "STR901 demo-seen", "system-out"),
        ("a.txt", "CAT901 demo-metadata", "failure"),
        ("c.txt", "no findings", "passed"),
        ("jwtlint", "not run: no catalog metadata in this document", "skipped"),
        ("jwtlint", "not run: no picture", "skipped"),
    ]


def test_what_a_case_says() -> None:
    info = diagnostic(line=9, severity=Severity.INFO)
    (case,) = document(report(checked("a.txt", diagnostic(line=2), diagnostic(line=3), info)))[0]
    failure, beside = case
    assert failure.get("type") == "error"
    assert failure.get("message") == "a leak stands here. Remove it. (and 1 more)"
    assert failure.text == (
        "a.txt:2:1 error: a leak stands here. Remove it.\na.txt:3:1 error: a leak stands here. Remove it."
    )
    assert beside.text == "a.txt:9:1 info: a leak stands here. Remove it."


def test_a_picture() -> None:
    (case,) = document(report(checked("b.png", drawn())))[0]
    assert "b.png lower left, legend step 4 [10,700 210,740] error: " in str(case[0].text)


def test_what_failed() -> None:
    gone = Failure("gone.txt", "no such file")
    rule = Failure("a.txt", "rule X could not finish")
    value = report(
        checked("gone.txt", errors=[gone]),
        checked("a.txt", fixed(), errors=[rule]),
        failures=[Failure("", "no rule XYZ999"), Failure("x.sarif", "could not be written")],
    )
    assert cases(value) == [
        ("gone.txt", "can be checked", "error"),
        ("a.txt", "can be checked", "error"),
        ("a.txt", "CON901 demo-twofold in id-7", "failure"),
        ("jwtlint", "can be run", "error"),
    ]
    assert document(value)[2][0][0].text == "no rule XYZ999\nx.sarif: could not be written"


def test_what_comes_twice_for_a_file_is_one_suite() -> None:
    value = report(checked("a.txt", diagnostic()), checked("a.txt", diagnostic(line=2)), checked("b.txt"))
    assert cases(value) == [("a.txt", "TPL901 demo-leak", "failure"), ("b.txt", "no findings", "passed")]


@settings(deadline=None)
@given(st.text(min_size=1))
def test_any_text_is_xml(text: str) -> None:
    (suite,) = document(report(checked(text, diagnostic(message=text, remedy="", entry=text))))
    assert suite.get("name")


def test_characters_that_xml_forbids_are_shown() -> None:
    (suite,) = document(report(checked("\x00\ufffe\uffff\x1b.txt")))
    assert suite.get("name") == "␀⟨U+FFFE⟩⟨U+FFFF⟩␛.txt"
