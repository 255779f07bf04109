"""A request starts with a method that does not exist.

Method names are a registered, case-sensitive list (RFC 9110, sections 9.1 and 16.1): a slip such as PSOT is
printed as it stands. Only near misses and invented verbs before a path are reported; WebDAV, MQTT and other
protocols have methods of their own.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "[[PSOT]] /login + credentials";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Client
- Profile API

Arrows:
- Client → Profile API: "[[GETS]] /me"
- Profile API → Client: "200 OK"
- Client → Profile API: "[[FETCH]] /orders"
- Profile API → Client: "200 OK"
```

```good
Boxes: Device, MQTT Broker, API. Arrows: Device to MQTT Broker labeled "SUBSCRIBE /topic";
Device to API labeled "PROPFIND /files"; API to Device labeled "207 Multi-Status";
Device to API labeled "Post /login"; API to Device labeled "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import METHODS
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_WORD_AND_PATH = lazy(r"(?<![\w/.-])([A-Z]{3,9})\s+/[\w{:]")
_INVENTED = frozenset("FETCH SEND CALL LOGIN".split())
# Methods of other protocols, and words that only look like a slip.
_OTHERS = frozenset(
    "SET READ LEAD LOAD LIST WATCH BATCH MATCH CATCH PORT HOST COST LOST MOST PAST CUT BUT OUT NET PUB SUB"
    " PUSH"
    " PULL COPY MOVE LOCK UNLOCK LINK UNLINK BIND REBIND UNBIND ACL MERGE MKCOL PURGE BAN REPORT SEARCH"
    " PROPFIND"
    " PROPPATCH SUBSCRIBE UNSUBSCRIBE PUBLISH NOTIFY REGISTER INVITE BYE ACK DESCRIBE SETUP PLAY PAUSE"
    " OBSERVE"
    " SELECT INSERT UPDATE MOUNT EXEC RUN ADD USE VIA AND FOR THE".split()
)


@rule("FLW131", "unknown-method", Severity.ERROR)
def unknown_method(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            message.text.cut(*match.span(1)),
            f"{message}: {match[1]} is no HTTP method",
            f"write {meant}",
        )
        for message in conversation.messages
        if "/" in message.label.value
        for match in _WORD_AND_PATH.finditer(message.label.value)
        if (meant := _meant(match[1]))
    )


def _meant(word: str) -> str:
    if word in METHODS or word in _OTHERS:
        return ""
    if word in _INVENTED:
        return "GET" if word == "FETCH" else "POST"
    from rapidfuzz.distance import OSA

    return next((method for method in METHODS if OSA.distance(word, method, score_cutoff=1) <= 1), "")
