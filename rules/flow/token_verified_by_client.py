"""The browser verifies the access token.

Verifying in the browser protects nothing: whoever controls the browser skips it. The resource server checks
signature and claims (RFC 9068, section 4). With a secret or private key it is an error, since the key would
be public. A client may validate its ID token and read exp to refresh early.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /menu"; API to Browser labeled "200 OK";
Browser internal step labeled "[[verify JWT signature]] to authorize".
```

```bad
Boxes: Browser, API.
Arrows: Browser to API labeled "GET /me + Bearer JWT"; API to Browser labeled "200 OK".
Note: "[[Browser verifies JWT signature]] to authorize".
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
from jwtlint.flow.model import Act, Conversation, Party
from jwtlint.flow.verdict import merged
from jwtlint.passage import Role
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_WHO = (
    "browser verif",
    "browser valid",
    "spa verif",
    "spa valid",
    "app verif",
    "app valid",
    "end verif",
    "end valid",
)
_VERIFIES = lazy(
    r"\b(?:(?P<who>browser|spa|single-page app|front-?end|mobile app)s? )?(?:verif(?:y|ies)|validat(?:e|es))"
    r" (?:the |its |an? )?(?:jwt|access token|token)(?: signature)?"
    r"(?P<key> (?:with|using) (?:the |an? )?(?:\w+ )?(?:secret|private)(?: key)?)?\b"
    r"(?!\s*(?:exp|expiry|expiration)\b)",
    re.IGNORECASE,
)


@rule("FLW168", "token-verified-by-client", Severity.WARNING)
def token_verified_by_client(conversation: Conversation) -> Iterator[Finding]:
    yield from merged(
        _finding(party.name, text.matched(match), match)
        for party, text in _steps_of_browsers(conversation)
        for match in _VERIFIES.finditer(text.value)
    )
    yield from merged(
        _finding(saying.match["who"], saying.text, saying.match)
        for saying in conversation.statements.find(_VERIFIES, *_WHO, roles=(Role.STEP, Role.NOTE, Role.PROSE))
        if saying.match["who"]
    )


def _finding(who: str, text: Text, match: re.Match[str]) -> Finding:
    return Finding(
        text,
        f"{who} verifies a token, which protects nothing there",
        "let the API or the gateway verify it",
        severity=Severity.ERROR if match["key"] else None,
    )


def _steps_of_browsers(conversation: Conversation) -> Iterator[tuple[Party, Text]]:
    """What browsers do inside themselves, and their roles."""
    for message in conversation.doing(Act.INTERNAL):
        if _is_browser(message.source) and message.arrow.label is not None:
            yield message.source, message.text
    for party in conversation.parties:
        role = party.box.role if party.box is not None else None
        if role is not None and _is_browser(party):
            yield party, role


def _is_browser(party: Party) -> bool:
    return party.kind is Kind.BROWSER and party.nature.certain
