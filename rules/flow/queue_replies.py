"""A queue answers with business data or a status.

A broker acknowledges what it was given and delivers messages; it neither knows rows nor issues tokens nor
speaks in HTTP status codes. (RFC-less: this is how message brokers work.)

```bad
Boxes: API, Queue, Browser. Arrows: Browser to API labeled "POST /jobs"; API to Queue labeled "job";
Queue to API labeled "[[200 OK]]"; API to Browser labeled "202 Accepted".
```

```bad
Boxes:
- Auth Server
- Message Broker

Arrows:
- Auth Server → Message Broker: "login event"
- Message Broker → Auth Server: "[[user record]]"
```

```good
Boxes: Order Service, Kafka, Mail Worker. Arrows: Order Service to Kafka labeled "order event";
Kafka to Order Service labeled "ack, offset 42"; Kafka to Mail Worker labeled "order event".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.labels import Facet
from jwtlint.flow.model import Act, Conversation, Message
from jwtlint.flow.verdict import about
from jwtlint.regex import lazy
from jwtlint.rule import rule

_BUSINESS = lazy(
    r"\b(?:rows?|user records?|response|jwts?|access tokens?|credentials|query results?|result set)\b"
)
_BROKER = lazy(
    r"\b(?:events?|messages?|ack\w*|nack|offset|deliver\w*|jobs?|tasks?|commands?|copy|redeliver\w*|dlq|dead"
    r"|batch|chang\w+)\b"
)
_REPLY_QUEUE = lazy(r"repl(?:y|ies)|response|result|callback|rpc", re.IGNORECASE)


@rule("FLW110", "queue-replies", Severity.WARNING)
def queue_replies(conversation: Conversation) -> Iterator[Finding]:
    messages = [message for message in conversation.doing(Act.DELIVERY) if _is_answer(message)]
    yield from about(
        messages,
        "lets a queue answer like a server",
        "let the queue acknowledge or deliver a message, and draw the answer from the component that knows"
        " it",
    )


def _is_answer(message: Message) -> bool:
    if not message.source.nature.certain or _REPLY_QUEUE.search(message.source.name):
        return False
    if Facet.STATUS in message.label:
        return True
    lower = message.label.lower
    return bool(_BUSINESS.search(lower)) and not _BROKER.search(lower)
