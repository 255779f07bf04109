"""Vendors that are asked for, and the many mentions that ask for nothing."""

import pytest

from .told import lint, told

BRANDLESS = "Use generic icons only, no vendor branding. "


def boxes(name: str, icon: str = "pipe", more: str = "") -> str:
    return f"{more}Boxes: Web Shop (icon: bag; role: sells), {name} (icon: {icon}; role: keeps events)."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (boxes("Edge Node", "server with the Akamai logo"), ["error: Akamai"]),
        (boxes("Edge Node", "server", "Put the Cloudflare logo on the edge. "), ["error: Cloudflare"]),
        (boxes("Edge Node", "server", "No Cloudflare logo, please. "), []),
        (boxes("Edge Node", "server", "Keep supplier logos (Datadog, Splunk) out. "), []),
        (boxes("Edge Node", "server", "Use generic cloud icons instead of AWS icons. "), []),
    ],
)
def test_logo_of_a_vendor(text: str, expected: list[str]) -> None:
    assert told("VND101", text) == expected


def test_name_in_the_picture() -> None:
    assert told("VND102", boxes("Kinesis", more=BRANDLESS)) == ["error: Kinesis"]
    assert told("VND102", boxes("Kinesis")) == ["warning: Kinesis"]
    assert told("VND102", boxes("Event Stream", more=BRANDLESS + "Never mention Kinesis. ")) == []


def test_name_is_reported_at_its_box_not_at_every_arrow() -> None:
    text = (
        f'{boxes("Kinesis", more=BRANDLESS)} Arrows: Web Shop → Kinesis: "click"; Kinesis → Web Shop: "ok".'
    )
    assert told("VND102", text) == ["error: Kinesis"]


def test_vendor_may_be_the_subject_unless_brands_are_forbidden() -> None:
    titled = 'Infographic titled "Cold Starts of AWS Lambda". '
    assert told("VND102", boxes("AWS Lambda", more=titled))[1:] == ["info: AWS Lambda"]
    assert "error: AWS Lambda" in told("VND102", boxes("AWS Lambda", more=titled + BRANDLESS))


@pytest.mark.parametrize(
    "words",
    [
        "neon accents and azure blue",
        "a lambda function",
        "re-render the picture",
        "cyan edge",
        "a snowflake schema",
    ],
)
def test_ordinary_words_are_no_vendors(words: str) -> None:
    assert told("VND", f"Draw the shop with {words} on a dark ground.") == []


def test_metadata() -> None:
    text = (
        "---\ntitle: Sign-in with Okta\ndescription: An Okta inspired picture.\nalt: A picture of Okta\n"
        "seo_target: okta sign-in\n---\nDraw a sign-in page.\n"
    )
    assert told("VND103", text) == ["warning: Okta", "warning: Okta", "warning: Okta", "info: okta"]
    assert told("VND103", text.replace("Okta", "identity").replace("okta", "identity")) == []


def test_remedy_is_the_generic_name() -> None:
    [found] = lint("VND102", boxes("DynamoDB")).diagnostics
    assert found.remedy == "show 'NoSQL Database' instead"


def test_open_source() -> None:
    logo = boxes("Cache", "the Redis logo")
    assert told("VND", BRANDLESS + logo) == ["warning: Redis"]
    assert told("VND", logo) == ["info: Redis"]
    assert told("VND", BRANDLESS + boxes("Redis", "memory chip")) == ["info: Redis"]
    assert told("VND", 'Title: "Redis in Practice". ' + boxes("Redis", "memory chip")) == []
