"""Access tokens are stored on the server as if they were sessions.

A signed token is checked by its signature; a copy in the database is one more thing to steal and makes
every call a lookup (compare RFC 9700, section 4.14, on refresh tokens). Store its jti, a denylist or a
session identifier instead; a client may cache a token that it was given.

```bad
Boxes: Client, Auth Service, Database. Arrows: Client to Auth Service labeled "POST /login";
Auth Service to Database labeled "[[store JWT access token as session]]";
Auth Service to Client labeled "200 OK + JWT".
```

```bad
Boxes: Client; Auth Service; Database — "[[Stores active JWTs]]".
Arrows: Client to Auth Service labeled "POST /login"; Auth Service to Database labeled "SELECT user";
Database to Auth Service labeled "user record"; Auth Service to Client labeled "200 OK + JWT".
```

```good
Boxes: Client; Auth Service; Cache; Database — "Stores users and token-related records".
Arrows: Client to Auth Service labeled "POST /login";
Auth Service to Cache labeled "Store jti / key metadata";
Auth Service to Database labeled "INSERT refresh token hash"; Auth Service to Client labeled "200 OK + JWT".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.lifecycle import hands_out_tokens
from jwtlint.flow.model import Conversation, Message, Party
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_REFERENCE = lazy(
    r"\b(?:jti|metadata|hash\w*|denylist\w*|blocklist\w*|blacklist\w*|revo\w+|ids?|state|status|key|keys"
    r"|public|version|signature)\b"
)
_ROLE = lazy(
    r"\b(?:(?:stores?|keeps?|holds?)\s)?(?:active|issued|valid|all) (?:jwts|access tokens"
    r"|jwt access tokens)\b"
    r"|\b(?:stores?|keeps?|holds?) (?:jwts|access tokens)\b(?! (?:hash|id))",
    re.IGNORECASE,
)


@rule("FLW178", "jwt-as-db-session", Severity.INFO)
def jwt_as_db_session(conversation: Conversation) -> Iterator[Finding]:
    receivers = {message.target for message in conversation.about(Facet.TOKEN) if hands_out_tokens(message)}
    messages = [message for message in conversation.about(Facet.TOKEN) if _keeps(message, receivers)]
    remedy = "store its jti, a denylist entry or a session identifier"
    yield from about(messages, "stores an access token like a session", remedy)
    for party in conversation.parties:
        role = party.box.role if party.box is not None and party.is_store else None
        if role is not None and (kept := role.search(_ROLE)) is not None:
            yield Finding(kept, f"{party} stores access tokens like sessions", remedy)


def _keeps(message: Message, receivers: set[Party]) -> bool:
    label = message.label
    if (
        not message.target.is_store
        or Token.ACCESS not in label.tokens
        or not label.writes
        or _REFERENCE.search(label.lower)
    ):
        return False
    return message.source.kind is Kind.AUTH or message.source not in receivers
