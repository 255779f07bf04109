"""A browser or app holds a client secret or a signing key.

Applications on a user's device are public clients; they cannot keep a secret (RFC 6749, section 2.1). They
prove the exchange with PKCE, and signing stays on the server.

```bad
Boxes: Browser, Authorization Server.
Arrows: Browser to Authorization Server labeled "[[POST /token + code + client_secret]]";
Authorization Server to Browser labeled "200 OK + access token".
```

```bad
Boxes:
- SPA — "[[Stores the JWT signing secret]] and calls the API"
- API

Arrows:
- SPA → API: "GET /me + Authorization: Bearer JWT"
- API → SPA: "200 OK"
```

```good
Boxes: Browser, BFF, Authorization Server.
Arrows: Browser to Authorization Server labeled "GET /authorize + client_id";
Authorization Server to Browser labeled "302 Found + code"; Browser to BFF labeled "GET /callback?code=abc";
BFF to Authorization Server labeled "POST /token + client_id + client_secret";
Authorization Server to BFF labeled "200 OK + access token";
BFF to Browser labeled "302 Found + Set-Cookie".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Act, Conversation, Party
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_SECRET = lazy(
    r"(?<!no )(?<!without )(?<!without a )\b(?:client[ _]secret|(?:jwt )?signing (?:secret|key))\b"
)
_STORED = lazy(
    r"\b(?:stores?|holds?|keeps?|knows?|contains?|embeds?)\s(?:[\w-]+\s){0,3}?(?:client[ _]secret"
    r"|(?:jwt )?signing (?:secret|key))\b",
    re.IGNORECASE,
)


@rule("FLW151", "client-secret-in-browser", Severity.ERROR)
def client_secret_in_browser(conversation: Conversation) -> Iterator[Finding]:
    if not conversation.statements.mention("secret", "signing key"):
        return
    messages = [
        message
        for message in conversation.messages
        if _is_public(message.source) and message.act is not Act.REPLY and _SECRET.search(message.label.lower)
    ]
    yield from about(
        messages,
        "uses a secret that a public client cannot keep",
        "use PKCE without a client secret, or let a server do this step",
    )
    for party in conversation.parties:
        role = party.box.role if party.box is not None else None
        if role is not None and _is_public(party) and (stored := role.search(_STORED)) is not None:
            yield Finding(
                stored,
                f"{party} cannot keep a secret: anybody can read it there",
                "keep it on a server",
            )


def _is_public(party: Party) -> bool:
    return party.kind is Kind.BROWSER and party.nature.certain
