"""How the arrows of a prompt were understood, for people."""

from ..document import Document
from . import flow_facts
from .cells import width, wrapped
from .counting import counted
from .paper import Paper, Style
from .visible import visible

_INDENT = " " * 5


def explain_flow(paper: Paper, document: Document) -> None:
    """Write what kind each component is and why, then what each arrow does, who answers it, and what is left open."""
    entry = document.entry
    name = f"{visible(entry.path)}{f' ({visible(entry.id)})' if entry.id else ''}"
    paper.line((name, Style.STRONG), f"  read as {entry.form}")
    paper.line()
    conversation = document.conversation
    if conversation is None:
        paper.line(("no arrows could be read, so there is no flow to explain", Style.WARNING))
        paper.line()
        return
    components = list(flow_facts.components(document, conversation))
    paper.line((counted(len(components), "component"), Style.STRONG))
    for component in components:
        kind = f"{flow_facts.called(component.kind)}{'' if component.certain else '?'}"
        head = f"{visible(component.name)}: {kind}"
        lines = list(
            wrapped(f"({visible(component.why)})", paper.columns, _INDENT * 2, width(head) + len(_INDENT) + 1)
        )
        paper.line(_INDENT, (head, Style.INFO), f" {lines[0]}")
        for line in lines[1:]:
            paper.line(line)
    paper.line()
    arrows = list(flow_facts.arrows(conversation))
    paper.line((counted(len(arrows), "arrow"), Style.STRONG))
    for told in arrows:
        _arrow(paper, told)
    paper.line()
    _open(paper, [exchange.request.index + 1 for exchange in conversation.unanswered()])


def _arrow(paper: Paper, told: flow_facts.Told) -> None:
    message = told.message
    branch = flow_facts.branch_of(message)
    head = f"{message.source} → {message.target}{f' ({branch})' if branch else ''}"
    _lines(
        paper,
        f"{told.number:>3}  ",
        f"{visible(head)}: {visible(message.label.value) or 'no label'}",
        Style.STRONG,
    )
    _lines(paper, _INDENT, f"{message.act.value}: {visible(told.why)}", Style.INFO)
    if told.says:
        _lines(paper, _INDENT, f"says: {visible('; '.join(told.says))}", Style.DIM)
    if told.outcome:
        _lines(paper, _INDENT, visible(told.outcome), _style(told))


def _style(told: flow_facts.Told) -> Style:
    if told.jumps or (told.answers is None and told.message.act.value == "reply"):
        return Style.WARNING
    return Style.GOOD if told.answers or told.answered_by else Style.DIM


def _lines(paper: Paper, start: str, text: str, style: Style) -> None:
    first, *rest = wrapped(text, paper.columns, _INDENT, len(start))
    paper.line(start, (first, style))
    for line in rest:
        paper.line((line, style))


def _open(paper: Paper, unanswered: list[int]) -> None:
    if unanswered:
        numbers = ", ".join(map(str, unanswered))
        paper.line(
            (f"left open: {counted(len(unanswered), 'request')} without a reply ({numbers})", Style.WARNING)
        )
    else:
        paper.line(("left open: nothing", Style.GOOD))
    paper.line()
