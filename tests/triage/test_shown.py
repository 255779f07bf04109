"""What is shown of a report: nothing invisible, no secret, no insult, no link that can be clicked."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jwtlint.triage.shown import Shown, cleaned
from jwtlint.triage.words import split

from .subjects import subject

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl"


def shown(text: str) -> str:
    plain = cleaned(text)
    return str(Shown(plain, split(plain), subject().vocabulary.insults))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"I saw {TOKEN} there", "I saw [token] there"),
        ("Authorization: Bearer 0a1b2c3d4e5f", "Authorization: Bearer [token]"),
        ("key AKIAIOSFODNN7EXAMPLE", "key [key]"),
        ("ghp_0123456789abcdefABCDEF0123456789abcd", "[key]"),
        ("password: hunter2", "password: [password]"),
        ("la contraseña es perro123", "la contraseña es [password]"),
        ("write to jo.doe+x@mail.example.org", "write to [e-mail address]"),
        ("jo (at) mail (dot) example", "[e-mail address]"),
        ("card 4111 1111 1111 1111", "card [card number]"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [account number]"),
        ("call +34 612 345 678", "call [phone number]"),
        ("llámame al 612345678", "llámame al [phone number]"),
        ("see https://user:pw@evil.example/x?token=abc#y", "see hxxps://[e-mail address]/x?token=[token]#y"),
        ("HTTP://Evil.COM/a", "hxxp://Evil[.]COM/a"),
        ("www.evil.org", "www[.]evil[.]org"),
        ("javascript:alert(1)", "javascript[:]alert(1)"),
        ("what a fucking sh1t, m*erda", "what a [insult] [insult], [insult]"),
        ("una MIERDA", "una [insult]"),
    ],
)
def test_hidden(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "HTTPS GET /resource + Authorization: Bearer JWT",
        "'User record + password hash' is wrong",
        "Token: JWT",
        "1024x1024 on 2026-06-08 from 192.168.100.200, 401 403 404",
        "steps 1 2 3 4 5 6 7 8 9",
        "Node.js v22.1.0 and config.json",
        "**1** and jwt* and a*b",
        "HS256 or RS256, SHA-256, sub, exp, iat",
        "the arrow API Gateway / REST API → Generic Cloud Edge",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_nothing_invisible() -> None:
    text = "a\u202eb\u200bc\x1b[31md\u2066e\u0007f\U000e0041g\nh\u2028i\ufe0fj"
    assert shown(text) == "abcdefg h ij"
    assert shown("z" + "\u0301" * 40) == unicodedata.normalize("NFC", "z\u0301\u0301")


@settings(deadline=None)
@given(st.text())
def test_whatever_is_written(text: str) -> None:
    result = shown(text)
    assert all(unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for one in result)
    assert "://" not in result.replace("hxxp://", "").replace("hxxps://", "").replace("fxp://", "").replace(
        "[x]://", ""
    )


SECRETS = st.one_of(
    st.from_regex(r"[a-z]{3,8}[0-9]{1,3}@[a-z]{3,8}\.(com|org)", fullmatch=True),
    st.from_regex(r"AKIA[0-9A-Z]{16}", fullmatch=True),
    st.from_regex(r"ghp_[0-9A-Za-z]{36}", fullmatch=True),
    st.from_regex(r"eyJ[a-zA-Z0-9_-]{20}\.[a-zA-Z0-9_-]{20}\.[a-zA-Z0-9_-]{20}", fullmatch=True),
    st.from_regex(r"\+[1-9][0-9]{10,13}", fullmatch=True),
    st.from_regex(r"[0-9a-f]{40}", fullmatch=True),
)
AROUND = st.text(st.sampled_from("abc XYZ.,;:!?'\"()→\n\t\u202e\u200b"), max_size=20)


@settings(deadline=None)
@given(AROUND, SECRETS, AROUND, st.integers(0, 60), st.integers(0, 60))
def test_no_part_of_a_report_shows_a_secret(
    before: str, secret: str, after: str, start: int, length: int
) -> None:
    plain = cleaned(f"{before} {secret} {after}")
    whole = Shown(plain, split(plain), subject().vocabulary.insults)
    assert secret not in str(whole)
    at = plain.find(secret)
    if at >= 0:
        for low, high in ((start, start + length), (at, at + len(secret)), (at + 4, len(plain)), (0, at + 8)):
            assert secret[4:10] not in whole.part(min(low, len(plain)), min(high, len(plain)))


@settings(deadline=None)
@given(AROUND, st.sampled_from(["mierda", "Fucking", "idiotas", "gilipollas", "sh1t"]), AROUND)
def test_insults_are_hidden(before: str, insult: str, after: str) -> None:
    result = shown(f"{before} {insult} {after}")
    assert insult not in result
    assert "[insult]" in result
