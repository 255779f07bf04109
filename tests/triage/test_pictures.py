"""Claims against what was read on pictures; what was read is kept, so that no test needs a reader."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from jwtlint.entry.discover import load as load_text
from jwtlint.entry.read import read_entries
from jwtlint.picture.file import load
from jwtlint.picture.picture import Picture
from jwtlint.picture.reader import Readers
from jwtlint.triage.assess import assess
from jwtlint.triage.model import Claim, Gate, Verdict
from jwtlint.triage.subject import Subject, subject_of
from scripts.make_fixture_pictures import FOLDER, READINGS, OneFile
from tests.picture.test_rendered_fixtures import Rereading

from .subjects import linter

NAME = "oauth-pkce-misspelt"


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """An entry of which "Authorizaton" and "silenty" are drawn, and step 5 is not."""
    readings = tmp_path_factory.mktemp("readings") / "kept.json"
    shutil.copy(READINGS / f"{NAME}.json", readings)
    (entry,) = read_entries(load_text(FOLDER / f"{NAME}.txt"))
    picture = Picture(load(FOLDER / f"{NAME}.webp"), Readers((Rereading(),)), ("en",), OneFile(readings))
    return subject_of(entry, linter(), picture)


@cache
def _only(text: str, subject: Subject) -> Claim:
    assessment = assess(text, subject)
    assert assessment.gate is Gate.SUBSTANTIATED
    (claim,) = assessment.claims
    return claim


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Typo: 'Authorizaton Server'", "PIC101"),
        ("The Authorization Server box is misspelt", "PIC101"),
        ("'silenty' in step 7", "PIC101"),
        ("step 5 is missing", "PIC110"),
        ("falta el paso 5", "PIC110"),
    ],
)
def test_confirmed_with_the_region(subject: Subject, text: str, rule: str) -> None:
    claim = _only(text, subject)
    assert (claim.verdict, claim.rules) == (Verdict.CONFIRMS, (rule,))
    assert claim.finding is not None
    assert rule != "PIC101" or claim.finding.location.region is not None


@pytest.mark.parametrize(
    "text",
    [
        "Typo: 'Resuorce API'",
        "The 'Resource API' box is misspelt",
        "step 4 is missing",
        "The Resource API box is missing",
        "The Resource API box is unreadable",
        "'GET /authorize' is cut off",
    ],
)
def test_refuted_by_what_was_read(subject: Subject, text: str) -> None:
    claim = _only(text, subject)
    assert claim.verdict is Verdict.REFUTES
    assert "on the picture" in claim.why


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The Resource API box has no icon", Verdict.NOT_CHECKED),
        ("The Resource API arrow points the wrong way", Verdict.NOT_CHECKED),
        ("A person's face is drawn top left, which does not belong there", Verdict.NOT_CHECKED),
        ("Step 5 is unreadable", Verdict.INCONCLUSIVE),
        ("The Resource API box and step 5 are unreadable", Verdict.INCONCLUSIVE),
        ("There is a watermark", Verdict.INCONCLUSIVE),
        ("Legend stops at 7", Verdict.INCONCLUSIVE),
    ],
)
def test_left_open(subject: Subject, text: str, verdict: Verdict) -> None:
    assert _only(text, subject).verdict is verdict


def test_the_legend_stops_where_it_does_not(subject: Subject) -> None:
    claim = _only("Legend stops at 6", subject)
    assert claim.anchors == ("step:6", "step:7")
    assert claim.verdict is Verdict.INCONCLUSIVE


def test_one_finding_is_no_other(subject: Subject) -> None:
    """Two slips are said to be in one step: the finding on one is none on the other."""
    claim = _only("Step 7 reads 'backgruond'", subject)
    assert claim.verdict is not Verdict.CONFIRMS


def test_nobody_read_it() -> None:
    (entry,) = read_entries(load_text(FOLDER / f"{NAME}.txt"))
    picture = Picture(load(Path(FOLDER / f"{NAME}.webp")), Readers(()), ("en",))
    claim = _only("step 4 is missing", subject_of(entry, linter(), picture))
    assert claim.verdict is Verdict.NOT_CHECKED
