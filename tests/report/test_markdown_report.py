"""The report in Markdown, read by GitHub's own parser."""

import pytest

from jwtlint.finding import Severity
from jwtlint.report.markdown import markdown
from jwtlint.report.model import Report
from tests.report.actions_runner import commands
from tests.report.gfm import live, rendered, text_of
from tests.report.samples import RULES, SAMPLES, checked, diagnostic, drawn, fixed, report

ALLOWED = {
    *("main", "h2", "h3", "p", "ul", "li", "br", "strong", "code", "a", "details", "summary", "span"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def written(value: Report) -> str:
    return "".join(markdown(value))


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_of_strangers_is_live(name: str) -> None:
    text = written(SAMPLES[name])
    page = rendered(text)
    assert {element.tag for element in page.iter()} <= ALLOWED
    assert {link.get("href") for link in page.iter("a")} <= {rule.url for rule in RULES}
    assert not live(page)
    assert not commands(text)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_finding_stands_in_it_once(name: str) -> None:
    value = SAMPLES[name]
    page = rendered(written(value))
    labels = {severity.label for severity in Severity}
    strong = page.xpath("//li/strong | //li/p[1]/strong")
    items = [one for one in strong if text_of(one) in labels]
    assert len(items) == value.totals.findings


def test_a_finding_says_all_there_is() -> None:
    assert written(report(checked("a.txt", fixed()), checked("b.txt"))) == (
        "## jwtlint: 1 warning in 1 of 2 files; 1 fixable with --unsafe-fixes\n"
        "\n"
        "| rule | severity | findings |\n"
        "| --- | --- | ---: |\n"
        "| [CON901 demo-twofold](https://github.com/jwtlint/jwtlint/blob/main/docs/rules.md#con901) | warning | 1 |\n"
        "\n"
        "### `a.txt`\n"
        "\n"
        "Entry `id-7`:\n"
        "\n"
        "- **warning** [CON901 demo-twofold](https://github.com/jwtlint/jwtlint/blob/main/docs/rules.md#con901): "
        "a leak stands here  \n"
        "  `1:3`: `ONE`\n"
        "  - help: Remove it.\n"
        "  - fix: remove both (unsafe, `--unsafe-fixes`)\n"
        "  - see `2:1`: TWO is \\[here\\]\n"
        "  - see `1:3`\n"
        "\n"
    )


def test_a_place_on_a_picture() -> None:
    text = written(report(checked("b.png", drawn())))
    assert "error** [TPL901 demo-leak]" in text
    assert ", 97 % sure: a leak stands here" in text
    assert "lower left, legend step 4 (10,700 to 210,740): `Brower`\n" in text


def test_the_run_as_a_whole() -> None:
    text = written(SAMPLES["plain"])
    assert "<details><summary>Not run</summary>\n\n- CAT901 on 2 files: no catalog metadata" in text
    assert "- note: `a.txt:3`: this suppression is of no use\n- note: no reader\n" in text
    assert "- 2 findings suppressed\n- 2 findings hidden, read too unsurely\n" in text
    failed = written(SAMPLES["failed"])
    assert "- **not checked** `gone.txt`: no such file or folder; check the path\n" in failed
    assert "- **not checked** no rule XYZ999\n" in failed


def test_what_is_long_is_folded() -> None:
    page = rendered(written(report(checked("a.txt", *(diagnostic(line=line) for line in range(1, 31))))))
    (folded,) = page.findall(".//details")
    assert text_of(folded.find("summary")) == "20 further findings in a.txt"
    assert len(page.findall(".//details//li/strong")) == 20


def test_infos_stand_behind_what_matters() -> None:
    info = diagnostic("STR901", line=1, severity=Severity.INFO)
    text = written(report(checked("a.txt", info, diagnostic(line=2))))
    assert text.index("- **error** ") < text.index("- **info** ")


def test_entries_are_told_apart() -> None:
    mixed = [diagnostic(line=line, entry=f"entry-{line % 2}") for line in range(1, 5)]
    text = written(report(checked("a.txt", *mixed)))
    assert text.count("Entry `entry-0`:") == text.count("Entry `entry-1`:") == 1
