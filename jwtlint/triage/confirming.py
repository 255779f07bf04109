"""Which finding of the linter confirms an allegation, if any does."""

from collections.abc import Iterable

from ..engine import locate
from ..finding import Diagnostic, Location, Severity
from ..regex import lazy
from .allegation import NO_PLACE, Allegation
from .drawn import drawn_regions
from .pointer import Pointer
from .subject import Subject
from .things import Kind, Thing
from .words import folded

_CITED, _HERE, _SAME_WORDS, _NAMED = 5, 4, 4, 3
_FITS = 2
"""The finding is of the kind, and the allegation says of no other place."""
_LEAST, _LEAST_VAGUE = 2, 4
_NUMBER = lazy(r"\d+")


def confirming(allegation: Allegation, subject: Subject) -> Diagnostic | None:
    """The finding that says what is alleged, of the place that is alleged; None where there is none."""
    defect = allegation.defect
    least = _LEAST_VAGUE if defect.vague else _LEAST
    best: tuple[int, Severity, int] | None = None
    found: Diagnostic | None = None
    for number, one in enumerate(subject.diagnostics):
        if cites(allegation, one):
            score = _CITED
        elif _is_covered(one, allegation):
            score = _score(one, allegation, subject)
        else:
            continue
        rank = score, one.severity, -number
        if score >= least and (best is None or rank > best):
            best, found = rank, one
    return found


def cites(allegation: Allegation, finding: Diagnostic) -> bool:
    """Does it repeat the very words that the finding flags, and say something that these can be wrong in?"""
    fits = finding.rule[:3] in allegation.defect.quoted
    return fits and any(one.finding is finding for one in allegation.pointers)


def _is_covered(one: Diagnostic, allegation: Allegation) -> bool:
    """Is the finding of a rule that can tell what is alleged?"""
    defect = allegation.defect
    if one.rule not in defect.rules and not (defect.vague and one.severity >= Severity.WARNING):
        return False
    # That no arrow comes back from a box does not mean that the box is missing.
    arrow = not one.rule.startswith("FLW") or "arrow" in allegation.elements
    return defect.name != "missing" or arrow


def _score(one: Diagnostic, allegation: Allegation, subject: Subject) -> int:
    """How surely a finding is about what the allegation points at."""
    pointers = [pointer for pointer in allegation.pointers if not pointer.is_place]
    slips = [pointer for pointer in pointers if pointer.meant]
    if slips and allegation.defect.name == "misspelt":
        # Of two slips in one label one is not the other.
        return max(_SAME_WORDS * (folded(slip.typed) == folded(one.text)) for slip in slips)
    score = max((_touches(one, pointer, subject) for pointer in pointers), default=0)
    score = max(score, _fields(one, allegation, subject))
    if one.rule in allegation.defect.rules and allegation.words.issuperset(folded(one.text) or ("",)):
        score = max(score, _SAME_WORDS)
    arrows = {thing for pointer in pointers for thing in pointer.things if thing.kind is Kind.ARROW}
    if not arrows and not allegation.defect.vague:
        score = max(score, _names(one, pointers))
    if score:
        return score
    fits = allegation.defect.whole or _is_alone(one, allegation) or _is_of_element(one, allegation)
    return _FITS if fits else 0


def _is_alone(one: Diagnostic, allegation: Allegation) -> bool:
    """Does the allegation name no place at all, as "There are typos" does, and is there such a defect?"""
    somewhere = allegation.pointers or allegation.elements - NO_PLACE
    return allegation.defect.anywhere and not somewhere and one.severity >= Severity.WARNING


def _is_of_element(one: Diagnostic, allegation: Allegation) -> bool:
    """Does the finding flag words that name the element in question: "seven labeled boxes", "legend"?"""
    flagged = folded(one.text)
    elements = allegation.elements - NO_PLACE
    return not allegation.pointers and any(word.startswith(name) for word in flagged for name in elements)


def _touches(one: Diagnostic, pointer: Pointer, subject: Subject) -> int:
    words = folded(one.text)
    if pointer.typed and words and folded(pointer.typed) == words:
        return _SAME_WORDS
    number = _NUMBER.search(pointer.anchor.partition(":")[2])
    if pointer.anchor.startswith(("step:", "code:")) and number and not pointer.things:
        return _NAMED if number.group() in _NUMBER.findall(one.message) else 0
    places = [one.location, *(related.location for related in one.related)]
    return _HERE if any(_is_at(place, thing, subject) for thing in pointer.things for place in places) else 0


def _fields(one: Diagnostic, allegation: Allegation, subject: Subject) -> int:
    """Is it about a field that the allegation names by its name?"""
    entry = subject.entry
    named = [(field.value, text) for field, text in entry.fields.items()]
    named += [("title", text) for text in entry.titles]
    for name, text in named:
        if name in allegation.elements and _overlap(one.location, locate(text, entry.source)):
            return _HERE
    return 0


def _names(one: Diagnostic, pointers: Iterable[Pointer]) -> int:
    """Does it name the boxes that the allegation names, at least two or all of them?"""
    boxes = {thing: pointer for pointer in pointers for thing in pointer.things if thing.kind is Kind.BOX}
    told = f" {' '.join(folded(one.message))} "
    named = [box for box in boxes if any(f" {' '.join(name)} " in told for name in box.variants)]
    if len(named) > 1 or (named and len(named) == len(boxes)):
        return _NAMED
    return 0


def _is_at(place: Location, thing: Thing, subject: Subject) -> bool:
    source = subject.entry.source
    # The label of an arrow, not the whole clause: the clause holds the names of both boxes.
    texts = thing.texts[:1] if thing.kind is Kind.ARROW else thing.texts
    if any(_overlap(place, locate(text, source)) for text in texts):
        return True
    region = place.region
    return region is not None and any(region.overlaps(other) for other in drawn_regions(thing, subject))


def _overlap(one: Location, other: Location) -> bool:
    if one.path != other.path or one.span is None or other.span is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end
