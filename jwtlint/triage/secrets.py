"""Secrets that people paste into reports: tokens, keys, passwords, addresses, card, account and phone numbers.

Rather one number too many is hidden than one card number shown: whoever judges a report has the entry beside it.
"""

import re
from collections.abc import Callable, Iterator
from math import log2

from ..regex import lazy

Place = tuple[int, int, str]
"""Start, end, and what is shown instead."""

_TOKEN, _KEY, _PASSWORD = "[token]", "[key]", "[password]"
_MAIL, _CARD, _ACCOUNT, _PHONE = "[e-mail address]", "[card number]", "[account number]", "[phone number]"

_JWT = lazy(r"\beyJ[\w-]{5,}(?:\.[\w-]*){0,4}")
_PEM = lazy(
    r"-----\s?BEGIN [A-Z ]{0,40}(?:KEY|CERTIFICATE)[A-Z ]{0,20}-----.*?(?:-----\s?END[^-]{0,60}-----|\Z)"
)
_KNOWN = lazy(
    r"\b(?:gh[opsur]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[\w-]{12,}"
    r"|(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{12,}|AIza[\w-]{20,}|ya29\.[\w-]{10,}|xox[abeoprs]-[\w-]{8,}|npm_\w{20,}"
    r"|hf_\w{16,}|SG\.[\w.-]{16,}|dop_v1_\w{16,}|shp(?:at|ca|pa|ss)_\w{16,}|whsec_\w{12,}|sq0\w{3}-[\w-]{16,})"
)
_BEARER = lazy(r"(?i)\b(?:bearer|basic)\s+(?P<value>[\w+/=.~-]{8,})")
_ASSIGNED = lazy(
    r"(?i)\b(?:pass(?:word|wd|phrase|code)?|pwd|contraseña|contrasena|clave|api[ _-]?key|access[ _-]?key|secret(?:[ _-]?key)?"
    r"|client[ _-]?secret|token|pin|cvv|cvc|passwort|kennwort|mot de passe|senha)"
    r"(?P<mark>\s{0,3}[:=]\s{0,3}|\s+(?:is|es|ist|est)\s+)[\"'“‘«]?(?P<value>[^\s\"'“”‘’«»,;]{3,})"
)
_OPAQUE = lazy(r"(?<![\w/+.-])[A-Za-z0-9+/_~-]{20,}={0,2}(?![\w/+-])")
_HEX = lazy(r"(?i)\b(?:0x)?(?:[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b")
_ADDRESS = lazy(
    r"(?i)[\w.%+'-]{1,64}\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\w-]{1,63}(?:\s?(?:\.|\(dot\)|\[dot\]|\{dot\})\s?[\w-]{2,63}){1,5}"
    r"|[\w.%+-]{1,64} (?:at|arroba) [\w-]{1,63} (?:dot|punto) [a-z]{2,10}(?: (?:dot|punto) [a-z]{2,10})?\b"
)
_USERINFO = lazy(r"(?<=://)[^\s/@]{1,120}(?=@)")
_QUERY = lazy(
    r"(?i)[?&#](?:[\w-]*(?:token|key|secret|pass|pwd|code|sig|auth|session)[\w-]*)=(?P<value>[^\s&#]+)"
)
_DIGITS = lazy(r"(?<![\w.])\+?\(?\d(?:[ .()/\u00a0\u2010-\u2015-]{0,3}\d){8,30}(?![\w])")
_IBAN = lazy(r"(?i)\b[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,4})?\b")
_GROUP = lazy(r"\d+")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_PLAIN_NUMBERS = lazy(
    rf"(?<![\d.-])(?:(?:19|20)\d\d-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])|{_OCTET}(?:\.{_OCTET}){{3}})(?![\d-]|\.\d)"
)
"""Dates (ISO 8601) and addresses of hosts (RFC 791)."""
_PUBLIC = frozenset(
    "access array bearer field hash hashes hashed jwt none null optional required string token undefined".split()
)
"""What stands behind "token:" on diagrams and is nobody's secret."""
_LEAST_ENTROPY = 3.2
_SHORTEST_CARD, _LONGEST_CARD = 13, 19
_SHORTEST_TOKEN = 12
_LONG_WORD = 20


def secrets_in(text: str) -> Iterator[Place]:
    """Where secrets stand in a cleaned text, in no order; places may overlap."""
    for pattern, shown in ((_JWT, _TOKEN), (_PEM, _KEY), (_KNOWN, _KEY), (_HEX, _KEY), (_ADDRESS, _MAIL)):
        for match in pattern.finditer(text):
            yield *match.span(), shown
    for match in _USERINFO.finditer(text):
        yield *match.span(), _PASSWORD
    for match in _QUERY.finditer(text):
        yield *match.span("value"), _TOKEN
    yield from _where(_BEARER, _opaque, text, _TOKEN)
    yield from _where(_ASSIGNED, _assigned, text, _PASSWORD)
    for match in _OPAQUE.finditer(text):
        if _random(match.group()):
            yield *match.span(), _KEY
    for match in _IBAN.finditer(text):
        if _is_account(match.group()):
            yield *match.span(), _ACCOUNT
    for match in _DIGITS.finditer(_PLAIN_NUMBERS.sub(_blanked, text)):
        if number := _number(match.group()):
            yield *match.span(), number


def _where(
    pattern: re.Pattern[str], secret: Callable[[re.Match[str]], bool], text: str, shown: str
) -> Iterator[Place]:
    for match in pattern.finditer(text):
        if secret(match):
            yield *match.span("value"), shown


def _opaque(match: re.Match[str]) -> bool:
    value = match["value"]
    return any(one.isdigit() for one in value) or len(value) >= _LONG_WORD


def _assigned(match: re.Match[str]) -> bool:
    """Is a value given, and not only the name of one? After "is" only what looks like a secret counts."""
    value = match["value"].rstrip(".)]}!?")
    if value.lower() in _PUBLIC or not value:
        return False
    if match.group().lower().startswith("token") or match["mark"].strip() not in (":", "="):
        return any(one.isdigit() for one in value) and any(one.isalpha() for one in value)
    return True


def _random(value: str) -> bool:
    """Is it of letters and digits in no order that words have?"""
    if "/" in value and not any(one.isdigit() for one in value):
        return False
    kinds = (any(map(str.isdigit, value)), any(map(str.islower, value)), any(map(str.isupper, value)))
    if not kinds[0] or sum(kinds) < 2:
        return False
    longest = max(len(part) for part in re.split(r"[/_~-]", value))
    if longest < _SHORTEST_TOKEN:
        return False
    counts = [value.count(one) / len(value) for one in set(value)]
    return -sum(share * log2(share) for share in counts) >= _LEAST_ENTROPY


def _blanked(match: re.Match[str]) -> str:
    return "x" * len(match.group())


def _number(written: str) -> str | None:
    """What a long number may be; None for lists of small numbers and status codes."""
    groups = _GROUP.findall(written)
    digits = "".join(groups)
    if _is_list(groups):
        return None
    if _SHORTEST_CARD <= len(digits) <= _LONGEST_CARD and _has_check_digit(digits):
        return _CARD
    return _PHONE if len(digits) <= 15 else _ACCOUNT


def _is_list(groups: list[str]) -> bool:
    """Numbers that are listed: of one or two digits, or status codes."""
    if all(len(one) <= 2 for one in groups) and len(groups) > 7:
        return True
    from http import HTTPStatus

    known = {str(one.value) for one in HTTPStatus}
    return len(groups) > 1 and all(one in known for one in groups)


def _has_check_digit(digits: str) -> bool:
    """The check of card numbers (ISO/IEC 7812-1, annex B: Luhn)."""
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        total += digit if place % 2 == 0 else (digit * 2 if digit < 5 else digit * 2 - 9)
    return total % 10 == 0


def _is_account(written: str) -> bool:
    """The check of bank accounts (ISO 13616: remainder 1 modulo 97)."""
    plain = re.sub(r"[ -]", "", written).upper()
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(one, 36)) for one in plain[4:] + plain[:4])) % 97 == 1
