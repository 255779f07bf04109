"""Takes reports in, and acknowledges each when it is safe."""

import sys
from collections.abc import Callable
from typing import BinaryIO

from ....config_file import ConfigError
from ....crash import told
from ....finding import Failure
from ....report.paper import Paper, Style
from ....report.rich import report_failures
from ....report.visible import visible, visible_lines
from ....source import SourceError
from ...batch import Refused, Sent, read_batch
from ...catalog import NoEntryError
from ..errors import QueueError
from ..model import Content, Receipt, Submission, case_name, report_name
from ..queue import Queue

Find = Callable[[str], Content]
"""The content of an entry by its name. Raises NoEntryError or SourceError where there is none."""


def add_one(queue: Queue, submission: Submission, content: Content) -> None:
    """Add one report; says its number, and what its sender may be told."""
    receipt = queue.add(submission, content)
    paper = Paper(sys.stdout)
    _acknowledge(paper, receipt, None)
    if receipt.assessment.answer:
        paper.line(visible_lines(receipt.assessment.answer))


def add_many(queue: Queue, stream: BinaryIO, name: str, entry: str | None, find: Find) -> bool:
    """Add the reports of a stream, each for itself; returns whether all were added.

    `entry` is meant where a record names none. A report is acknowledged as soon as it is safe, so that whoever reads
    the acknowledgements knows at every moment what needs not be sent again.
    """
    complete = True
    paper, errors = Paper(sys.stdout), Paper(sys.stderr)
    for one in read_batch(stream):
        try:
            if isinstance(one, Refused):
                raise QueueError(one.reason)
            submission = Submission(one.text, one.ref, one.reporter, one.email)
            _acknowledge(paper, queue.add(submission, find(_entry_of(one, entry))), one.ref)
        except (QueueError, NoEntryError, SourceError, ConfigError) as error:
            complete = False
            report_failures(errors, [Failure(f"{name}:{one.line}", str(error))])
        except Exception as error:
            complete = False
            report_failures(errors, [Failure(f"{name}:{one.line}", told(error))])
    return complete


def _entry_of(sent: Sent, entry: str | None) -> str:
    name = sent.entry or entry
    if name is None:
        raise QueueError("it names no entry; add a column 'entry', or say --entry for all of them")
    return name


def _acknowledge(paper: Paper, receipt: Receipt, ref: str | None) -> None:
    cases = ", ".join(
        f"{case_name(one)} (decided already)" if one in receipt.settled else case_name(one)
        for one in receipt.cases
    )
    again = " (received before)" if receipt.again else ""
    known = f" {visible(ref)}" if ref else ""
    gate = receipt.assessment.gate.value
    paper.line((report_name(receipt.report), Style.STRONG), f"{known} in {cases}: {gate}{again}")
    paper.stream.flush()
