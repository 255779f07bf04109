"""A database or cache speaks HTTP.

Databases speak SQL or their own protocol, caches speak commands such as GET key. A method with a path, the
word HTTPS or a status code on their arrows belongs to a server in between. Stores with an HTTP interface
(Elasticsearch, CouchDB, DynamoDB, S3 and others) are known by name; the cache of an edge keeps HTTP
responses.

```bad
Boxes: Browser, API, Database. Arrows: Browser to API labeled "GET /orders";
API to Database labeled "SELECT orders"; Database to API labeled "[[200 OK]]";
API to Browser labeled "200 OK".
```

```bad
Boxes:
- Browser
- API
- Session Cache

Arrows:
- Browser → API: "GET /me"
- API → Session Cache: "[[HTTPS GET /session]]"
- Session Cache → API: "hit"
- API → Browser: "200 OK"
```

```good
Boxes: Gateway, Redis, Order Service, Database, Client. Arrows: Client to Gateway labeled "GET /orders";
Gateway to Redis labeled "GET session:42"; Redis to Gateway labeled "hit";
Gateway to Order Service labeled "GET /orders"; Order Service to Database labeled "GET order details";
Database to Order Service labeled "200 rows"; Order Service to Gateway labeled "200 OK";
Gateway to Client labeled "200 OK".
```

```good
Boxes: Search Service, Elasticsearch, Client. Arrows: Client to Search Service labeled "GET /search";
Search Service to Elasticsearch labeled "POST /products/_search";
Elasticsearch to Search Service labeled "200 OK + hits"; Search Service to Client labeled "200 OK".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import FRONTS, STORES, Kind
from jwtlint.flow.model import Act, Conversation, Message, Party
from jwtlint.flow.verdict import about, listed
from jwtlint.regex import lazy
from jwtlint.rule import rule

_KEY_VALUE = lazy(r"redis|valkey|memcache|session|token|store", re.IGNORECASE)
_HTTP = lazy(r"\bHTTPS?\b(?!\s*:\d)", re.IGNORECASE)


@rule("FLW190", "store-speaks-http", Severity.ERROR, supersedes=("FLW101",))
def store_speaks_http(conversation: Conversation) -> Iterator[Finding]:
    if conversation.kinds.isdisjoint(STORES):
        return
    messages = [
        message for message in conversation.messages if message.act is not Act.INTERNAL and _is_http(message)
    ]
    stores = [party for message in messages for party in message.between if _is_plain_store(party)]
    yield from about(
        messages,
        f"is HTTP, but {listed(stores)} does not speak it",
        "write the query or command, such as SELECT or GET key, and rows or hit as the answer",
    )


def _is_http(message: Message) -> bool:
    label = message.label
    source, target = message.between
    if not (_is_plain_store(source) or _is_plain_store(target)):
        return False
    if _is_cache_of_responses(source, target) or _is_cache_of_responses(target, source):
        return False
    status = label.status
    by_status = status is not None and status.leading and status.registered
    return by_status or label.request is not None or _HTTP.search(label.value) is not None


def _is_cache_of_responses(party: Party, other: Party) -> bool:
    """Is it a cache that an edge or a program of the user asks, and that so may keep whole HTTP responses?"""
    asks_for_pages = other.kind in FRONTS or not other.nature.certain
    asked_by_user = asks_for_pages and _KEY_VALUE.search(party.name) is None
    return party.kind is Kind.CACHE and (other.kind is Kind.EDGE or asked_by_user)


def _is_plain_store(party: Party) -> bool:
    return party.is_store and party.nature.certain and not party.nature.speaks_http
