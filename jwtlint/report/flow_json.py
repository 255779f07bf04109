"""How the arrows of a prompt were understood, for programs. Keys are added, never changed or removed."""

from typing import Any

from ..document import Document
from . import flow_facts


def flow(document: Document) -> dict[str, Any] | None:
    """Components, and what each arrow does; None where no arrows were read."""
    conversation = document.conversation
    if conversation is None:
        return None
    arrows = list(flow_facts.arrows(conversation))
    return {
        "components": [
            {**one._asdict(), "kind": one.kind.value} for one in flow_facts.components(document, conversation)
        ],
        "arrows": [_arrow(told) for told in arrows],
        "unanswered": [exchange.request.index + 1 for exchange in conversation.unanswered()],
    }


def _arrow(told: flow_facts.Told) -> dict[str, Any]:
    message = told.message
    return {
        "number": told.number,
        "source": message.source.name,
        "target": message.target.name,
        "label": message.label.value,
        "mode": message.mode.value,
        "act": message.act.value,
        "why": told.why,
        "says": list(told.says),
        "answers": told.answers,
        "answered_by": list(told.answered_by),
        "jumps_over": list(told.jumps),
        "outcome": told.outcome,
    }
