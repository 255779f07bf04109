"""HTTP status codes: which exist, what they are called, and where a label names one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..regex import lazy

# The IANA registry of HTTP status codes; RFC 9110, section 15, where the registry names no other document.
PHRASES: dict[int, str] = {
    100: "Continue",
    101: "Switching Protocols",
    102: "Processing",
    103: "Early Hints",
    104: "Upload Resumption Supported",
    200: "OK",
    201: "Created",
    202: "Accepted",
    203: "Non-Authoritative Information",
    204: "No Content",
    205: "Reset Content",
    206: "Partial Content",
    207: "Multi-Status",
    208: "Already Reported",
    226: "IM Used",
    300: "Multiple Choices",
    301: "Moved Permanently",
    302: "Found",
    303: "See Other",
    304: "Not Modified",
    305: "Use Proxy",
    306: "(Unused)",
    307: "Temporary Redirect",
    308: "Permanent Redirect",
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    414: "URI Too Long",
    415: "Unsupported Media Type",
    416: "Range Not Satisfiable",
    417: "Expectation Failed",
    418: "(Unused)",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    423: "Locked",
    424: "Failed Dependency",
    425: "Too Early",
    426: "Upgrade Required",
    428: "Precondition Required",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    505: "HTTP Version Not Supported",
    506: "Variant Also Negotiates",
    507: "Insufficient Storage",
    508: "Loop Detected",
    510: "Not Extended",
    511: "Network Authentication Required",
}

# Older or looser phrases that everybody understands; never a mismatch.
SYNONYMS: dict[int, tuple[str, ...]] = {
    200: ("Success",),
    302: ("Moved Temporarily", "Redirect"),
    401: ("Unauthenticated", "Not Authenticated"),
    403: ("Access Denied",),
    413: ("Payload Too Large", "Request Entity Too Large"),
    414: ("Request-URI Too Long",),
    416: ("Requested Range Not Satisfiable",),
    418: ("I'm a teapot",),
    422: ("Unprocessable Entity",),
    429: ("Rate Limited",),
    500: ("Server Error", "Internal Error"),
    503: ("Unavailable",),
}

# Codes that single products answer with; registered nowhere.
VENDOR_CODES = frozenset({419, 420, 440, 444, 449, 460, *range(494, 500), 509, *range(520, 531), 598, 599})

# Words of protocols whose replies carry codes of their own (250 OK, 180 Ringing).
OTHER_CODES = ("smtp", "lmtp", "ftp", " sip", "sip:", "rtsp")

_BY_PHRASE = {phrase.casefold(): code for code, phrase in PHRASES.items() if not phrase.startswith("(")}
_ALL_PHRASES = sorted(
    {*_BY_PHRASE, *(phrase.casefold() for phrases in SYNONYMS.values() for phrase in phrases)},
    key=len,
    reverse=True,
)
_PHRASE = lazy(rf"(?:{'|'.join(map(re.escape, _ALL_PHRASES))})(?![\w-])", re.IGNORECASE)

# Numbers of three digits that stand alone: no part of a word, a port, a range, a decimal or a thousand.
_NUMBER = lazy(
    r"(?<![\w.,:#$%&=~€£+\-–—])(?<![$€£#]\s)(?<!(?<!\d\d\d)/)([1-9]\d\d)(?!\s?[%°²]"
    r"|\w)(?![.,:]\d)(?![-–—]\s?\w)(?!\s?[x×]\s?\d)"
)
_UNITS = lazy(
    r"(?:\s*(?:or|to|and)\s*\d+)?\s*\+?\s*(?:ms|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?"
    r"|months?|years?"
    r"|[kmgt]i?b|bits?|bytes?|[km]?bps|[mg]bit|px|dpi|pt|rpm|rps|qps|tps|hz|[kmg]hz|req|eur|usd|percent|km|m"
    r"|k)\b(?!\s*:)",
    re.IGNORECASE,
)
# "300 passages", "500 new sensors": things that are counted stand in the plural.
_COUNTED = lazy(r"\s+(?:(?!found\b|with\b|and\b|or\b|ok\b)[a-z]+\s+)?[a-z]+(?<![su])s\b")
_NOT_COUNTED = lazy(r"\s+(?:\w+\s+)?(?:errors?|has|is|does|was|says|means|returns)\b")
_REFUSED = lazy(
    r"\s+(?:\w+\s+)?(?:credentials|scopes|permissions|roles|claims|tokens|cookies|rights|privileges)\b"
)
_RARE = frozenset({100, 300})
_ANNOUNCED = lazy(
    r"(?:\b(?:http(?:/\d(?:\.\d)?)?|status(?: code)?|code|returns?|returned|responds?|respond with"
    r"|responds with"
    r"|answers?|answers? with|repl(?:y|ies)|replies with|errors?|rejects?|rejected|with|or|and|else|gets?|on"
    r"|after)"
    r"|->|→|=>|⇒|[(/|\[{:\"'“‘])\s*\Z",
    re.IGNORECASE,
)
_LEADING = lazy(r"[\W_]*(?:http(?:/\d(?:\.\d)?)?\s+|status(?: code)?:?\s+|error:?\s+)?", re.IGNORECASE)
_FOLLOWED = lazy(r"\s+[a-z]")
_AFTER_CODE = lazy(r"\s+[-–—]\s+|:?\s+")


# Phrases of one word that are ordinary words too: they count only where nothing but a new part follows.
_ORDINARY = frozenset("ok continue processing created accepted found conflict gone locked".split())

# Success in SMTP (RFC 5321, section 4.2) and FTP (RFC 959, section 4.2); HTTP gives these numbers no meaning.
_OF_OTHER_PROTOCOLS = frozenset((220, 221, 227, 230, 235, 250, 251, 252, 257, 331, 334, 350, 354))
_CONTENT = frozenset("json xml html response body with and new jwt token tokens access".split())


class Status(NamedTuple):
    """A status code in a label: the code, the phrase of the registry that follows it, and their place.

    `phrase_code` is the code that the phrase belongs to (None: no phrase, or a synonym). `leading`: nothing
    but "HTTP" or quotes stands before it.
    """

    code: int
    start: int
    end: int
    phrase: str = ""
    phrase_end: int = 0
    phrase_code: int | None = None
    leading: bool = False

    @property
    def registered(self) -> bool:
        return self.code in PHRASES

    def contradicts(self, label: str) -> bool:
        """Does the label pair the code with the phrase of another one, and mean it as a phrase?

        It does where the phrase is capitalised or stands at the end, and is no part of a sentence.
        """
        if self.phrase_code is None or self.code in _OF_OTHER_PROTOCOLS or self.phrase_code == self.code:
            return False
        rest = label[self.phrase_end : self.phrase_end + 60].lstrip()
        if self.phrase[0].islower() and rest:
            return False
        following = rest.partition(" ")[0].casefold()
        ordinary = self.phrase.casefold() in _ORDINARY
        return not ordinary or not following[:1].isalpha() or following in _CONTENT


def statuses(label: str) -> Iterator[Status]:
    """Every status code that the label names, in order."""
    opening = -1
    for match in _NUMBER.finditer(label):
        if opening < 0 and (lead := _LEADING.match(label)) is not None:
            opening = lead.end()
        start, end = match.span(1)
        code = int(match.group(1))
        if _UNITS.match(label, end) or _is_count(code, label, end):
            continue
        separator = _AFTER_CODE.match(label, end)
        phrase = _PHRASE.match(label, separator.end()) if separator else None
        leading = opening == start
        if phrase is None and code in _RARE and _FOLLOWED.match(label, end):
            continue
        if not leading and phrase is None:
            before = label[max(0, start - 20) : start]
            if code not in PHRASES or not _ANNOUNCED.search(before):
                continue
        if phrase is None:
            yield Status(code, start, end, leading=leading)
            continue
        words = phrase.group()
        owner = None if _is_synonym(code, words) else _BY_PHRASE.get(words.casefold())
        yield Status(code, start, end, words, phrase.end(), owner, leading)


def _is_count(code: int, label: str, end: int) -> bool:
    """Does the number say how many there are of something?"""
    if not _COUNTED.match(label, end) or _NOT_COUNTED.match(label, end):
        return False
    return not (code in (400, 401, 403) and _REFUSED.match(label, end))


def _is_synonym(code: int, phrase: str) -> bool:
    return phrase.casefold() in (synonym.casefold() for synonym in SYNONYMS.get(code, ()))
