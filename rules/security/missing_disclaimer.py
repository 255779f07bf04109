"""A prompt about security protocols asks for no note that the picture is not audited.

Readers take a clean diagram of a login or a key exchange for a reviewed design. A small note ("Conceptual
flow, not an audited security architecture") costs one line.

```bad
Infographic titled "[[OAuth Login]]". Boxes: Browser, Auth Server.
Browser → Auth Server: "GET /authorize"
Auth Server → Browser: "302 + code"
```

```good
Infographic titled "OAuth Login". Boxes: Browser, Auth Server.
Browser → Auth Server: "GET /authorize"
Auth Server → Browser: "302 + code"
Note box: "Conceptual flow, not an audited architecture".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt, Topic
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_PROTOCOLS = lazy(
    r"\b(?:JWTs?|OAuth|OpenID|OIDC|SAML|SSO|PKCE|TLS|mTLS|DNSSEC|Kerberos|WebAuthn|passkeys?|FIDO2?|MFA|2FA"
    r"|access tokens?|refresh tokens?|Bearer|zero[- ]trust)\b",
    re.IGNORECASE,
)
_DISCLAIMER = lazy(
    r"""\b(?:
        not[ ](?:an?[ ]|been[ ])?(?:\w+[ -]){0,2}audited | not[ ]a[
        ](?:blueprint|reference|security|design|specification) | conceptual | illustrati\w+ | simplified |
        educational | teaching | explanatory | no[ ]security[ ]advice | for[ ]learning | vereinfacht\w* |
        konzept\w* | simplificad[oa] | ilustrativ[oa] | simplifiée? | schématique | semplificat[oa]
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


@rule("SEC107", "missing-disclaimer", Severity.INFO)
def missing_disclaimer(prompt: Prompt) -> Iterator[Finding]:
    if not prompt.sentences:
        # A sequence diagram, which asks for no picture.
        return
    asked = _asked(prompt)
    if asked is not None and not _DISCLAIMER.search(prompt.text.value):
        yield Finding(
            asked,
            "security protocols are drawn, but no note says that the picture is not audited",
            'add a note such as "Conceptual flow, not an audited security architecture"',
        )


def _asked(prompt: Prompt) -> Text | None:
    """The words that make it a picture about security: title, box, label, or what it demands of claims."""
    shown = [prompt.title, *(box.name for box in prompt.boxes), *(arrow.label for arrow in prompt.arrows)]
    first = next((text for text in shown if text is not None and _PROTOCOLS.search(text.value)), None)
    if first is None:
        return next((one.text for one in prompt.constraints if one.topic is Topic.CLAIMS), None)
    return prompt.title or first
