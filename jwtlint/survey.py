"""What lies in a folder: the facts from which a first configuration is made."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import partial
from itertools import islice
from pathlib import Path

from .document import Document
from .engine import Linter
from .entry.discover import TEXTS, load
from .entry.fields import GUESSED, Fields
from .entry.model import EXPORTS, PICTURES
from .entry.read import read_entries
from .entry.record import Record
from .finding import Diagnostic, Severity
from .source import Source, SourceError

SAMPLE = 200
"""How many documents and records are looked at."""
_RECORDS = 50
"""How many of them, at most, come from one export."""
OFTEN = 3
"""In how many documents of the sample a word or nothing to check has to be found before it is spoken of."""
_PAPERS = (
    "readme*",
    "changelog*",
    "contributing*",
    "licen[cs]e*",
    "code_of_conduct*",
    "security*",
    "notice*",
)
_PAPERS_OF_MACHINES = ("requirements*.txt", "robots.txt", "llms*.txt", "constraints*.txt")
_MADE = frozenset({"__pycache__", "_site", "build", "dist", "htmlcov", "target", "vendor"})
_MARKERS = ("pyvenv.cfg", "CACHEDIR.TAG")
"""Files that say that a folder was made by a program."""
_MISSPELLING = "SPL101"


@dataclass
class Tally:
    """How often a rule reported, and in how many documents of the sample."""

    name: str
    findings: int = 0
    documents: int = 0


@dataclass
class Survey:
    """What was found in a folder.

    `documents`, `pictures` and `exports` count files by their ending, `languages` entries of the sample by code (None:
    could not be told). `made` are names of folders that programs made, `papers` names of files about a project rather
    than in a catalog. `doubtful` are folders right below, with the number of documents of which none looks like an
    entry or a prompt for a drawing. `names` are words that look like names, are in no dictionary, and stand in so
    many documents. `fields` are what exports with names of their own seem to call the fields of an entry.
    """

    documents: Counter[str] = field(default_factory=Counter)
    pictures: Counter[str] = field(default_factory=Counter)
    exports: Counter[str] = field(default_factory=Counter)
    sampled: int = 0
    unreadable: int = 0
    languages: Counter[str | None] = field(default_factory=Counter)
    rules: dict[str, Tally] = field(default_factory=dict)
    names: Counter[str] = field(default_factory=Counter)
    made: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    doubtful: dict[str, int] = field(default_factory=dict)
    fields: dict[str, list[str]] = field(default_factory=dict)


def survey(folder: Path) -> Survey:
    """Look at what is in a folder and those in it, and check a sample of its documents.

    Hidden files and folders are left out, links to folders are not followed, as `jwtlint check` does it.
    """
    seen = Survey()
    groups: dict[str, list[Path]] = {}
    exports: list[Path] = []
    for path in _files(folder, seen):
        ending = path.suffix.lower()
        if ending in PICTURES:
            seen.pictures[ending] += 1
        elif ending in EXPORTS:
            exports.append(path)
        elif any(fnmatch(path.name.lower(), paper) for paper in (*_PAPERS, *_PAPERS_OF_MACHINES)):
            seen.papers.add(path.name)
        else:
            groups.setdefault(_group(path.relative_to(folder)), []).append(path)
    linter = Linter()
    total = sum(map(len, groups.values()))
    left = SAMPLE
    for group, paths in sorted(groups.items()):
        # Of each folder something, and of large ones more.
        share = _spread(paths, max(OFTEN, SAMPLE * len(paths) // total))[:left]
        left -= len(share)
        looks = [_Look(partial(load, path), linter) for path in share]
        meant = any(one.is_meant for one in looks)
        if group in _MADE and not meant:
            seen.made.add(group)
            continue
        if group and not meant and len(looks) >= OFTEN:
            seen.doubtful[group] = len(looks)
        seen.documents.update(path.suffix.lower() for path in paths)
        for one in looks:
            _add(seen, one)
    for path in exports:
        _add_export(seen, path, linter)
    return seen


class _Look:
    """What one document or record of the sample holds."""

    def __init__(self, read: Callable[[], Source], linter: Linter) -> None:
        self.read = False
        self.is_meant = False
        self.languages: list[str | None] = []
        self.diagnostics: tuple[Diagnostic, ...] = ()
        try:
            source = read()
            documents = [Document(entry, linter.context) for entry in read_entries(source)]
            self.diagnostics = linter.lint(source).diagnostics
            self.is_meant = any(map(_is_meant, documents))
            self.languages = [document.prompt.language for document in documents if document.prompt]
            self.read = True
        except Exception:
            # One document that cannot be read is no reason for no configuration; a check will tell what is wrong.
            return


def _is_meant(document: Document) -> bool:
    """Does it look like an entry of a catalog, or like a prompt for a drawing?"""
    return _draws(document) or not document.entry.bare


def _draws(document: Document) -> bool:
    prompt = document.prompt
    return prompt is not None and bool(prompt.boxes or prompt.arrows or prompt.title or prompt.steps)


def _add_export(seen: Survey, path: Path, linter: Linter) -> None:
    """Look at the first records of an export; a file that is called like one may be something else."""
    from .entry.export.source import source_of
    from .entry.export.split import is_export, split
    from .mapping import guessed

    def draws(source: Source) -> bool:
        try:
            return any(_draws(Document(entry, linter.context)) for entry in read_entries(source))
        except SourceError:
            return False

    fields = GUESSED
    if not is_export(path):
        names = guessed(path, draws)
        if not names:
            return
        fields = Fields(tuple((key, (name,)) for key, name in names.items()))
        for key, name in names.items():
            known = seen.fields.setdefault(key, [])
            if name not in known:
                known.append(name)
    seen.exports[path.suffix.lower()] += 1
    most = min(_RECORDS, SAMPLE - seen.sampled)
    for record in islice((one for one in split(path, fields) if isinstance(one, Record)), max(0, most)):
        _add(seen, _Look(partial(source_of, record, fields), linter))


def _add(seen: Survey, one: _Look) -> None:
    seen.sampled += 1
    seen.unreadable += not one.read
    seen.languages.update(one.languages)
    for diagnostic in one.diagnostics:
        seen.rules.setdefault(diagnostic.rule, Tally(diagnostic.name)).findings += 1
    for rule in {diagnostic.rule for diagnostic in one.diagnostics}:
        seen.rules[rule].documents += 1
    # What is surely misspelt is more than an information.
    unknown = [
        each for each in one.diagnostics if each.rule == _MISSPELLING and each.severity is Severity.INFO
    ]
    words = {diagnostic.text for diagnostic in unknown}
    seen.names.update(word for word in words if word.isprintable() and not word.islower())


def _files(folder: Path, seen: Survey) -> Iterator[Path]:
    endings = (*TEXTS, *PICTURES, *EXPORTS)
    for place, folders, names in os.walk(folder):
        if place != os.fspath(folder) and not set(_MARKERS).isdisjoint(names):
            seen.made.add(os.path.basename(place))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(endings):
                yield Path(place, name)


def _group(path: Path) -> str:
    """The folder by which a document is judged: one with the name of something made, else the uppermost."""
    return next(
        (name for name in path.parts[:-1] if name in _MADE), path.parts[0] if len(path.parts) > 1 else ""
    )


def _spread(paths: list[Path], number: int) -> list[Path]:
    """So many of them, evenly from the first to the last."""
    number = min(number, len(paths))
    return [paths[at * len(paths) // number] for at in range(number)]
