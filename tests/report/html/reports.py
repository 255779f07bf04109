"""Reports to make pages of."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from jwtlint.engine import Linter
from jwtlint.finding import (
    Diagnostic,
    Failure,
    LocatedEdit,
    LocatedFix,
    Location,
    Notice,
    NotRun,
    RelatedLocation,
    Result,
    Safety,
    Severity,
)
from jwtlint.report.html import html
from jwtlint.report.model import Report
from jwtlint.report.totals import Totals
from jwtlint.session import Checked
from jwtlint.source import Source
from jwtlint.text import Region, Span

SIZE = (1200, 800)
REGIONS = (Region(100, 100, 400, 160), Region(700, 500, 1000, 560))


@cache
def linter() -> Linter:
    """The rules of the built-in pack."""
    return Linter()


def report(*checked: Checked, notices: Sequence[Notice] = ()) -> Report:
    """What a run over these files has to say."""
    totals = Totals()
    for one in checked:
        totals.add(one)
    totals.notices += notices
    return Report(checked, totals, linter().rules)


def linted(path: str, text: str) -> Checked:
    """A document, checked by the built-in rules."""
    source = Source(path, text)
    return Checked(path, linter().lint(source), source)


def at(source: Source, words: str, nth: int = 0) -> Location:
    """The place of some words of a text."""
    start = -1
    for _ in range(nth + 1):
        start = source.value.index(words, start + 1)
    return spanned(source, start, start + len(words))


def spanned(source: Source, start: int, end: int) -> Location:
    """The place between two offsets of a text."""
    return Location(source.path, *source.position(start), *source.position(end), span=Span(start, end))


def diagnostic(
    rule: str,
    name: str,
    severity: Severity,
    message: str,
    location: Location,
    text: str,
    *,
    remedy: str = "",
    entry: str | None = None,
    related: tuple[RelatedLocation, ...] = (),
    fix: LocatedFix | None = None,
    confidence: float | None = None,
) -> Diagnostic:
    """A finding of any rule. Those of one rule on the same words have the same key, as those of a run may have."""
    return Diagnostic(
        rule,
        name,
        severity,
        message,
        remedy,
        location,
        text,
        f"{rule} {text}",
        entry,
        related,
        fix,
        confidence,
    )


def draw(path: Path) -> None:
    """A picture with something at each of the regions."""
    image = Image.new("RGB", SIZE, "white")
    for region in REGIONS:
        ImageDraw.Draw(image).rectangle(region, fill="lightsteelblue")
    image.save(path)


PAGE = """---
title: {title}
language: {language}
style: {style}
---
Draw a diagram titled "{title}" with boxes labeled "Browser" and "Payment Service".
The Browser asks the Databse. The Databse answers.
"""


def catalog(folder: Path) -> Report:
    """Three entries: one with a picture, one in another language and style, one whose finding has a fix."""
    shop = Source(str(folder / "shop.md"), PAGE.format(title="Shop", language="en", style="flat"))
    bank = Source(str(folder / "bank.md"), PAGE.format(title="Bank", language="Spanish (ES)", style="neon"))
    mail = Source(str(folder / "mail.md"), PAGE.format(title="Mail", language="English", style="flat"))
    picture = folder / "shop.png"
    draw(picture)
    drawn = str(picture)
    misspelt = [
        diagnostic(
            "SPL101",
            "misspelling",
            Severity.WARNING,
            "'Databse' is misspelt",
            at(shop, "Databse", nth),
            "Databse",
        )
        for nth in (0, 1)
    ]
    seen = (
        diagnostic(
            "PIC101",
            "misdrawn-word",
            Severity.ERROR,
            "'Brwoser' is drawn where 'Browser' is asked for",
            Location(drawn, region=REGIONS[0], picture_size=SIZE),
            "Brwoser",
            remedy="render the picture again",
            confidence=0.98,
            related=(RelatedLocation(at(shop, "Browser"), "it is asked for here", "Browser"),),
        ),
        diagnostic(
            "PIC120",
            "direction-drawn",
            Severity.INFO,
            "'icon' is an instruction, drawn as text",
            Location(drawn, region=REGIONS[1], picture_size=SIZE),
            "icon",
        ),
    )
    fix = LocatedFix("write 'Database'", Safety.SAFE, (LocatedEdit(at(mail, "Databse"), "Database"),))
    return report(
        Checked(shop.path, Result(shop.path, tuple(misspelt), suppressed=2), shop),
        Checked(
            bank.path,
            Result(
                bank.path,
                (diagnostic("CON101", "x-not-x", Severity.ERROR, "said and denied", at(bank, "Payment Service"), "Payment Service"),),
                (NotRun("PIC101", "no picture", bank.path),),
            ),
            bank,
        ),
        Checked(
            mail.path,
            Result(
                mail.path,
                (diagnostic("SPL101", "misspelling", Severity.WARNING, "'Databse' is misspelt", at(mail, "Databse"), "Databse", fix=fix),),
            ),
            mail,
        ),
        Checked("lost.md", Result("lost.md", errors=(Failure("lost.md", "no such file"),))),
        Checked(drawn, Result(drawn, seen, picture=True), shop),
        notices=(Notice("jwtlint.toml", 3, "the suppression silences nothing"),),
    )  # fmt: skip


def write(page: Path, told: Report) -> Path:
    """Write the page of a report."""
    with page.open("w", encoding="utf-8", newline="") as file:
        file.writelines(html(told))
    return page
