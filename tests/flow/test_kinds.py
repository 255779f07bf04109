"""What sort of component a name stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jwtlint.flow.kinds import Kind, Kinds
from jwtlint.pack import builtin

KINDS = Kinds(builtin().vocabulary("components"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Browser", Kind.BROWSER),
        ("Browser / Web Client", Kind.BROWSER),
        ("Single-Page App", Kind.BROWSER),
        ("Browser Cache", Kind.CLIENTSTORE),
        ("Generic Cloud Edge", Kind.EDGE),
        ("API Gateway / REST API", Kind.GATEWAY),
        ("API Gateway Cache", Kind.CACHE),
        ("Protected API Handler", Kind.API),
        ("Client Server", Kind.API),
        ("User Management Service", Kind.SERVICE),
        ("Database API", Kind.SERVICE),
        ("Auth Service", Kind.AUTH),
        ("Company SSO (Keycloak)", Kind.AUTH),
        ("Auth Database", Kind.DB),
        ("Orders (PostgreSQL)", Kind.DB),
        ("Cache Service", Kind.CACHE),
        ("Redis Cache 2", Kind.CACHE),
        ("Order Topic", Kind.QUEUE),
        ("Queue Worker", Kind.WORKER),
        ("JwtAuthFilter", Kind.MIDDLEWARE),
        ("FundsClient", Kind.CLIENT),
        ("Navegador", Kind.BROWSER),
        ("Base de datos", Kind.DB),
        ("Load Balancers", Kind.EDGE),
        ("Integration Broker", Kind.SERVICE),
        ("Zorblax", Kind.SERVICE),
        ("", Kind.SERVICE),
    ],
)
def test_the_head_noun_decides(name: str, kind: Kind) -> None:
    assert KINDS.of(name).kind is kind


def test_what_is_unknown_is_an_uncertain_service() -> None:
    assert not KINDS.of("Zorblax").certain
    assert KINDS.of("Order Service").certain


def test_a_role_settles_an_ambiguous_name() -> None:
    assert KINDS.of("Keycloak").kind is Kind.AUTH
    assert not KINDS.of("Keycloak").certain
    assert KINDS.of("Keycloak", "Authenticates users and issues JWT").certain


def test_stores_that_speak_http_are_known_by_name() -> None:
    assert KINDS.of("Elasticsearch").speaks_http
    assert not KINDS.of("Postgres").speaks_http
    assert KINDS.of("Firestore").public
    assert KINDS.of("Database", "Firestore collections").public


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_name_has_a_kind(name: str, role: str) -> None:
    assert isinstance(KINDS.of(name, role).kind, Kind)
