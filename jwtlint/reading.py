"""What `jwtlint show` does."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .config_file import ConfigError
from .document import Document
from .engine import Linter
from .entry.export.source import source_of
from .entry.fields import Fields
from .entry.read import read_entries
from .finding import Failure
from .linters import Linters
from .report.paper import Paper
from .report.rich import report_failures
from .rule import RuleError
from .source import MAX_BYTES, Source, SourceError

if TYPE_CHECKING:
    from .report.scene import Scene

_STDIN, STDIN_NAME = "-", "<stdin>"


def show_file(path: str, form: str, *, explain_flow: bool = False) -> int:
    """Print what was understood of a file as "rich", "json", "mermaid" or "svg"; or of its flow only.

    Returns the exit code.
    """
    try:
        linter = Linters().of(STDIN_NAME if path == _STDIN else path)
        documents = [
            Document(entry, linter.context)
            for source in _sources(path, linter.settings.fields)
            for entry in read_entries(source)
        ]
    except SourceError as error:
        return _refused(error.path, error.reason)
    except (ConfigError, RuleError) as error:
        return _refused("", str(error))
    paper = Paper(sys.stdout)
    if form in ("mermaid", "svg"):
        return _draw(paper, linter, documents, form)
    if form == "json":
        from .report.json import write
        from .report.show_json import reading

        write(paper, reading(documents, explain_flow=explain_flow))
    elif explain_flow:
        from .report.explain_flow import explain_flow as explain

        for document in documents:
            if not document.entry.drawn_apart:
                explain(paper, document)
    else:
        from .report.show import show

        for document in documents:
            show(paper, document)
    return 0


def _draw(paper: Paper, linter: Linter, documents: list[Document], form: str) -> int:
    refused = 0
    scenes: list[Scene] = []
    for document in documents:
        if document.conversation is not None:
            scenes += _scene(linter, document)
        elif not document.entry.drawn_apart:
            refused = _refused(document.entry.path, "no arrows could be read, so there is no flow to draw")
    if form == "svg" and scenes:
        from .report.sequence.svg import sequence_svg

        paper.stream.write(sequence_svg(scenes))
    elif scenes:
        from .report.mermaid import sequence_diagram

        for scene in scenes:
            for line in sequence_diagram(scene):
                paper.line(line)
    return refused


def _scene(linter: Linter, document: Document) -> Iterator["Scene"]:
    from .report.scene import scene_of

    if document.prompt is not None:
        result = linter.lint_entry(document.entry)
        report_failures(Paper(sys.stderr), result.errors)
        yield scene_of(document.prompt, document.conversation, result.diagnostics)


def _sources(path: str, fields: Fields) -> Iterator[Source]:
    """The document, or each record of an export."""
    if path == _STDIN:
        yield Source.decode(STDIN_NAME, sys.stdin.buffer.read(MAX_BYTES + 1))
        return
    from .entry.export.split import split

    for record in split(Path(path), fields):
        if isinstance(record, SourceError):
            raise record
        yield source_of(record, fields)


def _refused(path: str, reason: str) -> int:
    report_failures(Paper(sys.stderr), [Failure(path, reason)])
    return 2
