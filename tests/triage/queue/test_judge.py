"""The queue with the gate itself."""

from pathlib import Path

import pytest

from jwtlint.picture.reader import Choice
from jwtlint.triage.model import Gate
from jwtlint.triage.queue import reading
from jwtlint.triage.queue.errors import QueueError
from jwtlint.triage.queue.intake.contents import Contents
from jwtlint.triage.queue.intake.judge import look
from jwtlint.triage.queue.model import ClaimRef, Outcome, Ruling, Submission
from tests.triage.subjects import ENTRY

from .desk import Desk


def test_a_misspelling_from_the_report_to_the_repair(desk: Desk, tmp_path: Path) -> None:
    entry = tmp_path / "parcel.md"

    def contents() -> Contents:
        return Contents([str(tmp_path)], look, Choice.NONE)

    entry.write_text(ENTRY)
    first = desk.queue.add(Submission("Legend step 5 is misspelt: 'recieves'"), contents().of("parcel-7"))
    again = desk.queue.add(
        Submission("el paso 5 de la leyenda dice 'recieves', mal escrito"), contents().of("parcel-7")
    )
    assert first.assessment.gate is again.assessment.gate is Gate.SUBSTANTIATED
    (case,) = first.cases
    assert case in again.cases
    desk.queue.claim(case, "ann")
    with desk.queue.database.reading() as connection:
        proved = next(one for one in reading.dossier(connection, case).claims if one.evidence)
    evidence = (ClaimRef(proved.report, proved.number),)
    desk.queue.decide(
        case, "ann", Ruling(Outcome.UPHELD, "It reads recieves.", evidence), contents().of("parcel-7")
    )
    entry.write_text(ENTRY + "\nNo shadows.\n")
    with pytest.raises(QueueError, match="parcel-7 has changed, but"):
        desk.queue.close(case, "ann", contents().of("parcel-7"))
    entry.write_text(ENTRY.replace("recieves", "receives"))
    assert desk.queue.close(case, "ann", contents().of("parcel-7")) == "the finding is gone"


def test_nothing_to_look_at_is_proposed_for_dismissal(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "parcel.md").write_text(ENTRY)
    desk.queue.add(Submission("spam"), Contents([str(tmp_path)], look, Choice.NONE).of("parcel-7"))
    assert desk.queue.dismiss_empty("ann", share=0).cases == (1,)
