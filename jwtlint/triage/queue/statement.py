"""The statement of reasons for a decision: what a reporter is told, and what stands in the record.

It says what Article 17(3) of Regulation (EU) 2022/2065 asks of one: the facts, the ground, whether automation was
used, and how to seek redress.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .clock import moment
from .model import Decision, Report, case_name, report_name
from .reading import Dossier
from .words import statement_words

_DATE = len("2026-06-08")


class Paragraph(NamedTuple):
    """A part of a statement under its heading."""

    heading: str
    text: str


class Statement(NamedTuple):
    """A statement of reasons: its first line, and its paragraphs in order. It names nobody."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """All of it, ready to be sent."""
        return "\n".join([self.title, *(f"{heading}: {text}" for heading, text in self.paragraphs)])


def statement(dossier: Dossier, decision: Decision, report: Report) -> Statement:
    """What the sender of a report is told, in the language of the report where we have its words.

    Where a person decided, facts and rule are in that person's own words and language.
    """
    words = statement_words(report.language)
    ruling = decision.ruling
    entry = dossier.content.title or dossier.content.entry
    title = words["greeting"].format(
        report=report_name(report.id), date=moment(report.received_at)[:_DATE], entry=f"“{entry}”"
    )
    return Statement(
        title,
        (
            Paragraph(words["outcome"], words[ruling.outcome.value]),
            Paragraph(words["facts"], words["empty_facts"] if decision.automated else ruling.facts),
            Paragraph(words["rule"], ruling.rule or words["no_rule"]),
            Paragraph(words["automation"], words["by_program" if decision.automated else "by_person"]),
            Paragraph(words["reopen"], words["how"].format(case=case_name(decision.case))),
        ),
    )


def for_record(decision: Decision) -> Iterator[Paragraph]:
    """What the record says beyond facts and rule: when it was decided, whether in time, by what means, and on what."""
    ruling = decision.ruling
    yield Paragraph("decided", moment(decision.at))
    yield Paragraph("deadline", f"{moment(decision.deadline)}, {'missed' if decision.late else 'kept'}")
    decided = "it dismissed the case, too" if decision.automated else "a person decided"
    yield Paragraph("automation", f"a program judged the reports; {decided}")
    if ruling.evidence:
        yield Paragraph("evidence", ", ".join(map(str, ruling.evidence)))
    if ruling.judgement:
        yield Paragraph("human judgement", ruling.judgement)
