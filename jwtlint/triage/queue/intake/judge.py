"""Judges reports with the gate, against what they are about."""

from collections.abc import Callable

from ...model import Assessment
from .contents import Subject


def judge(subject: Subject) -> Callable[[str], Assessment]:
    """The function that judges the text of a report against its subject."""
    raise NotImplementedError
