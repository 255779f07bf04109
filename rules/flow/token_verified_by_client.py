"""The browser verifies the access token.

Verifying in the browser protects nothing: whoever controls the browser skips it. The resource server checks
signature and claims (RFC 9068, section 4). With a secret or private key it is an error, since the key would
be public. A client may validate its ID token and read exp to refresh early.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /menu"; API to Browser labeled "200 OK";
Browser internal step labeled "[[verify JWT signature]] to authorize".
```

```bad
Boxes:
- SPA — "[[Validates token with secret key]] and shows pages"
- API

Arrows:
- SPA → API: "GET /me + Bearer JWT"
- API → SPA: "200 OK"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Bearer JWT";
API internal step labeled "verify JWT signature"; API to Browser labeled "200 OK";
Browser internal step labeled "validate ID token"; Browser internal step labeled "check exp, refresh early".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind
from jwtlint.flow.model import Act, Conversation, Message, Party
from jwtlint.flow.verdict import merged
from jwtlint.rule import rule
from jwtlint.text import Text

_VERIFIES = re.compile(
    r"\b(?:verif(?:y|ies)|validat(?:e|es)) (?:the |its |an? )?(?:jwt|access token|token)(?: signature)?"
    r"(?P<key> (?:with|using) (?:the |an? )?(?:\w+ )?(?:secret|private)(?: key)?)?\b(?!\s*(?:exp|expiry"
    r"|expiration)\b)",
    re.IGNORECASE,
)


@rule("FLW168", "token-verified-by-client", Severity.WARNING)
def token_verified_by_client(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        Finding(
            text.matched(match),
            f"{party} verifies a token, which protects nothing there",
            "let the API or the gateway verify it",
            severity=Severity.ERROR if match["key"] else None,
        )
        for party, text in _steps_of_browsers(conversation)
        for match in _VERIFIES.finditer(text.value)
    )


def _steps_of_browsers(conversation: Conversation) -> Iterator[tuple[Party, Text]]:
    for message in conversation.doing(Act.INTERNAL):
        if _is_browser(message.source) and message.arrow.label is not None:
            yield message.source, _text(message)
    for party in conversation.parties:
        role = party.box.role if party.box is not None else None
        if role is not None and _is_browser(party):
            yield party, role


def _text(message: Message) -> Text:
    return message.text


def _is_browser(party: Party) -> bool:
    return party.kind is Kind.BROWSER and party.nature.certain
