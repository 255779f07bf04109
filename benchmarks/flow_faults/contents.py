"""Faults in what is sent: who may send it, methods, status codes, header fields."""

from jwtlint.flow.kinds import SERVERS, Kind
from jwtlint.flow.labels import Facet
from jwtlint.flow.lifecycle import is_login
from jwtlint.flow.model import Act
from tests.flow.drawing import Drawn, Flow

from .registry import Place, fault, is_browser_call, swap


@fault("browser reads the database", "client-touches-store", "sql-from-client")
def _touch_store(place: Place) -> Flow | None:
    message = place.message
    store = next(
        (
            p
            for p in place.conversation.parties
            if p.kind is Kind.DB and p.nature.certain and not p.nature.speaks_http
        ),
        None,
    )
    if store is None or not is_browser_call(message):
        return None
    return place.followed(Drawn(place.arrow.source, store.name, "SELECT * FROM users WHERE id = 7"))


@fault("SQL from the browser", "sql-from-client")
def _browser_sql(place: Place) -> Flow | None:
    fits = is_browser_call(place.message) and not place.message.source.is_person
    return place.relabelled("SELECT * FROM users WHERE id = 7") if fits else None


@fault("SQL to a queue", "sql-to-non-db")
def _queue_sql(place: Place) -> Flow | None:
    fits = (
        place.message.act is Act.EVENT
        and place.message.target.kind is Kind.QUEUE
        and place.message.target.nature.certain
    )
    return place.relabelled("SELECT events") if fits else None


@fault("store answers in HTTP", "store-speaks-http")
def _store_http(place: Place) -> Flow | None:
    source = place.message.source
    fits = (
        source.is_store
        and source.nature.certain
        and not source.nature.speaks_http
        and not place.message.target.is_store
    )
    return place.relabelled("200 OK + rows") if fits and place.message.act is Act.REPLY else None


@fault("store is called by HTTP", "store-speaks-http")
def _http_to_store(place: Place) -> Flow | None:
    target = place.message.target
    fits = (
        target.is_store
        and target.nature.certain
        and not target.nature.speaks_http
        and not place.message.source.is_store
    )
    return place.relabelled("HTTPS GET /records/7") if fits and place.message.act is Act.REQUEST else None


@fault("password hash to the browser", "password-to-client")
def _leak(place: Place) -> Flow | None:
    message = place.message
    at_login = message.exchange is not None and is_login(message.exchange.request)
    server = message.source.kind in SERVERS
    fits = (
        message.act is Act.REPLY
        and at_login
        and message.target.is_front
        and server
        and Facet.STATUS in message.label
    )
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
    (
        "token as Basic",
        r"Authorization: Bearer (?:new )?(?=JWT|access token)",
        "Authorization: Basic ",
        "basic-auth-jwt",
    ),
    ("token in the URL", r" \+ Authorization: Bearer.*", "?access_token=JWT", "token-in-url"),
    (
        "SameSite=None",
        r"HttpOnly, Secure(?:, SameSite=Lax)?",
        "HttpOnly, SameSite=None",
        "samesite-none-insecure",
    ),
    (
        "verified with the private key",
        r"\bverify(?: JWT)? signature\b",
        "verify signature with private key",
        "verify-with-private-key",
    ),
    (
        "signed with the public key",
        r"\bsign JWT with private key\b",
        "sign JWT with public key",
        "verify-with-private-key",
    ),
    ("verifier at the wrong endpoint", r"\bcode_challenge \(S256\)", "code_verifier", "pkce-plain"),
    ("challenge at the wrong endpoint", r"(?<=code \+ )code_verifier\b", "code_challenge", "pkce-plain"),
    (
        "token kept as a session",
        r"^INSERT refresh token hash",
        "store JWT access token as session",
        "jwt-as-db-session",
    ),
):
    fault(_name, _rule)(swap(_pattern, _replacement))


@fault("201 for a read", "created-for-read")
def _created(place: Place) -> Flow | None:
    message = place.message
    request = message.exchange.request.label.request if message.exchange is not None else None
    fits = (
        message.act is Act.REPLY
        and request is not None
        and request.method == "GET"
        and "200 OK" in message.label.value
    )
    return place.relabelled("201 Created") if fits else None


@fault("307 after a login", "redirect-307-credentials")
def _redirect(place: Place) -> Flow | None:
    message = place.message
    request = message.exchange.request if message.exchange is not None else None
    fits = (
        message.act is Act.REPLY
        and request is not None
        and is_login(request)
        and request.label.request is not None
    )
    return place.relabelled("307 Temporary Redirect to /home") if fits and message.target.is_front else None


@fault("challenge from the browser", "response-header-misuse")
def _challenge(place: Place) -> Flow | None:
    label = f"{place.arrow.label} + WWW-Authenticate: Bearer"
    return place.relabelled(label) if is_browser_call(place.message) else None
