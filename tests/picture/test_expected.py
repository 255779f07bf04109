"""What a prompt asks to be drawn as text."""

import pytest

from jwtlint.context import Context
from jwtlint.pack import builtin
from jwtlint.picture.expected import Expected, Kind, expected_of
from jwtlint.prompt.parse import parse
from jwtlint.source import Source

CONTEXT = Context((builtin(),))
TITLE, BOX, ROLE, LABEL = Kind.TITLE, Kind.BOX, Kind.ROLE, Kind.LABEL
STEP, NOTE, QUOTE = Kind.STEP, Kind.NOTE, Kind.QUOTE


def expected(prompt: str) -> tuple[Expected, ...]:
    return expected_of(parse(Source("prompt.txt", prompt).text, CONTEXT.vocabulary), CONTEXT.polarity)


def told(prompt: str) -> list[tuple[Kind, str]]:
    return [(one.kind, one.text.value) for one in expected(prompt)]


def required(prompt: str) -> list[str]:
    return [one.text.value for one in expected(prompt) if one.required and not one.optional]


def test_labels_in_a_sentence() -> None:
    prompt = 'Draw a diagram titled "Checkout Flow" with boxes labeled "Browser" and “Payment Service”.'
    assert told(prompt) == [(TITLE, "Checkout Flow"), (BOX, "Browser"), (BOX, "Payment Service")]
    assert required(prompt)[0] == "Checkout Flow"


LISTED = """Components:
1) Browser — icon: laptop — role: asks for orders
2) API Gateway — icon: shield — role: checks the token

Arrows:
Browser → API Gateway: "GET /orders"
API Gateway -> Browser: '200 OK'
Optional: API Gateway → Browser: "304 Not Modified"

Legend (1–2):
1. Browser asks for orders
2. Gateway answers

Notes: "Tokens live 5 minutes"
"""


def test_lists() -> None:
    assert told(LISTED) == [
        (BOX, "Browser"),
        (ROLE, "asks for orders"),
        (BOX, "API Gateway"),
        (ROLE, "checks the token"),
        (LABEL, "GET /orders"),
        (LABEL, "200 OK"),
        (LABEL, "304 Not Modified"),
        (STEP, "Browser asks for orders"),
        (STEP, "Gateway answers"),
        (NOTE, "Tokens live 5 minutes"),
    ]


def test_what_has_to_be_there() -> None:
    found = {one.text.value: one for one in expected(LISTED)}
    assert [value for value, one in found.items() if one.optional] == ["304 Not Modified"]
    assert [value for value, one in found.items() if not one.required] == [
        "asks for orders",
        "checks the token",
        "Tokens live 5 minutes",
    ]
    step = found["Gateway answers"].step
    assert step is not None
    assert step.number == 2
    assert str(found["Gateway answers"]) == "legend step 2 'Gateway answers'"
    assert str(found["Browser"]) == "box name 'Browser'"


@pytest.mark.parametrize(
    "arrow",
    [
        'Optional dashed arrow from API to Ledger labeled "audit event".',
        'Arrow from API to Ledger labeled "audit event" (optional).',
    ],
)
def test_optional_arrows(arrow: str) -> None:
    found = expected(f'Draw boxes API and Ledger. Arrow from API to Ledger labeled "write order". {arrow}')
    assert [(one.text.value, one.optional) for one in found if one.kind is LABEL] == [
        ("write order", False),
        ("audit event", True),
    ]


def test_boxes_that_no_arrow_reaches_may_be_meant_otherwise() -> None:
    found = expected('Draw boxes API, Ledger and Cache. Arrow from API to Ledger labeled "write order".')
    assert [one.text.value for one in found if one.kind is BOX and one.required] == ["API", "Ledger"]


def test_json() -> None:
    prompt = """{
  "title": "Token Life",
  "style": "flat",
  "boxes": [{"label": "Issuer", "color": "blue"}, {"label": "Verifier"}],
  "text": ["Keys rotate daily", "Never log a token"]
}"""
    assert required(prompt) == ["Token Life", "Issuer", "Verifier", "Keys rotate daily", "Never log a token"]
    assert [value for kind, value in told(prompt) if kind is Kind.VALUE] == ["flat", "blue"]
    assert {"title", "style", "label", "color"}.isdisjoint(value for _, value in told(prompt))


def test_fenced_code() -> None:
    prompt = 'Show this code:\n```js\nconst a = verify(token);\n\n  return a;\n```\nTitle: "Verify"'
    assert told(prompt) == [(QUOTE, "const a = verify(token);"), (QUOTE, "return a;"), (TITLE, "Verify")]
    assert required(prompt) == ["Verify"]


def test_frames_of_fenced_drawings_are_no_text() -> None:
    assert told("Show a file:\n```\n┌────┐\n│ a  │\n└────┘\napp.py\n---\n```\n") == [(QUOTE, "app.py")]


@pytest.mark.parametrize(
    "legend",
    [
        'Legend HTTP Request Flow:\n1. "Browser asks"\n2. "Gateway answers"',
        "Legend:\n1) Browser asks\n2) Gateway answers",
        "Below, a legend with numbered steps: 1) Browser asks. 2) Gateway answers.",
    ],
)
def test_legends(legend: str) -> None:
    found = [
        one for one in expected(f'Draw boxes "Browser" and "Gateway".\n\n{legend}\n') if one.kind is STEP
    ]
    assert [(one.step and one.step.number, one.text.value) for one in found] == [
        (1, "Browser asks"),
        (2, "Gateway answers"),
    ]


def test_of_a_text_that_begins_with_a_quotation_only_that_is_drawn() -> None:
    legend = 'Legend:\n1. "Browser asks" (blue)\n2. "Gateway answers" in green\n3. Ledger stores\n'
    assert [value for _, value in told(legend)] == ["Browser asks", "Gateway answers", "Ledger stores"]


def test_quoted_steps_of_a_legend() -> None:
    prompt = 'Legend: "1. Browser asks" "2. Gateway answers"'
    assert told(prompt) == [(QUOTE, "1. Browser asks"), (QUOTE, "2. Gateway answers")]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("a badge that says {}", True),
        ("the header reads {}", True),
        ("a tagline {}", True),
        ("ein Kasten, beschriftet {}", True),
        ("un texto {}", True),
        ("in the manner of {}", False),
        ("for example {}", False),
    ],
)
def test_which_quotations_are_asked_for(words: str, asked: bool) -> None:
    (found,) = expected("Somewhere, " + words.format('"Zero Trust".'))
    assert (found.text.value, found.required) == ("Zero Trust", asked)


def test_marks_and_arrows_part_a_quotation() -> None:
    prompt = 'Show a badge reading "Key → Value" and a note "One • Two".'
    assert [value for _, value in told(prompt)] == ["Key", "Value", "One", "Two"]


def test_directions_behind_a_role_are_not_drawn() -> None:
    assert (ROLE, "checks the token") in told(
        "Components:\n1) API — role: checks the token (green tint)\n2) DB — role: stores\n"
    )


def test_forbidden_quotations_are_not_expected() -> None:
    prompt = (
        'Draw a box labeled "Vault".\n\nDo not include:\n- the words "Lorem ipsum"\n- text reading "AWS"\n'
    )
    assert told(prompt) == [(BOX, "Vault")]


@pytest.mark.parametrize(
    "prohibition",
    ['Do not include any text reading "AWS".', 'Never write the words "AWS" on it.', 'No text "AWS".'],
)
def test_quotations_that_a_sentence_forbids_are_not_expected(prohibition: str) -> None:
    assert told(f'Draw a box labeled "Vault". {prohibition}') == [(BOX, "Vault")]


def test_places_are_those_of_the_prompt() -> None:
    for one in expected(LISTED):
        span = one.text.span
        assert LISTED[span.start : span.end] == one.text.value


def test_nothing_to_read_is_nothing_expected() -> None:
    assert expected('Draw something calm, with "→" and "…" in it.') == ()
