"""Faults that can be planted into a good flow, each wherever the flow has a place for it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jwtlint.flow.kinds import SERVERS, Kind
from jwtlint.flow.labels import Facet, Token
from jwtlint.flow.lifecycle import is_login, is_refresh
from jwtlint.flow.model import Act, Conversation, Exchange, Message
from tests.flow.drawing import Drawn, Flow


class Planted(NamedTuple):
    """A flow with one fault, and the rules of which one must find it."""

    fault: str
    flow: Flow
    expected: frozenset[str]
    where: str


class Place(NamedTuple):
    """A good flow, how it was read, and the message into which a fault may go."""

    flow: Flow
    conversation: Conversation
    message: Message

    def relabelled(self, label: str) -> Flow:
        return self.replaced(self.flow.arrows[self.message.index]._replace(label=label))

    def replaced(self, *arrows: Drawn) -> Flow:
        """With other arrows (or none) instead of the message."""
        drawn = list(self.flow.arrows)
        drawn[self.message.index : self.message.index + 1] = arrows
        return self.flow.with_arrows(drawn)

    def followed(self, *arrows: Drawn) -> Flow:
        """With more arrows behind the message."""
        return self.replaced(self.flow.arrows[self.message.index], *arrows)

    @property
    def arrow(self) -> Drawn:
        return self.flow.arrows[self.message.index]


Fault = Callable[[Place], Flow | None]
_FAULTS: dict[str, tuple[Fault, frozenset[str]]] = {}


def fault(name: str, *expected: str) -> Callable[[Fault], Fault]:
    """Register a fault that one of the rules must find."""

    def register(plant: Fault) -> Fault:
        _FAULTS[name] = (plant, frozenset(expected))
        return plant

    return register


def planted(flow: Flow, conversation: Conversation) -> Iterator[Planted]:
    """Every fault that has a place in the flow, once for each place."""
    for name, (plant, expected) in _FAULTS.items():
        for message in conversation.messages:
            faulty = plant(Place(flow, conversation, message))
            if faulty is not None and faulty != flow:
                yield Planted(name, faulty, expected, f"{flow.name}, {message}: {message.label.value}")


def _only_reply(message: Message) -> Exchange | None:
    """The exchange that the message alone answers."""
    exchange = message.exchange
    if exchange is None or message.act is not Act.REPLY or message.continues or message.mode.value != "main":
        return None
    return exchange if exchange.replies == [message] and exchange.request.source is message.target else None


def _may_answer_another(conversation: Conversation, exchange: Exchange) -> bool:
    """Is something else open between the two, which the reply would answer as well?"""
    others = [one for one in conversation.exchanges if one.request.between == exchange.request.between]
    return any(not one.over and one.request.index < exchange.request.index for one in others if not one.request.label.writes) or any(
        reply.label.status is not None and reply.label.status.code >= 400 for one in others for reply in one.replies
    )


def _is_browser_call(message: Message) -> bool:
    return (
        message.act is Act.REQUEST
        and message.source.kind is Kind.BROWSER
        and message.source.nature.certain
        and message.target.kind in SERVERS | {Kind.EDGE}
        and message.label.request is not None
    )


def _swap(pattern: str, replacement: str) -> Fault:
    """Change the words of a label that match."""
    compiled = re.compile(pattern)

    def plant(place: Place) -> Flow | None:
        label = place.arrow.label
        return place.relabelled(compiled.sub(replacement, label)) if compiled.search(label) else None

    return plant


# Requests and replies


@fault("reply dropped", "request-without-reply")
def _drop_reply(place: Place) -> Flow | None:
    exchange = _only_reply(place.message)
    if exchange is None or not exchange.request.from_front or exchange.request.label.request is None:
        return None
    followed = place.conversation.messages[place.message.index + 1 : place.message.index + 2]
    if any(message.continues for message in followed) or exchange.request.optional or "websocket" in place.conversation.labels:
        return None
    return place.replaced()


@fault("lookup result dropped", "lookup-without-reply")
def _drop_result(place: Place) -> Flow | None:
    exchange = _only_reply(place.message)
    if exchange is None or not exchange.request.label.reads or exchange.request.from_front:
        return None
    return place.replaced() if place.message.source.kind in (Kind.CACHE, Kind.DB, Kind.AUTH) else None


@fault("request dropped", "reply-without-request", "duplicate-reply", "store-initiates-call", "reply-skips-hop")
def _drop_request(place: Place) -> Flow | None:
    message = place.message
    exchange = message.exchange
    if message.act is not Act.REQUEST or exchange is None or not exchange.answered or exchange.request.optional:
        return None
    if _may_answer_another(place.conversation, exchange):
        return None
    reply = exchange.replies[0]
    status = reply.label.status
    delegates = re.search(r"redirect|page|form|30\d", reply.label.lower)
    if delegates or not (reply.source.is_store or (status is not None and status.code < 400)):
        return None
    return place.replaced()


@fault("call into a server dropped", "actor-never-called", "reply-skips-hop", "reply-without-request")
def _drop_call(place: Place) -> Flow | None:
    message = place.message
    after = place.conversation.messages[message.index + 1 :]
    if message.act is not Act.REQUEST or message.index == 0 or message.target.kind not in (Kind.AUTH, Kind.API):
        return None
    acts = next((one for one in after if one.source is message.target and one.act is not Act.INTERNAL), None)
    reached_before = any(message.target in one.between for one in place.conversation.messages[: message.index])
    if reached_before or acts is None or acts.act is not Act.REQUEST or not acts.target.is_store:
        return None
    return place.replaced()


@fault("reply turned round", "status-wrong-direction")
def _turn_reply(place: Place) -> Flow | None:
    message, arrow = place.message, place.arrow
    status = message.label.status
    leading = status is not None and status.leading
    front = message.target.kind is Kind.BROWSER and message.target.nature.certain
    if not (message.act is Act.REPLY and leading and front and message.source.kind in SERVERS | {Kind.EDGE}):
        return None
    return place.replaced(arrow._replace(source=arrow.target, target=arrow.source))


@fault("lookup turned round", "store-initiates-call", "duplicate-reply")
def _turn_lookup(place: Place) -> Flow | None:
    message, arrow = place.message, place.arrow
    store = message.target
    if message.act is not Act.REQUEST or not store.is_store or store.nature.speaks_http or not message.label.reads:
        return None
    return place.replaced(arrow._replace(source=arrow.target, target=arrow.source))


@fault("hop skipped", "reply-skips-hop")
def _skip_hop(place: Place) -> Flow | None:
    first = place.message
    rest = place.conversation.messages[first.index + 1 : first.index + 2]
    if not rest or first.act is not Act.REPLY or first.mode.value != "main" or first.exchange is None:
        return None
    second = rest[0]
    asked = second.exchange
    hop = second.source is first.target and second.act is Act.REPLY and second.mode.value == "main"
    if not hop or asked is None or asked.request.index > first.exchange.request.index or first.source.is_store:
        return None
    between = place.conversation.messages[asked.request.index : first.exchange.request.index]
    if any(message.source is first.target and message.target is first.source for message in between):
        return None
    if Facet.REDIRECT in second.label or Facet.STATUS not in second.label or second.target is first.source:
        return None
    drawn = list(place.flow.arrows)
    drawn[first.index : first.index + 2] = [drawn[second.index]._replace(source=drawn[first.index].source)]
    return place.flow.with_arrows(drawn)


@fault("edge bypassed", "edge-bypassed")
def _bypass(place: Place) -> Flow | None:
    message = place.message
    if message.act is not Act.REQUEST or message.target.kind is not Kind.EDGE or message.label.request is None:
        return None
    earlier = place.conversation.messages[: message.index]
    behind = [one.target for one in earlier if one.source is message.target and one.act is Act.REQUEST]
    if not behind:
        return None
    faulty = place.replaced(place.arrow._replace(target=behind[0].name))
    drawn = list(faulty.arrows)
    for reply in message.exchange.replies if message.exchange is not None else ():
        drawn[reply.index] = drawn[reply.index]._replace(source=behind[0].name)
    return faulty.with_arrows(drawn)


@fault("reply repeated", "duplicate-reply")
def _repeat(place: Place) -> Flow | None:
    message = place.message
    status = message.label.status
    fine = status is not None and status.leading and status.code < 300 and not place.conversation.kinds & {Kind.QUEUE}
    exchange = _only_reply(message)
    if exchange is None or not fine or re.search(r"\b(?:page|form)\b", message.label.lower):
        return None
    if _may_answer_another(place.conversation, exchange):
        return None
    return place.followed(place.arrow)


@fault("queue answers", "queue-replies")
def _queue_answers(place: Place) -> Flow | None:
    return place.relabelled("200 OK + result rows") if place.message.act is Act.DELIVERY else None


@fault("internal step as HTTP", "self-loop-http")
def _http_inside(place: Place) -> Flow | None:
    return place.relabelled("POST /internal/check") if place.message.act is Act.INTERNAL else None


@fault("token before the check", "reply-before-work")
def _token_first(place: Place) -> Flow | None:
    message = place.message
    if not is_login(message) or not message.from_front or message.exchange is None or not message.exchange.replies:
        return None
    reply = message.exchange.replies[0]
    within = place.conversation.messages[message.index + 1 : reply.index]
    checked = any(one.label.reads and one.target is message.target or one.target.is_store for one in within)
    if not checked or Token.ACCESS not in reply.label.tokens or reply.source is not message.target:
        return None
    if any(one.target.kind is Kind.AUTH for one in within):
        return None
    drawn = list(place.flow.arrows)
    drawn.insert(message.index + 1, drawn.pop(reply.index))
    return place.flow.with_arrows(drawn)


# Who may talk to whom, and how


@fault("browser reads the database", "client-touches-store", "sql-from-client")
def _touch_store(place: Place) -> Flow | None:
    message = place.message
    store = next((p for p in place.conversation.parties if p.kind is Kind.DB and p.nature.certain and not p.nature.speaks_http), None)
    if store is None or not _is_browser_call(message):
        return None
    return place.followed(Drawn(place.arrow.source, store.name, "SELECT * FROM users WHERE id = 7"))


@fault("SQL from the browser", "sql-from-client")
def _browser_sql(place: Place) -> Flow | None:
    return place.relabelled("SELECT * FROM users WHERE id = 7") if _is_browser_call(place.message) else None


@fault("SQL to a queue", "sql-to-non-db")
def _queue_sql(place: Place) -> Flow | None:
    fits = place.message.act is Act.EVENT and place.message.target.kind is Kind.QUEUE and place.message.target.nature.certain
    return place.relabelled("SELECT events") if fits else None


@fault("store answers in HTTP", "store-speaks-http")
def _store_http(place: Place) -> Flow | None:
    source = place.message.source
    fits = source.is_store and source.nature.certain and not source.nature.speaks_http and not place.message.target.is_store
    return place.relabelled("200 OK + rows") if fits and place.message.act is Act.REPLY else None


@fault("store is called by HTTP", "store-speaks-http")
def _http_to_store(place: Place) -> Flow | None:
    target = place.message.target
    fits = target.is_store and target.nature.certain and not target.nature.speaks_http and not place.message.source.is_store
    return place.relabelled("HTTPS GET /records/7") if fits and place.message.act is Act.REQUEST else None


@fault("password hash to the browser", "password-to-client")
def _leak(place: Place) -> Flow | None:
    message = place.message
    at_login = message.exchange is not None and is_login(message.exchange.request)
    server = message.source.kind in SERVERS
    fits = message.act is Act.REPLY and at_login and message.target.is_front and server and Facet.STATUS in message.label
    return place.relabelled("200 OK + user record + password hash") if fits else None


# Methods and status codes

for _name, _pattern, _replacement, _rule in (
    ("200 Created", r"\b200 OK\b", "200 Created", "status-phrase-mismatch"),
    ("401 Forbidden", r"\b401 Unauthorized\b", "401 Forbidden", "status-phrase-mismatch"),
    ("201 OK", r"\b201 Created\b", "201 OK", "status-phrase-mismatch"),
    ("299 Done", r"^20\d (?:OK|Created|Accepted)\b", "299 Done", "status-unknown-code"),
    ("PSOT", r"^(?:HTTPS )?POST /", "PSOT /", "unknown-method"),
    ("GET with credentials", r"^(?:HTTPS )?POST (/login \+ credentials)", r"GET \1", "credentials-in-url"),
    ("GET on a refresh", r"^POST (/refresh)", r"GET \1", "safe-method-mutates"),
    ("GET on the token endpoint", r"^POST (/(?:oauth/)?token)\b", r"GET \1", "token-endpoint-get"),
    ("body in a GET", r"^(?:HTTPS )?GET (/[\w/]+)$", r"GET \1 + JSON body", "get-with-body"),
    ("204 with a body", r"^204 No Content", "204 No Content + JSON body", "no-content-with-body"),
    ("error in a 200", r"^200 OK(?! \+ data).*", "200 OK invalid credentials", "error-in-200"),
    ("403 for an expired token", r"^401 Unauthorized.*", "403 token expired", "auth-401-403-swap"),
    ("401 for missing rights", r"^403 Forbidden.*", "401 insufficient scope", "auth-401-403-swap"),
    ("limit without 429", r"^429 Too Many Requests.*", "403 too many attempts", "rate-limit-without-429"),
    ("plain http", r"^(?:HTTPS )?POST /login", "POST http://shop.example.com/login", "plain-http"),
    ("misspelt header", r"Authorization: Bearer", "Authorisation: Bearer", "authorization-header-misspelt"),
    ("header with an equals sign", r"Authorization: Bearer", "Authorization=Bearer", "bearer-syntax"),
    ("token as Basic", r"Authorization: Bearer (?:new )?(?=JWT|access token)", "Authorization: Basic ", "basic-auth-jwt"),
    ("token in the URL", r" \+ Authorization: Bearer.*", "?access_token=JWT", "token-in-url"),
    ("SameSite=None", r"HttpOnly, Secure(?:, SameSite=Lax)?", "HttpOnly, SameSite=None", "samesite-none-insecure"),
    ("verified with the private key", r"\bverify(?: JWT)? signature\b", "verify signature with private key", "verify-with-private-key"),
    ("signed with the public key", r"\bsign JWT with private key\b", "sign JWT with public key", "verify-with-private-key"),
    ("verifier at the wrong endpoint", r"\bcode_challenge \(S256\)", "code_verifier", "pkce-plain"),
    ("challenge at the wrong endpoint", r"(?<=code \+ )code_verifier\b", "code_challenge", "pkce-plain"),
    ("token kept as a session", r"^INSERT refresh token hash", "store JWT access token as session", "jwt-as-db-session"),
):
    fault(_name, _rule)(_swap(_pattern, _replacement))


@fault("201 for a read", "created-for-read")
def _created(place: Place) -> Flow | None:
    message = place.message
    request = message.exchange.request.label.request if message.exchange is not None else None
    fits = message.act is Act.REPLY and request is not None and request.method == "GET" and "200 OK" in message.label.value
    return place.relabelled("201 Created") if fits else None


@fault("307 after a login", "redirect-307-credentials")
def _redirect(place: Place) -> Flow | None:
    message = place.message
    request = message.exchange.request if message.exchange is not None else None
    fits = message.act is Act.REPLY and request is not None and is_login(request) and request.label.request is not None
    return place.relabelled("307 Temporary Redirect to /home") if fits and message.target.is_front else None


@fault("challenge from the browser", "response-header-misuse")
def _challenge(place: Place) -> Flow | None:
    label = f"{place.arrow.label} + WWW-Authenticate: Bearer"
    return place.relabelled(label) if _is_browser_call(place.message) else None


# The life of a token


@fault("token used before it is issued", "token-used-before-issued")
def _early_use(place: Place) -> Flow | None:
    message = place.message
    reply = message.exchange.replies[0] if message.exchange is not None and message.exchange.replies else None
    fits = message.act is Act.REQUEST and message.from_front and Token.ACCESS in message.label.tokens
    if not fits or reply is None or message.label.request is None or is_refresh(message):
        return None
    if reply.label.status is not None and reply.label.status.code >= 400:
        return None
    earlier = place.conversation.messages[: message.index]
    login = next((one for one in earlier if is_login(one) and one.source is message.source), None)
    if login is None or any(one.from_front and one.act is Act.REQUEST for one in earlier[login.index + 1 :]):
        return None
    if any(not one.from_front and Token.ACCESS in one.label.tokens for one in earlier[: login.index]):
        return None
    drawn = list(place.flow.arrows)
    moved = drawn[message.index : reply.index + 1]
    del drawn[message.index : reply.index + 1]
    drawn[login.index : login.index] = moved
    return place.flow.with_arrows(drawn)


@fault("call without its token", "protected-call-without-token")
def _bare(place: Place) -> Flow | None:
    label = place.arrow.label
    explained = "token" in " ".join((*place.flow.roles.values(), *place.flow.legend)).lower()
    explained = explained or "Authorization" in " ".join(place.flow.roles.values()) or "sends" in " ".join(place.flow.roles.values())
    match = re.search(r"^(?:HTTPS )?GET /(?:orders|profile|account)\b", label)
    reply = place.message.exchange.replies[0] if place.message.exchange and place.message.exchange.replies else None
    refused = reply is None or (reply.label.status is not None and reply.label.status.code >= 400)
    if match is None or "Bearer" not in label or explained or refused or not place.message.from_front:
        return None
    return place.relabelled(match.group())


@fault("refresh token to a resource", "refresh-token-to-resource")
def _astray(place: Place) -> Flow | None:
    message = place.message
    fits = message.act is Act.REQUEST and "Authorization: Bearer" in message.label.value and message.target.kind is not Kind.AUTH
    request = message.label.request
    if not fits or request is None or any("auth" in part or "userinfo" in part for part in request.segments):
        return None
    return place.relabelled(f"{request.method} {request.target} + refresh token")


@fault("refresh brings a profile", "refresh-returns-no-token")
def _no_token(place: Place) -> Flow | None:
    message = place.message
    fits = message.act is Act.REPLY and message.exchange is not None and is_refresh(message.exchange.request)
    return place.relabelled("200 OK + user profile") if fits else None


@fault("refresh token never issued", "refresh-before-issued")
def _never_issued(place: Place) -> Flow | None:
    message = place.message
    refresh = next((one for one in place.conversation.messages if is_refresh(one)), None)
    at_login = message.exchange is not None and is_login(message.exchange.request) and message.act is Act.REPLY
    if refresh is None or not at_login or "refresh" not in message.label.lower or not message.target.is_front:
        return None
    said = [arrow for arrow in place.flow.arrows[: refresh.index] if "refresh" in arrow.label.lower()]
    drawn = [arrow for arrow in place.flow.arrows if arrow not in said]
    faulty = place.flow.with_arrows(drawn)
    again = Drawn(place.arrow.source, place.arrow.target, "200 OK + JWT access token")
    after = place.flow.arrows[message.index + 1]
    drawn.insert(drawn.index(after), again)
    return faulty.with_arrows(drawn)


@fault("client secret in the browser", "client-secret-in-browser")
def _secret(place: Place) -> Flow | None:
    fits = _is_browser_call(place.message) and "/token" in place.arrow.label
    return place.relabelled(f"{place.arrow.label} + client_secret") if fits else None


# What notes say


def _note(text: str) -> Fault:
    def plant(place: Place) -> Flow | None:
        last = place.message.index == len(place.flow.arrows) - 1
        tokens = any("jwt" in arrow.label.lower() for arrow in place.flow.arrows)
        if not (last and tokens):
            return None
        flow = place.flow
        return Flow(flow.name, flow.arrows, flow.roles, flow.legend, (*flow.notes, text), flow.verdicts)

    return plant


for _text, _rule in (
    ("HS256 token, verified with the public key", "hs-with-public-key"),
    ("alg: none is accepted", "alg-none"),
    ("Header: alg RSA256", "unknown-alg"),
    ("The API decrypts the JWT with its secret", "jwt-encrypted-confusion"),
    ("JWT claims: subject, expiry, roles", "claim-misnamed"),
    ("JWT payload: sub, password", "secret-in-claims"),
    ("Secure localStorage for tokens", "token-in-localstorage"),
    ("Access token valid for 1 year", "long-lived-access-token"),
    ("The same refresh token is used forever", "refresh-reuse-claimed"),
    ("grant_type=password is the simplest flow", "password-grant"),
    ("Use the implicit flow for SPAs", "implicit-grant"),
    ("The database stores plaintext passwords", "plaintext-password"),
    ("Use the id_token to call the API", "id-token-as-access-token"),
    ("HTTPS on port 80", "https-port-mismatch"),
):
    fault(f"note: {_text}", _rule)(_note(_text))
