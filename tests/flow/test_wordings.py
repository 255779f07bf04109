"""Wordings that one rule must report, or must leave alone, each in the smallest flow that can hold it."""

import pytest

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.source import Source

from .drawing import Drawn, Flow, prompt_text

LINTER = Linter(Settings(select=("FLW",)))

# Labels of a request from Browser to API; of the reply; of an internal step of the API; notes.
REQUESTS = {
    "safe-method-mutates": (
        ["GET /auth/refresh", "GET /revoke?token=", "GET /logout", "HEAD /users/delete"],
        [
            "GET /login (form)",
            "GET /authorize",
            "GET /callback?code=",
            "GET /verify-email?token=",
            "GET /updates",
        ],
    ),
    "token-endpoint-get": (
        ["GET /oauth/token", "GET /token + client_id", "PUT /connect/token", "DELETE /api/auth/token"],
        ["GET /tokens", "GET /csrf-token", "GET token from cache", "POST /token", "GET /users/7/token"],
    ),
    "get-with-body": (
        ["GET /search + JSON body", "GET /reports with form data"],
        ["GET /users, returns JSON body", "GET /items + query params", "POST /x + JSON body"],
    ),
    "odd-method-for-endpoint": (
        ["PUT /login", "POST /.well-known/jwks.json", "DELETE /refresh"],
        ["DELETE /sessions/me", "PUT /password", "GET /.well-known/openid-configuration"],
    ),
    "unknown-method": (
        ["PSOT /login", "GETS /me", "FETCH /orders", "LOGIN /now"],
        ["SELECT /*", "SUBSCRIBE /topic", "PROPFIND /files", "WATCH /pods", "SET /key", "Post /login"],
    ),
    "credentials-in-url": (
        ["GET /login + credentials", "POST /login?password=x", "GET /x?client_secret=1"],
        [
            "GET /login page",
            "GET /reset-password form",
            "POST /login + credentials",
            "GET /signin (credential form)",
        ],
    ),
    "token-in-url": (
        ["GET /resource?access_token=JWT", "wss://chat.example?token=JWT"],
        ["GET /cb?code=abc&state=xyz", "never put tokens in the URL", "GET /invite?token=one-time"],
    ),
    "plain-http": (
        ["POST http://api.example.com/login", "send JWT over HTTP", "HTTP POST /login"],
        [
            "HTTP request",
            "REST JSON request",
            "redirect HTTP to HTTPS",
            "POST /login",
            "POST http://localhost:3000/login",
            "GET http://auth.svc/x",
            "HTTP/2 GET /orders + Bearer JWT",
        ],
    ),
    "https-port-mismatch": (
        ["HTTPS :80", "http :443", "TLS port 80", "http on port 443"],
        [":8443", "port 80 redirects to 443", "HTTPS :443", "HTTP :80", "HTTPS :8080"],
    ),
    "authorization-header-misspelt": (
        [
            "GET /x + Authorisation: Bearer JWT",
            "GET /x + Autorization: Bearer JWT",
            "GET /x + Authentication: Bearer t",
            "GET /x + X-Authorization: Bearer t",
            "Auth: Bearer t",
        ],
        [
            "authorisation service",
            "Proxy-Authorization: Basic x",
            "Header: Bearer x",
            "Authorization: Bearer x",
        ],
    ),
    "bearer-syntax": (
        [
            "Authorization=Bearer JWT",
            "Authorization: BearerToken",
            "Authorization: Bearer: x",
            "Authorization Bearer: x",
            "Authorization: <JWT>",
            "Authorization: JWT x",
        ],
        ["Authorization: bearer JWT", "Authorization: DPoP x", "Bearer JWT in the Authorization header"],
    ),
    "basic-auth-jwt": (
        ["Authorization: Basic JWT", "Basic <access token>"],
        ["Authorization: Basic client_id:client_secret", "Basic auth at login, then Bearer JWT"],
    ),
    "response-header-misuse": (
        ["GET /x + WWW-Authenticate: Bearer", "GET /x + Set-Cookie: a=1"],
        ["GET /x + Cookie: a=1", "GET /x + Authorization: Bearer JWT", "POST /checkin + Location: Berlin"],
    ),
    "refresh-token-to-resource": (
        ["GET /resource + refresh token", "GET /orders + Authorization: Bearer refresh token"],
        [
            "POST /refresh with refresh token",
            "POST /logout + refresh token",
            "POST /oauth/token + refresh token",
        ],
    ),
    "pkce-plain": (
        [
            "GET /authorize?code_challenge_method=plain",
            "GET /authorize + code_verifier",
            "POST /token + code_challenge",
        ],
        ["GET /authorize + code_challenge (S256)", "POST /token + code_verifier"],
    ),
    "sql-from-client": (
        ["SELECT * FROM users WHERE id = 1", "SQL query"],
        ["Select plan", "SELECT PLAN", "GET /sql"],
    ),
    "status-wrong-direction": (["200 OK", "401"], ["retry after 401", "report status 200"]),
}
REPLIES = {
    "status-phrase-mismatch": (
        [
            "401 Forbidden",
            "403 Unauthorized",
            "200 Created",
            "404 OK",
            "500 Bad Gateway",
            "200 Created JSON response",
        ],
        [
            "401/403",
            "401 Unauthorized / 403 Forbidden",
            "401 Invalid token",
            "200 found 3 users",
            "302 Redirect",
            "302 Moved Temporarily",
            "413 Payload Too Large",
            "422 Unprocessable Entity",
            "418 I'm a teapot",
            "200 Success",
            "403 Access Denied",
            "500 Internal Error",
            "429 Rate limited",
            "OK (200)",
            "409 User exists",
            "404 NOT FOUND",
        ],
    ),
    "status-unknown-code": (
        ["299 Done", "600 Error", "520"],
        ["200 ms", "120 JPY", "450, target 150", "199 rows"],
    ),
    "auth-401-403-swap": (
        ["401 insufficient scope", "403 token expired", "401 missing permission", "403 no token"],
        [
            "401/403 invalid or insufficient",
            "403 CSRF token missing",
            "403 account locked",
            "401 token expired",
        ],
    ),
    "error-in-200": (
        ["200 OK invalid credentials", "200 access denied"],
        ["200 {active: false}", "200 OK or error", "200 OK, no error", "200 + errors[]"],
    ),
    "no-content-with-body": (
        ["204 No Content + JSON", "304 + profile JSON", "205 with body"],
        ["204 + Set-Cookie", "204, no body", "200 + JSON or 204", "204 token revoked"],
    ),
    "created-for-read": (["201 Created"], ["200 OK", "200 or 201"]),
    "rate-limit-without-429": (
        ["rate limit exceeded: 401", "too many attempts -> 403"],
        ["account locked: 403", "429 too many requests"],
    ),
    "response-header-misuse": (
        ["200 OK + Authorization: Bearer JWT", "200 + Cookie: sid", "401 + WWW-Authorization: x"],
        ["401 + WWW-Authenticate: Bearer", "200 OK + Set-Cookie: sid", "302 + Location: /home"],
    ),
    "samesite-none-insecure": (
        ["SameSite=None; HttpOnly", "cookie SameSite=None"],
        ["HttpOnly, Secure, SameSite=None", "SameSite=Lax"],
    ),
    "password-to-client": (
        ["user record + password hash", "200 OK + signing secret"],
        ["password reset link", "password is too weak", "public signing key", "asks for password"],
    ),
}
STEPS = {
    "verify-with-private-key": (
        [
            "verify signature with private key",
            "sign JWT with public key",
            "validates token with the private key",
        ],
        ["sign with private key, verify with public key", "JWE: decrypt with private key"],
    ),
    "plaintext-password": (["decrypt password and compare"], ["bcrypt compare", "compare password hash"]),
    "jwt-encrypted-confusion": (
        ["decrypts JWT with secret"],
        ["decrypts the session cookie", "verifies JWT"],
    ),
    "self-loop-http": (["200 OK", "POST /token"], ["verify signature, exp, iss, aud", "wait 200 ms"]),
}
NOTES = {
    "plaintext-password": (
        ["Database stores plaintext passwords", "encrypted password", "stores passwords"],
        ["password hash", "never plaintext passwords", "stores passwords as bcrypt hashes"],
    ),
    "password-grant": (["ROPC flow returns JWT"], ["ROPC is deprecated", "avoid the password grant"]),
    "implicit-grant": (
        ["use the implicit flow for SPAs"],
        ["implicit flow is deprecated", "implicit trust zone"],
    ),
    "hs-with-public-key": (
        ["HS256 signed, verified with public key from JWKS", "RS256 with shared secret"],
        ["HS256 or RS256", "HS256 uses a shared secret, RS256 a public key"],
    ),
    "alg-none": (["alg: none accepted", "unsigned JWT is trusted"], ["reject alg none", "none of the boxes"]),
    "unknown-alg": (
        ["alg RSA256", "ES265", "RS-256", "alg: SHA256", "HS128", "AES256 signature"],
        ["SHA-256 hash of the verifier", "HMAC-SHA256", "ES512", "EdDSA", "S256"],
    ),
    "jwt-encrypted-confusion": (
        ["encrypted JWT proves identity", "JWT is encrypted"],
        [
            "JWT is signed, not encrypted by default",
            "JWE is an encrypted JWT",
            "TLS encrypts the channel for the JWT",
        ],
    ),
    "secret-in-claims": (
        ["JWT payload: sub, password", "claims include card number"],
        ["no secrets in the JWT payload", "JWT claims: sub, exp", "form payload: name, password"],
    ),
    "claim-misnamed": (
        ["JWT claims: subject, expiry", "claims {issuer, audience, expires}"],
        ["JWT claims: sub, exp, iat, roles", "verify signature, claims, expiry", "claims: exp (expiry)"],
    ),
    "id-token-as-access-token": (
        ["use the id_token to call the API"],
        ["exchange ID token for an access token", "client validates the ID token"],
    ),
    "token-in-localstorage": (
        ["Browser stores JWT in localStorage", "secure localStorage for tokens"],
        ["in memory", "avoid localStorage for tokens", "localStorage keeps the theme flag"],
    ),
    "instant-revocation-claim": (
        ["logout instantly invalidates the JWT", "deleting the cookie revokes the token everywhere"],
        ["logout adds jti to denylist", "short expiry limits exposure"],
    ),
    "long-lived-access-token": (
        ["JWT access token (30 days)", "access token valid for 1 year"],
        [
            "access JWT (15m) and refresh JWT (7d)",
            "refresh token (7 days)",
            "session 30 days",
            "token in 3 steps",
        ],
    ),
    "refresh-reuse-claimed": (
        ["same refresh token used forever", "refresh token never expires"],
        ["refresh token rotated", "refresh token (7 days)"],
    ),
    "token-verified-by-client": (
        ["Browser verifies JWT signature to authorize", "SPA validates token with secret key"],
        ["OIDC client validates the ID token", "Browser checks exp to refresh early"],
    ),
    "jwks-direction": (["JWKS with private keys"], ["JWKS holds public keys"]),
}


def flow_with(where: str, words: str) -> Flow:
    request = Drawn("Browser", "API", words if where == "request" else "GET /x")
    step = (Drawn("API", "API", words),) if where == "step" else ()
    reply = Drawn("API", "Browser", words if where == "reply" else "200 OK")
    return Flow(where, (request, *step, reply), notes=(words,) if where == "note" else ())


def cases(*, bad: bool) -> list[tuple[str, str, str]]:
    tables = {"request": REQUESTS, "reply": REPLIES, "step": STEPS, "note": NOTES}
    return [
        (rule, where, words)
        for where, table in tables.items()
        for rule, (wrong, right) in table.items()
        for words in (wrong if bad else right)
    ]


def rules_for(where: str, words: str) -> set[str]:
    result = LINTER.lint(Source("flow.txt", prompt_text(flow_with(where, words))))
    assert not result.errors
    return {one.name for one in result.diagnostics}


@pytest.mark.parametrize(("rule", "where", "words"), cases(bad=True))
def test_wrong(rule: str, where: str, words: str) -> None:
    assert rule in rules_for(where, words)


@pytest.mark.parametrize(("rule", "where", "words"), cases(bad=False))
def test_right(rule: str, where: str, words: str) -> None:
    assert rule not in rules_for(where, words)
