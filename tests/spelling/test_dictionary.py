"""The word lists are canonical, words known in every sensible casing, suggestions ranked and cased."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.spelling.dictionary import WORDS, Dictionary, Shelf, cased_as, load
from jwtlint.spelling.edits import Slip, single_edits, slip_between
from jwtlint.spelling.technical import TechnicalWords

HOUSE = Path(__file__).resolve().parents[2]
TECHNICAL = HOUSE / "rules" / "vocab" / "words.txt"


def english() -> Dictionary:
    dictionary = load("en")
    assert dictionary is not None
    return dictionary


def paragraphs() -> list[list[str]]:
    text = (WORDS / "en.txt").read_text(encoding="utf-8")
    return [paragraph.split("\n") for paragraph in text.rstrip("\n").split("\n\n")]


def test_the_english_list_is_canonical() -> None:
    head, *bands, others = paragraphs()
    assert all(line.startswith("#") for line in head)
    assert len(bands) == 4
    for words in (*bands, others):
        assert words == sorted(set(words))
    everything = [word for words in (*bands, others) for word in words]
    assert len(everything) == len(set(everything))
    assert all(word.isalpha() and ord(max(word)) < 0x100 for word in everything)
    assert all(word.islower() for words in bands for word in words)


def test_the_technical_list_is_canonical() -> None:
    lines = TECHNICAL.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(set(words))
    assert all(word.isascii() and word.isalpha() and word.islower() and len(word) > 2 for word in words)
    assert len(words) <= 15_000


def test_technical_words_that_english_has_are_common() -> None:
    words = TechnicalWords.read(TECHNICAL)
    uncommon = [word for word in words if english().listed(word) and not english().common(word)]
    assert [word for word in uncommon if len(word) > 4] == []


def test_licences_of_the_lists_are_told() -> None:
    text = (WORDS / "LICENSES.md").read_text(encoding="utf-8")
    for holder in (
        "Kevin Atkinson",
        "Princeton University",
        "Geoff Kuenning",
        "J Ross Beresford",
        "Street Side Software",
    ):
        assert holder in text


@pytest.mark.parametrize(
    "word", ["token", "Token", "TOKEN", "Paris", "PARIS", "London", "behaviour", "behavior", "café"]
)
def test_words_are_known_in_sensible_casing(word: str) -> None:
    assert english().knows(word)


@pytest.mark.parametrize(
    "word", ["tOKEN", "toKen", "paris", "recieve", "Recieve", "", "'", "’s", "a b", "token\n"]
)
def test_other_strings_are_not_known(word: str) -> None:
    assert not english().knows(word)


@pytest.mark.parametrize(
    "word", ["user's", "User’s", "users'", "don't", "Doesn’t", "CAN'T", "we'll", "they've", "I'm"]
)
def test_possessives_and_contractions_are_known(word: str) -> None:
    assert english().knows(word)


@pytest.mark.parametrize("word", ["usr's", "dno't", "token'x"])
def test_other_words_with_apostrophes_are_not_known(word: str) -> None:
    assert not english().knows(word)


@pytest.mark.parametrize("word", ["calender", "therefor", "wether", "teh", "untill", "momento"])
def test_rare_words_hide_no_misspelling(word: str) -> None:
    assert not english().knows(word)


def test_common_words_are_frequent_ones() -> None:
    assert english().common("Database")
    assert english().common("authentication")
    assert not english().common("bagpiper")
    assert not english().common("Paris")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("recieve", "receive"), ("Recieve", "Receive"), ("RECIEVE", "RECEIVE"), ("seperatly", "separately")],
)
def test_suggestions_are_cased_as_the_word_is(word: str, meant: str) -> None:
    assert english().suggest(word)[0] == meant


def test_suggestions_are_limited() -> None:
    assert len(english().suggest("cak", limit=2)) == 2
    assert english().suggest("qqqqqqqq") == ()
    assert english().suggest("recieve" * 1000) == ()


def test_casing_is_carried_over() -> None:
    assert [cased_as(model, "word") for model in ("TYPO", "Typo", "typo", "T")] == [
        "WORD",
        "Word",
        "word",
        "Word",
    ]


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("teh", "the", Slip.SWAPPED),
        ("comming", "coming", Slip.DOUBLED),
        ("adress", "address", Slip.UNDOUBLED),
        ("seperate", "separate", Slip.VOWEL),
        ("concensus", "consensus", Slip.SOUND),
        ("reponse", "response", Slip.DROPPED),
        ("gateaway", "gateway", Slip.ADDED),
        ("servet", "server", Slip.KEY),
        ("tokem", "token", Slip.KEY),
        ("tokex", "token", Slip.REPLACED),
        ("same", "same", None),
        ("server", "service", None),
    ],
)
def test_slips_are_told_apart(typed: str, meant: str, slip: Slip | None) -> None:
    assert slip_between(typed, meant) is slip


@given(st.text("abc", min_size=1, max_size=5), st.data())
def test_single_edits_are_symmetric(word: str, data: st.DataObject) -> None:
    edited = data.draw(st.sampled_from(sorted(single_edits(word, "abc"))))
    assert word in single_edits(edited, "abc")
    assert slip_between(edited, word) is not None


@given(st.frozensets(st.text("abé'", min_size=1, max_size=4), min_size=1), st.text("abé'", max_size=4))
def test_a_shelf_has_what_its_set_has(words: frozenset[str], word: str) -> None:
    shelf = Shelf("\n".join(sorted(words)))
    assert (word in shelf) == (word in words)
    assert all(each in shelf for each in words)
    assert shelf.words == words
    assert (word in shelf) == (word in words)


def test_technical_words_are_accepted_in_any_casing(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("# comment\n\ngRPC # a protocol\nkubelet\n", encoding="utf-8")
    words = TechnicalWords.read(file)
    assert all(words(word) for word in ("gRPC", "grpc", "GRPC", "Kubelet"))
    assert not words("protocol")
    assert len(words) == 2


def test_dictionaries_are_loaded_once() -> None:
    assert load("en") is load("en")
    assert load("es") is load("es")


@pytest.mark.parametrize("language", ["", "xx", "EN", "../en", "ja"])
def test_unknown_languages_have_none(language: str) -> None:
    assert load(language) is None


@pytest.mark.parametrize(
    ("language", "known", "unknown"),
    [
        ("es", ["análisis", "Información", "códigos"], ["analisis", "informacion"]),
        ("fr", ["requête", "Sécurité"], ["requete", "securite"]),
        ("de", ["können", "Datenbank"], ["konnen", "fur"]),
        ("pt", ["autenticação", "usuário"], ["autenticacao", "usuario"]),
        ("it", ["perché", "Città"], ["perche", "citta"]),
    ],
)
def test_other_languages_keep_their_accents(language: str, known: list[str], unknown: list[str]) -> None:
    dictionary = load(language)
    assert dictionary is not None
    assert dictionary.language == language
    assert [word for word in known if not dictionary.knows(word)] == []
    assert [word for word in unknown if dictionary.knows(word)] == []


def test_english_reads_no_other_language_and_starts_no_matcher() -> None:
    code = (
        "import sys; from jwtlint.spelling.dictionary import load\n"
        "from jwtlint.spelling.judge import misspelling\n"
        "misspelling('recieve', load('en'), lambda word: False)\n"
        "late = {'spellchecker', 'rapidfuzz', 'jwtlint.spelling.foreign'}\n"
        "print(sorted(late & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
