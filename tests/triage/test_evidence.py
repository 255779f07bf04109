"""Claims against what the linter finds on the entry, and what the entry itself shows."""

import pytest

from jwtlint.triage.model import Verdict

from .subjects import judged, verdicts_of

CONFIRMS, REFUTES = Verdict.CONFIRMS, Verdict.REFUTES
INCONCLUSIVE, NOT_CHECKED = Verdict.INCONCLUSIVE, Verdict.NOT_CHECKED


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("'recieves' in step 5 is misspelt", "SPL101", "recieves"),
        ("Legend step 5 has a typo", "SPL101", "recieves"),
        ("'200 OK + parcel' skips the Edge Proxy", "FLW102", "200 OK + access token"),
        ("La descripción nombra a Cisco, que es una marca registrada", "VND103", "cisco"),
        ("The language says Spanish but all labels are in English", "CON113", "Spanish (ES)"),
        ("El idioma dice español pero las etiquetas están en inglés", "CON113", "Spanish (ES)"),
        ("1536x1024 is not a ratio", "CAT103", "1536x1024"),
        ("The ratio is wrong", "CAT103", "1536x1024"),
    ],
)
def test_a_finding_confirms(text: str, rule: str, words: str) -> None:
    (claim,) = judged(text).claims
    assert claim.verdict is CONFIRMS
    assert claim.finding is not None
    assert (claim.finding.rule, claim.finding.text) == (rule, words)
    assert claim.rules == (rule,)
    assert claim.finding.location.line is not None


def test_slip_within_a_whole_sentence_that_is_quoted() -> None:
    (claim,) = judged("It says 'How a courier app asks where a parsel is'").claims
    assert claim.category == "spelling"
    assert "'parsel'" in claim.why


@pytest.mark.parametrize(
    "text",
    [
        "'forward login' skips the Token Issuer",
        "'issue token' is misspelt",
        "The title names AWS",
        "Step 2 has a typo",
        "Step 1 contradicts the arrows",
        "Courier App is written in English",
        "The Edge Proxy box is missing",
        "This has nothing to do with ferries",
        "It is set in the future",
    ],
)
def test_a_finding_elsewhere_confirms_nothing(text: str) -> None:
    assert all(
        claim.verdict is not CONFIRMS or claim.finding is not None and claim.finding.rule == "CON113"
        for claim in judged(text).claims
    )
    assert judged(text).claims


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("'Turnstile Reader' points the wrong way", "is not on this entry, but on metro-2"),
        ("the Turnstile Reader arrow is reversed", "is not on this entry, but on metro-2"),
        ("'look up route' is never answered", "the prompt has the answer: Route Cache → Tracking API"),
        ("The prompt has no step 4, it is missing", "the prompt has"),
        ("The language says 'French'", "the language of this entry is 'Spanish (ES)', not 'French'"),
        ("The alt text says 'Infografic' instead of 'Infographic'", "nowhere 'Infografic'"),
    ],
)
def test_the_entry_refutes(text: str, why: str) -> None:
    (claim,) = judged(text).claims
    assert claim.verdict is REFUTES
    assert why in claim.why


@pytest.mark.parametrize(
    "text",
    [
        "Legend stops at 4",
        "step 4 is missing",
        "Typo: 'Tokne Issuer'",
        "The Route Cache box is missing",
        "'look up route' is unreadable",
        "there is a watermark",
        "the third arrow points the wrong way",
        "The Route Cache box has no icon",
        "AWS logo top left",
    ],
)
def test_without_the_picture_nothing_drawn_is_refuted(text: str) -> None:
    assert [one for one, _ in verdicts_of(text)] == [NOT_CHECKED]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("'signed token' comes from a server, and servers do not sign parcels", INCONCLUSIVE),
        ("There is no /logout, it is missing", INCONCLUSIVE),
        ("The date is wrong", NOT_CHECKED),
    ],
)
def test_judgement_is_left_to_people(text: str, verdict: Verdict) -> None:
    assert [one for one, _ in verdicts_of(text)] == [verdict]


def test_silence_refutes_nothing() -> None:
    (claim,) = judged("'forward login' goes around the Token Issuer").claims
    assert claim.verdict is INCONCLUSIVE
    assert "FLW102" in claim.rules


def test_a_missing_disclaimer_is_seen_in_the_notes() -> None:
    (claim,) = judged("There is no note that says it is only conceptual").claims
    assert (claim.verdict, claim.category) == (CONFIRMS, "security")


def test_claims_are_told_apart() -> None:
    claims = judged(
        "Nothing is wrong with the Route Cache, but the 'scan event' arrow is reversed. Step 2 and step 3 are missing."
    ).claims
    assert [(one.category, one.anchors) for one in claims] == [
        ("flow", ("arrow:tracking api>event queue#1",)),
        ("legend", ("step:2",)),
        ("legend", ("step:3",)),
    ]


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        (
            "the Route Cache arrow to Tracking API is reversed",
            "la flecha de Route Cache a Tracking API está al revés",
        ),
        ("step 4 is missing", "falta el paso 4"),
        ("the Event Queue box is missing", "falta la caja de la Event Queue"),
        ("'issue token' is misspelt", "'issue token' está mal escrito"),
        ("bottom right: unreadable", "abajo a la derecha no se lee"),
    ],
)
def test_anchors_are_the_same_in_both_languages(english: str, spanish: str) -> None:
    one, other = judged(english).claims, judged(spanish).claims
    assert [(claim.category, claim.anchors) for claim in one] == [
        (claim.category, claim.anchors) for claim in other
    ]
    assert one
    assert one[0].anchors


@pytest.mark.parametrize(
    "text",
    [
        "There is no typo in 'issue token'",
        "'issue token' is not misspelt",
        "Nothing is missing at the Route Cache",
        "La flecha 'issue token' no está invertida",
    ],
)
def test_what_is_denied_is_not_alleged(text: str) -> None:
    assert all(claim.category not in ("spelling", "legend") for claim in judged(text).claims)
    assert all("al revés" not in claim.quote for claim in judged(text).claims)


def test_words_that_should_stand_there_are_no_anchor() -> None:
    (claim,) = judged("Step 2 says 'Courier App' but should read 'Event Queue'").claims
    assert claim.anchors == ("label:courier app", "step:2")
