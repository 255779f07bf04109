"""What `Linter.lint_pair` says of two texts, in short."""

from functools import cache

from jwtlint.config import Settings
from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Result, Severity
from jwtlint.parity.pair import Pair
from jwtlint.parity.scope import Scope
from jwtlint.source import Source

ENGLISH = """Infographic titled "Order Flow" for developers. Flat style, teal palette.
Boxes:
1) Browser — icon: window — role: "Shows the shop to the customer"
2) Order API — icon: server — role: "Accepts the orders"
3) Order Database — icon: cylinder — role: "Keeps orders for 30 days"
Arrows:
- Browser → Order API: "POST /orders + Authorization: Bearer JWT"
- Order API → Order Database: "INSERT order"
- Order Database → Order API: "Order number"
- Order API → Browser: "201 Created"
Legend:
1. The customer sends the order from the browser.
2. The API verifies signature, exp and aud.
3. The database keeps the order for 30 days.
4. The API answers with the order number.
Note: "The token is signed, not encrypted."
All text must be in English.
"""
SPANISH = """Infographic titled "Flujo del pedido" for developers. Flat style, teal palette.
Boxes:
1) Navegador — icon: window — role: "Muestra la tienda al cliente"
2) API de pedidos — icon: server — role: "Acepta los pedidos"
3) Base de datos — icon: cylinder — role: "Guarda los pedidos 30 días"
Arrows:
- Navegador → API de pedidos: "POST /orders + Authorization: Bearer JWT"
- API de pedidos → Base de datos: "INSERT del pedido"
- Base de datos → API de pedidos: "Número del pedido"
- API de pedidos → Navegador: "201 Created"
Legend:
1. El cliente envía el pedido desde el navegador.
2. La API verifica la firma, exp y aud.
3. La base de datos guarda el pedido 30 días.
4. La API responde con el número del pedido.
Note: "El token está firmado, no cifrado."
All text must be in Spanish.
"""


@cache
def linter(selected: str = "") -> Linter:
    """A linter with some rules, or all."""
    return Linter(Settings(select=tuple(selected.split())))


def pair_of(original: str, translation: str, scope: Scope | None = None) -> Pair:
    """Two texts as a pair."""
    documents = [
        Document(next(iter(read_entries(Source(f"{side}.{_ending(text)}", text)))), linter().context)
        for side, text in (("original", original), ("translation", translation))
    ]
    return Pair(documents[0], documents[1], scope)


def compare(original: str, translation: str, selected: str = "", scope: Scope | None = None) -> Result:
    """What the rules say of a pair."""
    result = linter(selected).lint_pair(pair_of(original, translation, scope))
    assert result.errors == ()
    return result


def told(original: str, translation: str, selected: str = "", scope: Scope | None = None) -> list[str]:
    """The rules that report, at warning or above, in reading order."""
    found = compare(original, translation, selected, scope).diagnostics
    return [one.rule for one in found if one.severity >= Severity.WARNING]


def changed(*changes: tuple[str, str]) -> list[str]:
    """What is said of the Spanish translation after changes in it."""
    text = SPANISH
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return told(ENGLISH, text)


def _ending(text: str) -> str:
    return "md" if text.startswith("---\n") else "txt"
