"""Whatever is written: no crash, the same answer twice, and nothing shown that should not be."""

import unicodedata
from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jwtlint.triage.assess import assess
from jwtlint.triage.model import Assessment, Gate

from .subjects import ENTRY, judged, subject

PIECES = [
    *(
        "Courier App",
        "Edge Proxy",
        "look up route",
        "'scan event'",
        "“issue token”",
        "Rotue Cache",
        "/parcels/7",
        "200",
        "401",
    ),
    *(
        "step 4",
        "paso 3",
        "the third arrow",
        "legend",
        "stops at",
        "is missing",
        "al revés",
        "no",
        "not",
        "but",
        ",",
        ".",
        "?",
    ),
    *(
        "misspelt",
        "twice",
        "unreadable",
        "should be",
        "debería decir",
        "top left",
        "ratio",
        "language",
        "Cisco",
        "spam",
        "mierda",
    ),
    *(
        "suicide",
        "copyright",
        "a@b.com",
        "https://a.com",
        "\u202e",
        "\x00",
        "\ud800",
        "🔞",
        "←",
        "((",
        "''",
        '"',
        "(array)",
    ),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


@settings(deadline=None)
@given(TEXTS)
@example("'" * 500)
@example("(" * 500 + "step " * 500)
@example("a" * 20_000)
@example("1" * 500)
@example("s u i c i d e " * 50)
@example(ENTRY)
def test_any_text_is_judged(text: str) -> None:
    assessment = judged(text)
    assert assessment == assess(text, subject())
    assert assessment.reasons
    assert assessment.answer
    for shown in _shown(assessment):
        assert all(unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for one in shown)
    for claim in assessment.claims:
        assert claim.why
        assert list(claim.anchors) == sorted(claim.anchors)
        assert (claim.finding is None) or claim.finding.rule in claim.rules
    assert assessment.gate is not Gate.EMPTY or not assessment.claims


def _shown(assessment: Assessment) -> Iterator[str]:
    yield assessment.masked
    yield assessment.answer
    yield from assessment.reasons
    for claim in assessment.claims:
        yield from (claim.quote, claim.why)


@settings(deadline=None)
@given(
    st.sampled_from(["Courier App", "'look up route'", "step 4", "/parcels/7", "Tokne", "top left"]), TEXTS
)
def test_who_names_a_thing_is_never_empty(name: str, text: str) -> None:
    """Nothing that stands around a name makes the report empty, but for a copy of the page that holds the name."""
    assert judged(f"{text} {name}").gate is not Gate.EMPTY


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["very", "bad", "spam", "horrible", "remove", "this", "picture", "asdf", "!!", "feo"])
    )
)
def test_words_that_fit_any_picture_are_empty(words: list[str]) -> None:
    assert judged(" ".join([*words, "bad"])).gate is Gate.EMPTY
