"""A server sends a password, its hash or a signing key to the client.

None of them ever leaves the server side: whoever holds the hash can try passwords at leisure, whoever holds
the key can make tokens (NIST SP 800-63B-4, section 3.1.1.2; RFC 7517, section 9.2). Messages about
passwords (forms, policies, resets) are no passwords.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "POST /login";
API to Browser labeled "[[user record + password hash]]".
```

```bad
Boxes:
- Mobile App
- Auth Server

Arrows:
- Mobile App → Auth Server: "POST /login"
- Auth Server → Mobile App: "[[JWT + signing secret]]"
```

```good
Boxes: User, Server, Database. Arrows: User to Server labeled "GET /account";
Server to User labeled "asks for password"; User to Server labeled "POST /login + password";
Server to Database labeled "SELECT user"; Database to Server labeled "user record + password hash";
Server to User labeled "200 OK + password reset link".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import SERVERS, STORES, Kind
from jwtlint.flow.model import Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_SECRET = lazy(
    r"\bpassword[ _-]?hash|\bhashed password|\bpasswords?\b|\bsalt\b|\b(?:jwt )?signing (?:key|secret)\b"
    r"|\bprivate (?:signing )?key\b"
    r"|\bclient[ _]secret\b"
)
_HARMLESS = lazy(
    r"\b(?:prompt|form|reset|policy|valid\w*|invalid|incorrect|wrong|asks?|ask for|request\w*|enter"
    r"|change\w*|forgot|forgotten|expired"
    r"|strength|required|requirements|page|field|screen|without|no|never|mismatch|update\w*|link|one-time"
    r"|temporary|public|too|must"
    r"|weak|match\w*|error|accepted|verified|ok|set up|failed)\b|\b4\d\d\b|\?"
)


@rule("FLW149", "password-to-client", Severity.ERROR)
def password_to_client(conversation: Conversation) -> Iterator[Finding]:
    if not any(word in conversation.labels for word in ("password", "salt", "signing", "private", "secret")):
        return
    messages = [message for message in conversation.messages if _leaks(message)]
    yield from about(
        messages,
        "gives the client a secret that must stay on the server",
        "send only what the client needs, such as a status or a token",
    )


def _leaks(message: Message) -> bool:
    source, target, lower = message.source, message.target, message.label.lower
    if not target.is_front or source.kind not in SERVERS | STORES | {Kind.EDGE}:
        return False
    secret = _SECRET.search(lower)
    if secret is None or _HARMLESS.search(lower.replace("200 ok", "")):
        return False
    # A confidential client is given its secret when it registers (RFC 7591, section 3.2.1).
    return "client" not in secret.group() or (target.kind is Kind.BROWSER and target.nature.certain)
