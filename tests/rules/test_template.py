"""What templates, converters and slips of the pen leave behind, and ordinary words that look like it."""

import pytest

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.fixer import fix
from jwtlint.source import Source

from .told import lint, told

LEAKS = "TPL101 TPL102 TPL103 TPL104 TPL105 TPL106 TPL107 TPL108"
CHARACTERS = "TPL121 TPL122 TPL123 TPL124"
PAIRS = "TPL131 TPL132"


def prompt(
    words: str = "", *, title: str = "Orders", role: str = "sends requests", label: str = "GET /orders"
) -> str:
    """A prompt with these words, title, role or label in it."""
    return (
        f'Infographic titled "{title}". {words}\n\nBoxes:\n1. Browser — icon: window — role: {role}\n'
        f'2. API — icon: server — role: answers\n\nArrows:\nBrowser → API: "{label}"\nAPI → Browser: "200 OK"\n'
    )


def fixed(selected: str, text: str, *, unsafe: bool = False) -> str:
    """The text after the fixes of the selected rules."""
    linter = Linter(Settings(select=tuple(selected.split())))
    return fix(linter, Source("prompt.txt", text), unsafe=unsafe).source.value


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("All text is in English (Array).", "error: (Array)"),
        ("Palette: [object Object] and white.", "error: [object Object]"),
        ("Icons come from <icons.Set object at 0x7f3a>.", "error: <icons.Set object at 0x7f3a>"),
        ("Readers: ${audience}.", "error: ${audience}"),
        ("Style: <%= style %>.", "error: <%= style %>"),
        ("Readers: {audience}.", "warning: {audience}"),
        ("Colours: undefined.", "warning: undefined"),
        ("Palette: null, white.", "warning: null"),
        ("The picture is 1024xNaN pixels, with 4 px lines, in NaN columns.", "warning: NaN"),
        ("Number the legend 1-NaN.", "warning: NaN"),
        ("Accent colour: %s.", "error: %s"),
        ("Palette: {0} and white.", "error: {0}"),
        ("All labels are in <LANGUAGE>.", "error: <LANGUAGE>"),
        ("Made for [Your Company].", "error: [Your Company]"),
        ("Palette: %%PALETTE%%.", "error: %%PALETTE%%"),
        ("Caption: your text here.", "warning: your text here"),
        ("Caption: lorem ipsum dolor sit amet.", "error: lorem ipsum dolor sit amet"),
        ("Palette: TBD.", "warning: TBD"),
        ("TODO: choose a palette.", "error: TODO: choose a palette"),
        ("FIXME(ann): choose a palette.", "error: FIXME(ann): choose a palette"),
    ],
)
def test_leaks_in_the_words_of_a_prompt(words: str, expected: str) -> None:
    assert told(LEAKS, prompt(words)) == [expected]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"title": "{{title}}"}, ("TPL103", "error")),
        ({"title": "%s"}, ("TPL105", "error")),
        ({"role": "[object Object]"}, ("TPL102", "error")),
        ({"role": "undefined"}, ("TPL104", "warning")),
        ({"role": "Lorem ipsum"}, ("TPL107", "error")),
        ({"label": "Upload id undefined"}, ("TPL104", "warning")),
        ({"label": "INSERT order %s"}, ("TPL105", "error")),
        ({"label": "order of ${customer}"}, ("TPL103", "error")),
    ],
)
def test_leaks_in_what_is_drawn(part: dict[str, str], expected: tuple[str, str]) -> None:
    assert [(one.rule, one.severity.label) for one in lint(LEAKS, prompt(**part)).diagnostics] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Lay out the array of boxes in rows.",
        "The claims are roles (array), exp (number) and sub (string).",
        "The order of the rows is undefined.",
        "Never print placeholders such as {{title}} or undefined.",
        "Do not use lorem ipsum anywhere.",
        "Run `echo ${PATH}` first; it prints `undefined`.",
        "It is a TODO list app.",
        "TBD means trunk-based development.",
        "List<T> and Map<String, User> are generic types.",
        "The model stops at <EOS>; press <ENTER>.",
        "Dates read as %Y-%m-%d, and 60 % of the width is blue.",
        "Use [icon: lock] and [spring icon] as shown.",
        "The sum over {a, b} and {{1}, {2}} is drawn in a corner.",
        "The null hypothesis and a null modem cable are drawn, too.",
        "The details are to be decided by the team that draws them.",
        "Insert coin here is what the slot of the machine is for.",
    ],
)
def test_ordinary_words_are_no_leaks(words: str) -> None:
    assert told(LEAKS, prompt(words)) == []


@pytest.mark.parametrize(
    "label",
    [
        "GET /users/{id}",
        "GET /users/{user_id}/orders?page={page}",
        "Authorization: Bearer <token>",
        "Authorization: Bearer <TOKEN>",
        "POST /comments <script>alert(1)</script>",
        "INSERT NULL INTO orders",
        'body { \\"a\\": null }',
        "returns null if missing",
        "token = null",
        "user is undefined",
        "drop rows with NaN values",
        "SELECT * FROM orders WHERE id = %s",
        "Hello {name}",
        "<ACK>",
        "[GET] /orders",
        "TODO item 7",
    ],
)
def test_data_in_labels_is_no_leak(label: str) -> None:
    assert told(LEAKS, prompt(label=label)) == []


def test_the_topic_of_a_prompt_makes_its_words_worth_a_look_only() -> None:
    assert told("TPL103", prompt(title="How a template engine works", label="Hello {{name}}")) == [
        "info: {{name}}"
    ]
    assert told("TPL104", prompt(title="TypeScript and null safety", label="undefined")) == [
        "info: undefined"
    ]
    assert told("TPL105", prompt("Explain how printf replaces %s.")) == ["info: %s"]
    assert told("TPL108", prompt("Columns: TODO, DOING, DONE.", title="A kanban board")) == ["info: TODO"]


def test_leaks_in_the_fields_of_an_entry() -> None:
    entry = "---\ntitle: Orders\ndescription: Orders travel to {{bucket}}.\nalt: A queue for undefined readers.\n---\n"
    assert told(LEAKS, entry + prompt()) == ["error: {{bucket}}", "warning: undefined"]


def test_type_name_goes_with_the_blank_before_it() -> None:
    assert fixed("TPL101", "All text is in English  (array), please.") == "All text is in English, please."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("All captions in English Avoid brand logos.", "in English Avoid brand"),
        ("Flat style, no watermarks No AWS logos.", "no watermarks No AWS"),
        ("Thin lines Numbers stay as digits.", "Thin lines Numbers stay"),
        ("Soft shadows (two pixels) Keep the rest flat.", "two pixels) Keep the"),
        ("No stock photos The people are outlines.", "stock photos The people"),
    ],
)
def test_run_together_sentences(words: str, expected: str) -> None:
    assert told("TPL112", prompt(words)) == [f"warning: {expected}"]


def test_run_together_sentences_of_other_languages() -> None:
    text = (
        "Infografía titulada «Pedidos» para los estudiantes de la escuela. Todo el texto está en español y sin faltas."
        " No hay marcas de agua No añadas logotipos de empresas."
    )
    assert told("TPL112", text) == ["warning: de agua No añadas"]
    assert fixed("TPL112", text) == text.replace("agua No", "agua. No")


@pytest.mark.parametrize(
    "words",
    [
        "The user opens The Hub and clicks on Do Not Disturb.",
        "A red Start button and an Add to cart link, beside the Use case box.",
        "Make sure Redis is blue, and show when Cache is full.",
        "- (Required) The user signs in.\n- Flat style\nKeep it calm.",
        "The keyword No becomes false, and the verbs are Use and Show.",
        "Plan A keeps the Order Service, plan B drops All Hands.",
    ],
)
def test_capital_letters_within_a_sentence(words: str) -> None:
    assert told("TPL112", prompt(words)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Leave wide margins around the boxes.", "Leave wide margins around all boxes."),
        ("Avoid gradients and drop shadows.", "Avoid drop shadows and gradients."),
        ("Each arrow carries a short label.", "Every arrow carries a short label."),
        ("Use digits for all numbers.", "Numbers must be digits."),
        (
            "Keep arrows between boxes sharp and horizontal.",
            "Keep arrows between boxes sharp and horizontel.",
        ),
        (
            "Flat icons, no real cloud-vendor logos (A / B / C) — use generic cloud icons, no frames.",
            "No real cloud-vendor logos (A, B, C) beyond generic cloud icons.",
        ),
    ],
)
def test_instruction_given_twice(first: str, second: str) -> None:
    text = prompt(f"{first} Composition: one row. {second} Palette: teal.")
    assert told("TPL111", text) == [f"warning: {second}"]
    assert fixed("TPL111", text, unsafe=True) == text.replace(f" {second}", "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("English captions.", "All text in English."),
        ("Use icons.", "Do not use icons."),
        ("Draw 5 boxes.", "Draw 6 boxes."),
        ("Keep arrows above boxes.", "Keep boxes above arrows."),
        ("Use teal for the first arrow.", "Use teal for the second arrow."),
        ("Highlight the path of a hit in bright green.", "Highlight the path of a miss in bright red."),
        ("Use generic cloud icons only, no branding.", "No real cloud logos, use generic cloud icons."),
        ("Row 1: two boxes.", "Row 2: two boxes."),
    ],
)
def test_instructions_that_only_resemble_each_other(first: str, second: str) -> None:
    assert told("TPL111", prompt(f"{first} Composition: one row. {second} Palette: teal.")) == []


def test_what_boxes_arrows_and_steps_repeat_is_no_instruction() -> None:
    arrows = "".join('Pool → Client: "show the rows again"\n' for _ in range(3))
    steps = "".join(f"{number}. Pool must answer the Client with rows.\n" for number in (1, 2, 3))
    text = f"Boxes: Pool, Client.\n\nArrows:\n{arrows}\nLegend:\n{steps}"
    assert told("TPL111", text) == []


def test_the_copy_goes_without_leaving_sentences_run_together() -> None:
    text = prompt("Use thin lines. Flat style, no frames Use thin lines. Keep it calm.")
    assert "no frames. Keep it calm." in fixed("TPL111", text, unsafe=True)


def test_the_copy_in_a_list_goes_with_its_line() -> None:
    text = "Rules\n- Keep every caption short.\n- No frames.\n- Keep every caption short.\n- Flat icons.\n"
    assert (
        fixed("TPL111", text, unsafe=True)
        == "Rules\n- Keep every caption short.\n- No frames.\n- Flat icons.\n"
    )


def test_ten_thousand_different_sentences_are_compared() -> None:
    sentences = [f"Keep the boxes w{n} apart from the boxes q{n} of group g{n % 97}." for n in range(10_000)]
    text = " ".join([*sentences, sentences[5000]])
    assert told("TPL111", text) == [f"warning: {sentences[5000]}"]


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("MÃ¼llabfuhr", "Müllabfuhr"),
        ("22 Â°C", "22 °C"),
        ("itâ€™s", "it’s"),
        ("â€œDelivery statusâ€", "“Delivery status”"),
        ("aÃ§Ã£o", "ação"),
        ("CafÃ\xa0", "Cafà"),
        ("Ð¿Ð¾Ñ‚Ð¾Ðº", "поток"),
    ],
)
def test_mojibake_is_read_back(broken: str, right: str) -> None:
    text = prompt(label=broken)
    assert {one.rule for one in lint(f"{CHARACTERS} {PAIRS}", text).diagnostics} == {"TPL121"}
    assert fixed("TPL121", text) == prompt(label=right)


@pytest.mark.parametrize(
    "words",
    [
        "São João, Ângela, MÃE",
        "“CAFÉ” und „Spaß“",
        "naïve… Ærø",
        "Ångström × 2",
        "Œuvre à l'été",
        "À «Évry»",
        "“MANHÔ.",
    ],
)
def test_accents_are_no_mojibake(words: str) -> None:
    assert told("TPL121", prompt(label=words)) == []


def test_a_lost_character_cannot_be_fixed() -> None:
    [found] = lint("TPL121", prompt(label="M\ufffdllabfuhr")).diagnostics
    assert (found.text, found.fix) == ("M\ufffdllabfuhr", None)


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("Side\u200bcar", "Sidecar"),
        ("auto\u00admatic", "automatic"),
        ("\ufeffCache", "Cache"),
        ("a\u2028b", "a\nb"),
        ("x\x1by", "xy"),
    ],
)
def test_invisible_characters_are_removed(word: str, shown: str) -> None:
    text = f"Infographic with {word} in it."
    assert told("TPL122", text) == [f"warning: {word}"]
    assert fixed("TPL122", text) == f"Infographic with {shown} in it."


@pytest.mark.parametrize(
    "word", ["👩\u200d💻", "❤\ufe0f", "ℹ\ufe0f", "1\ufe0f\u20e3", "می\u200cخواهم", "क्\u200dष"]
)
def test_joiners_and_selectors_that_are_needed(word: str) -> None:
    assert told("TPL122", f"Infographic with {word} in it.") == []


def test_isolates_are_meant_in_scripts_from_right_to_left() -> None:
    assert told("TPL123", "Title: “\u2067شبكة\u2069”.") == []
    assert told("TPL123", "Title: “\u2067web\u2069”.") == ["warning: \u2067web\u2069"]
    assert told("TPL123", "Title: “شبكة \u202egnp.revoc\u202c”.") == ["error: \u202egnp.revoc\u202c"]


def test_overrides_are_removed_only_unsafely() -> None:
    text = 'Web Page → Store: "PUT \u202egnp.revoc\u202c"'
    assert fixed("TPL123", text) == text
    assert fixed("TPL123", text, unsafe=True) == 'Web Page → Store: "PUT gnp.revoc"'


def test_escapes_are_meant_where_they_are_the_topic() -> None:
    assert told("TPL124", prompt(label="Q&amp;A")) == ["warning: &amp;"]
    assert told("TPL124", prompt(label="escape &lt;b&gt; tags", title="How XSS is stopped")) == [
        "info: &lt;",
        "info: &gt;",
    ]
    assert told("TPL124", prompt(label="GET /q?a=1&copy=2&lt=3")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A → A "merge two; A → B "200 OK".', '"merge two'),
        ("A → B: 'POST /login; B → C: 'SELECT'; C → B: 'rows'; B → A: 'ok'.", "'POST /login"),
        ("Titel „Lasttest. Pfeil „Anfrage“.", "„Lasttest"),
        ("Titre « Essai. Flèche « demande ».", "« Essai"),
        ("Title “Load test. Arrow “request”.", "“Load test"),
        ("- Leader (icon: crown; role: leads\n- Store (icon: box)", "(icon: crown"),
        ("Index Job (gear) copies articles every 10 min).", "every 10 min)"),
        ("Values [1, 2, 3 are drawn (in blue).", "[1, 2, 3 are drawn"),
    ],
)
def test_marks_without_a_partner(text: str, expected: str) -> None:
    assert told(PAIRS, text) == [f"warning: {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        'A 13" laptop, a 6.1" phone and "a 55" screen".',
        "The clients' data, rock 'n' roll, the '90s, Priya O'Neill's rule, 'users' data' and 'a' and 'b'.",
        'He said "say "hi" now" twice.',
        'Label “POST /login" and "GET /orders”.',
        "”svenska” och ”flera”.",
        "»Anfrage« und ‚innen‘; “rock ’n’ roll” and ‘one’.",
        '{"a": "b", "c": [1, 2]} and key="value" and print(f"{x}")',
        '"A quotation that goes on\nin the next line" ends here.',
        '| Worker | " | 5\' 10" |',
        "Read more » or go « back.",
        "Steps: 1) ask 2) answer; a) flat, b) isometric; iv) four; (2) two.",
        "Variants (a) flat, (b) deep and (options: a) one, b) two).",
        "Legend (1 to 7) and the range (1 a 5).",
        "The intervals [0, 10) and (0, 10] and ]0, 1[ :) ;-) :(",
        "`f(x` and ```\nfoo(\n```\nand \\( are code.",
        "- [ ] draw\n- [x] write",
    ],
)
def test_marks_that_need_no_partner(text: str) -> None:
    assert told(PAIRS, text) == []


def test_a_bracket_of_the_wrong_kind_is_one_finding() -> None:
    assert told("TPL132", "Cache (a shelf] holds pages.") == ["warning: (a shelf"]


def test_a_storm_of_marks_ends_after_a_hundred_findings() -> None:
    assert len(told("TPL132", "(" * 5000)) == 100
