"""Faults in the life of a token, drawn or written in a note."""

import re

from jwtlint.flow.kinds import Kind
from jwtlint.flow.labels import Token
from jwtlint.flow.lifecycle import is_login, is_refresh
from jwtlint.flow.model import Act
from tests.flow.drawing import Drawn, Flow

from .registry import Fault, Place, fault, is_browser_call


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
    explained = (
        explained
        or "Authorization" in " ".join(place.flow.roles.values())
        or "sends" in " ".join(place.flow.roles.values())
    )
    match = re.search(r"^(?:HTTPS )?GET /(?:orders|profile|account)\b", label)
    reply = (
        place.message.exchange.replies[0]
        if place.message.exchange and place.message.exchange.replies
        else None
    )
    refused = reply is None or (reply.label.status is not None and reply.label.status.code >= 400)
    if match is None or "Bearer" not in label or explained or refused or not place.message.from_front:
        return None
    return place.relabelled(match.group())


@fault("refresh token to a resource", "refresh-token-to-resource")
def _astray(place: Place) -> Flow | None:
    message = place.message
    fits = (
        message.act is Act.REQUEST
        and "Authorization: Bearer" in message.label.value
        and message.target.kind is not Kind.AUTH
    )
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
    at_login = (
        message.exchange is not None and is_login(message.exchange.request) and message.act is Act.REPLY
    )
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
    fits = is_browser_call(place.message) and "/token" in place.arrow.label
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
