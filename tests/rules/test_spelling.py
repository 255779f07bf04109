"""Misspelt words, names spelt in two ways, terms in the wrong form."""

import pytest

from .told import lint, told

ENGLISH = "This is a picture for the developers of the shop. "
SHOP = """Boxes:
- Order Service (icon: clipboard; role: takes orders)
- Cache Layer (icon: chip; role: keeps prices)
- Worker A (icon: axe; role: packs)
- Worker B (icon: saw; role: ships)
Arrows:
- Order Service → Cache Layer: "price?"
- Cache Layer → Order Service: "9.50"
- Order Service → Worker A: "pack"
- Worker A → Worker B: "ship"
"""


def entry(prompt: str, **fields: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"---\n{prompt}"


@pytest.mark.parametrize(
    "prompt",
    [
        'Show a caption: "The server recieves the call".',
        "The server recieves the call, and the queue is on the left.",
        "Legend: 1. The server recieves the call. 2. The queue waits.",
        "Do not draw a server that recieves the call.",
    ],
)
def test_misspelt_word_wherever_it_stands(prompt: str) -> None:
    assert told("SPL101", ENGLISH + prompt) == ["warning: recieves"]


@pytest.mark.parametrize(
    "words",
    [
        "`recieves`",
        "https://example.com/recieves/adress",
        "POST /recieves",
        "recieves_total",
        "{recieves}",
        "adress@example.com",
        "OnRecieveAdress",
        "sha1adress2",
    ],
)
def test_code_is_not_spelt(words: str) -> None:
    assert told("SPL101", f"{ENGLISH}The call goes to {words} and on to the queue.") == []


def test_accepted_words_are_right_in_any_casing() -> None:
    text = f"{ENGLISH}Then the enviroment and the Enviroment are drawn."
    assert told("SPL101", text) == ["warning: enviroment", "warning: Enviroment"]
    assert told("SPL101", text, accept=("enviroment",)) == []


def test_each_place_has_its_own_fix() -> None:
    found = lint("SPL101", f"{ENGLISH}The enviroment is the enviroment of the shop.").diagnostics
    assert [one.fix and one.fix.edits[0].replacement for one in found] == ["environment", "environment"]
    assert [one.fix and one.fix.safety.value for one in found] == ["safe", "safe"]


def test_name_of_a_box_is_fixed_only_on_demand() -> None:
    text = f"{ENGLISH}Boxes: Enviroment Store (icon: disk), Order Service (icon: bag)."
    [found] = lint("SPL101", text).diagnostics
    assert found.text == "Enviroment"
    assert found.fix is not None
    assert found.fix.safety.value == "unsafe"


def test_words_are_judged_in_the_language_of_their_passage() -> None:
    spanish = "Una infografía de la temperatura que mide el sensor y de los datos que guarda."
    text = entry(ENGLISH, title="Datos de temperaturra", description=spanish)
    assert told("SPL101", text) == ["warning: temperaturra"]


def test_spanish_labels_of_an_english_prompt_are_not_english() -> None:
    prompt = (
        f"{ENGLISH}The labels are in Spanish. Boxes: Caja de búsqueda (icon: lens), Índice de productos (icon: book).\n"
        "Arrows: Caja de búsqueda to Índice de productos labeled “lista de los productos para la persona”.\n"
    )
    assert told("SPL101", prompt) == []


def test_search_words_are_for_information() -> None:
    text = entry(ENGLISH, title="Our enviroment of the shop", seo_target="enviroment diagram")
    assert told("SPL101", text) == ["info: enviroment"]
    assert all(one.fix is None for one in lint("SPL101", text).diagnostics)


def test_what_cannot_be_judged_is_said_once() -> None:
    unknown = lint("SPL101", "Qwrt zxcv. Plmk vbnq. Brzt wlkj.")
    assert unknown.diagnostics == ()
    assert [one.reason for one in unknown.not_run] == ["the language of the prose could not be told"]
    dutch = lint(
        "SPL101",
        "Het is een plaatje van de winkel en het is niet voor de klant, maar voor ons en voor jullie.",
    )
    assert dutch.diagnostics == ()
    assert [one.reason for one in dutch.not_run] == ["no dictionary for the language 'nl'"]


@pytest.mark.parametrize(
    "arrow",
    ['Orders Service → Worker A: "x"', 'Order-Service → Worker A: "x"', 'OrderService → Worker A: "x"'],
)
def test_other_spelling_of_a_name_in_an_arrow(arrow: str) -> None:
    [found] = lint("SPL102", f"{SHOP}- {arrow}\n").diagnostics
    assert found.text == arrow.partition(" →")[0]
    assert found.related[0].text == "Order Service"
    assert found.fix is not None
    assert found.fix.edits[0].replacement == "Order Service"


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("The Cachelayer answers.", ["Cachelayer"]),
        ("The Cache-Layer answers.", ["Cache-Layer"]),
        ("The Cache-Layer protocol is short.", []),
        ("C-ache Layer answers.", ["C-ache Layer"]),
        ("The Cache-Layer, then the shop.", ["Cache-Layer"]),
        ("Then ask the Orders Service.", ["Orders Service"]),
        ("Then ask the Ordder Service.", ["Ordder Service"]),
        ("Then ask the Service.", []),
        ("All Order Services answer.", []),
        ("Workers pack, and Worker C rests.", []),
        ("Every order service and cachelayer answers.", []),
        ("The Order Store answers.", []),
    ],
)
def test_other_spelling_of_a_name_in_the_legend(step: str, words: list[str]) -> None:
    text = f"{SHOP}Legend:\n1. The shop opens.\n2. {step}\n"
    assert told("SPL102", text) == [f"warning: {word}" for word in words]


def test_box_is_wrong_where_all_others_agree() -> None:
    text = "Boxes: Fraudguard (icon: eye), Web Shop (icon: bag).\n" + "".join(
        f'- {arrow}: "x"\n' for arrow in ("Web Shop → Fraud Guard", "Fraud Guard → Web Shop")
    )
    [found] = lint("SPL102", text).diagnostics
    assert found.text == "Fraudguard"
    assert [related.text for related in found.related] == ["Fraud Guard", "Fraud Guard"]


def test_other_spelling_owns_its_words() -> None:
    text = f'{SHOP}- Worker B → Cache Leyer: "stock"\n'
    assert [one.rule for one in lint("SPL STR", text).diagnostics] == ["SPL102"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Oauth", ["warning: Oauth"]),
        ("Postgre SQL", ["warning: Postgre SQL"]),
        ("Https", ["warning: Https"]),
        ("OAuth and PostgreSQL over HTTPS", []),
        ("https://example.com/Oauth", []),
        ("`Oauth`", []),
    ],
)
def test_canonical_terms(words: str, expected: list[str]) -> None:
    assert told("SPL103", f"Show how people sign in with {words} today.") == expected


def test_term_is_for_information_as_a_search_word() -> None:
    text = entry(ENGLISH, title="Diagram of wifi", seo_target="diagram of wifi")
    assert told("SPL103", text) == ["info: wifi"]
    assert told("SPL103", entry(ENGLISH, title="Diagram of wifi")) == ["warning: wifi"]


def test_term_owns_its_words() -> None:
    found = lint("SPL", f"{ENGLISH}Pods run on Kubernates in the cluster.").diagnostics
    assert [one.rule for one in found] == ["SPL103"]
