"""PKCE is used in a way that gives the verifier away.

The challenge goes to the authorization endpoint and the verifier to the token endpoint (RFC 7636, sections
4.3 and 4.5); swapping them is an error. The method "plain" sends the verifier itself in the first step and
is a warning: S256 is the one to use (RFC 9700, section 2.1.1).

```bad
Boxes: SPA, Auth Server.
Arrows: SPA to Auth Server labeled "GET /authorize?[[code_challenge_method=plain]]";
Auth Server to SPA labeled "302 Found + code".
```

```bad
Boxes:
- SPA
- Auth Server

Arrows:
- SPA → Auth Server: "[[GET /authorize + code_verifier]]"
- Auth Server → SPA: "302 Found + code"
- SPA → Auth Server: "[[POST /token + code + code_challenge]]"
- Auth Server → SPA: "200 OK + access token"
```

```good
Boxes: SPA, Auth Server. Arrows: SPA to Auth Server labeled "GET /authorize + code_challenge (S256)";
Auth Server to SPA labeled "302 Found + code";
SPA to Auth Server labeled "POST /token + code + code_verifier";
Auth Server to SPA labeled "200 OK + access token".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.statements import SAID
from jwtlint.flow.verdict import about, merged
from jwtlint.regex import lazy
from jwtlint.rule import rule

_PLAIN = lazy(r"\bcode_challenge_method\s*=\s*[\"']?plain\b", re.IGNORECASE)


@rule("FLW154", "pkce-plain", Severity.WARNING)
def pkce_plain(conversation: Conversation) -> Iterator[Finding]:
    statements = conversation.statements
    if not statements.mention("verifier", "code_challenge"):
        return
    yield from merged(
        Finding(saying.text, "the method plain shows the verifier to whoever sees the request", "use S256")
        for saying in statements.find(_PLAIN, "code_challenge_method", roles=SAID)
    )
    requests = conversation.about(Facet.REQUEST)
    yield from about(
        [message for message in requests if _is_swapped(message, "authorize", "verifier", "challenge")],
        "shows the verifier to the browser, which PKCE is meant to avoid",
        "send code_challenge (S256) to the authorization endpoint",
        severity=Severity.ERROR,
    )
    yield from about(
        [message for message in requests if _is_swapped(message, "token", "challenge", "verifier")],
        "proves nothing: the token endpoint compares the verifier with the challenge it has",
        "send code_verifier to the token endpoint",
        severity=Severity.ERROR,
    )


def _is_swapped(message: Message, endpoint: str, wrong: str, right: str) -> bool:
    request, lower = message.label.request, message.label.lower
    at_endpoint = request is not None and request.segments[-1:] == (endpoint,)
    return at_endpoint and f"code_{wrong}" in lower.replace("code ", "code_") and right not in lower
