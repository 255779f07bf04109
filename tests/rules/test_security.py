"""Claims that a drawing cannot keep: where they stand, how they are said, and denials."""

import pytest

from .told import lint, told


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ('Note box: "Unhackable login".', "error"),
        ('Show a banner that reads "An unhackable login".', "error"),
        ("Mood: futuristic, unhackable security.", "warning"),
        ("---\ntitle: An unhackable login\n---\nDraw a login page.", "warning"),
        ("---\ntitle: A login\nseo_target: unhackable login\n---\nDraw a login page.", "info"),
        ('Note box: "Conceptual, designed to be unhackable".', "warning"),
        ('Note box: "Is a login unhackable?".', "info"),
        ('Note box: "Not only fast but unhackable".', "error"),
    ],
)
def test_severity_of_a_claim(text: str, severity: str) -> None:
    found = lint("SEC101", text).diagnostics
    assert [(one.severity.label, one.text.lower()) for one in found] == [(severity, "unhackable")]


@pytest.mark.parametrize(
    "text",
    [
        "Do not claim to be unhackable, certified or audited.",
        'Avoid words like "unbreakable", "military-grade" and "100% secure".',
        'Note box: "Conceptual flow, not an audited security architecture".',
        'Note box: "JWT is signed, not encrypted by default".',
        "No security-claim overstatements (do not present diagrams as audited reference architectures).",
        'Note box: "Relates to GDPR; no SOC 2 certification is implied".',
        "Mood: trustworthy but not overstated, polished, robust, high readability.",
        'Label: "audit event". Label: "TLS certificate". Label: "Secure; HttpOnly". Label: "at-least-once delivery".',
        'Note box: "Tamper-evident log".',
        'Do not say "secure localStorage"; no JWT is encrypted here.',
    ],
)
def test_denials_and_good_senses_are_silent(text: str) -> None:
    assert told("SEC101 SEC102 SEC103 SEC104 SEC105 SEC106 SEC116 SEC125", text) == []


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("SEC101", "bulletproof security"),
        ("SEC102", "military-grade encryption"),
        ("SEC103", "SOC 2 certified architecture"),
        ("SEC104", "production-ready architecture"),
        ("SEC105", "Base64 encrypts the payload"),
        ("SEC106", "world-class security"),
        ("SEC116", "JWT is encrypted"),
        ("SEC125", "secure localStorage"),
    ],
)
def test_each_claim_belongs_to_one_rule(rule: str, words: str) -> None:
    found = lint("SEC", f'Note box: "{words}, not audited".').diagnostics
    assert [one.rule for one in found] == [rule]
    assert found[0].remedy


def test_hedge_excuses_no_certificate() -> None:
    assert told("SEC103", 'Note box: "Illustrative SOC 2 certified diagram".') == ["warning: SOC 2 certified"]
    assert told("SEC104", 'Note box: "Conceptual audited architecture".') == ["warning: audited architecture"]


def test_superlative_is_at_most_a_warning() -> None:
    assert told("SEC106", 'Note box: "World-class security".') == ["warning: World-class security"]


def test_missing_disclaimer() -> None:
    flow = 'Infographic titled "OAuth Login". Boxes: Browser (icon: window), Auth Server (icon: shield). '
    assert told("SEC107", flow) == ["info: OAuth Login"]
    assert told("SEC107", f'{flow}Note box: "Conceptual flow, not an audited architecture".') == []
    assert (
        told(
            "SEC107", 'Infographic titled "Photo Pipeline". Boxes: Camera (icon: camera), Album (icon: book).'
        )
        == []
    )
