"""What a label says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.flow.labels import Facet, Token, read_label


@pytest.mark.parametrize(
    "label",
    [
        "200 ms",
        "RS256",
        "HTTPS :443",
        "port 8080",
        "steps 1-7",
        "10,000",
        "v2",
        "since 2023",
        "300 passages",
        "500 requests per second",
        "412 tokens",
        "200-300 rows",
        "100 % of requests",
        "HTTP/2 200px",
        "404s",
        "256-bit key",
        "€ 200",
        "#404",
        "/errors/404",
        "x200",
        "200x200",
    ],
)
def test_numbers_that_are_no_status(label: str) -> None:
    assert read_label(label).statuses == ()


@pytest.mark.parametrize(
    ("label", "codes", "replies"),
    [
        ("200 OK", [200], True),
        ("200", [200], True),
        ("HTTP/1.1 404 Not Found", [404], True),
        ("OK (200)", [200], True),
        ("401/403", [401, 403], True),
        ("401 Unauthorized / 403 Forbidden", [401, 403], True),
        ("Reject with HTTP 403", [403], True),
        ("New access_token or 401 Invalid refresh token", [401], True),
        ("200 found 3 users", [200], True),
        ("401 missing credentials", [401], True),
        ("retry after 401", [401], False),
        ("On 401, sign in again", [401], False),
        ("POST /login", [], False),
    ],
)
def test_status_codes(label: str, codes: list[int], replies: bool) -> None:
    read = read_label(label)
    assert [status.code for status in read.statuses] == codes
    assert read.replies is replies


def test_a_phrase_belongs_to_its_code() -> None:
    (status,) = read_label("401 Forbidden").statuses
    assert (status.phrase, status.phrase_code) == ("Forbidden", 403)
    (status,) = read_label("422 Unprocessable Entity").statuses
    assert status.phrase_code is None


@pytest.mark.parametrize(
    ("label", "method", "path"),
    [
        ("HTTPS POST /login + credentials", "POST", "/login"),
        ("Post /login", "POST", "/login"),
        ("GET https://api.example.com/v1/users?id=7", "GET", "/v1/users"),
        ("Ask for pictures (GET /pictures/)", "GET", "/pictures"),
        ("POST to /token", "POST", "/token"),
        ("GET /", "GET", "/"),
        ("/orders (DELETE)", "DELETE", "/orders"),
        ("GET/POST /userinfo", "GET", "/userinfo"),
        ("GET api.example.com/users", "GET", "/users"),
    ],
)
def test_requests(label: str, method: str, path: str) -> None:
    request = read_label(label).request
    assert request is not None
    assert (request.method, request.path) == (method, path)


@pytest.mark.parametrize(
    "label", ["GET session:42", "GET order details", "SET key", "DELETE old rows", "SELECT /*", "Get images"]
)
def test_store_commands_are_no_http(label: str) -> None:
    assert Facet.REQUEST not in read_label(label)


@pytest.mark.parametrize(
    ("label", "tokens"),
    [
        ("GET /me + Authorization: Bearer JWT", {Token.ACCESS}),
        ("200 OK {access, refresh}", {Token.ACCESS, Token.REFRESH}),
        ("POST /refresh + refresh token", {Token.REFRESH}),
        ("ID token", {Token.ID}),
        ("Set-Cookie: session", {Token.SESSION}),
        ("token pair", {Token.ANY}),
        ("Request without token", set()),
        ("no session cookie", set()),
        ("POST /oauth/token", set()),
        ("401 + WWW-Authenticate: Bearer", set()),
        ("valid user", set()),
    ],
)
def test_tokens(label: str, tokens: set[Token]) -> None:
    assert read_label(label).tokens == tokens


@pytest.mark.parametrize(
    ("label", "facets"),
    [
        ("SQL SELECT user", {Facet.SQL}),
        ("publish OrderPlaced event", {Facet.EVENT}),
        ("validate credentials", {Facet.CHECK, Facet.CREDENTIAL}),
        ("302 redirect to the callback", {Facet.STATUS, Facet.REDIRECT}),
        ("GET /.well-known/jwks.json, public keys", {Facet.REQUEST, Facet.KEY}),
        ("denylist lookup", {Facet.KEY_VALUE}),
        ("WebSocket push", {Facet.STREAM}),
        ("order confirmed", set()),
    ],
)
def test_facets(label: str, facets: set[Facet]) -> None:
    assert facets <= read_label(label).facets


@pytest.mark.parametrize(
    ("label", "asks"),
    [
        ("Validate credentials", True),
        ("fetches user", True),
        ("Forward request", True),
        ("Forward response", False),
        ("Order confirmed", False),
        ("Query results", False),
        ("Query orders", True),
        ("Set-Cookie: sid", False),
        ("user record", False),
        ("2. Check stock", True),
    ],
)
def test_orders_and_outcomes(label: str, asks: bool) -> None:
    assert read_label(label).asks is asks


@given(st.text(max_size=200))
def test_any_text_can_be_read(label: str) -> None:
    read = read_label(label)
    for status in read.statuses:
        assert label[status.start : status.end] == str(status.code)
    for request in read.requests:
        assert request.method in label[request.start : request.end].upper()
