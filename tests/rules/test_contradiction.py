"""Demands that cannot all be met, and the many ways of speaking that only look like it."""

from typing import Any

import pytest

from jwtlint.pack import builtin

from .told import lint, told

# Where the first and the last sentence of a prompt stand around boxes, arrows and a legend.
DRAWING = """Infographic titled "Order Flow". {}
Boxes:
- Browser (window icon): shows the shop
- Order API (server icon): accepts orders
- Order DB (cylinder icon): keeps orders
Arrows:
Browser → Order API: "POST /orders"
Order API → Order DB: "INSERT order"
Order DB → Order API: "stored"
Order API → Browser: "201 Created"
Legend:
1. Browser posts the order.
2. Order API stores it in the Order DB.
3. Order API confirms.
{}
"""


def serious(text: str) -> list[str]:
    """The rules of the family that say something at warning or above."""
    return [one.rule for one in lint("CON", text).diagnostics if one.severity.label != "info"]


def around(first: str, last: str) -> list[str]:
    return serious(DRAWING.format(first, last))


def entry(language: str, title: str, description: str, prompt: str) -> str:
    return f'---\ntitle: "{title}"\ndescription: "{description}"\nlanguage: {language}\n---\n{prompt}\n'


ENGLISH = (
    "How a webhook finds its receiver",
    "Infographic of a webhook with a legend that explains each of the arrows.",
)
SPANISH = (
    "Cómo llega un webhook a su destino",
    "Infografía de un webhook con una leyenda que explica cada flecha.",
)
PROMPT = """Infographic "Webhooks". Boxes: Sender (horn icon): "posts the event". Receiver (ear icon): "answers with 200".
Arrows: Sender → Receiver "POST /hook"; Receiver → Sender "200 OK".
Legend: 1. Sender posts an event to the Receiver. 2. Receiver answers if it is there.
"""


@pytest.mark.parametrize(
    "text",
    [
        "All labels must be in English, never in English.",
        "Write labels in English and not English.",
        "Labels in English (not English).",
        "Use flat icons instead of flat icons.",
        "Instead of flat icons, use flat icons.",
        "Draw it hand-drawn, not hand drawn.",
        "Keep everything in English throughout - not in English.",
        "All captions in English, but no English.",
        "Alle Texte auf Deutsch, nicht auf Deutsch.",
        "El texto debe estar en español, no en español.",
        "Tous les textes en français, et non en français.",
        "Everything is left-aligned and not left-aligned.",
    ],
)
def test_thing_affirmed_and_denied(text: str) -> None:
    assert serious(text) == ["CON101"]


@pytest.mark.parametrize(
    "text",
    [
        "Captions in English, not in German.",
        "JWT is signed, not encrypted.",
        "Use icons, not photos of icons.",
        "It shows what is stored and not stored.",
        "Retry once, not twice.",
        "Say whether the token is valid or not valid.",
        "A flat look, not only a flat icon.",
        'API → Cache: "valid, not valid"',
        "A box is a component, not a component group.",
    ],
)
def test_ordinary_denial_is_no_contradiction(text: str) -> None:
    assert serious(text) == []


def test_denial_is_removed_with_what_links_it() -> None:
    [found] = lint("CON101", "All labels in English (not English), short.").diagnostics
    assert found.fix is not None
    [edit] = found.fix.edits
    assert edit.location.span is not None
    start, end = edit.location.span
    assert ("All labels in English (not English), short."[start:end], edit.replacement) == (
        " (not English)",
        "",
    )


@pytest.mark.parametrize(
    ("first", "last", "rule"),
    [
        ("Use dark mode.", "Everything sits on a white background.", "CON102"),
        ("Black background, thin lines.", "Light mode please.", "CON102"),
        ("Use dark mode with a white background.", "", "CON102"),
        ("Night theme.", "Keep the background white.", "CON102"),
        ("Dunkler Hintergrund.", "Weißer Hintergrund.", "CON102"),
        ("The diagram reads right-to-left.", "Reading direction: left to right.", "CON103"),
        ("Only left to right, no other direction.", "The flow goes top-to-bottom.", "CON103"),
        ("Hand-drawn look with pencil lines.", "Photorealistic rendering, studio light.", "CON104"),
        ("Flat, teal and sand.", "Everything is a glossy 3D render.", "CON104"),
        ("Aimed at non-technical readers.", "The audience are experienced developers.", "CON105"),
        ("Target audience: experts in networking.", "Written for children aged 10.", "CON105"),
        ("Numbers stay as digits.", "Write all numbers out in words.", "CON106"),
        ("Use only digits.", "Numbers must be spelled out.", "CON106"),
        ("Vertical poster, 9:16 ratio.", "Canvas 1920×1080.", "CON107"),
        ("Square infographic.", "Landscape format.", "CON107"),
        ("Black and white only.", "Colourful palette.", "CON108"),
        ("British English.", "American spelling.", "CON109"),
        ("Use dark mode.", "No dark mode.", "CON102"),
    ],
)
def test_excluding_demands(first: str, last: str, rule: str) -> None:
    assert around(first, last) == [rule]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Dark mode panels on a white background.", ""),
        ("White background.", "The legend has a dark background."),
        ("Left half dark background, right half white background.", ""),
        ("Dark mode or light mode, whichever fits.", ""),
        ("Dark mode.", "No white background."),
        ("If dark mode is used, keep contrast high.", "White background."),
        ("The background fades from a dark background to a light background.", ""),
        ("White text on a dark background.", "Dark text on light cards."),
        ("Left to right flow.", "Legend entries run top to bottom."),
        ("Strictly left-to-right.", "Inside the legend, the steps read top-to-bottom."),
        ("Hand-drawn whiteboard, isometric or flat, vector-clean.", ""),
        ("Hand-drawn icons on a flat background.", "Not photorealistic."),
        ("For junior and senior developers.", ""),
        ("For newcomers to networking.", "It shows how a senior node is elected."),
        ("Numbers as digits.", "Do not spell out numbers."),
        ("Portrait format.", "The Browser box holds a 16:9 video thumbnail."),
        ("Square icons, landscape format.", "Updated at 10:30."),
        ("Monochrome with one bright accent.", "Colourful icons are unwelcome."),
        ('Light theme. The headline reads "Dark Mode Explained".', ""),
    ],
)
def test_alternatives_parts_wishes_and_agreement_exclude_nothing(first: str, last: str) -> None:
    assert around(first, last) == []


def test_later_demand_is_reported_with_the_earlier_one() -> None:
    [found] = lint("CON103", "Strictly left-to-right. Arrange all boxes strictly top to bottom.").diagnostics
    assert found.text == "strictly top to bottom"
    assert [related.text for related in found.related] == ["Strictly left-to-right"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("", "Do not use icons."),
        ("", "Icons are not allowed."),
        ("", "Leave icons out."),
        ("", "Icons: none."),
        ("", "Do not put icons into the boxes."),
        ("", "The picture has no legend."),
        ("", "The legend is left out."),
        ("", "The image must be text-free."),
        ("", "No logos, text or watermarks."),
        ("", "Without any title."),
        ("No arrows anywhere in the picture.", ""),
        ("Add a subtle watermark in the corner.", "No watermark."),
        ("A smiling woman sits at a desk.", "Do not show people."),
        ("A friendly robot mascot waves from the corner.", "No mascots."),
        ("Draw drop shadows under every box.", "Avoid shadows."),
        ("Add a QR code at the bottom.", "No QR codes."),
        ("Sin iconos.", ""),
    ],
)
def test_thing_asked_for_and_prohibited(first: str, last: str) -> None:
    assert around(first, last) == ["CON110"]


def test_list_of_prohibited_things_counts() -> None:
    prohibited = DRAWING.format("Every box has an icon.", "Do not include:\n- icons\n- watermarks")
    assert serious(prohibited) == ["CON110"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Every box has an icon.", "No vendor icons, no brand icons."),
        ("", "No icons on arrows."),
        ("", "No icons larger than 48 px."),
        ("", "No icons except those listed."),
        ("", "The legend has no icons."),
        ("", "Legend icons: none."),
        ("", "Keep icons out of the arrows."),
        ("", "No legend is needed beyond these three steps."),
        ("", "The legend must not cover the arrows."),
        ("", "No second legend."),
        ("", "No text in the background."),
        ("", "No more text than needed."),
        ("", "No arrows without a label."),
        ("For people who like diagrams.", "No people."),
        ("It helps engineers understand orders.", "No people in the picture."),
        ("Soft gradients on boxes.", "No gradients on text."),
        ("Use numbered circles.", "No numbers above 9."),
        ("No stock, clip or icon art.", ""),
        ("Soft shadows.", "No harsh shadows."),
        ("", "The Browser box shows a screenshot with no text."),
    ],
)
def test_narrow_prohibition_leaves_the_thing(first: str, last: str) -> None:
    assert around(first, last) == []


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Exactly four boxes.", ""),
        ("There are four boxes.", ""),
        ("All five arrows are teal.", ""),
        ("The picture has seven arrows.", ""),
        ("", 'Add three notes: "Orders are kept", "No refunds here".'),
    ],
)
def test_counts_that_disagree(first: str, last: str) -> None:
    assert around(first, last) == ["CON111"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Three boxes, four arrows.", ""),
        ("Two boxes on the left, one on the right.", ""),
        ("Two arrows run between the Browser and the Order API.", ""),
        ("Each row has two boxes.", ""),
        ("Show the last two arrows dashed.", ""),
        ("Two boxes are wide, one is narrow.", ""),
        ("Use two colours, three fonts and four line widths.", ""),
        ("", 'Add two notes: "Orders are kept", "No refunds here".'),
    ],
)
def test_counts_of_parts_and_other_things(first: str, last: str) -> None:
    assert around(first, last) == []


def test_count_is_silent_where_an_arrow_needs_an_undeclared_box() -> None:
    text = DRAWING.format("Exactly four boxes.", "") + 'Arrow: Order API → Mailer: "receipt"\n'
    assert "CON111" not in serious(text)


@pytest.mark.parametrize(
    ("announced", "rules"),
    [
        ("1-4", ["CON198"]),
        ("1-2", ["CON198"]),
        ("of five steps", ["CON198"]),
        ("1-3", []),
        ("of three steps", []),
    ],
)
def test_range_of_the_legend(announced: str, rules: list[str]) -> None:
    text = (
        f"Numbered legend {announced}: 1. Page asks the API. 2. API reads the cache. 3. API answers the page."
    )
    assert serious(text) == rules


def test_legend_with_a_gap_is_not_miscounted_as_well() -> None:
    assert serious("Numbered legend 1-4: 1. Page asks. 2. API reads. 4. API answers.") == []


def test_circles_beyond_the_arrows_are_worth_a_look() -> None:
    assert told("CON198", DRAWING.format("Numbered circles 1-9 mark the arrows.", "")) == [
        "info: Numbered circles 1-9"
    ]
    assert told("CON198", DRAWING.format("Numbered circles 1-4 mark the arrows.", "")) == []


@pytest.mark.parametrize(
    ("first", "last", "rules"),
    [
        ("All labels in English.", "Every caption must be in French.", ["CON112"]),
        ("Text language: German.", "All text must be in English.", ["CON112"]),
        ("All labels in English.", "Technical terms stay in French.", []),
        ("All labels in English.", "The title is also given in German.", []),
        ("Captions in English, not in German.", "", []),
        ("All labels in English.", "Inspired by French comics and Swiss typography.", []),
        ("Bilingual: all labels in English, all captions in German.", "", []),
        ("All text must be in German.", "", ["CON114"]),
    ],
)
def test_languages_of_the_words_in_the_picture(first: str, last: str, rules: list[str]) -> None:
    assert around(first, last) == rules


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        (entry("Spanish (ES)", *SPANISH, PROMPT + "All labels in English."), ["error: Spanish (ES)"]),
        (
            entry("English (EN)", SPANISH[0], ENGLISH[1], PROMPT + "English captions."),
            [f"warning: {SPANISH[0]}"],
        ),
        (
            entry("English (EN)", ENGLISH[0], SPANISH[1], PROMPT + "English captions."),
            [f"warning: {SPANISH[1]}"],
        ),
        (entry("French (FR)", *ENGLISH, PROMPT), ["warning: French (FR)"]),
        (entry("English (EN)", *ENGLISH, PROMPT + "English captions."), []),
        (entry("en-GB", *ENGLISH, PROMPT + "British English."), []),
        (entry("English (EN)", "JWT Token Flow", ENGLISH[1], PROMPT + "English captions."), []),
        (entry("Spanish (ES)", *SPANISH, PROMPT + "All labels must be translated into Spanish."), []),
    ],
)
def test_declared_language(text: str, flagged: list[str]) -> None:
    assert told("CON113", text) == flagged


def test_conflict_of_languages_is_one_finding_with_all_its_places() -> None:
    [found] = lint("CON113", entry("Spanish (ES)", *SPANISH, PROMPT + "All labels in English.")).diagnostics
    assert [related.text for related in found.related] == ["English", *SPANISH]


@pytest.mark.parametrize(
    "title", ["Subir fotos con un enlace firmado", "Crear e iniciar servicios con Docker"]
)
def test_few_words_that_neighbours_share_make_no_other_language(title: str) -> None:
    prompt = PROMPT + "All labels must be translated into Spanish."
    assert told("CON113", entry("Spanish (ES)", title, SPANISH[1], prompt)) == []


@pytest.mark.parametrize(
    ("language", "title", "reason"),
    [
        ("Klingon", ENGLISH[0], "the language 'Klingon' is not known"),
        ("English", "Webhooks", "the language of the title cannot be told from so few words"),
    ],
)
def test_language_that_cannot_be_judged_is_said(language: str, title: str, reason: str) -> None:
    result = lint("CON113", entry(language, title, ENGLISH[1], PROMPT))
    assert result.diagnostics == ()
    assert [one.reason for one in result.not_run] == [reason]


def test_diacritics_are_in_place_where_the_language_has_them() -> None:
    demand = "Spell each {0} word correctly using {0} characters and diacritics."
    assert told("CON115", demand.format("English")) == ["info: diacritics"]
    assert told("CON115", demand.format("Portuguese")) == []


@pytest.mark.parametrize(("size", "flagged"), [("1536x1024", ["info: Portrait poster"]), ("1024x1536", [])])
def test_format_of_entry_and_prompt(size: str, flagged: list[str]) -> None:
    text = f"---\ntitle: Signing in\nresolution: {size}\n---\nPortrait poster about signing in."
    assert told("CON116", text) == flagged


def test_answers_of_an_axis_exclude_each_other() -> None:
    demands: dict[str, Any] = builtin().vocabulary("demands")
    for axes in (demands["axis"], demands["more"]):
        for axis, answers in axes.items():
            for answer, table in answers.items():
                for kind in ("excludes", "strictly_excludes"):
                    for other in table.get(kind, ()):
                        assert answer in answers[other][kind], f"{axis}: {other} must exclude {answer}, too"


def test_no_phrase_answers_two_ways() -> None:
    demands: dict[str, Any] = builtin().vocabulary("demands")
    for axes in (demands["axis"], demands["more"]):
        for axis, answers in axes.items():
            phrases = [phrase for table in answers.values() for phrase in table["phrases"]]
            assert len(phrases) == len(set(phrases)), axis
