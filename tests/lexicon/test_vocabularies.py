"""The words that editors change are canonical: no twin, no form that another entry calls right."""

import pytest

from jwtlint.context import Context
from jwtlint.lexicon.scan import Lexicon
from jwtlint.pack import builtin
from jwtlint.passage import Passage, Role
from jwtlint.text import Text

CONTEXT = Context([builtin()])
TERMS = CONTEXT.vocabulary("terms")
APART = {"needs_neighbour", "tolerated"}


def forms() -> list[tuple[str, str]]:
    return [
        (right, wrong)
        for table, entries in TERMS.items()
        if table not in APART
        for right, wrongs in entries.items()
        for wrong in wrongs
    ]


def test_no_wrong_form_is_right_elsewhere() -> None:
    right = {term for term, _ in forms()} | set(TERMS["tolerated"]["forms"])
    assert [wrong for _, wrong in forms() if wrong in right] == []


def test_no_wrong_form_stands_twice() -> None:
    wrongs = [wrong for _, wrong in forms()]
    assert sorted(wrongs) == sorted(set(wrongs))


def test_vendor_names_stand_once() -> None:
    names = [
        name
        for vendor in CONTEXT.vocabulary("vendors")["vendor"]
        for name in (*vendor.get("names", ()), *vendor.get("ambiguous", ()))
    ]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    "text",
    [
        "azure and cyan palette",
        "neon accents and neon cyan",
        "a lambda function in the label",
        "Re-render with smaller icons",
        "star and snowflake schema",
        "an OCI image from the registry",
        "aurora glow on the horizon",
        "GET /graphql and POST /azure/token",
        "pages from https://aws.example/docs",
        "diagonal stripe pattern, zoom in on the teams of the backend",
        "a shield icon and a vault icon",
    ],
)
def test_ordinary_words_are_no_vendors(text: str) -> None:
    assert Lexicon(CONTEXT.vocabulary).scan([Passage(Text(text), Role.PROSE, "en")])["vendor"] == []


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("the AWS logo", "Amazon Web Services"),
        ("a cisco sd wan diagram", "Cisco"),
        ("Microsoft Azure portal", "Microsoft"),
        ("the Stripe logo", "Stripe"),
        ("AWS Lambda behind a gateway", "Amazon Web Services"),
    ],
)
def test_vendors_are_found(text: str, vendor: str) -> None:
    (first, *_) = Lexicon(CONTEXT.vocabulary).scan([Passage(Text(text), Role.PROSE, "en")])["vendor"]
    assert first.data["vendor"] == vendor
