"""What other programs call. See `jwtlint.__all__`."""

from functools import cache
from os import PathLike
from pathlib import Path

from . import fixer
from .config import Settings
from .document import Document
from .engine import Linter
from .entry.export.source import source_of
from .entry.read import read_entries
from .finding import Diagnostic, Failure, Result
from .linters import Linters
from .prompt.model import Prompt
from .source import Source, SourceError


def lint(text: str, *, path: str = "<text>", settings: Settings | None = None) -> list[Diagnostic]:
    """Everything that is wrong with a prompt or a catalog entry, in reading order.

    `path` names the text in the diagnostics; its ending tells Markdown from other forms. Without `settings`,
    those of an empty configuration hold; no file is searched for. Whoever lints many texts makes a `Linter`
    once and calls `Linter.lint`, which also says what did not run.

    Raises SourceError for a text that cannot be checked completely, RuleError where the settings name a rule
    or pack that does not exist.
    """
    return _complete(_linter(settings).lint(Source(path, text)))


def lint_file(path: str | PathLike[str], *, settings: Settings | None = None) -> list[Diagnostic]:
    """Like `lint`, for a file; of an export, for each of its records. Without `settings`, the configuration above
    the file holds.

    Raises also SourceError for a file that cannot be read, and ConfigError for a broken configuration.
    """
    from .entry.export.split import split

    linters = Linters()
    linter = linters.of(str(path)) if settings is None else Linter(settings)
    name = linters.name_of(str(path)) if settings is None else None
    fields = linter.settings.fields
    found: list[Diagnostic] = []
    for record in split(Path(path), fields):
        if isinstance(record, SourceError):
            raise record
        found += _complete(linter.lint(source_of(record._replace(name=name), fields)))
    return found


def fix(text: str, *, unsafe: bool = False, path: str = "<text>", settings: Settings | None = None) -> str:
    """The text with all safe fixes made, and with `unsafe` the others, too.

    Raises what `lint` raises.
    """
    fixed = fixer.fix(_linter(settings), Source(path, text), unsafe=unsafe)
    _complete(fixed.result)
    return fixed.source.value


def parse(text: str, *, path: str = "<text>") -> Prompt:
    """What jwtlint understands of a prompt, or of the prompt in a catalog entry.

    Raises SourceError for a text without a prompt.
    """
    entry = next(iter(read_entries(Source(path, text))), None)
    if entry is None or entry.prompt is None:
        raise SourceError(path, "there is no prompt in this text")
    prompt = Document(entry, _linter(None).context).prompt
    assert prompt is not None
    return prompt


@cache
def _default() -> Linter:
    return Linter()


def _linter(settings: Settings | None) -> Linter:
    return _default() if settings is None else Linter(settings)


def _complete(result: Result) -> list[Diagnostic]:
    failure: Failure | None = next(iter(result.errors), None)
    if failure is not None:
        raise SourceError(failure.path, failure.reason)
    return list(result.diagnostics)
