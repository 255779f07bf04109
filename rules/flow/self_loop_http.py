"""An internal step is labelled with an HTTP request or status.

What happens inside a component is no message: nobody sends a request to itself (RFC 9110, section 7.6,
warns of exactly that loop). Name the work, such as "verify signature, exp, iss, aud", or draw the missing
second component.

```bad
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me"; API to API labeled "[[200 OK]]";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Browser
- Auth Server

Arrows:
- Browser → Auth Server: "POST /login"
- Auth Server internal step labeled "[[POST /token]]"
- Auth Server → Browser: "200 OK + JWT"
```

```good
Boxes: Browser, API. Arrows: Browser to API labeled "GET /me + Bearer JWT";
API internal step labeled "verify signature, exp, iss, aud"; API to Browser labeled "200 OK";
Browser internal step labeled "follow redirect".
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.rule import rule

# A number or "HTTP" may stand before the method; "validate POST /orders" is work of its own.
_FIRST = 5


@rule("FLW111", "self-loop-http", Severity.WARNING)
def self_loop_http(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.doing(Act.INTERNAL) if _is_http(message)]
    yield from about(
        messages,
        "is an internal step, but its label is an HTTP message",
        "name the work that is done inside, or draw the component that is called",
    )


def _is_http(message: Message) -> bool:
    label = message.label
    status = label.status
    return (status is not None and status.leading) or (
        label.request is not None and label.request.start <= _FIRST and not label.says("cache", "cached")
    )
