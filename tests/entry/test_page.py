"""Catalog pages in the shapes in which people copy them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jwtlint.entry.model import Field

from .pages import ALT, DESCRIPTION, OFFER, PROMPT, REPORT, TITLE, entries_of, entry_of, places, said

LABELLED = """📐
Resolution1536 × 1024 px
🔢
Ratio3:2
💾
File size212 KB
🎨
StyleBlueprint Infographic
🎯
Use caseinfographic
📅
Generated2026-02-11
🌐
LanguageEnglish (EN)
🔎
SEO targetdns lookup
"""
PAGE = f"""← Back to catalog
🎨 Blueprint Infographic 🎯 infographic 📅 2026-02-11

{TITLE}

{DESCRIPTION}

📚 See all “dns lookup” images →

{ALT}
{LABELLED}Full generation prompt Click to expand
{PROMPT}"""
VALUES = {
    "resolution": "1536 × 1024 px",
    "ratio": "3:2",
    "file size": "212 KB",
    "style": "Blueprint Infographic",
    "use case": "infographic",
    "date": "2026-02-11",
    "language": "English (EN)",
    "SEO target": "dns lookup",
}
ALL = {"title": TITLE, "description": DESCRIPTION, "alt text": ALT, **VALUES, "prompt": PROMPT}


def _without(*names: str) -> dict[str, str]:
    return {name: value for name, value in ALL.items() if name not in names}


def test_every_value_of_a_page_has_its_place() -> None:
    entry = entry_of(PAGE)
    assert entry.form == "page"
    assert said(entry) == ALL
    assert places(entry) == {
        "title": "4:1",
        "description": "6:1",
        "alt text": "10:1",
        "resolution": "12:11",
        "ratio": "14:6",
        "file size": "16:10",
        "style": "18:6",
        "use case": "20:9",
        "date": "22:10",
        "language": "24:9",
        "SEO target": "26:11",
        "prompt": "28:1",
    }
    assert [text.value for text in entry.chrome][:4] == [
        "← Back to catalog",
        "🎨 Blueprint Infographic 🎯 infographic 📅 2026-02-11",
        "📚 See all “dns lookup” images →",
        "📐",
    ]


PAIRS = list(zip(LABELLED.splitlines()[::2], LABELLED.splitlines()[1::2], strict=True))
ONE_LINE_EACH = "".join(f"{emoji} {value}\n" for emoji, value in PAIRS)
EMOJI_BETWEEN = ONE_LINE_EACH.replace("\n", " ").strip() + "\n"
COLONS = """Resolution: 1536 × 1024 px
Ratio: 3:2
File size: 212 KB
Style: Blueprint Infographic
Use case: infographic
Generated: 2026-02-11
Language: English (EN)
SEO target: dns lookup
"""
NEXT_LINE = COLONS.replace(": ", "\n")
ALL_ON_ONE_LINE = (
    " · ".join(COLONS.replace(":", "", 1).splitlines()).replace("e:", "e").replace("t:", "t") + "\n"
)
MORE = "\n\nArrows:\n- Laptop → Resolver: “A?”\n\nRatio: 16:9\nStyle: neon\n\n\nNo logos."
BLANKS = COLONS.replace(": ", " ")

VARIANTS = {
    "Windows line ends": (PAGE.replace("\n", "\r\n"), ALL),
    "a byte order mark": ("\ufeff" + PAGE, ALL),
    "no back link": (PAGE.removeprefix("← Back to catalog\n"), ALL),
    "another back link": (PAGE.replace("← Back to catalog", "‹ BACK TO THE CATALOGUE"), ALL),
    "other emoji": (PAGE.translate(str.maketrans("📐🔢💾🎨🎯📅🌐🔎📚", "🖼🧮💽🖌🏷🗓🗣🎣🗂")), ALL),
    "no emoji": (PAGE.translate(dict.fromkeys(map(ord, "📐🔢💾🎨🎯📅🌐🔎📚"))), ALL),
    "emoji with variation selectors": (PAGE.replace("📅", "🗓\ufe0f").replace("🔢", "1\ufe0f\u20e3"), ALL),
    "extra blank lines": (PAGE.replace("\n", "\n\n"), ALL),
    "no blank lines but one": (PAGE.replace("\n\n", "\n"), ALL),
    "indented lines": (PAGE.replace("\n", "  \n   "), ALL),
    "small letters": (PAGE.replace("Resolution", "resolution").replace("SEO target", "seo target"), ALL),
    "capital letters": (
        PAGE.replace("Full generation prompt Click to expand", "FULL GENERATION PROMPT").replace(
            "File size", "FILE SIZE "
        ),
        ALL,
    ),
    "no words to expand": (PAGE.replace(" Click to expand", ""), ALL),
    "words to expand on the next line": (PAGE.replace(" Click to expand", "\n▾ Click to expand"), ALL),
    "a copy button": (PAGE.replace("Click to expand\n", "Click to collapse\n📋\nCopy prompt\n"), ALL),
    "the prompt on the line of its heading": (PAGE.replace("prompt Click to expand\n", "prompt: "), ALL),
    "the prompt behind the words to expand": (PAGE.replace("to expand\n", "to expand "), ALL),
    "non-breaking spaces": (
        PAGE.replace("File size", "File\u00a0size\u00a0").replace("Use case", "Use\u00a0case\u00a0"),
        ALL,
    ),
    "emoji, label and value on a line": (PAGE.replace(LABELLED, ONE_LINE_EACH), ALL),
    "all on one line with emoji": (PAGE.replace(LABELLED, EMOJI_BETWEEN), ALL),
    "colons": (PAGE.replace(LABELLED, COLONS), ALL),
    "label and value on separate lines": (PAGE.replace(LABELLED, NEXT_LINE), ALL),
    "label and value on separate lines, emoji and blank lines between": (
        PAGE.replace(LABELLED, LABELLED.replace("Ratio3:2", "Ratio\n\n3:2").replace("Styl", "\nStyl")),
        ALL,
    ),
    "blanks": (PAGE.replace(LABELLED, BLANKS), ALL),
    "all labels on one line": (PAGE.replace(LABELLED, ALL_ON_ONE_LINE), ALL),
    "all labels on one line, glued": (
        PAGE.replace(LABELLED, COLONS.replace(": ", "").replace("\n", "") + "\n"),
        ALL,
    ),
    "offer above the labels": (PAGE.replace(ALT, f"{ALT}\n{OFFER}"), ALL),
    "offer above the prompt": (PAGE.replace("Full gen", f"{OFFER}\n\nFull gen"), ALL),
    "offer below the heading": (PAGE.replace("to expand\n", f"to expand\n{OFFER}\n"), ALL),
    "offer and form below": (f"{PAGE}\n\n🌍\nRe-render in another language\n{OFFER}\n\n🚩\n{REPORT}\n", ALL),
    "offer below the title": (PAGE.replace(TITLE, f"{TITLE}\n\n{OFFER}"), ALL),
    "offer at the top": (f"{OFFER}\n{PAGE}", ALL),
    "form above": (PAGE.replace("📚", f"{REPORT}\n📚"), ALL),
    "footers": (f"{PAGE}\n{REPORT}\n© The catalog\n← Back to catalog\n", ALL),
    "form on the line of the prompt": (f"{PAGE} {REPORT} Confirmed reports are resolved within a day.", ALL),
    "no alt text": (PAGE.replace(f"{ALT}\n", ""), _without("alt text")),
    "no description": (PAGE.replace(f"{DESCRIPTION}\n\n", ""), _without("description")),
    "no title": (PAGE.replace(f"{TITLE}\n\n", ""), _without("title")),
    "no ratio": (PAGE.replace("🔢\nRatio3:2\n", ""), _without("ratio")),
    "a ratio without value": (PAGE.replace("Ratio3:2", "Ratio"), _without("ratio")),
    "no labels": (PAGE.replace(LABELLED, ""), _without(*VALUES)),
    "no link to others": (PAGE.replace("📚 See all “dns lookup” images →\n\n", ""), ALL),
    "a header in lines": (PAGE.replace(" 🎯 infographic 📅", "\n🎯 infographic\n📅"), ALL),
    "no header": (PAGE.replace("🎨 Blueprint Infographic 🎯 infographic 📅 2026-02-11\n", ""), ALL),
    "several titles": (
        PAGE.replace(TITLE, f"{TITLE}\nWho answers when you type a name?\n\nFrom name to address"),
        {**ALL, "title": f"{TITLE} | Who answers when you type a name? | From name to address"},
    ),
    "a description in two paragraphs": (
        PAGE.replace(DESCRIPTION, f"{DESCRIPTION}\n\nIt ends at the root."),
        {**ALL, "description": f"{DESCRIPTION}\n\nIt ends at the root."},
    ),
    "a prompt in paragraphs": (f"{PAGE}{MORE}\n", {**ALL, "prompt": PROMPT + MORE}),
    "no heading of the prompt": (PAGE.replace("Full generation prompt Click to expand\n", ""), ALL),
    "no heading of the prompt, no labels": (
        PAGE.replace(LABELLED, "").replace("Full generation prompt Click to expand\n", ""),
        _without(*VALUES),
    ),
    "no heading of the prompt, no labels, no alt text": (
        PAGE.replace(ALT + "\n" + LABELLED, "").replace("Full generation prompt Click to expand\n", ""),
        _without("alt text", *VALUES),
    ),
    "alt text with a label": (PAGE.replace(ALT, f"Alt text: {ALT}"), ALL),
    "a picture": (PAGE.replace("📐", "Image: dns.webp\n📐"), {**ALL, "picture": "dns.webp"}),
    "no prompt": (PAGE.removesuffix(PROMPT), _without("prompt")),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_a_page_says_the_same_in_every_shape(name: str) -> None:
    page, expected = VARIANTS[name]
    entry = entry_of(page)
    assert entry.form == "page"
    assert said(entry) == expected


def test_a_label_without_a_value_has_its_place() -> None:
    entry = entry_of(PAGE.replace("Ratio3:2", "Ratio"))
    assert {field: text.span.start for field, text in entry.blanks.items()} == {
        Field.RATIO: PAGE.index("Ratio") + len("Ratio")
    }


def test_a_missing_value_is_told_from_a_form_without_a_place_for_it() -> None:
    assert Field.RATIO in entry_of(VARIANTS["no ratio"][0]).can_hold
    plain = entry_of(f"{DESCRIPTION}\n{OFFER}\n{PROMPT}\n{REPORT}")
    assert plain.can_hold == {Field.DESCRIPTION, Field.LANGUAGE}


PLAIN_VARIANTS = {
    "lines": f"{DESCRIPTION}\n{OFFER}\n{PROMPT}\n{REPORT}",
    "paragraphs": f"\n{DESCRIPTION}\n\n{OFFER}\n\n{PROMPT}\n\n{REPORT}\n\n",
    "Windows line ends": f"{DESCRIPTION}\r\n{OFFER}\r\n{PROMPT}\r\n{REPORT}\r\n",
    "offer in lines": f"{DESCRIPTION}\n{OFFER.replace('. ', f'.{chr(10)}')}\n{PROMPT}\n{REPORT}",
    "one line": f"{DESCRIPTION} {OFFER} {PROMPT} {REPORT}",
    "offer and form last": f"{DESCRIPTION}\n{PROMPT}\n{OFFER}\n{REPORT}",
    "offer and form between": f"{DESCRIPTION}\n{REPORT}\n{OFFER}\n{PROMPT}",
}


@pytest.mark.parametrize("name", PLAIN_VARIANTS)
def test_without_headings_offer_and_form_divide(name: str) -> None:
    entry = entry_of(PLAIN_VARIANTS[name])
    assert said(entry) == {"description": DESCRIPTION, "language": "English", "prompt": PROMPT}


def test_offer_and_form_around_a_prompt_alone() -> None:
    assert said(entry_of(f"{OFFER}\n{PROMPT}\n\nNo logos.\n{REPORT}")) == {
        "language": "English",
        "prompt": f"{PROMPT}\n\nNo logos.",
    }


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzé", min_size=1, max_size=9))
@example("stale")
@example("s")
@example("on")
def test_a_label_takes_no_letter_of_the_value_that_is_glued_to_it(word: str) -> None:
    page = PAGE.replace("SEO targetdns lookup", f"SEO target{word}").replace("caseinfographic", f"case{word}")
    page = page.replace("StyleBlueprint Infographic", f"Style{word}").replace(
        "LanguageEnglish (EN)", f"Language{word}"
    )
    values = said(entry_of(page))
    assert {values[name] for name in ("SEO target", "use case", "style", "language")} == {word}


def test_the_label_of_the_language_wins_over_the_offer() -> None:
    entry = entry_of(PAGE.replace("LanguageEnglish (EN)", "LanguageSpanish (ES)") + f"\n{OFFER}")
    assert entry.fields[Field.LANGUAGE].value == "Spanish (ES)"


def test_pages_that_follow_each_other_are_entries_of_their_own() -> None:
    second = PAGE.replace(TITLE, "DNSSEC in one picture")
    entries = entries_of(f"{PAGE}\n\n{second}\n")
    assert [entry.titles[0].value for entry in entries] == [TITLE, "DNSSEC in one picture"]
    assert [entry.prompt and entry.prompt.value for entry in entries] == [PROMPT, PROMPT]


def test_words_like_labels_are_no_labels_in_titles_and_descriptions() -> None:
    page = PAGE.replace(TITLE, "Style: the resolver’s view").replace(
        DESCRIPTION, "Resolution of names, step by step."
    )
    assert said(entry_of(page)) == {
        **ALL,
        "title": "Style: the resolver’s view",
        "description": "Resolution of names, step by step.",
    }


def test_an_alt_text_that_begins_like_a_label() -> None:
    page = PAGE.replace(ALT, "Style study of a DNS lookup.")
    assert said(entry_of(page)) == {**ALL, "alt text": "Style study of a DNS lookup."}
