"""From what is alleged to a claim with its verdict.

A finding confirms. Silence refutes nothing, unless the entry's own words or the reading of its picture plainly show the
opposite at the very place.
"""

from ..rule import FAMILIES
from .allegation import Allegation
from .checks import CHECKS, NOT_READ, Outcome
from .confirming import cites, confirming
from .drawn import is_read
from .model import Claim, Verdict
from .pointer import Pointer
from .shown import Shown, cleaned
from .subject import Subject
from .things import Kind
from .vocabulary import Defect
from .words import split

_MOST_RULES, _MOST_NAMED, _LONGEST = 4, 3, 60


def judged(allegation: Allegation, subject: Subject, shown: Shown) -> Claim:
    """The claim that an allegation makes, with what speaks for or against it."""
    defect = allegation.defect
    quote = shown.part(allegation.start, allegation.end).strip()
    category, anchors = allegation.category, allegation.anchors
    outcome = _other_value(allegation, subject, shown)
    finding = confirming(allegation, subject) if outcome is None else None
    if finding is not None:
        if not defect.category and (defect.vague or cites(allegation, finding)):
            # Whatever they call it: two reports that the same finding confirms are about the same.
            category = FAMILIES[finding.rule[:3]]
        why = f"{finding.rule} {finding.name} says so: {cleaned(finding.message)}"
        return Claim(quote, category, anchors, Verdict.CONFIRMS, why, (finding.rule,), finding)
    outcome = (
        outcome
        or _elsewhere(allegation, subject, shown)
        or _checked(allegation, subject)
        or _looked_at(allegation, subject)
    )
    return Claim(quote, category, anchors, outcome.verdict, outcome.why, defect.rules)


def _checked(allegation: Allegation, subject: Subject) -> Outcome | None:
    check = CHECKS.get(allegation.defect.name)
    return check(allegation, subject) if check else None


def _elsewhere(allegation: Allegation, subject: Subject, shown: Shown) -> Outcome | None:
    """A label that is not on this entry, but on another."""
    for one in allegation.pointers:
        if not is_foreign(one):
            continue
        entries = subject.others.entries_with(one.typed)
        if not entries:
            continue
        name = shown.part(one.start, one.end)
        told = f"{name!r} is not on this entry, but on {cleaned(', '.join(entries))}"
        if _may_be_so(allegation) or is_read(one.typed, subject):
            return Outcome(Verdict.INCONCLUSIVE, told)
        if any(other.known and not other.weak for other in allegation.pointers):
            return Outcome(Verdict.INCONCLUSIVE, told)
        return Outcome(Verdict.REFUTES, told)
    return None


def _may_be_so(allegation: Allegation) -> bool:
    """Does it hold just because the entry has no such label: that it is missing, or should not be there?"""
    if allegation.defect.name == "missing":
        return not allegation.elements & {"arrow", "icon"}
    return allegation.defect.vague or allegation.defect.name == "unwanted"


def is_foreign(pointer: Pointer) -> bool:
    """Are words named that stand nowhere on the entry?"""
    return bool(pointer.typed) and not pointer.known


def _other_value(allegation: Allegation, subject: Subject, shown: Shown) -> Outcome | None:
    """A field that is said to hold what it does not hold."""
    named = subject.fields_named(allegation.elements)
    if len(named) != 1:
        return None
    ((name, value),) = named.items()
    for one in allegation.pointers:
        before = split(shown.text[allegation.start : one.start])
        if is_foreign(one) and before and before[-1].folded in subject.vocabulary.quoting:
            return Outcome(
                Verdict.REFUTES,
                f"the {name} of this entry is {cleaned(value)!r}, not {shown.part(one.start, one.end)!r}",
            )
    return None


def _looked_at(allegation: Allegation, subject: Subject) -> Outcome:
    """What can be said where neither a finding nor the entry decides."""
    defect = allegation.defect
    known = [thing for one in allegation.pointers for thing in one.things]
    on_page = bool(known) and all(thing.kind is Kind.FIELD for thing in known)
    if "icon" in allegation.elements or (defect.place == "eyes" and not on_page):
        return Outcome(Verdict.NOT_CHECKED, "no rule sees this on a picture; a person has to look")
    if (defect.place == "picture" or _is_about_drawing(allegation)) and not on_page:
        if not subject.picture_read:
            return Outcome(Verdict.NOT_CHECKED, f"it takes a look at the picture, and {NOT_READ}")
        if not defect.rules or not any(map(subject.ran, defect.rules)):
            return Outcome(Verdict.NOT_CHECKED, "no rule looks for this on pictures; a person has to look")
    if defect.vague:
        return _judgement(allegation, subject)
    on_page = on_page or bool(allegation.elements & {"prompt", *subject.fields_named(allegation.elements)})
    return _silence(defect, subject, on_page)


def _is_about_drawing(allegation: Allegation) -> bool:
    """Does it speak of a place on the picture, and of nothing that is written?"""
    places = any(one.is_place for one in allegation.pointers)
    return places and not any(one.known for one in allegation.pointers)


def _judgement(allegation: Allegation, subject: Subject) -> Outcome:
    """What is said to be wrong in a way that no rule looks at."""
    named = [thing.name for one in allegation.pointers for thing in one.things[:1] if not one.weak]
    for name, value in subject.fields_named(allegation.elements).items():
        named.append(f"{name} {value}")
    if not named:
        return Outcome(Verdict.NOT_CHECKED, "it names nothing on this entry that a rule could look at")
    names = ", ".join(dict.fromkeys(repr(cleaned(name)[:_LONGEST]) for name in named[:_MOST_NAMED]))
    return Outcome(
        Verdict.INCONCLUSIVE,
        f"{names}: it stands on the entry, and no rule objects to it; whether it is wrong is for a person to say",
    )


def _silence(defect: Defect, subject: Subject, on_page: bool) -> Outcome:
    ran = [rule for rule in defect.rules if subject.ran(rule)]
    if not ran:
        return Outcome(Verdict.NOT_CHECKED, "none of the rules that cover this could run")
    shown = ", ".join(ran[:_MOST_RULES]) + (" and others" if len(ran) > _MOST_RULES else "")
    if not (on_page or subject.picture_read) and any(rule.startswith("PIC") for rule in defect.rules):
        why = f"in what is written the rules that cover this ({shown}) find nothing, and {NOT_READ}"
        return Outcome(Verdict.NOT_CHECKED, why)
    return Outcome(
        Verdict.INCONCLUSIVE,
        f"the rules that cover this ({shown}) ran and said nothing, which proves nothing",
    )
