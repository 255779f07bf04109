"""What no translator may touch: the words of protocols, formats and code in a label, and its numbers."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..flow.status import statuses
from ..regex import lazy
from ..text import Text


class Kind(Enum):
    """What a token is; the value names it for users."""

    STATUS = "status code"
    PHRASE = "reason phrase"
    PATH = "path"
    CODE = "code"
    HEADER = "header name"
    METHOD = "method"
    SQL = "SQL keyword"
    ALGORITHM = "algorithm"
    CLAIM = "claim"
    TERM = "protocol name"
    NUMBER = "number"


class Token(NamedTuple):
    """One token. `value` is what must be found again: the characters as written, but for plural and digit signs."""

    kind: Kind
    value: str
    start: int
    end: int

    def of(self, text: Text) -> Text:
        """Where it stands in the text that it was found in."""
        return text.cut(self.start, self.end)


_HEADERS = (
    r"WWW-Authenticate|Proxy-Authenticate|Proxy-Authorization|Set-Cookie|Cache-Control|Content-(?:Type|Length|Encoding"
    r"|Security-Policy|Disposition|Language|Location|Range)|Strict-Transport-Security|Access-Control-[A-Z][A-Za-z-]+"
    r"|If-(?:None-Match|Match|Modified-Since|Unmodified-Since|Range)|Last-Modified|Retry-After|User-Agent|Accept-[A-Z][a-z]+"
    r"|X-[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*|Sec-[A-Z][A-Za-z-]+|Idempotency-Key|ETag|Referer|Transfer-Encoding"
    r"|(?:Authorization|Accept|Allow|Age|Cookie|Date|Expires|Forwarded|Host|Link|Location|Origin|Via|Vary)(?=:)"
    r"|Authorization(?=[ ](?:request[ ])?header|[ ]field)|(?<=header[ ])Authorization|(?<=cabecera[ ])Authorization"
    r"|(?<=encabezado[ ])Authorization|(?<=en-tête[ ])Authorization|(?<=cabeçalho[ ])Authorization"
    r"|(?<=intestazione[ ])Authorization|Authorization(?=-(?:Header|Kopfzeile|Feld))"
)
_ALGORITHM = (
    r"(?:(?:HS|RS|PS|ES)(?:256|384|512)|ES256K|EdDSA|Ed25519|Ed448|X25519|RSA|ECDSA|ECDH|SHA-?(?:1|224|256|384|512)"
    r"|AES|A\d{3}(?:GCM|KW)|HMAC|bcrypt|scrypt|Argon2(?:id|i|d)?|PBKDF2|MD5|ChaCha20|Poly1305|BLAKE[23]b?)"
)
_ALGORITHMS = rf"{_ALGORITHM}(?:-(?:{_ALGORITHM}|OAEP|PSS|ES|GCM|CBC|CTR|P-?\d{{3}}|\d{{3,4}}))*"
_SQL = (
    r"SELECT|INSERT|UPDATE|UPSERT|JOIN|WHERE|COMMIT|ROLLBACK|BEGIN|SETEX|SETNX|HGETALL|HGET|HSET|INCR|DECR|EXPIRE|LPUSH|RPUSH"
    r"|ZADD|XADD|XREAD|TRUNCATE"
)
_SURE_CLAIMS = r"iss|sub|aud|exp|nbf|iat|jti|azp|amr|acr|cnf"
_OTHER_CLAIMS = (
    r"nonce|scope|scp|roles|groups|sid|client_id|email|name|tenant|auth_time|at_hash|c_hash|entitlements"
)
_TOKEN = lazy(
    rf"""
      (?P<quoted>`[^`\n]{{1,80}}`)
    | (?P<url>\b(?:https?|wss?|amqps?|mqtts?|redis|postgres(?:ql)?|urn):[^\s"'”“»«<>()]+)
    | (?P<path>(?<![\w/.:)\]}}])/(?=[A-Za-z{{.:~])[\w.~{{}}:%*-]+(?:/[\w.~{{}}:%*-]+)*/?(?:\?[\w={{}}&%.+-]+)?)
    | (?P<header>(?<![\w-])(?:{_HEADERS})(?![\w]))
    | (?P<algorithm>(?<![\w-])(?:{_ALGORITHMS})(?![\w]))
    | (?P<method>(?<![\w-])(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE)(?![\w-]))
    | (?P<sql>(?<![\w-])(?:{_SQL})(?![\w-]))
    | (?P<code>(?<![\w.-])(?:
          [A-Za-z][\w-]*=[\w.:{{}}-]+                                # max-age=6, new_user=true
        | [A-Za-z]\w*_\w+ | _\w+                                   # snake_case, _dmarc
        | [a-z]{{2,}}[A-Z]\w* | [A-Z][a-z]+(?:[A-Z][a-z]+)+          # camelCase, PascalCase
        | [a-z][a-z0-9]{{2,}}(?:\.[a-z][a-z0-9]{{2,}})+              # order.created
        | [a-z][a-z0-9]+:[a-z0-9{{*][\w{{}}:*-]*                      # user:42
        | [a-z][\w-]*(?:/[\w{{}}+\#-]+)*/\d[\w/]*                   # field/7
        | \d+(?:\.\d+){{2,}}                                       # 192.0.2.10
        )(?![\w]))
    | (?P<number>(?<![\w.,])\d+(?:[.,\u202f\u00a0'’]\d+)*|(?<=[vV])\d+(?:\.\d+)*)
    """,
    re.VERBOSE,
)
_CLAIMS = lazy(
    rf"(?<![\w./-])(?:{_SURE_CLAIMS})(?![\w-])(?:(?:\s*[,/+&]\s*|\s+(?:and|or|y|e|et|und|o|ou|oder)\s+)(?:{_SURE_CLAIMS}|{_OTHER_CLAIMS})(?![\w-]))*"
    rf"|(?<![\w./-])(?:{_OTHER_CLAIMS})(?:\s*[,/]\s*(?:{_OTHER_CLAIMS}))*\s*[,/]\s*(?:{_SURE_CLAIMS})(?![\w-])"
)
_CLAIM = lazy(rf"(?<![\w-])(?:{_SURE_CLAIMS}|{_OTHER_CLAIMS})(?![\w-])")
_SHOUTED = lazy(r"[^\W\d_]*[a-zß-ÿ]")
_GROUPS = {
    "quoted": Kind.CODE,
    "url": Kind.PATH,
    "path": Kind.PATH,
    "header": Kind.HEADER,
    "algorithm": Kind.ALGORITHM,
    "method": Kind.METHOD,
    "sql": Kind.SQL,
    "code": Kind.CODE,
    "number": Kind.NUMBER,
}
_SURE = frozenset({"quoted", "url", "path", "header", "algorithm"})
_TRAILING = ".,;:!?"
_NOT_DIGITS = lazy(r"\D+")


class TokenReader:
    """Finds the tokens of a label. `terms` are the names of protocols and formats that are the same in every language."""

    def __init__(self, terms: frozenset[str]) -> None:
        longest_first = sorted(terms, key=len, reverse=True)
        choice = "|".join(re.escape(one) for one in longest_first) or "(?!)"
        self._terms = re.compile(rf"(?<![\w])(?:{choice})(?=s?(?![\w]))")
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, value: str) -> tuple[Token, ...]:
        """The tokens of a label, in order; none lies within another."""
        taken = bytearray(len(value))
        found: list[Token] = []
        for token in self._candidates(value):
            if not any(taken[token.start : token.end]):
                taken[token.start : token.end] = b"\1" * (token.end - token.start)
                found.append(token)
        return tuple(sorted(found, key=lambda one: one.start))

    def _candidates(self, value: str) -> Iterator[Token]:
        """Everything that looks like a token, the surest first."""
        shouted = not _SHOUTED.search(value)
        for status in statuses(value):
            yield Token(Kind.STATUS, str(status.code), status.start, status.start + 3)
            if status.phrase:
                start = status.phrase_end - len(status.phrase)
                yield Token(Kind.PHRASE, status.phrase, start, status.phrase_end)
        matches = list(_TOKEN.finditer(value))
        for match in matches:
            if match.lastgroup in _SURE:
                yield self._token(match)
        for listed in _CLAIMS.finditer(value):
            for claim in _CLAIM.finditer(value, *listed.span()):
                yield Token(Kind.CLAIM, claim[0], *claim.span())
        for match in self._terms.finditer(value):
            yield Token(Kind.TERM, match[0], *match.span())
        for match in matches:
            if match.lastgroup not in _SURE and not (shouted and match.lastgroup == "sql"):
                yield self._token(match)

    @staticmethod
    def _token(match: re.Match[str]) -> Token:
        kind = _GROUPS[match.lastgroup or ""]
        words = match[0].rstrip(_TRAILING) if kind in (Kind.PATH, Kind.CODE) else match[0]
        value = digits_of(words) if kind is Kind.NUMBER else words
        return Token(kind, value, match.start(), match.start() + len(words))


def digits_of(number: str) -> str:
    """A number without the signs that languages write differently: "1.5" and "1,5", "10,000" and "10.000"."""
    digits = _NOT_DIGITS.sub("", number)
    return digits.lstrip("0") or "0"


def stands_in(value: str, text: str) -> bool:
    """Do these very characters stand in a text, as a word of their own or with a plural s?"""
    at = text.find(value)
    while at >= 0:
        end = at + len(value)
        before = text[at - 1] if at else " "
        after = text[end : end + 2]
        if after[:1] == "s" and not after[1:2].isalnum():
            after = ""
        clear_left = not (before.isalnum() or before == "_") or not value[0].isalnum()
        if clear_left and not ((after[:1].isalnum() or after[:1] == "_") and value[-1].isalnum()):
            return True
        at = text.find(value, at + 1)
    return False
