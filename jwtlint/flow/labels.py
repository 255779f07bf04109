"""What the label of an arrow says: a request, a reply, a query, an event, a token … often several at once."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from ..regex import lazy
from .status import Status, statuses
from .words import (
    ACCESS_WORDS,
    CARGO,
    CHECK_WORDS,
    CREDENTIAL_WORDS,
    EVENT_WORDS,
    HARD_VERBS,
    KEY_WORDS,
    KV_WORDS,
    LATER,
    NOUNISH_VERBS,
    OUTCOMES,
    PASSING_VERBS,
    READ_WORDS,
    REFRESH_WORDS,
    RESPONSE_WORDS,
    SESSION_WORDS,
    STREAM_WORDS,
    TOKEN_NOUNS,
    TOKEN_WORDS,
    WRITE_VERBS,
)


class Facet(Enum):
    """One of the things that a label can be about."""

    REQUEST = "HTTP request"
    STATUS = "HTTP status"
    RESPONSE = "response"
    REDIRECT = "redirect"
    TOKEN = "token"
    CREDENTIAL = "credential"
    SQL = "SQL"
    KEY_VALUE = "key-value"
    EVENT = "event"
    KEY = "key"
    CHECK = "check"
    STREAM = "stream"
    PROSE = "prose"


class Token(Enum):
    """The sorts of tokens that a label can name."""

    ACCESS = "access token"
    REFRESH = "refresh token"
    ID = "ID token"
    SESSION = "session"
    ANY = "token"


class Request(NamedTuple):
    """An HTTP request in a label: method (upper case), target as written, and their place.

    `target` is empty where the label gives a method and the word HTTP, but no path; otherwise it stands at
    `target_start`.
    """

    method: str
    target: str
    start: int
    end: int
    target_start: int = 0

    @property
    def path(self) -> str:
        """The path without scheme, host, query and closing slash, in lower case."""
        target = _ORIGIN.sub("", self.target)
        path = target.partition("?")[0].partition("#")[0].casefold()
        return path.rstrip("/") or "/"

    @property
    def segments(self) -> tuple[str, ...]:
        """The parts of the path between slashes."""
        return tuple(part for part in self.path.split("/") if part)

    @property
    def safe(self) -> bool:
        """Is the method one that only reads? (RFC 9110, section 9.2.1)"""
        return self.method in ("GET", "HEAD", "OPTIONS", "TRACE")


METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE", "QUERY")
_METHOD = "|".join(METHODS)
_ORIGIN = lazy(r"^(?:[a-z][a-z+.-]*:)?//[^/?#]*|^(?:[\w-]+\.)+[\w-]+(?::\d+)?(?=[/?#]|$)", re.IGNORECASE)
_TARGET = r"""(?:(?:https?|wss?)://|/|(?:[\w-]+\.){1,4}[a-z]{2,12}(?::\d+)?/)[^\s,;"'`“”‘’)\]]*"""
_REQUEST = lazy(
    rf"(?<![\w/-])(?P<method>{_METHOD})(?:\s*[/|]\s*(?:{_METHOD}))?(?:\s+requests?)?(?:\s+(?:to|on"
    rf"|at))?\s+[`'\"“]?"
    rf"(?P<target>{_TARGET})",
    re.IGNORECASE,
)
_PATH_FIRST = lazy(rf"(?<![\w/.-])(?P<target>/[\w{{}}:./-]+)\s*[\[(]\s*(?P<method>{_METHOD})\s*[\])]")
_METHOD_WORD = lazy(rf"(?<![\w/-])(?:{_METHOD})(?![\w-])")
_HTTP_WORD = lazy(r"\b(?:HTTPS?|REST|GraphQL)\b(?!\s*\d)", re.IGNORECASE)
_SQL = lazy(
    r"\bSQL\b|\b(?:SELECT|INSERT|UPSERT|MERGE|UPDATE)\s+(?!/)|\bDELETE\s+FROM\b|\b(?:INSERT|UPSERT|UPDATE"
    r"|SELECT)\Z"
    r"|\b(?i:select\s+(?:\*|[\w.,* ]{1,60}?)\s+from\s+\w)"
)
_KEY_COMMAND = lazy(
    r"\b(?:GET|SET|DEL|EXISTS|SETEX|SETNX|INCR|DECR|EXPIRE|TTL|HGET|HSET|MGET|MSET|SADD|SISMEMBER|ZADD"
    r"|LPUSH)\s+[\w:<>{}*-]+"
)
_INLINE_REPLY = lazy(
    r"\s(?:->|→|=>|⇒)\s|\breturn(?:s|ing)?\b|\((?:hit|miss|found|not found|none|nil|ok|yes|no|valid|empty"
    r"|\d+ rows?)\b[^)]{0,60}\)",
    re.IGNORECASE,
)
_REDIRECT = lazy(r"\bredirect|\b(?:301|302|303|307|308)\b|\blocation:", re.IGNORECASE)
_WORD = lazy(r"[a-z0-9]+(?:['’][a-z]+)?")
_ENUMERATOR = lazy(r"\s*[(\[]?\d{1,2}[a-z]?[.):\]]\s+")
_CHALLENGE = lazy(r"\bwww-authenticate\b(?:\s*:\s*\w+)?")
_ABSENCE = ("without", "no", "missing", "lacks", "lacking", "absent")
_UNTOKENED = lazy(
    r"\b(?:without|no|missing|lacks|lacking|absent)\s+(?:an?\s+|any\s+|valid\s+|the\s+)*"
    r"(?:bearer |access |refresh |session |id )?(?:tokens?|jwts?|bearer|cookies?|session)\b"
)


class Label:
    """The label of an arrow, taken apart once.

    `words` are its words in lower case, `first` and `second` the first of them. `cargo` is the label in lower
    case without the paths of its requests, which name endpoints, and without challenges: neither carries
    anything. `requests` and `statuses` are in order.
    """

    __slots__ = (
        "cargo",
        "facets",
        "first",
        "lower",
        "requests",
        "second",
        "statuses",
        "tokens",
        "value",
        "words",
    )

    def __init__(self, value: str) -> None:
        self.value = value
        self.lower = lower = value.lower()
        enumerator = _ENUMERATOR.match(lower)
        words = _WORD.findall(lower, enumerator.end() if enumerator else 0)
        self.first = words[0] if words else ""
        self.second = words[1] if len(words) > 1 else ""
        self.words = frozenset(words)
        self.requests = tuple(_requests(value))
        self.statuses = tuple(statuses(value))
        self.cargo = self._outside_paths()
        self.tokens = frozenset(_tokens(self.cargo))
        self.facets = frozenset(self._facets())

    def __repr__(self) -> str:
        return f"Label({self.value!r})"

    def __contains__(self, facet: Facet) -> bool:
        return facet in self.facets

    @property
    def request(self) -> Request | None:
        """The first HTTP request with a path or URL."""
        return next((request for request in self.requests if request.target), None)

    @property
    def status(self) -> Status | None:
        """The first status code."""
        return self.statuses[0] if self.statuses else None

    @property
    def replies(self) -> bool:
        """Is it, by its first words, the reply of a server: "200 OK", "Reject with HTTP 403"?"""
        status = self.status
        if status is None or not status.registered or self.first in LATER:
            return False
        return status.leading or (status.start < 24 and not self.asks)

    @property
    def asks(self) -> bool:
        """Does it start like an order to somebody ("Validate credentials", "Forward request")?"""
        first = self.first
        if self.second.endswith("ed"):
            return False
        if _is_verb(first, NOUNISH_VERBS):
            return self.words.isdisjoint(OUTCOMES)
        if _is_verb(first, PASSING_VERBS):
            return self.words.isdisjoint(CARGO)
        return _is_verb(first, HARD_VERBS) and not (first == "set" and Token.SESSION in self.tokens)

    @property
    def reads(self) -> bool:
        """Does it ask for something, so that an answer must follow?"""
        return not self.words.isdisjoint(READ_WORDS) and not _is_verb(self.first, WRITE_VERBS)

    @property
    def writes(self) -> bool:
        """Does it start with an order to keep or change something?"""
        return _is_verb(self.first, WRITE_VERBS)

    @property
    def answered_inline(self) -> bool:
        """Does it carry its own answer: "GET key -> nil"?"""
        return _INLINE_REPLY.search(self.value) is not None

    def says(self, *words: str) -> bool:
        """Is one of the words (lower case) among its words?"""
        return not self.words.isdisjoint(words)

    def _outside_paths(self) -> str:
        value, parts, reached = self.value, [], 0
        for request in self.requests:
            path = request.target.partition("?")[0]
            if path and request.target_start >= reached:
                parts.append(value[reached : request.target_start])
                reached = request.target_start + len(path)
        parts.append(value[reached:])
        return _CHALLENGE.sub(" ", " ".join(parts).lower())

    def _facets(self) -> Iterator[Facet]:
        words, value = self.words, self.value
        if self.requests:
            yield Facet.REQUEST
        if self.statuses:
            yield Facet.STATUS
        if self.tokens:
            yield Facet.TOKEN
        for facet, vocabulary in _FACET_WORDS:
            if not words.isdisjoint(vocabulary):
                yield facet
        if not self.requests and _KEY_COMMAND.search(value):
            yield Facet.KEY_VALUE
        if _REDIRECT.search(value):
            yield Facet.REDIRECT
        if _SQL.search(value):
            yield Facet.SQL


_FACET_WORDS = (
    (Facet.RESPONSE, RESPONSE_WORDS),
    (Facet.CREDENTIAL, CREDENTIAL_WORDS),
    (Facet.KEY_VALUE, KV_WORDS),
    (Facet.EVENT, EVENT_WORDS),
    (Facet.KEY, KEY_WORDS),
    (Facet.CHECK, CHECK_WORDS),
    (Facet.STREAM, STREAM_WORDS),
)


@lru_cache(maxsize=2048)
def _short_label(value: str) -> Label:
    return Label(value)


def read_label(value: str) -> Label:
    """Take a label apart; short ones are remembered, since flows repeat them."""
    return _short_label(value) if len(value) <= 120 else Label(value)


def _requests(value: str) -> Iterator[Request]:
    found = False
    for pattern in (_REQUEST, _PATH_FIRST):
        for match in pattern.finditer(value):
            found = True
            yield Request(match["method"].upper(), match["target"], *match.span(), match.start("target"))
    if not found and (method := _METHOD_WORD.search(value)) and _HTTP_WORD.search(value):
        yield Request(method.group(), "", method.start(), method.end())


def _tokens(lower: str) -> Iterator[Token]:
    words = _WORD.findall(lower)
    distinct = frozenset(words)
    if not distinct.isdisjoint(_ABSENCE):
        words = _WORD.findall(_UNTOKENED.sub(" ", lower))
        distinct = frozenset(words)
    if not distinct.isdisjoint(ACCESS_WORDS):
        yield Token.ACCESS
    if not distinct.isdisjoint(REFRESH_WORDS):
        yield Token.REFRESH
    if not distinct.isdisjoint(SESSION_WORDS):
        yield Token.SESSION
    if distinct.isdisjoint(TOKEN_NOUNS) and distinct.isdisjoint(("access", "refresh")):
        return
    bare = False
    for before, word in zip(["", *words], words, strict=False):
        if word in TOKEN_WORDS:
            if before == "access":
                yield Token.ACCESS
            elif before == "refresh":
                yield Token.REFRESH
            elif before in ("id", "identity"):
                yield Token.ID
            else:
                bare = True
        elif word == "refresh" and "{" in lower or before == "refresh" and word in ("jwt", "cookie"):
            yield Token.REFRESH
        elif word == "access" and "{" in lower:
            yield Token.ACCESS
    if bare:
        yield Token.ANY


def _is_verb(word: str, verbs: frozenset[str]) -> bool:
    """Is it one of the verbs, also as "stores", "fetches", "queries"?"""
    if word in verbs:
        return True
    if not word.endswith("s"):
        return False
    return word[:-1] in verbs or (word.endswith("es") and word[:-2] in verbs) or word[:-3] + "y" in verbs
