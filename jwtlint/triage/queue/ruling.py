"""What a decision must say before it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Verdict
from .errors import QueueError
from .model import ClaimRef, FiledClaim, Outcome, Ruling, case_name

_NEEDED = {Outcome.UPHELD: Verdict.CONFIRMS, Outcome.REJECTED: Verdict.REFUTES}


def checked(case: int, ruling: Ruling, claims: Mapping[ClaimRef, FiledClaim]) -> Ruling:
    """The ruling on a case, with the rule that its evidence names where it names none itself.

    `claims` are those of its evidence that are claims of the case. Raises QueueError where it lacks facts, a rule, or
    something that it rests on: a claim whose evidence says the same, or the moderator's own judgement in words.
    """
    ruling = replace(
        ruling, facts=ruling.facts.strip(), judgement=ruling.judgement.strip(), rule=ruling.rule.strip()
    )
    if not ruling.facts:
        raise QueueError("a decision states the facts: say with --facts what is so")
    missing = next((one for one in ruling.evidence if one not in claims), None)
    if missing is not None:
        name = case_name(case)
        raise QueueError(f"{missing} is no claim of {name}; jwtlint triage show {name} lists them")
    cited = [claims[one] for one in ruling.evidence]
    _check_basis(ruling, cited)
    if not ruling.rule:
        named = sorted({f"{one.evidence.rule} {one.evidence.name}" for one in cited if one.evidence})
        ruling = replace(ruling, rule=", ".join(named))
    if ruling.outcome is Outcome.UPHELD and not ruling.rule:
        raise QueueError("no finding names the rule that was broken; say it with --rule")
    return ruling


def _check_basis(ruling: Ruling, cited: Sequence[FiledClaim]) -> None:
    needed = _NEEDED.get(ruling.outcome)
    if ruling.judgement:
        return
    if needed is None:
        raise QueueError("nobody's evidence shows that a report is empty; say with --judgement why it is")
    other = next((one for one in cited if one.verdict is not needed), None)
    if other is not None:
        raise QueueError(
            f"the evidence of R{other.report}.{other.number} says {other.verdict.replace('_', ' ')!r}, which is no "
            f"reason for {ruling.outcome!r}; leave it out, or say with --judgement what you saw yourself"
        )
    if not cited:
        raise QueueError(
            "a decision rests on evidence (--evidence R1.1) or on your own judgement in words (--judgement)"
        )
