"""What is drawn on pictures afterwards."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from .crash import told
from .finding import Failure, Notice
from .source import SourceError

if TYPE_CHECKING:
    from .session import Checked


def annotated(checked: "Checked", folder: Path) -> "Checked":
    """Draw the findings of a picture on it, and say where; where that fails, say why."""
    from .report.annotate import annotate

    result, path = checked.result, checked.path
    if not result.diagnostics:
        return checked
    try:
        written = annotate(Path(path), result.diagnostics, folder)
    except Exception as error:
        failure = Failure(path, f"the annotated picture could not be written: {_why(error)}")
        return checked._replace(result=replace(result, errors=(*result.errors, failure)))
    notice = Notice(path, None, f"annotated in {written}")
    return checked._replace(result=replace(result, notices=(*result.notices, notice)))


def _why(error: Exception) -> str:
    match error:
        case SourceError():
            return error.reason
        case OSError():
            return error.strerror or str(error)
    return told(error)
