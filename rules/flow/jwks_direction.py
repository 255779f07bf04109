"""Public keys travel the wrong way, or are not public.

The authorization server publishes its keys and the verifier fetches them (RFC 8414, section 2, jwks_uri); a
published set holds public keys only (RFC 7517, section 5). An authorization server may read the keys of a
client that authenticates with private_key_jwt.

```bad
Boxes: Auth Server, API. Arrows: Auth Server to API labeled "[[GET /jwks]]";
API to Auth Server labeled "200 OK".
```

```bad
Boxes: API, Auth Server — "Publishes [[JWKS with private keys]]".
Arrows: API to Auth Server labeled "GET /.well-known/jwks.json"; Auth Server to API labeled "200 OK".
```

```good
Boxes: API, Auth Server, Client. Arrows: API to Auth Server labeled "GET /.well-known/jwks.json";
Auth Server to API labeled "public keys"; Auth Server to Client labeled "GET jwks_uri (private_key_jwt)".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.statements import SAID
from jwtlint.flow.verdict import about, merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_PRIVATE = lazy(
    r"\bjwks (?:with|of|contain\w*|includ\w+|holds?) (?:the |its )?(?:private|symmetric) keys?\b",
    re.IGNORECASE,
)
_VERIFIERS = frozenset({Kind.API, Kind.SERVICE, Kind.GATEWAY, Kind.BROWSER})


@rule("FLW181", "jwks-direction", Severity.WARNING)
def jwks_direction(conversation: Conversation) -> Iterator[Finding]:
    if not conversation.statements.mention("jwks"):
        return
    yield from about(
        [message for message in conversation.about(Facet.KEY) if _is_backwards(message)],
        "fetches keys in the wrong direction",
        "let the verifier fetch the keys from the authorization server",
    )
    yield from about(
        [message for message in conversation.about(Facet.KEY) if _is_pointless(message)],
        "fetches keys to authorize in the browser, which protects nothing",
        "let the API or the gateway verify the token",
    )
    yield from merged(
        Finding(saying.text, "a published key set holds public keys only", "write public keys")
        for saying in conversation.statements.find(_PRIVATE, "jwks", roles=SAID)
    )


def _is_backwards(message: Message) -> bool:
    lower = message.label.lower
    return (
        message.act is Act.REQUEST
        and "jwks" in lower
        and message.source.kind is Kind.AUTH
        and message.target.kind in _VERIFIERS
        and message.label.reads
        and "private_key_jwt" not in lower
        and "client" not in lower
        and "jwks_uri" not in lower
    )


def _is_pointless(message: Message) -> bool:
    browser = message.source.kind is Kind.BROWSER and message.source.nature.certain
    return (
        browser
        and message.act is Act.REQUEST
        and "jwks" in message.label.lower
        and "to authori" in message.label.lower
    )
