"""Revoking an unknown or dead token is answered with an error.

The answer is 200 all the same: the token is invalid, which is what the client wanted (RFC 7009, section
2.2).

```bad
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /revoke + expired token";
Auth Server to Client labeled "[[404 token not found]]".
```

```bad
Boxes:
- Client
- Auth Server

Arrows:
- Client → Auth Server: "[[POST /revoke + expired token -> 400]]"
- Auth Server → Client: "error"
```

```good
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /revoke";
Auth Server to Client labeled "200 OK"; Client to Auth Server labeled "POST /revoke";
Auth Server to Client labeled "400 unsupported_token_type"; Client to Auth Server labeled "POST /revoke";
Auth Server to Client labeled "401 invalid client".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_DEAD = lazy(r"\b(?:unknown|not found|expired|already|invalid token|revoked|inactive|no such)\b")


@rule("FLW182", "revocation-status", Severity.INFO)
def revocation_status(conversation: Conversation) -> Iterator[Finding]:
    if "revo" not in conversation.labels:
        return
    messages = [message for message in conversation.about(Facet.STATUS) if _is_error(message)]
    yield from about(
        messages,
        "answers the revocation of a dead token with an error",
        "answer 200 OK: the token is invalid, as asked",
    )


def _is_error(message: Message) -> bool:
    label, exchange = message.label, message.exchange
    if label.status is None or exchange is None or label.status.code not in (400, 401, 404):
        return False
    request = exchange.request.label
    by_path = request.request is not None and any(
        part.startswith("revo") for part in request.request.segments
    )
    return (by_path or request.first.startswith("revoke")) and _DEAD.search(label.lower) is not None
