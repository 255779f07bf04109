"""The metadata of an entry: forms of its fields, and what they say of the picture."""

from datetime import date

import pytest

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.fixer import fix
from jwtlint.source import Source

from .told import lint, told

PROMPT = (
    'Infographic titled "Negative Caching". Boxes: Shop Page (window icon; role: asks), Product API (server icon; role:'
    ' answers), Cache (shelf icon; role: remembers misses). Arrows: Shop Page → Product API "GET /products/0";'
    ' Product API → Cache "GET product:0".'
)
PAGE = """← Back to catalog
🎨 AI Tech Architecture Infographic 🎯 infographic 📅 2026-06-08

Negative caching

Infographic of negative caching for people who run a shop on the web.

📚 See all “negative caching” images →
{alt}
📐
Resolution{resolution}
🔢
Ratio{ratio}
💾
File size174 KB
📅
Generated2026-06-08
🌐
LanguageEnglish (EN)
🔎
SEO targetnegative caching
Full generation prompt Click to expand
"""
TODAY = date(2026, 6, 15)
SIZES = "CAT102 CAT103 CAT104 CAT105"
DATES = "CAT107 CAT108 CAT109"
LANGUAGES = "CAT110 CAT111"
ALT = "CAT114 CAT115 CAT116 CAT117"


def entry(**fields: str) -> str:
    """An entry with these fields in its front matter."""
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: Negative caching\n{lines}---\n{PROMPT}\n"


def page(alt: str = "Infographic of a cache.", resolution: str = "1024 × 1024 px", ratio: str = "1:1") -> str:
    """A page that was copied as text."""
    return PAGE.format(alt=f"\n{alt}" if alt else "", resolution=resolution, ratio=ratio) + PROMPT


def dated(value: str) -> list[str]:
    """What the rules on dates say of a date, on the fifteenth of June 2026."""
    linter = Linter(Settings(select=tuple(DATES.split()), today=TODAY))
    result = linter.lint(Source("entry.md", entry(date=value)))
    assert result.errors == ()
    return [f"{one.severity.label}: {one.name}" for one in result.diagnostics]


def fixed(selected: str, text: str, *, unsafe: bool = False) -> str:
    """The text after the fixes of the selected rules."""
    path = "entry.md" if text.startswith("---") else "entry.txt"
    linter = Linter(Settings(select=tuple(selected.split()), today=TODAY))
    return fix(linter, Source(path, text), unsafe=unsafe).source.value


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("style", "{{style}}"),
        ("use_case", "[object Object]"),
        ("language", "undefined (undefined)"),
        ("resolution", "undefined × undefined px"),
        ("ratio", "NaN"),
        ("file_size", "NaN KB"),
        ("date", "Invalid Date"),
        ("image", "${slug}.png"),
    ],
)
def test_unfilled_field_is_told_once(field: str, value: str) -> None:
    assert told("CAT", entry(**{field: f'"{value}"'}, alt="Infographic of a cache.")) == [f"error: {value}"]


@pytest.mark.parametrize("value", ["Flat vector", "None of the usual ones", "null-safe look", "naïve"])
def test_filled_fields(value: str) -> None:
    assert told("CAT101", entry(style=value, use_case=value)) == []


@pytest.mark.parametrize(
    "value",
    [
        "1024 × 1024 px",
        "1792x1024",
        "1536*1024",
        "1,920 x 1,080 pixels",
        "1280px × 960px",
        "1024 by 1024",
        "1200 X 1500",
    ],
)
def test_resolutions(value: str) -> None:
    assert told("CAT102", entry(resolution=value)) == []


@pytest.mark.parametrize("value", ["HD", "1024", "1024 px", "16:9", "0x1024", "1024x99999", "1024x1024x3"])
def test_no_resolutions(value: str) -> None:
    assert told("CAT102", entry(resolution=value)) == [f"warning: {value}"]


@pytest.mark.parametrize(
    ("pixels", "ratio"),
    [("1024x1024", "1:1"), ("1792*1024", "7:4"), ("1024 × 1536 px", "2:3"), ("1920:1080", "16:9")],
)
def test_pixels_as_ratio_are_reduced(pixels: str, ratio: str) -> None:
    assert told(SIZES, page(ratio=pixels)) == [f"warning: {pixels}"]
    assert fixed(SIZES, page(ratio=pixels)) == page(ratio=ratio)


def test_ratio_near_a_common_one_is_fixed_unsafely() -> None:
    text = page(ratio="1365x768", resolution="1365 × 768 px")
    assert fixed(SIZES, text) == text
    assert fixed(SIZES, text, unsafe=True) == page(ratio="16:9", resolution="1365 × 768 px")


def test_bare_ratio_in_front_matter_is_quoted() -> None:
    # PyYAML reads a bare 3:2 as 182.
    assert fixed(SIZES, entry(ratio="1536x1024")) == entry(ratio='"3:2"')
    assert fixed(SIZES, entry(ratio='"1536x1024"')) == entry(ratio='"3:2"')


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        ("16/9", ["info: 16/9"]),
        ("16x9", ["info: 16x9"]),
        ("square", ["warning: square"]),
        ("1.91:1", []),
        ("21:9", []),
    ],
)
def test_forms_of_a_ratio(ratio: str, expected: list[str]) -> None:
    assert told(SIZES, page(ratio=ratio, resolution="")) == expected


@pytest.mark.parametrize(
    ("resolution", "ratio", "expected"),
    [
        ("1024 × 1024 px", "16:9", ["warning: 16:9"]),
        ("1024 × 1536 px", "3:2", ["warning: 3:2"]),
        ("1365 × 768 px", "16:9", []),
        ("1792 × 1024 px", "16:9", ["info: 16:9"]),
        ("1792 × 1024 px", "7:4", []),
        ("0 × 0 px", "1:1", []),
    ],
)
def test_ratio_against_resolution(resolution: str, ratio: str, expected: list[str]) -> None:
    assert told("CAT105", page(resolution=resolution, ratio=ratio)) == expected


@pytest.mark.parametrize(
    "value", ["174 KB", "1.2 MB", "1,2 MB", "203KB", "12 345 bytes", "~180 kB", "1.5 MiB", "174 Ko"]
)
def test_file_sizes(value: str) -> None:
    assert told("CAT106", entry(file_size=value)) == []


@pytest.mark.parametrize("value", ["174", "KB", "large", "0 KB", "-3 KB", "174 px"])
def test_no_file_sizes(value: str) -> None:
    assert told("CAT106", entry(file_size=value)) == [f"warning: {value}"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-06-08", []),
        ("2026-06-08T09:30:00Z", []),
        ("2026-06-16", []),
        ("2026-06-17", ["warning: future-date"]),
        ("2026-02-29", ["error: impossible-date"]),
        ("2024-02-29", []),
        ("2026-13-04", ["error: impossible-date"]),
        ("2026-00-00", ["error: impossible-date"]),
        ("0000-01-01", ["error: impossible-date"]),
        ("31.04.2026", ["error: impossible-date"]),
        ("06/08/2025", ["warning: date-form"]),
        ("25/08/2025", ["info: date-form"]),
        ("08/25/2025", ["info: date-form"]),
        ("08.06.2026", ["info: date-form"]),
        ("June 8th, 2026", ["info: date-form"]),
        ("8. Juni 2026", ["info: date-form"]),
        ("8 de junio de 2026", ["info: date-form"]),
        ("8 Foo 2026", ["warning: date-form"]),
        ("20260608", ["info: date-form"]),
        ("June 2026", ["info: date-form"]),
        ("yesterday", ["warning: date-form"]),
    ],
)
def test_dates(value: str, expected: list[str]) -> None:
    assert dated(value) == expected


@pytest.mark.parametrize("value", ["8 June 2026", "Monday, June 8, 2026", "08.06.2026", "2026/6/8"])
def test_unmistakable_dates_are_rewritten(value: str) -> None:
    assert fixed("CAT107", entry(date=value)) == entry(date="2026-06-08")


@pytest.mark.parametrize(
    "value",
    [
        "English (EN)",
        "en",
        "pt-BR",
        "English / EN",
        "Portuguese (BR)",
        "Portuguese (PT-BR)",
        "Swedish (SE)",
        "Chinese (zh-Hans)",
        "Norwegian (NO)",
        "Español (ES)",
        "German (deu)",
        "Quechua (PE)",
        "Esperanto (EO)",
        "Filipino (TL)",
        "english",
    ],
)
def test_languages(value: str) -> None:
    assert told(LANGUAGES, entry(language=value)) == []


@pytest.mark.parametrize(
    "value", ["German (FR)", "Portuguese (ES)", "French (EN)", "English (DE)", "Quechua (DE)"]
)
def test_language_with_the_code_of_another(value: str) -> None:
    assert told(LANGUAGES, entry(language=value)) == [f"error: {value}"]


def test_unknown_languages() -> None:
    [found] = lint(LANGUAGES, entry(language="Englsh (EN)")).diagnostics
    assert "did you mean 'English'?" in found.message
    assert told(LANGUAGES, entry(language="xx-YY")) == ["warning: xx-YY"]
    assert told(LANGUAGES, entry(language="a" * 5000)) == [f"warning: {'a' * 5000}"]


@pytest.mark.parametrize(
    "target",
    [
        "negative caching diagram",
        "cache misses",
        "shoppage",
        "api of products",
        "diagram flow architecture",
        "néGative-caching",
        "what is a cache",
    ],
)
def test_seo_target_that_the_picture_answers(target: str) -> None:
    assert told("CAT112", entry(seo_target=target)) == []


@pytest.mark.parametrize("target", ["leased line diagram", "wifi", "garden irrigation plan 2026"])
def test_seo_target_that_it_does_not(target: str) -> None:
    assert told("CAT112", entry(seo_target=target)) == [f"warning: {target}"]


def test_seo_target_is_not_proved_by_prohibitions_and_form() -> None:
    text = entry(seo_target="diagram of wifi").replace(PROMPT, f"{PROMPT} Do not include any Wi-Fi imagery.")
    assert told("CAT112", text) == ["warning: diagram of wifi"]


def test_alt_text_is_missed_where_the_form_has_it() -> None:
    assert told(ALT, page()) == []
    assert told(ALT, page(alt="")) == ["warning: Negative caching"]
    assert told(ALT, entry(date="2026-06-08")) == ["warning: Negative caching"]
    assert told(ALT, entry(style="flat")) == ["info: Negative caching"]
    assert told(ALT, PROMPT) == []


def test_empty_alt_text_is_reported_at_its_place() -> None:
    text = entry(date="2026-06-08", alt='""')
    [found] = lint(ALT, text).diagnostics
    assert (found.text, found.location.line) == ("", 4)


def test_alt_text_of_150_characters_is_not_too_long() -> None:
    assert told(ALT, entry(alt="a" * 150)) == []
    assert told(ALT, entry(alt="a" * 151)) == [f"warning: {'a' * 151}"]


@pytest.mark.parametrize(
    "opening",
    ["Image of", "An image of", "This picture shows", "Picture showing", "Imagen de", "Bild von", "Image d'"],
)
def test_alt_text_that_says_it_is_a_picture(opening: str) -> None:
    gap = "" if opening.endswith("'") else " "
    [found] = lint(ALT, entry(alt=f'"{opening}{gap}orders in a queue."')).diagnostics
    assert (found.name, found.text) == ("alt-says-image", opening)


@pytest.mark.parametrize(
    "alt", ["Diagram of orders.", "Image registry with two layers.", "Infographic of a picture of orders."]
)
def test_alt_text_that_says_what_is_shown(alt: str) -> None:
    assert told(ALT, entry(alt=alt)) == []


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Infographic of a shop with Shop Page, Product API, Cache and Message Queue.", ["Message Queue"]),
        ("Infographic of a shop with Shop Page, Rate Limiter, Product API and Cache.", ["Rate Limiter"]),
        (
            "Infographic of a shop with Shop Page, Product API, Cache and Message Queue in pastel.",
            ["Message Queue"],
        ),
        ("Infographic of a shop with Shop Page, Product API and Cache.", []),
        ("Infographic of a shop with Shop Page, Product API, Cache and arrows.", []),
        ("Infographic of a shop with Shop, API, Caches and GET.", []),
        ("Infographic of a shop. Readers learn of SPF, DKIM and DMARC.", []),
        ("From Shop Page through the Product API to the Cache, in Teal and Sand.", []),
        ("How the Shop Page asks the Cache, drawn for Ana, Ben and Eva.", []),
    ],
)
def test_components_that_only_the_description_has(description: str, expected: list[str]) -> None:
    assert told("CAT118", entry(description=description)) == [f"warning: {name}" for name in expected]


def test_nouns_with_capital_letters_are_worth_a_look_only() -> None:
    text = entry(
        description="Infografik über das Zwischenspeichern mit Shop Page, Product API, Cache und Ablauf."
    )
    assert told("CAT118", text) == ["info: Ablauf"]
