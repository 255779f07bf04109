"""Reports to write in every format: plain, empty, failed, of pictures, of strangers, and long."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from jwtlint.pack import user_pack
from jwtlint.report.home import Home
from jwtlint.report.model import Report
from jwtlint.report.totals import Totals
from jwtlint.session import Checked
from jwtlint.source import Source
from jwtlint.text import Region, Span
from tests.demo import PACK

RULES = sorted(user_pack(PACK).rules, key=lambda rule: rule.id)
HOME = Home("/catalog")

HOSTILE = (
    "::error file=a.txt::owned",
    "\n::error::owned\r\n::set-output name=x::y",
    "a ##[add-mask]b %0A::warning::c",
    "]]> <script>alert(1)</script> &amp; &#64;x </details><img src=x onerror=alert(1)>",
    "\x1b[31mred\x1b]8;;http://evil\x07 \x00 \x7f \x9b",
    "\u202eturned\u2066 round\u200b \ufeff",
    "half a pair \ud800 and \udcff, \ufffe \uffff",
    "[click](http://evil.example) ![x](http://evil.example/x.png) <http://evil.example> www.evil.example [a]: b",
    "`code` ``two`` `` ` `` | pipe \\| and \\\\| ~~no~~ **bold** _it_ $x^2$ $`x`$",
    "@octocat and me@evil.example #12 GH-12 owner/repo#3 0123456789abcdef :smile: https://evil.example",
    "# heading\n- list\n> quote\n1. one\n***\n| a | b |\n| - | - |",
    "{0} {title} {{x}} %s %(x)s",
    "",
    " ",
    "𝄞 ü \u0301 語 " * 40,
)


def diagnostic(rule: str = "TPL901", line: int = 1, column: int = 1, **changed: object) -> Diagnostic:
    """A finding of a demo rule in a.txt, with what is said to be different."""
    known = next(one for one in RULES if one.id == rule)
    place = Location("a.txt", line, column, line, column + 4, span=Span(column - 1, column + 3))
    plain = Diagnostic(
        rule, known.name, known.severity, "a leak stands here", "Remove it.", place, "LEAK", f"key-{line}-{column}"
    )  # fmt: skip
    return replace(plain, **changed)  # type: ignore[arg-type]


def fixed() -> Diagnostic:
    """A finding with a related place in the same file and a fix of two edits."""
    one, two = Location("a.txt", 1, 3, 1, 6, span=Span(2, 5)), Location("a.txt", 2, 1, 3, 4, span=Span(9, 20))
    fix = LocatedFix("remove both", Safety.UNSAFE, (LocatedEdit(one, ""), LocatedEdit(two, "ñ\nx")))
    related = (RelatedLocation(two, "TWO is [here]", "TWO"), RelatedLocation(one, "", ""))
    return diagnostic("CON901", 1, 3, location=one, fix=fix, related=related, text="ONE", entry="id-7")


def drawn() -> Diagnostic:
    """A finding on a picture."""
    where = Location("b.png", region=Region(10, 700, 210, 740), picture_size=(1024, 768), step=4)
    other = RelatedLocation(
        Location("b.png", region=Region(1, 2, 3, 4), picture_size=(1024, 768)), "here", "x"
    )
    return diagnostic(location=where, confidence=0.973, related=(other,), text="Brower")


def checked(path: str, *diagnostics: Diagnostic, errors: Sequence[Failure] = ()) -> Checked:
    result = Result(path, diagnostics, errors=tuple(errors))
    return Checked(path, result, None if errors else Source(path, ""), failing=bool(diagnostics))


def report(*files: Checked, home: Home = HOME, failures: Sequence[Failure] = ()) -> Report:
    """The report on these files; `failures` are those of the run itself."""
    totals = Totals()
    for one in files:
        totals.add(one)
    totals.failures += failures
    totals.asked = {rule.id: rule for rule in RULES}
    return Report(files, totals, RULES, home)


def _samples() -> Iterator[tuple[str, Report]]:
    yield "nothing", report()
    yield "clean", report(checked("a.txt"), checked("sub/b.txt"))
    seen = diagnostic("STR901", 4, 2, severity=Severity.INFO, location=Location("a.txt", 4, 2, 5, 1))
    whole = diagnostic("CAT901", location=Location("a.txt"), text="", remedy="")
    plain = report(
        checked("a.txt", fixed(), diagnostic(line=2), diagnostic(line=2), seen, whole), checked("c.txt")
    )
    plain.totals.notices += [
        Notice("a.txt", 3, "this suppression is of no use"),
        Notice("", None, "no reader"),
    ]
    for path in ("a.txt", "c.txt"):
        plain.totals.not_run.add(NotRun("CAT901", "no catalog metadata in this document", path))
    plain.totals.not_run.add(NotRun("SEC901", "no picture", "c.txt"))
    plain.totals.suppressed = plain.totals.unconfirmed = 2
    yield "plain", plain
    yield "pictures", report(checked("b.png", drawn()))
    gone = Failure("gone.txt", "no such file or folder; check the path")
    yield "failed", report(checked("gone.txt", errors=[gone]), failures=[Failure("", "no rule XYZ999")])
    yield "hostile", hostile()
    yield "long", report(*(checked(f"{number}.txt", *_many(number)) for number in range(50)))


def hostile() -> Report:
    """Everything that strangers write, wherever they can."""
    files = [_written_by(text, f"{number}-{text}.txt") for number, text in enumerate(HOSTILE)]
    failures = [Failure(text, text) for text in HOSTILE]
    value = report(*files, checked(HOSTILE[0], errors=failures[:3]), failures=failures)
    for text in HOSTILE:
        value.totals.notices.append(Notice(text, 1, text))
        value.totals.not_run.add(NotRun("CAT901", text, text, text))
    return value


def _written_by(text: str, path: str) -> Checked:
    where = Location(path, 1, 1, 1, 2, span=Span(0, 1))
    edits = (LocatedEdit(where, text),)
    one = diagnostic(
        location=where, message=text, remedy=text, text=text, key=path[:2], entry=text,
        related=(RelatedLocation(where, text, text),), fix=LocatedFix(text, Safety.SAFE, edits),
    )  # fmt: skip
    return checked(path, one, replace(one, severity=Severity.INFO))


def _many(number: int) -> Iterator[Diagnostic]:
    for at in range(100):
        place = Location(f"{number}.txt", at + 1, 1, at + 1, 5, span=Span(at, at + 4))
        yield diagnostic(location=place, severity=Severity(at % 3 + 1), key=f"{number}-{at}")


SAMPLES = dict(_samples())
"""Every kind of report, by its name."""
