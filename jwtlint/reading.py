"""What `jwtlint show` does."""

import sys
from pathlib import Path

from .config_file import ConfigError
from .document import Document
from .entry.discover import load
from .entry.read import read_entries
from .finding import Failure
from .linters import Linters
from .report.paper import Paper
from .report.rich import report_failures
from .rule import RuleError
from .source import MAX_BYTES, Source, SourceError

_STDIN = "-"


def show_file(path: str, form: str) -> int:
    """Print what was understood of a file as "rich", "json" or "mermaid". Returns the exit code."""
    try:
        source = _source(path)
        context = Linters().of(source.path).context
        documents = [Document(entry, context) for entry in read_entries(source)]
    except SourceError as error:
        return _refused(error.path, error.reason)
    except (ConfigError, RuleError) as error:
        return _refused("", str(error))
    paper = Paper(sys.stdout)
    if form == "json":
        from .report.json import write
        from .report.show_json import reading

        write(paper, reading(documents))
    elif form == "mermaid":
        return _draw(paper, documents)
    else:
        from .report.show import show

        for document in documents:
            show(paper, document)
    return 0


def _draw(paper: Paper, documents: list[Document]) -> int:
    from .report.mermaid import sequence_diagram

    failed = 0
    for document in documents:
        prompt = document.prompt
        if prompt is None or not prompt.arrows:
            failed = _refused(document.entry.path, "no arrows could be read, so there is no flow to draw")
            continue
        for line in sequence_diagram(prompt):
            paper.line(line)
    return failed


def _source(path: str) -> Source:
    if path == _STDIN:
        return Source.decode("<stdin>", sys.stdin.buffer.read(MAX_BYTES + 1))
    return load(Path(path))


def _refused(path: str, reason: str) -> int:
    report_failures(Paper(sys.stderr), [Failure(path, reason)])
    return 2
