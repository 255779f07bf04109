"""The configuration file: `jwtlint.toml`, or `[tool.jwtlint]` in `pyproject.toml`."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from .config import Gate, Settings, Suppress
from .entry.fields import KEYS, Fields, normal
from .finding import Failure, Severity
from .parity.scope import Scope
from .suggest import hint

OWN_NAME = "jwtlint.toml"
SHARED_NAME = "pyproject.toml"
_LARGEST = 1 << 20
"""Characters. A catalog may bring its own configuration, and what reads TOML has all of it in memory several times."""
_SEVERITIES = {severity.label: severity for severity in Severity}


class ConfigError(Exception):
    """A configuration that cannot be used; the message is one line with file, line, key and remedy."""

    @property
    def failure(self) -> Failure:
        """What it means for the files that it governs: told once for all of them."""
        return Failure("", f"{self}; the files that it governs were not checked")


class Configuration:
    """The settings of one file, and where in it they are written."""

    def __init__(self, path: Path, text: str, settings: Settings) -> None:
        self.path = path
        self.settings = settings
        self._text = text

    def error(self, word: str, message: str) -> ConfigError:
        """An error about a word of the file, with its line where it can be found."""
        return ConfigError(f"{shown(self.path)}{_line_of(self._text, word)}: {message}")


def find(folder: Path) -> Path | None:
    """The configuration that governs a folder: its own, or that of the nearest folder above it."""
    for above in (folder, *folder.parents):
        if (own := above / OWN_NAME).is_file():
            return own
        shared = above / SHARED_NAME
        if shared.is_file() and _is_ours(shared):
            return shared
    return None


def load(path: Path) -> Configuration:
    """Read a configuration file.

    Raises ConfigError where it is missing, no TOML, or holds an unknown key, a wrong value, or the name of a
    word list or pack that does not exist.
    """
    name = shown(path)
    try:
        text = _beginning(path)
        if len(text) > _LARGEST:
            raise ConfigError(f"{name}: more than {_LARGEST:,} characters; shorten it")
        table = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{name}: not UTF-8 text") from None
    except RecursionError:
        raise ConfigError(f"{name}: not TOML: nested too deep") from None
    except ValueError as error:
        # Mostly a TOMLDecodeError; a number of too many digits is another.
        raise ConfigError(f"{name}: not TOML: {error}") from None
    if path.name == SHARED_NAME:
        tools = table.get("tool")
        table = tools.get("jwtlint", {}) if isinstance(tools, dict) else {}
    configuration = Configuration(path, text, Settings(root=path.parent))
    try:
        configuration.settings = _Reader(path, text).settings(table)
    except _ValueError as error:
        raise configuration.error(error.word, str(error)) from None
    return configuration


def shown(path: Path) -> str:
    """The path as users know it: from where they stand, if it is below."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _beginning(path: Path) -> str:
    """The text of a file, of one that is too large only so much that it shows."""
    with path.open(encoding="utf-8") as file:
        return file.read(_LARGEST + 1)


def _is_ours(path: Path) -> bool:
    """Does a pyproject.toml concern jwtlint? A broken one does only if it names us."""
    try:
        text = _beginning(path)
    except (OSError, UnicodeDecodeError):
        return False
    if "jwtlint" not in text:
        return False
    try:
        tools = tomllib.loads(text).get("tool", {})
    except (ValueError, RecursionError):
        return "[tool.jwtlint" in text
    return isinstance(tools, dict) and "jwtlint" in tools


def _line_of(text: str, word: str) -> str:
    """ ":LINE" of the first line that holds the word outside a comment; nothing where none does."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for number, line in enumerate(text.splitlines(), 1):
        found = pattern.search(line)
        if word and found and "#" not in line[: found.start()]:
            return f":{number}"
    return ""


class _ValueError(Exception):
    def __init__(self, word: str, message: str) -> None:
        super().__init__(message)
        self.word = word


class _Reader:
    """Turns a table into settings. Every key is one entry of `readers`."""

    def __init__(self, path: Path, text: str) -> None:
        self.root = path.parent
        self.shown = shown(path)
        self.text = text

    def settings(self, table: Any) -> Settings:
        readers: dict[str, Callable[[str, Any], dict[str, Any]]] = {
            "select": lambda key, value: {"select": _texts(key, value)},
            "ignore": lambda key, value: {"ignore": _texts(key, value)},
            "severity": lambda key, value: {"severity": _severities(key, value)},
            "fail-on": lambda key, value: {"fail_on": _severity(key, value)},
            "min-severity": lambda key, value: {"min_severity": _severity(key, value)},
            "exclude": lambda key, value: {"exclude": _texts(key, value)},
            "packs": lambda key, value: {"packs": self._paths(key, value, Path.is_dir, "folder")},
            "today": lambda key, value: {"today": _date(key, value)},
            "baseline": lambda key, value: {"baseline": self.root / _text(key, value)},
            "pictures": self._read_pictures,
            "compare": self._compare,
            "spelling": self._spelling,
            "fields": lambda key, value: {"fields": _fields(key, value)},
            "suppress": lambda key, value: {"suppress": self._suppressions(key, value)},
            "gate": lambda key, value: {"gates": self._gates(key, value)},
        }
        changes: dict[str, Any] = {}
        for key, value in _checked("", table, readers).items():
            changes |= readers[key](key, value)
        return replace(Settings(root=self.root), **changes)

    def _spelling(self, key: str, value: Any) -> dict[str, Any]:
        table = _checked(key, value, ("accept", "word-list"))
        return {
            "accept": _texts("spelling.accept", table.get("accept", [])),
            "word_lists": self._paths("spelling.word-list", table.get("word-list", []), Path.is_file, "file"),
        }

    def _compare(self, key: str, value: Any) -> dict[str, Any]:
        table = _checked(key, value, ("scope",))
        scope = _text("compare.scope", table.get("scope", Scope.FULL.value))
        if scope not in tuple(Scope):
            raise _ValueError(
                scope, f"compare.scope: must be one of {', '.join(Scope)}, not {scope!r}{hint(scope, Scope)}"
            )
        return {"scope": Scope(scope)} if table else {}

    def _read_pictures(self, key: str, value: Any) -> dict[str, Any]:
        table = _checked(key, value, ("min-confidence",))
        return {"min_confidence": _share("pictures.min-confidence", table.get("min-confidence", 0.7))}

    def _paths(self, key: str, value: Any, exists: Callable[[Path], bool], kind: str) -> tuple[Path, ...]:
        paths = []
        for name in _texts(key, value):
            path = self.root / name
            if not exists(path):
                raise _ValueError(name, f"{key}: there is no {kind} {name!r} beside this file")
            paths.append(path)
        return tuple(paths)

    def _suppressions(self, key: str, value: Any) -> tuple[Suppress, ...]:
        found = []
        for one, origin in self._tables(key, value):
            table = _checked(key, one, ("rules", "files", "text", "reason"))
            found.append(
                Suppress(
                    _rules(key, table),
                    _texts("suppress.files", table.get("files", [])),
                    _text("suppress.text", table.get("text", "")),
                    _text("suppress.reason", table.get("reason", "")),
                    origin,
                )
            )
        return tuple(found)

    def _gates(self, key: str, value: Any) -> tuple[Gate, ...]:
        found = []
        for one, origin in self._tables(key, value):
            table = _checked(key, one, ("rules", "mostly"))
            rules = _rules(key, table)
            if "mostly" not in table:
                raise _ValueError(
                    key, f"{key}: every [[gate]] says how many are without findings: mostly = 0.98"
                )
            mostly = _share("gate.mostly", table["mostly"])
            if not mostly:
                raise _ValueError(
                    "mostly", "gate.mostly: a gate of 0 always holds; demand more, or remove it"
                )
            found.append(Gate(rules, mostly, origin))
        return tuple(found)

    def _tables(self, key: str, value: Any) -> Iterator[tuple[Any, str]]:
        """The tables of a list, each with the place where it is written."""
        if not isinstance(value, list):
            raise _ValueError(key, f"{key}: must be tables, written [[{key}]]")
        header = re.compile(rf"\s*\[\[\s*(tool\s*\.\s*jwtlint\s*\.\s*)?{key}\s*\]\]")
        lines = [at for at, line in enumerate(self.text.splitlines(), 1) if header.match(line)]
        for number, one in enumerate(value):
            yield one, f"{self.shown}:{lines[number]}" if len(lines) == len(value) else self.shown


def _checked(key: str, value: Any, known: Iterable[str]) -> dict[str, Any]:
    """The value, which must be a table with no other than the known keys."""
    if not isinstance(value, dict):
        raise _ValueError(key, f"{key}: must be a table, not {_kind(value)}")
    known = tuple(known)
    for own in value:
        if own not in known:
            raise _ValueError(own, f"unknown key {f'{key}.{own}' if key else own!r}{hint(own, known)}")
    return value


def _text(key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _ValueError(key.rpartition(".")[2], f"{key}: must be a string, not {_kind(value)}")
    return value


def _texts(key: str, value: Any) -> tuple[str, ...]:
    """A list of strings; one string stands for a list of one."""
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        what = _kind(value) if not isinstance(value, list) else "a list with something else in it"
        raise _ValueError(key.rpartition(".")[2], f"{key}: must be a list of strings, not {what}")
    return tuple(value)


def _fields(key: str, value: Any) -> Fields:
    table = _checked(key, value, KEYS)
    given = {own: _texts(f"{key}.{own}", names) for own, names in table.items()}
    owners: dict[str, str] = {}
    for own, names in given.items():
        if not names:
            raise _ValueError(own, f"{key}.{own}: names no key or column of the exports; remove it")
        for name in names:
            if not normal(name):
                raise _ValueError(own, f"{key}.{own}: {name!r} has no letter, so it can be no name")
            other = owners.setdefault(normal(name), own)
            if other != own:
                raise _ValueError(own, f"{key}.{own}: {name!r} is the {other} already; keep one")
    return Fields(tuple(given.items()))


def _rules(key: str, table: dict[str, Any]) -> tuple[str, ...]:
    rules = _texts(f"{key}.rules", table.get("rules", []))
    if not rules:
        raise _ValueError(key, f"{key}: every [[{key}]] names its rules")
    return rules


def _severity(key: str, value: Any) -> Severity:
    if not isinstance(value, str) or value not in _SEVERITIES:
        word = value if isinstance(value, str) else ""
        raise _ValueError(
            word or key.rpartition(".")[2],
            f"{key}: must be one of error, warning, info, not {value!r}{hint(word, _SEVERITIES)}",
        )
    return _SEVERITIES[value]


def _severities(key: str, value: Any) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise _ValueError(key, f"{key}: must be a table of rules and severities, not {_kind(value)}")
    return {rule: _severity(f"{key}.{rule}", one) for rule, one in value.items()}


def _share(key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _ValueError(key.rpartition(".")[2], f"{key}: must be a number from 0 to 1, not {value!r}")
    return float(value)


def _date(key: str, value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _ValueError(key, f"{key}: must be a date such as 2026-06-08, not {value!r}") from None


def _kind(value: Any) -> str:
    kinds = {bool: "a truth value", int: "a number", float: "a number", str: "a string", list: "a list"}
    return kinds.get(type(value), "a table" if isinstance(value, dict) else "a date or time")
