"""Phrases match every way to write them, and nothing else."""

import pytest

from jwtlint.lexicon.phrases import Phrase, first_words, words_of


def matches(phrase: str, text: str) -> bool:
    words = [word.group().casefold() for word in words_of(text)]
    return Phrase(phrase).match(words, 0) == len(words)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("hack-proof", "hack-proof"),
        ("hack-proof", "hack proof"),
        ("hack-proof", "Hackproof"),
        ("(fully|completely) secure", "completely secure"),
        ("guaranteed [to be] safe", "guaranteed safe"),
        ("guaranteed [to be] safe", "guaranteed to be safe"),
        ("[the] token is encrypted", "The token is encrypted"),
        ("100%-secure", "100 percent secure"),
        ("100%-secure", "100 % secure"),
        ("(SOC 2|ISO-27001)-certified", "ISO27001 certified"),
        ("can't be hacked", "can’t be hacked"),
    ],
)
def test_match(phrase: str, text: str) -> None:
    assert matches(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("hack-proof", "hack the proof"),
        ("(fully|completely) secure", "secure"),
        ("100%-secure", "100 secure"),
    ],
)
def test_no_match(phrase: str, text: str) -> None:
    assert not matches(phrase, text)


def test_first_words_cover_every_spelling() -> None:
    assert first_words("(hack|crack)-proof") == {"hack", "crack", "hackproof", "crackproof"}
    assert first_words("[the] token") == {"the", "token"}
