"""Ways of declaring boxes and arrows, each read alone."""

import pytest

import jwtlint

ARROWS = 'Arrows: Order API → Mail Queue: "order 7"; Mail Queue → Mailer: "mail 7".'


@pytest.mark.parametrize(
    "boxes",
    [
        "Order API (icon: key; role: takes orders). Mail Queue (icon: tray). Mailer (icon: letter). Archive (icon: box).",
        "[Order API] takes orders. [Mail Queue] keeps letters. [Mailer] sends each letter. [Archive] keeps copies.",
        "Boxes: Order API: takes orders; Mail Queue: keeps letters; Mailer: sends each letter; Archive: keeps copies.",
    ],
)
def test_boxes_without_an_arrow_are_boxes(boxes: str) -> None:
    prompt = jwtlint.parse(f"{boxes}\n{ARROWS}")
    assert [box.name.value for box in prompt.boxes] == ["Order API", "Mail Queue", "Mailer", "Archive"]
    assert all(arrow.source_box and arrow.target_box for arrow in prompt.arrows)


@pytest.mark.parametrize(
    "arrows",
    [
        'Flow: Order API sends "order 7" to Mail Queue; Mail Queue sends "mail 7" to Mailer.',
        "| Who | To whom | What |\n|---|---|---|\n| Order API | Mail Queue | order 7 |\n| Mail Queue | Mailer | mail 7 |",
        "Arrows\n- Order API → Mail Queue：「order 7」\n- Mail Queue → Mailer：「mail 7」",
    ],
)
def test_arrows(arrows: str) -> None:
    boxes = "Boxes: Order API: takes orders; Mail Queue: keeps letters; Mailer: sends each letter."
    read = [
        (arrow.source.value, arrow.target.value, arrow.label.value if arrow.label else None)
        for arrow in jwtlint.parse(f"{boxes}\n\n{arrows}").arrows
    ]
    assert read == [("Order API", "Mail Queue", "order 7"), ("Mail Queue", "Mailer", "mail 7")]


def test_components_that_differ_in_a_letter_that_counts_are_told_apart() -> None:
    prompt = jwtlint.parse(
        'Boxes: Scheduler: plans; Worker A: digs; Archive: keeps.\nArrows: Scheduler → Worker B: "job 7".'
    )
    assert prompt.arrows[0].target_box is None


def test_the_minutes_of_a_time_begin_no_item() -> None:
    prompt = jwtlint.parse('Boxes: Clock: rings at 06:00. Bell: sounds.\nArrows: Clock → Bell: "06:00".')
    assert [arrow.label.value for arrow in prompt.arrows if arrow.label] == ["06:00"]


def ends(text: str) -> list[tuple[str, str]]:
    return [(arrow.source.value, arrow.target.value) for arrow in jwtlint.parse(text).arrows]


@pytest.mark.parametrize(
    "text",
    [
        "Dibuja tres cajas. El Reloj atómico envía 'hora' al Servidor de hora. El Servidor de hora envía 'sí' al Reloj atómico.",
        '[Reloj atómico] --"hora"--> [Servidor de hora]\n[Servidor de hora] --"sí"--> [Reloj atómico]\nTodo en español.',
    ],
)
def test_names_that_go_on_in_lower_case(text: str) -> None:
    assert ends(text) == [("Reloj atómico", "Servidor de hora"), ("Servidor de hora", "Reloj atómico")]


def test_an_adverb_is_no_name() -> None:
    text = "Dibuja dos cajas. El Portátil luego envía 'hora' al Servidor. La Caché ya devuelve 'nada' al Portátil."
    assert ends(text) == [("Portátil", "Servidor"), ("Caché", "Portátil")]


def test_yaml() -> None:
    prompt = jwtlint.parse(
        "nodes:\n  - name: Invoice Desk\n    icon: quill\n    role: writes\n  - name: Ledger\n    icon: book\n"
        'connections:\n  - from: Invoice Desk\n    to: Ledger\n    label: "Debit 120, EUR"\n  - {from: Ledger, to: Invoice Desk}\n'
    )
    assert [(box.name.value, box.icon.value) for box in prompt.boxes if box.icon] == [
        ("Invoice Desk", "quill"),
        ("Ledger", "book"),
    ]
    assert [(str(one), one.label.value if one.label else None) for one in prompt.arrows] == [
        ("Invoice Desk → Ledger", "Debit 120, EUR"),
        ("Ledger → Invoice Desk", None),
    ]
