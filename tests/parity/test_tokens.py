"""What no translator may touch, and what only looks like it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.context import Context
from jwtlint.pack import builtin
from jwtlint.parity.tokens import digits_of, stands_in
from jwtlint.parity.words import words_of

WORDS = words_of(Context([builtin()]))


def tokens(value: str) -> list[tuple[str, str]]:
    return [(one.kind.name, one.value) for one in WORDS.tokens_in(value)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("HTTPS GET /a/{id}?q=1", [("TERM", "HTTPS"), ("METHOD", "GET"), ("PATH", "/a/{id}?q=1")]),
        ("200 OK JSON", [("STATUS", "200"), ("PHRASE", "OK"), ("TERM", "JSON")]),
        ("Authorization: Bearer JWT", [("HEADER", "Authorization"), ("TERM", "Bearer"), ("TERM", "JWT")]),
        ("the Authorization header", [("HEADER", "Authorization")]),
        ("verify exp, iss and aud", [("CLAIM", "exp"), ("CLAIM", "iss"), ("CLAIM", "aud")]),
        ("claims: sub, roles", [("CLAIM", "sub"), ("CLAIM", "roles")]),
        ("Signed with RSA-SHA256", [("ALGORITHM", "RSA-SHA256")]),
        ("HMAC-SHA-256 or Ed25519", [("ALGORITHM", "HMAC-SHA-256"), ("ALGORITHM", "Ed25519")]),
        ("new_user=true, order.created", [("CODE", "new_user=true"), ("CODE", "order.created")]),
        ("192.0.2.10, TTL 300", [("CODE", "192.0.2.10"), ("TERM", "TTL"), ("NUMBER", "300")]),
        ("SELECT user by email", [("SQL", "SELECT")]),
        ("wss://chat.example/socket", [("PATH", "wss://chat.example/socket")]),
    ],
)
def test_tokens(value: str, expected: list[tuple[str, str]]) -> None:
    assert tokens(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "SELECT user, roles, password hash",
        "Authorization Server",
        "denylist / session",
        "und/oder",
        "API-Server",
        "a sub-step",
        "e.g. this",
        "HOW TO GET A TOKEN",
    ],
)
def test_words_are_no_tokens(value: str) -> None:
    kinds = {kind for kind, _ in tokens(value)}
    assert kinds <= {"SQL", "TERM", "METHOD"}


@given(st.text(max_size=60))
def test_tokens_lie_in_order_and_apart(value: str) -> None:
    found = WORDS.tokens_in(value)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= one.start < one.end <= len(value) for one in found)


@pytest.mark.parametrize(
    ("one", "other"), [("1.5", "1,5"), ("10,000", "10.000"), ("10 000", "10000"), ("007", "7")]
)
def test_numbers_are_compared_as_values(one: str, other: str) -> None:
    assert digits_of(one) == digits_of(other)


@pytest.mark.parametrize("text", ["las API", "APIs", "API-Server", "(API)"])
def test_a_word_stands_in_compounds_and_plurals(text: str) -> None:
    assert stands_in("API", text)


@pytest.mark.parametrize("text", ["RAPID", "APIS", "api", "KAPI"])
def test_a_part_of_a_word_does_not(text: str) -> None:
    assert not stands_in("API", text)
