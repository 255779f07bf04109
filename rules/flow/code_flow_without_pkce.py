"""An authorization code flow shows no PKCE.

Public clients must use it and others should (RFC 9700, section 2.1.1). Many diagrams leave it out, so the
rule is off unless it is selected.

```bad
Boxes: Browser, Auth Server. Arrows: Browser to Auth Server labeled "[[GET /authorize?response_type=code]]";
Auth Server to Browser labeled "302 Found + code".
```

```good
Boxes: Browser, Auth Server. Arrows: Browser to Auth Server labeled "GET /authorize + code_challenge";
Auth Server to Browser labeled "302 Found + code".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Conversation
from jwtlint.flow.verdict import about
from jwtlint.rule import rule


@rule("FLW204", "code-flow-without-pkce", Severity.INFO, default=False)
def code_flow_without_pkce(conversation: Conversation) -> Iterator[Finding]:
    if conversation.statements.mention("pkce", "code_challenge", "code challenge", "verifier"):
        return
    start = next(
        (
            message
            for message in conversation.about(Facet.REQUEST)
            if message.label.request is not None and message.label.request.segments[-1:] == ("authorize",)
        ),
        None,
    )
    if start is not None:
        yield from about(
            [start], "starts a code flow without PKCE", "add code_challenge (S256), and code_verifier later"
        )
