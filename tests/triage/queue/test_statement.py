"""The statement of reasons."""

import string
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from jwtlint.triage.model import Gate
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.model import Outcome, Submission
from jwtlint.triage.queue.reading import Dossier
from jwtlint.triage.queue.statement import for_record, statement

from .desk import Desk, assessment, claim, content


def told(desk: Desk, language: str) -> Dossier:
    """A decided case of a report in a language."""
    said = assessment(Gate.SUBSTANTIATED, claim(), language=language)
    desk.queue.add(Submission("a", None, "Joe", "joe@example.org"), content(assess=lambda text: said))
    desk.settle(1, Outcome.UPHELD, "ann")
    with desk.queue.database.reading() as connection:
        return reading.dossier(connection, 1)


def test_it_says_facts_rule_automation_and_how_to_reopen(desk: Desk) -> None:
    dossier = told(desk, "en")
    words = statement(dossier, dossier.decisions[0], dossier.reports[0])
    assert words.text == (
        "Your report R1 of 2026-05-28 on “JWT flow”\n"
        "Decision: What you reported is wrong indeed; it will be repaired.\n"
        "Facts: the label reads Brwoser\n"
        "Rule: labels are spelt right\n"
        "Automation: A program sorted your report and compared it with its findings on the entry; a person decided.\n"
        "If you disagree: Answer, quote C1, and say what is different from the facts above. A person then looks at it "
        "again."
    )


def test_in_the_language_of_the_report(desk: Desk) -> None:
    dossier = told(desk, "es")
    words = statement(dossier, dossier.decisions[0], dossier.reports[0]).text
    assert words.startswith("Su aviso R1 del 2026-05-28 sobre “JWT flow”\nDecisión: Lo que usted indicó es")


@pytest.mark.parametrize("language", ["fi", None])
def test_in_english_where_there_is_no_other(desk: Desk, language: str | None) -> None:
    dossier = told(desk, "en")
    report = replace(dossier.reports[0], language=language)
    assert statement(dossier, dossier.decisions[0], report).title.startswith("Your report R1")


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_names_nobody(desk: Desk, language: str) -> None:
    dossier = told(desk, language)
    words = statement(dossier, dossier.decisions[0], dossier.reports[0]).text
    assert [name for name in ("Joe", "joe@", " ann", "intake") if name in words] == []


def test_what_nobody_read_is_said_to_be_so(desk: Desk) -> None:
    desk.queue.dismiss(desk.case("spam"), "ann")
    with desk.queue.database.reading() as connection:
        dossier = reading.dossier(connection, 1)
    words = statement(dossier, dossier.decisions[0], dossier.reports[0]).text
    assert "Automation: A program sorted your report and dismissed it; nobody has read it." in words
    assert "Rule: No rule of the catalog was found to be broken." in words


def test_the_record_says_on_what_it_rests_and_whether_it_was_in_time(desk: Desk) -> None:
    desk.case()
    desk.later(25)
    desk.settle(1)
    with desk.queue.database.reading() as connection:
        (decision,) = reading.dossier(connection, 1).decisions
    assert dict(for_record(decision)) == {
        "decided": "2026-05-29 21:26 UTC",
        "deadline": "2026-05-29 20:26 UTC, missed",
        "automation": "a program judged the reports; a person decided",
        "human judgement": "I looked",
    }


def test_every_language_has_all_words_with_the_same_blanks() -> None:
    import jwtlint.triage.queue.words as words

    languages = tomllib.loads((files(words) / "statement.toml").read_text(encoding="utf-8"))
    blanks = {
        language: {key: _blanks(text) for key, text in known.items()} for language, known in languages.items()
    }
    assert blanks["es"] == blanks["en"]


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
