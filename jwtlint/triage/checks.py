"""What the entry itself and the reading of its picture say to an allegation that no finding confirms."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ..passage import Role
from ..prompt.model import Prompt
from ..prompt.quotes import quotations
from .allegation import Allegation
from .drawn import drawn_as, is_read
from .model import Verdict
from .pointer import Pointer
from .shown import cleaned
from .subject import Subject
from .things import Kind, Thing
from .words import folded

_NAMED_AT_MOST = 3
_LONGEST = 60


class Outcome(NamedTuple):
    """A verdict, and why."""

    verdict: Verdict
    why: str


Check = Callable[[Allegation, Subject], Outcome | None]

NOT_READ = "the picture was not read"


def misspelt(allegation: Allegation, subject: Subject) -> Outcome | None:
    """Does the entry or its picture have the name as it is, where somebody says it is spelt in another way?"""
    slips = [one for one in allegation.pointers if one.meant]
    if slips:
        return _worst(_slip(one, allegation, subject) for one in slips)
    things = _things(allegation)
    written = [one for one in things if one.kind in (Kind.FIELD, Kind.WORDS)]
    if written and len(written) == len(things):
        return Outcome(
            Verdict.INCONCLUSIVE, f"{_names(things)} stands on the entry so; no rule calls it misspelt"
        )
    return _as_drawn(things, subject, "spelt as the prompt asks") if things else None


def _slip(slip: Pointer, allegation: Allegation, subject: Subject) -> Outcome:
    meant, typed = cleaned(slip.meant), cleaned(slip.typed)
    if all(thing.kind is Kind.FIELD for thing in slip.things) and allegation.elements:
        return Outcome(Verdict.REFUTES, f"the entry has {meant!r}, and nowhere {typed!r}")
    if not subject.picture_read:
        return Outcome(
            Verdict.NOT_CHECKED,
            f"the entry has {meant!r}; whether {typed!r} is drawn there is open, as {NOT_READ}",
        )
    if is_read(slip.typed, subject):
        return Outcome(Verdict.INCONCLUSIVE, f"{typed!r} was read on the picture, but not surely enough")
    drawn = [drawn_as(thing, subject) for thing in slip.things if thing.kind is not Kind.FIELD]
    if drawn and all(one == "exact" for one in drawn):
        return Outcome(
            Verdict.REFUTES, f"on the picture {_names(slip.things)} was read with {meant!r}, as it should be"
        )
    return Outcome(Verdict.INCONCLUSIVE, f"neither {typed!r} nor {meant!r} was surely read in its place")


def missing(allegation: Allegation, subject: Subject) -> Outcome | None:
    """Is what is said to be missing there?"""
    if "note" in allegation.elements and not any(
        one.anchor.startswith("note:") for one in allegation.pointers
    ):
        return _missing_note(allegation, subject)
    things = _things(allegation)
    fields = subject.fields_named(allegation.elements)
    if not things and fields:
        told = ", ".join(f"{name} {_short(value)!r}" for name, value in fields.items())
        return Outcome(Verdict.REFUTES, f"the entry has the {told}")
    absent = [one for one in allegation.pointers if not one.known and not one.is_place]
    if not things and absent:
        names = ", ".join(sorted({" ".join(one.anchor.split(":", 1)) for one in absent}))
        return Outcome(
            Verdict.INCONCLUSIVE,
            f"the entry has no {cleaned(names)}; whether it should is for a person to say",
        )
    only_boxes = all(thing.kind is Kind.BOX for thing in things)
    if not things or "icon" in allegation.elements or (only_boxes and "arrow" in allegation.elements):
        # It is not the thing that is missing, but something about it.
        return None
    if "prompt" in allegation.elements:
        return Outcome(Verdict.REFUTES, f"the prompt has {_names(things)}")
    return _as_drawn(things, subject, "there")


def _missing_note(allegation: Allegation, subject: Subject) -> Outcome | None:
    """Does the prompt ask for the note that is said to be missing? A disclaimer is known by its words."""
    prompt = subject.document.prompt
    if prompt is None:
        return None
    telling = subject.vocabulary.disclaimer
    disclaims = bool(telling & allegation.words)
    if disclaims and not any(telling & set(folded(text)) for text in _noted(prompt)):
        return Outcome(
            Verdict.CONFIRMS,
            f"of the {len(prompt.notes)} notes that the prompt asks for none says what the picture is not",
        )
    said = telling if disclaims else {word for word in allegation.words if not subject.vocabulary.joins(word)}
    notes = [note for note in prompt.notes if said & set(folded(note.text.value))]
    things = [Thing("note", Kind.NOTE, note.text.value, (note.text,), ()) for note in notes or prompt.notes]
    if things and "prompt" in allegation.elements:
        return Outcome(Verdict.REFUTES, f"the prompt has {_names(things)}")
    return _as_drawn(things, subject, "there") if things else None


def _noted(prompt: Prompt) -> Iterator[str]:
    """The notes of a prompt, and whatever else it quotes in its prose."""
    for note in prompt.notes:
        yield note.text.value
    for passage in prompt.passages:
        if passage.role in (Role.PROSE, Role.NOTE):
            value = passage.text.value
            yield from (value[quote.inner_start : quote.inner_end] for quote in quotations(value))


def unanswered(allegation: Allegation, subject: Subject) -> Outcome | None:
    """Does the flow answer the arrow that is said to have no answer?"""
    conversation = subject.document.conversation
    arrows = {thing.arrow for thing in _things(allegation) if thing.arrow is not None}
    if conversation is None or not arrows or not (subject.ran("FLW103") and subject.ran("FLW104")):
        return None
    replies = []
    for exchange in conversation.exchanges:
        if exchange.request.arrow in arrows:
            if exchange.reply is None:
                return None
            replies.append(exchange.reply)
    if len(replies) < len(arrows):
        return Outcome(
            Verdict.INCONCLUSIVE, "the arrow is no request that needs an answer, as far as rules can tell"
        )
    told = "; ".join(cleaned(f"{reply} {reply.label.value!r}") for reply in replies[:_NAMED_AT_MOST])
    return Outcome(Verdict.REFUTES, f"the prompt has the answer: {told}")


def legible(allegation: Allegation, subject: Subject) -> Outcome | None:
    """Was what is said to be illegible read without a mistake?"""
    things = _things(allegation)
    return _as_drawn(things, subject, "read without a mistake") if things else None


def stops_early(allegation: Allegation, subject: Subject) -> Outcome | None:
    """Is a step drawn behind the one that is said to be the last?"""
    steps = [thing for thing in _things(allegation) if thing.kind is Kind.STEP]
    if not steps:
        return None
    first = min(thing.number for thing in steps if thing.number is not None)
    behind = [thing for thing in steps if thing.number is not None and thing.number > first]
    if not behind:
        return Outcome(Verdict.INCONCLUSIVE, f"step {first} is the last that the prompt asks for")
    return _as_drawn(behind, subject, "there")


CHECKS: dict[str, Check] = {
    "misspelt": misspelt,
    "missing": missing,
    "stops early": stops_early,
    "unanswered": unanswered,
    "illegible": legible,
    "cut off": legible,
}
"""The checks by the name of the defect."""


def _as_drawn(things: Iterable[Thing], subject: Subject, how: str) -> Outcome:
    """Refuted where everything was read exactly on the picture."""
    things = list(things)
    if not subject.picture_read:
        return Outcome(
            Verdict.NOT_CHECKED,
            f"the prompt asks for {_names(things)}; what is drawn is open, as {NOT_READ}",
        )
    drawn = [drawn_as(thing, subject) for thing in things]
    if all(one == "exact" for one in drawn):
        return Outcome(Verdict.REFUTES, f"on the picture {_names(things)} is {how}")
    return Outcome(Verdict.INCONCLUSIVE, f"{_names(things)} was not surely read on the picture")


def _things(allegation: Allegation) -> list[Thing]:
    """What it surely points at; only where there is nothing sure, what it may point at."""
    found = [thing for one in allegation.pointers if not one.weak for thing in one.things]
    found = found or [thing for one in allegation.pointers for thing in one.things]
    return list(dict.fromkeys(found))


def _worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Of several, the one that leaves most open: what is refuted in part is not refuted."""
    order = (Verdict.CONFIRMS, Verdict.REFUTES, Verdict.INCONCLUSIVE, Verdict.NOT_CHECKED)
    return max(outcomes, key=lambda one: order.index(one.verdict))


def _names(things: Iterable[Thing]) -> str:
    names = list(dict.fromkeys(_short(thing.name) for thing in things))
    more = len(names) - _NAMED_AT_MOST
    shown = ", ".join(repr(name) for name in names[:_NAMED_AT_MOST])
    return f"{shown} and {more} more" if more > 0 else shown


def _short(name: str) -> str:
    name = cleaned(name)
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"
