"""The page of a case."""

import base64
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from ...clock import moment, timestamp
from ...model import Decision, Report, case_name, report_name
from ...priority import parts_of
from ...reading import Dossier
from ...statement import for_record, statement
from ...states import SETTLED
from ..plain import People
from .claims import Frames, claim_card
from .markup import Child, Html, element, joined
from .picture import Embedded, embedded


class Page:
    """Writes the page of one case; of people only where `named`."""

    def __init__(self, stream: TextIO, *, named: bool) -> None:
        self._stream = stream
        self._named = named

    def case(self, dossier: Dossier) -> None:
        """Write the page."""
        self._stream.write("<!doctype html>\n" + page(dossier, named=self._named) + "\n")


def page(dossier: Dossier, *, named: bool) -> Html:
    """The whole page but for its doctype."""
    people = People(dossier.history, named=named)
    style = (files(__package__) / "case.css").read_text(encoding="utf-8")
    picture = embedded(dossier.content)
    frames = Frames(dossier.claims)
    title = f"{case_name(dossier.case.id)} · {dossier.case.category}"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", Html(style)),
    )
    main = element(
        "main",
        _summary(dossier, people),
        _section("Reports", *(_report(dossier, one, frames, named=named) for one in dossier.reports)),
        _section("Decisions", *(_decision(dossier, one, people) for one in dossier.decisions))
        if dossier.decisions
        else None,
        _picture(picture, frames),
        _section("Labels on this entry", element("p", ", ".join(dossier.content.labels)))
        if dossier.content.labels
        else None,
        _history(dossier, people),
    )
    return element("html", head, element("body", main), lang="en")


def _policy(style: str) -> str:
    """Nothing may be loaded or run, and only this very style applies."""
    digest = base64.b64encode(sha256(style.encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _summary(dossier: Dossier, people: People) -> Html:
    case, content = dossier.case, dossier.content
    state = f"{case.state}: {case.outcome}" if case.outcome else case.state.value
    if case.holder:
        state = f"{state} by {people.called(case.holder)}"
    facts: list[tuple[str, Child]] = [("Entry", content.entry), ("Category", case.category)]
    facts.append(("Opened", moment(case.opened_at)))
    if case.state not in SETTLED:
        facts.append(("Deadline", moment(case.deadline)))
    parts = " + ".join(f"{part.points} {part.reason}" for part in parts_of(case))
    facts.append(("Priority", f"{case.priority} = {parts}" if parts else str(case.priority)))
    if dossier.earlier:
        names = ", ".join(f"{case_name(one.id)} ({one.outcome or one.state})" for one in dossier.earlier)
        facts.append(("On other content", f"{names}; what was decided there does not hold here"))
    return element(
        "header",
        element(
            "p",
            element("span", case_name(case.id), class_="number"),
            element("span", state, class_=_chip(dossier)),
        ),
        element("h1", content.title or content.entry),
        element("dl", *(joined(element("dt", name), element("dd", value)) for name, value in facts)),
    )


def _chip(dossier: Dossier) -> str:
    return f"chip {'escalated' if dossier.case.escalated else dossier.case.state}"


def _picture(picture: Embedded | str | None, frames: "Frames") -> Html | None:
    if picture is None:
        return None
    if isinstance(picture, str):
        return _section("Picture", element("p", picture, class_="note"))
    width, height = picture.size
    image = element(
        "img", src=picture.address, width=width, height=height, alt="The picture that was reported"
    )
    # The box goes before what it uncovers: that is how the style sheet knows.
    return _section(
        "Picture",
        element("input", type="checkbox", id="uncover"),
        element("label", "Show the picture", for_="uncover"),
        element("figure", image, frames.overlay(picture.size)),
    )


def _report(dossier: Dossier, report: Report, frames: "Frames", *, named: bool) -> Html:
    contact = dossier.contacts.get(report.id) if named else None
    known = [moment(report.received_at), report.language, "abusive words" if report.abusive else None]
    if contact:
        known += [contact.name, contact.email]
    claims = dossier.claims_of(report.id)
    return element(
        "article",
        element(
            "h3",
            report_name(report.id),
            element("span", report.gate, class_=f"chip {report.gate}"),
            element("small", " · ".join(one for one in known if one)),
        ),
        element("blockquote", report.text if named else report.masked),
        element("ul", *(element("li", reason) for reason in report.reasons), class_="reasons"),
        *(claim_card(one, frames, whole=one.quote == report.masked) for one in claims),
        id=report_name(report.id),
    )


def _decision(dossier: Dossier, decision: Decision, people: People) -> Html:
    by = "automatically, for" if decision.automated else "by"
    statements = (statement(dossier, decision, report) for report in dossier.reports)
    return element(
        "article",
        element(
            "h3",
            element("span", decision.ruling.outcome, class_=f"chip {decision.ruling.outcome}"),
            element("small", f"{by} {people.called(decision.actor)}"),
        ),
        element("dl", *(_term(heading, text) for heading, text in _record(decision))),
        element(
            "details",
            element("summary", "What the reporters are told"),
            *(element("pre", one.text) for one in statements),
        ),
    )


def _record(decision: Decision) -> Iterator[tuple[str, str]]:
    yield "facts", decision.ruling.facts
    if decision.ruling.rule:
        yield "rule", decision.ruling.rule
    yield from for_record(decision)


def _term(name: str, value: str) -> Html:
    return joined(element("dt", name.capitalize()), element("dd", value))


def _history(dossier: Dossier, people: People) -> Html:
    rows = (
        element(
            "tr",
            element("td", element("time", moment(one.at), datetime=timestamp(one.at))),
            element("td", one.kind),
            element("td", people.called(one.actor)),
            element("td", report_name(one.report) if one.report else one.body.get("reason")),
        )
        for one in dossier.history
    )
    heads = (element("th", name, scope="col") for name in ("When", "What", "Who", "Detail"))
    return _section(
        "History", element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
    )


def _section(heading: str, *children: Child) -> Html:
    return element("section", element("h2", heading), *children)
