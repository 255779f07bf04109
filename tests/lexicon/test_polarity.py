"""What is asked for, and what is denied, softened or only asked about."""

import pytest

from jwtlint.context import Context
from jwtlint.lexicon.polarity import Stance
from jwtlint.pack import builtin

POLARITY = Context([builtin()]).polarity


def stance(marked: str, language: str = "en") -> Stance:
    """The stance to the words in [brackets]."""
    start, end = marked.index("[["), marked.index("]]") - 2
    return POLARITY.of(marked.replace("[[", "").replace("]]", ""), start, end, language)


@pytest.mark.parametrize(
    "text",
    [
        "Show an [[audited]] reference design.",
        "[[Unhackable]] login for everyone",
        "Not only quick but [[unbreakable]].",
        "No logos here. Show the [[Cloudflare]] mark.",
        "No vendor logos; place the [[AWS]] badge in the corner.",
        "Without watermarks but with the [[AWS]] logo",
        "No logos — use the [[AWS]] icon set",
        "Use [[AWS]] icons, no watermark.",
        "There is no doubt that it is [[unbreakable]].",
    ],
)
def test_asked_for(text: str) -> None:
    assert not stance(text).negated


@pytest.mark.parametrize(
    "text",
    [
        "This is not an [[audited]] design.",
        "Do not claim to be unhackable, certified or [[audited]].",
        "Avoid words like “unbreakable”, “[[military-grade]]”.",
        "no AWS, [[Azure]] or Google Cloud logos",
        "no real vendor logos (AWS / GCP / [[Azure]]) — use plain clouds, no watermarks",
        "No overstatement (do not present it as an [[audited]] architecture).",
        "generic icons instead of [[AWS]]",
        "Keep supplier logos (Datadog, [[Splunk]]) out.",
        "Leave the [[helm wheel]] and every other mark out; plain icons will do.",
        "It is a myth that the login is [[unhackable]].",
        "Never call it [[100% secure]].",
        "[[Azure]] is not allowed.",
        "Do not say that it [[cannot be hacked]].",
    ],
)
def test_denied(text: str) -> None:
    assert stance(text).negated


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sin logotipos de [[AWS]].", "es"),
        ("Keine Logos von [[AWS]].", "de"),
        ("Pas de logo [[AWS]].", "fr"),
        ("Sem logotipos da [[AWS]].", "pt"),
        ("Senza loghi di [[AWS]].", "it"),
    ],
)
def test_denied_in_other_languages(text: str, language: str) -> None:
    assert stance(text, language).negated


def test_hedges_and_questions() -> None:
    assert stance("An illustrative [[audited]] design").hedged
    assert stance("Is it really [[unbreakable]]? No.").questioned
    assert stance("It is [[unbreakable]].") == Stance()


def test_a_long_list_of_prohibitions_stays_negative() -> None:
    """Cues never cancel each other, however many there are."""
    assert stance("No logos, no watermarks, no claims such as “[[unhackable]]”").negated
