"""Boxes and arrows that do not fit together, and readings too doubtful to say so."""

import pytest

from .told import lint, told

BOXES = """Boxes:
- Browser (icon: window; role: sends requests)
- API Gateway (icon: gate; role: routes requests)
- Database (icon: cylinder; role: keeps rows)
"""
FLOW = """Arrows:
- Browser → API Gateway: "GET /orders"
- API Gateway → Database: "SELECT orders"
- Database → API Gateway: "rows"
- API Gateway → Browser: "200 OK"
"""


def test_undeclared_end_is_reported_once_with_its_other_places() -> None:
    text = f'{BOXES}{FLOW}- API Gateway → Rate Limiter: "count"\n- Rate Limiter → API Gateway: "ok"\n'
    [found] = lint("STR101", text).diagnostics
    assert (found.text, found.severity.label) == ("Rate Limiter", "warning")
    assert [related.text for related in found.related] == ["Rate Limiter"]


@pytest.mark.parametrize(
    "arrow",
    [
        'User → Browser: "open"',
        'Support Team → Browser: "open"',
        'Internet → API Gateway: "GET /"',
        'Gateway → Database: "SELECT"',
        'API Gateway → Database and User: "rows"',
        'API Gateway cluster → Database: "SELECT"',
        'API-Gateway → Database: "SELECT"',
        'API Gatewey → Database: "SELECT"',
        'Data\u200bbase → API Gateway: "rows"',
    ],
)
def test_people_short_names_and_other_spellings_need_no_box(arrow: str) -> None:
    assert told("STR101", f"{BOXES}{FLOW}- {arrow}\n") == []


def test_undeclared_end_is_silent_without_boxes() -> None:
    assert told("STR101", FLOW) == []


def test_undeclared_end_is_silent_where_prose_may_declare_it() -> None:
    text = f'{BOXES}{FLOW}- API Gateway → Rate Limiter: "count"\n'
    assert told("STR101", text) == ["warning: Rate Limiter"]
    assert told("STR101", f"{text}\nDraw the Rate Limiter as a gauge behind the gate.\n") == []


def test_undeclared_end_names_the_box_that_may_be_meant() -> None:
    [found] = lint("STR101", f'{BOXES}{FLOW}- API Gateway → Data Store: "SELECT"\n').diagnostics
    assert "meant" not in found.remedy
    [found] = lint("STR101", f'{BOXES}{FLOW}- API Gateway → Gateway Proxy: "SELECT"\n').diagnostics
    assert "is 'API Gateway' meant?" in found.remedy


def test_orphan_is_reported_unless_the_prompt_says_why_it_stands_alone() -> None:
    orphan = "- Audit Log (icon: scroll; role: keeps events)\n"
    boundary = "- Cloud (icon: cloud; role: network boundary around the servers)\n"
    assert told("STR102", f"{BOXES}{orphan}{FLOW}") == ["warning: Audit Log"]
    assert told("STR102", f"{BOXES}{boundary}{FLOW}") == ["info: Cloud"]
    assert told("STR102", f"{BOXES}{FLOW}") == []


def test_orphan_counts_when_only_the_legend_names_it() -> None:
    orphan = "- Audit Log (icon: scroll; role: keeps events)\n"
    legend = "Legend:\n1. Browser asks.\n2. API Gateway writes to the Audit Log.\n"
    assert told("STR102", f"{BOXES}{orphan}{FLOW}{legend}") == ["warning: Audit Log"]


def test_orphan_is_silent_where_other_words_connect_it() -> None:
    orphan = "- Audit Log (icon: scroll; role: keeps events)\n"
    text = f"{BOXES}{orphan}{FLOW}\nA dotted line runs from every server to the Audit Log.\n"
    assert told("STR102", text) == []


def test_orphan_is_silent_without_arrows() -> None:
    assert told("STR102", BOXES) == []


def test_box_declared_twice() -> None:
    again = "- Database (icon: disk; role: keeps users)\n"
    [found] = lint("STR103", f"{BOXES}{again}{FLOW}").diagnostics
    assert (found.text, found.location.line) == ("Database", 5)
    assert [related.location.line for related in found.related] == [4]
    assert told("STR103", f"{BOXES}- Worker A (icon: axe)\n- Worker B (icon: axe)\n{FLOW}") == []


@pytest.mark.parametrize("empty", ['""', "''", "“”", "„“", "«»"])
def test_label_without_text(empty: str) -> None:
    assert told("STR104", f"{BOXES}{FLOW}- Browser → API Gateway: {empty}\n") == [f"warning: {empty}"]


def test_empty_cell_of_a_table_is_a_label_without_text() -> None:
    table = "| From | To | Label |\n|---|---|---|\n| Browser | API Gateway | order 7 |\n| API Gateway | Database | |\n"
    assert told("STR104", f"{BOXES}\nArrows:\n\n{table}") == ["warning: API Gateway | Database |"]


def test_arrows_may_have_no_label_at_all() -> None:
    assert told("STR104", f"{BOXES}Arrows: Browser → API Gateway → Database.\n") == []


def test_arrows_that_nobody_wrote_down() -> None:
    announced = "Connect the boxes with labeled arrows."
    assert told("STR105", f"{BOXES}\n{announced}\n") == [f"warning: {announced}"]
    assert told("STR105", f"{BOXES}\n{announced}\n{FLOW}") == []
    assert told("STR105", "A brain with glowing feedback arrows.") == [
        "info: A brain with glowing feedback arrows."
    ]
    assert told("STR105", f"{BOXES}\nDo not draw arrows.\n") == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("JWT Token Flow", []),
        ("diagram of wifi style JWT token flow infographic", []),
        ("JWT flow with a token", []),
        ("How a login works", ["info: How a login works"]),
    ],
)
def test_title_of_the_entry_holds_the_title_of_the_picture(title: str, expected: list[str]) -> None:
    text = f'---\ntitle: {title}\n---\nInfographic titled "JWT Token Flow". {BOXES}{FLOW}'
    assert told("STR106", text) == expected
