"""What a report is about: its hash changes with the content, and with nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from jwtlint.triage.model import case_hash

from .subjects import ENTRY, entry_of

HERE = entry_of(ENTRY)


def test_it_is_the_same_for_the_same_content() -> None:
    assert case_hash(HERE, None) == case_hash(entry_of(ENTRY, "elsewhere.md"), None)
    assert len(case_hash(HERE, None)) == 40
    assert case_hash(HERE, b"picture") == case_hash(HERE, b"picture")


def test_white_space_and_line_ends_are_no_content() -> None:
    assert case_hash(entry_of(ENTRY.replace("\n", "\r\n")), None) == case_hash(HERE, None)
    assert case_hash(entry_of(ENTRY.replace("kraft paper. All", "kraft  paper.\tAll")), None) == case_hash(
        HERE, None
    )


def test_the_form_of_the_file_is_no_content() -> None:
    prompt = 'Infographic titled "A". Boxes: 1) B 2) C.'
    front = f'---\ntitle: "A"\nlanguage: "Spanish (ES)"\n---\n\n{prompt}\n'
    page = f"← Back to catalog\n\nA\n\nLanguage: Spanish (ES)\nFull generation prompt Click to expand\n{prompt}\n"
    assert case_hash(entry_of(page, "entry.txt"), None) == case_hash(entry_of(front), None)


def test_how_it_is_called_is_no_content() -> None:
    assert case_hash(entry_of(ENTRY.replace("parcel-7", "parcel-8")), None) == case_hash(HERE, None)


def test_content_counts() -> None:
    changed = [
        ENTRY.replace("look up route", "look up a route"),
        ENTRY.replace("Spanish (ES)", "English (EN)"),
        ENTRY.replace("Signed Tokens", "signed tokens"),
        ENTRY.replace("ratio: ", "resolution_note: "),
    ]
    hashes = {case_hash(entry_of(text), None) for text in (ENTRY, *changed)}
    hashes |= {case_hash(HERE, picture) for picture in (b"", b"a", b"b")}
    assert len(hashes) == len(changed) + 4


@given(st.binary(max_size=8), st.binary(max_size=8))
def test_other_pictures_are_other_cases(one: bytes, other: bytes) -> None:
    assert (case_hash(HERE, one) == case_hash(HERE, other)) == (one == other)
