"""What sort of component a box is, told from its name and its role."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Any, NamedTuple

from ..regex import lazy


class Kind(Enum):
    """The sorts of components that the rules know. What is unknown is a service, which may do everything."""

    BROWSER = "browser"
    CLIENT = "client"
    CLIENTSTORE = "clientstore"
    EDGE = "edge"
    GATEWAY = "gateway"
    API = "api"
    SERVICE = "service"
    AUTH = "auth"
    CACHE = "cache"
    OBJECTSTORE = "objectstore"
    DB = "db"
    QUEUE = "queue"
    WORKER = "worker"
    SECRETS = "secrets"
    OBSERVABILITY = "observability"
    THIRDPARTY = "thirdparty"
    MIDDLEWARE = "middleware"
    HUMAN = "human"


STORES = frozenset({Kind.CACHE, Kind.DB})
FRONTS = frozenset({Kind.BROWSER, Kind.CLIENT})
SERVERS = frozenset({Kind.GATEWAY, Kind.API, Kind.SERVICE, Kind.AUTH, Kind.MIDDLEWARE, Kind.WORKER})


class Nature(NamedTuple):
    """The kind of a component and how far to trust it.

    `certain` is False where the name alone is ambiguous ("Application", "Edge Cache"). `speaks_http`: a store
    with an interface over HTTP. `public`: a store that is made to be called by browsers.
    """

    kind: Kind
    certain: bool = True
    speaks_http: bool = False
    public: bool = False


_SEPARATORS = lazy(r"\s+/\s+|\s*[(\[—–|:]\s*|\s+-\s+|\s+as\s+", re.IGNORECASE)
_CLOSING = lazy(r"[)\]]")
_WORD = lazy(r"[^\W_]+(?:[.+#'’][^\W_]+)*")
_HUMP = lazy(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_COUNTER = lazy(r"\d+|[a-z]|i{1,3}|iv")
# An ambiguous name that no role explains is taken for one of these where it can be; otherwise it is a
# service, since a wrong store or queue would turn requests into events and replies.
_HARMLESS = FRONTS | {Kind.AUTH, Kind.EDGE, Kind.THIRDPARTY, Kind.WORKER, Kind.MIDDLEWARE, Kind.HUMAN}
_LONGEST_NAME = 120
_LONGEST_ROLE = 400


class Kinds:
    """Tells the nature of components by the vocabulary `components`.

    Its table `kinds` has for each kind `aliases` (whole names; those of several words also as the end of a
    longer name), `needs_role` (the same, but ambiguous alone) and `heads` (last words that decide whatever
    stands before them). `http_stores` and `baas` name the stores that may be called over HTTP, `role_verbs`
    the phrases by which a role gives a kind away ("..." stands for up to four words), and `translations` the
    English names of components in other languages.
    """

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        self._aliases: dict[str, tuple[Kind, bool]] = {}
        self._heads: dict[str, Kind] = {}
        for name, table in vocabulary.get("kinds", {}).items():
            kind = Kind(name)
            for alias in table.get("aliases", ()):
                self._aliases[_folded(alias)] = (kind, True)
            for alias in table.get("needs_role", ()):
                self._aliases[_folded(alias)] = (kind, False)
            for head in table.get("heads", ()):
                self._heads[_folded(head)] = kind
        self._http_stores = _names(vocabulary, "http_stores")
        self._baas = _names(vocabulary, "baas")
        self._role_phrases = vocabulary.get("role_verbs", {})
        self._translations = vocabulary.get("translations", {})

    def of(self, name: str, role: str = "") -> Nature:
        """The nature of the component of that name; its role text, where it has one, breaks ties."""
        readings = _readings(name[:_LONGEST_NAME])
        kind, certain = next(filter(None, map(self._look_up, readings)), (Kind.SERVICE, False))
        if not certain and kind is not Kind.SERVICE:
            kind, certain = self._by_role(kind, role[:_LONGEST_ROLE])
        words = set(_runs(_folded(name[:_LONGEST_NAME])))
        public = not words.isdisjoint(self._baas) or (
            kind is Kind.DB and bool(self._baas_name.search(role[:_LONGEST_ROLE]))
        )
        return Nature(kind, certain, public or not words.isdisjoint(self._http_stores), public)

    def _look_up(self, name: str) -> tuple[Kind, bool] | None:
        """The kind of one reading of a name: known as a whole, or by the longest run of its last words."""
        folded = _folded(name)
        known = self._aliases.get(folded)
        if known is not None:
            return known
        words = (self._english.get(folded) or folded).split()
        while len(words) > 1 and _COUNTER.fullmatch(words[-1]):
            words.pop()
        for start in range(len(words)):
            ending = " ".join(words[start:])
            for form in (ending, _singular(ending)):
                if start == 0 or start + 1 < len(words):
                    known = self._aliases.get(form)
                    if known is not None:
                        return known
                head = self._heads.get(form)
                if head is not None:
                    return head, True
        return None

    def _by_role(self, kind: Kind, role: str) -> tuple[Kind, bool]:
        """What an ambiguous name means beside its role: confirmed, something else, or a guess."""
        if role:
            told = [other for other, pattern in self._role_patterns if pattern.search(role)]
            if kind in told:
                return kind, True
            if len(told) == 1:
                return told[0], False
        return (kind if kind in _HARMLESS else Kind.SERVICE), False

    @cached_property
    def _role_patterns(self) -> list[tuple[Kind, re.Pattern[str]]]:
        patterns = []
        for name, phrases in self._role_phrases.items():
            choices = "|".join(
                re.escape(phrase).replace(r"\.\.\.", r"(?:\w+\W+){0,4}?") for phrase in phrases
            )
            patterns.append((Kind(name), re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)))
        return patterns

    @cached_property
    def _baas_name(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self._baas.values()))})\b")

    @cached_property
    def _english(self) -> dict[str, str]:
        return {
            _folded(foreign): _folded(english)
            for english, names in self._translations.items()
            for foreign in names
        }


def _readings(name: str) -> Iterator[str]:
    """The whole name, its parts in order, and the name with "JwtAuthFilter" taken apart."""
    yield name
    parts = [part for part in _SEPARATORS.split(_CLOSING.sub(" ", name)) if part.strip()]
    if len(parts) > 1:
        yield from parts
    yield _HUMP.sub(" ", parts[0] if parts else name)


def _runs(folded: str) -> Iterator[str]:
    """Every run of up to three words."""
    words = folded.split()
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + 3) + 1):
            yield " ".join(words[start:end])


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def _singular(words: str) -> str:
    if words.endswith("ies"):
        return words[:-3] + "y"
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def _names(vocabulary: Mapping[str, Any], table: str) -> dict[str, str]:
    """The names of a table, by their folded form."""
    return {_folded(name): name for name in vocabulary.get(table, {}).get("names", ())}
