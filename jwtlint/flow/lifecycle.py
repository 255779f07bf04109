"""Which messages ask for tokens, issue, use and renew them."""

from collections.abc import Iterator

from ..regex import lazy
from .kinds import Kind
from .labels import Facet, Token
from .model import Act, Conversation, Exchange, Message, Party

_LOGIN_WORDS = lazy(r"\b(?:log[- ]?in|sign[- ]?in|authenticate|credentials?|password)\b")
_LOGIN_PATHS = frozenset({"login", "signin", "sign-in", "log-in", "authenticate", "session", "sessions"})
_PAGE = lazy(r"\b(?:page|form|html|screen|ui|reset|forgot)\b")
_REFRESH_WORDS = lazy(r"\b(?:refresh(?:es)?|renew(?:s|al)?)\b")
_PROTECTED = lazy(r"\bbearer\b|\bauthorization\s*:")

ISSUED = frozenset({Token.ACCESS, Token.ANY, Token.SESSION, Token.REFRESH, Token.ID})


def is_login(message: Message) -> bool:
    """Does somebody hand in credentials with it, to get tokens or a session?"""
    label = message.label
    if message.act is not Act.REQUEST or is_refresh(message):
        return False
    request = label.request
    if request is not None:
        if request.safe and Facet.CREDENTIAL not in label:
            return False
        if not _LOGIN_PATHS.isdisjoint(request.segments):
            return not _PAGE.search(label.cargo)
    return _LOGIN_WORDS.search(label.cargo) is not None and not label.says("check", "checks", "page", "form")


def is_refresh(message: Message) -> bool:
    """Does somebody ask for new tokens with it?"""
    label = message.label
    if message.act is not Act.REQUEST or message.target.is_store:
        return False
    request = label.request
    if request is not None and any("refresh" in part or "renew" in part for part in request.segments):
        return True
    if "grant_type=refresh_token" in label.lower:
        return True
    if request is not None and request.segments[-1:] == ("token",):
        return Token.REFRESH in label.tokens
    return request is None and Token.REFRESH in label.tokens and _REFRESH_WORDS.match(label.lower) is not None


def is_failure(message: Message) -> bool:
    """Does it carry an error status?"""
    status = message.label.status
    return status is not None and status.code >= 400


def hands_out_tokens(message: Message) -> bool:
    """Does it bring tokens, or a session, to whoever asked?"""
    return (
        message.act is Act.REPLY and not ISSUED.isdisjoint(message.label.tokens) and not is_failure(message)
    )


def is_unspecific(message: Message) -> bool:
    """Is it a good reply that does not say what it brings ("200 OK JSON response")?"""
    status = message.label.status
    words = message.label.words - _FILLING
    return status is not None and 200 <= status.code < 300 and not words


_FILLING = frozenset(
    {
        "200",
        "201",
        "204",
        "ok",
        "json",
        "response",
        "created",
        "reply",
        "result",
        "body",
        "success",
        "http",
        "https",
        "1",
        "2",
    }
)


def logins(conversation: Conversation) -> Iterator[Exchange]:
    """The exchanges in which somebody signs in, in order."""
    return (exchange for exchange in conversation.exchanges if is_login(exchange.request))


def refreshes(conversation: Conversation) -> Iterator[Exchange]:
    """The exchanges in which somebody renews tokens, in order."""
    return (exchange for exchange in conversation.exchanges if is_refresh(exchange.request))


def protected_calls(conversation: Conversation) -> Iterator[Message]:
    """Requests that carry an access token to a server, in order."""
    for message in conversation.about(Facet.TOKEN):
        if (
            message.act is Act.REQUEST
            and message.source.kind is not Kind.AUTH
            and carries_access_token(message)
        ):
            yield message


def carries_access_token(message: Message) -> bool:
    """Is an access token on board, as a bearer token or by name?"""
    label = message.label
    if message.target.is_store or message.target.kind is Kind.AUTH or label.asks and label.request is None:
        return False
    return Token.ACCESS in label.tokens or _PROTECTED.search(label.lower) is not None


def issuers(conversation: Conversation) -> list[Party]:
    """The authorization servers that hand out tokens."""
    return list(
        dict.fromkeys(
            message.source
            for message in conversation.about(Facet.TOKEN)
            if message.source.kind is Kind.AUTH and hands_out_tokens(message)
        )
    )
