"""What the names of one sentence mean together: which arrow of several, and the arrow between two boxes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..regex import lazy
from .pointer import Pointer
from .things import Kind, Thing

_TOWARDS = lazy(
    r"(?i)\W*(?:box|arrow|flecha)?\W*(?:→|->|=>|to|into|towards?|a|al|hasta|hacia)\W*(?:the|la|el)?\W*"
)
_AND = lazy(r"(?i)\W*(?:and|y|e)\W*(?:the|la|el)?\W*")
_BETWEEN = lazy(r"(?i)\b(?:between|entre)\b\W*(?:the|la|el)?\W*\Z")
_MEANT_BY = {
    "arrow": Kind.ARROW,
    "label": Kind.ARROW,
    "box": Kind.BOX,
    "step": Kind.STEP,
    "legend": Kind.STEP,
    "note": Kind.NOTE,
}


def narrowed(
    text: str, pointers: Sequence[Pointer], elements: frozenset[str], things: Sequence[Thing]
) -> tuple[Pointer, ...]:
    """The pointers of a sentence, each as exact as the others make it; arrows that only their ends name are added."""
    boxes = _boxes(pointers)
    found = [_narrowed(one, boxes, elements) for one in pointers]
    if not any(map(_is_arrow, found)):
        found += _between(text, pointers, things)
    if "arrow" in elements and not any(map(_is_arrow, found)):
        found += _only_arrow_of(pointers, things)
    return tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def _narrowed(pointer: Pointer, boxes: set[Thing], elements: frozenset[str]) -> Pointer:
    """Of several things, those of the kinds that the sentence names; of several arrows, those of its boxes."""
    things = pointer.things
    if len(things) < 2:
        return pointer
    kinds = {_MEANT_BY[one] for one in elements if one in _MEANT_BY}
    things = tuple(one for one in things if one.kind in kinds) or things
    beside = tuple(one for one in things if one.arrow is not None and boxes & _ends(one, boxes))
    both = tuple(one for one in beside if len(_ends(one, boxes)) > 1)
    things = both or beside or things
    if len(things) != 1 or pointer.anchor.startswith(("code:", "path:")):
        return replace(pointer, things=things)
    return replace(pointer, things=things, anchor=things[0].anchor, weak=False)


def _between(text: str, pointers: Sequence[Pointer], things: Sequence[Thing]) -> Iterator[Pointer]:
    """The arrows that are named by both their ends: "from Cache to API Server", "between Cache and API Server"."""
    named = [one for one in pointers if one.things and one.things[0].kind is Kind.BOX]
    for one, other in pairwise(named):
        gap = text[one.end : other.start]
        either = _AND.fullmatch(gap) and _BETWEEN.search(text[max(0, one.start - 20) : one.start])
        if not either and not _TOWARDS.fullmatch(gap):
            continue
        for arrow in things:
            ends = (_is_source(arrow, one.things[0]), _is_target(arrow, other.things[0]))
            back = (_is_source(arrow, other.things[0]), _is_target(arrow, one.things[0]))
            if all(ends) or (either and all(back)):
                yield Pointer(arrow.anchor, one.start, other.end, (arrow,))


def _only_arrow_of(pointers: Sequence[Pointer], things: Sequence[Thing]) -> Iterator[Pointer]:
    """ "The Queue arrow", where just one arrow leads to or from the queue."""
    for one in pointers:
        for box in one.things:
            arrows = [thing for thing in things if _is_source(thing, box) or _is_target(thing, box)]
            if box.kind is Kind.BOX and len(arrows) == 1:
                yield Pointer(arrows[0].anchor, one.start, one.end, tuple(arrows))


def _boxes(pointers: Sequence[Pointer]) -> set[Thing]:
    return {thing for one in pointers for thing in one.things if thing.kind is Kind.BOX}


def _is_arrow(pointer: Pointer) -> bool:
    return any(thing.kind is Kind.ARROW for thing in pointer.things)


def _ends(arrow: Thing, boxes: set[Thing]) -> set[Thing]:
    return {box for box in boxes if _is_source(arrow, box) or _is_target(arrow, box)}


def _is_source(arrow: Thing, box: Thing) -> bool:
    return (
        arrow.arrow is not None
        and arrow.arrow.source_box is not None
        and arrow.arrow.source_box.name in box.texts
    )


def _is_target(arrow: Thing, box: Thing) -> bool:
    return (
        arrow.arrow is not None
        and arrow.arrow.target_box is not None
        and arrow.arrow.target_box.name in box.texts
    )
