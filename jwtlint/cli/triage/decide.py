"""`jwtlint triage decide`."""

import re
from enum import StrEnum
from typing import Annotated

import typer

from .desk import desk, work
from .options import Actor, Case, Catalog, Database, Entry

_CLAIM = re.compile(r"[Rr]?([0-9]{1,15})\.([0-9]{1,5})")


class Outcome(StrEnum):
    """An outcome as it is written."""

    UPHELD = "upheld"
    REJECTED = "rejected"
    DISMISSED = "dismissed"


def decide(
    case: Case,
    outcome: Annotated[
        Outcome, typer.Option(help="What was reported is wrong indeed, is right, or nothing was reported.")
    ],
    facts: Annotated[
        str, typer.Option(metavar="TEXT", help="What is so. The reporter reads it: name nobody.")
    ],
    rule: Annotated[
        str,
        typer.Option(metavar="TEXT", help="The rule it is held against; that of the evidence unless said."),
    ] = "",
    evidence: Annotated[
        str, typer.Option(metavar="CLAIMS", help="The claims that the decision rests on: R12.1,R13.2")
    ] = "",
    judgement: Annotated[
        str, typer.Option(metavar="TEXT", help="What you saw yourself, where no evidence decides.")
    ] = "",
    entry: Entry = None,
    catalog: Catalog = None,
    actor: Actor = None,
    db: Database = None,
) -> None:
    """Decide a case that you hold, on evidence or on your own judgement in words.

    With --catalog the entry is looked at as it is now: where it has changed, the evidence has lapsed.

    \b
    jwtlint triage decide C12 --outcome upheld --evidence R12.1 --facts "The second box reads Brwoser."
    """
    from ...triage.queue import model
    from ...triage.queue.commands.desk import Sought
    from ...triage.queue.commands.working import decide_case

    refs = tuple(_claim(one.strip()) for one in evidence.split(",") if one.strip())
    ruling = model.Ruling(
        model.Outcome(outcome.value), facts, tuple(model.ClaimRef(*ref) for ref in refs), judgement, rule
    )
    # Only whether it has changed is asked, and for that nobody has to read the picture.
    sought = Sought(entry, tuple(catalog or ()), "none")
    work(lambda: decide_case(desk(db, actor), case, ruling, sought))


def _claim(name: str) -> tuple[int, int]:
    match = _CLAIM.fullmatch(name)
    if match is None:
        raise typer.BadParameter(
            f"{name!r} is no claim; write them as `show` does, R12.1,R12.2", param_hint="--evidence"
        )
    return int(match[1]), int(match[2])
