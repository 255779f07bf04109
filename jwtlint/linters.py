"""Which settings hold for which file."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from .config import Gate, Settings
from .config_file import ConfigError, Configuration, find, load, shown
from .engine import Linter
from .entry.fields import GUESSED, Fields
from .finding import Severity
from .patterns import matches
from .rule import RuleError
from .selection import UnknownRuleError

_T = TypeVar("_T")


class Overrides(NamedTuple):
    """What is said instead of the configuration, on the command line.

    `select` replaces what the configuration selects and ignores; `ignore` and `packs` add to it. A gate replaces those
    of the configuration for the same rules.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity | None = None
    fail_on: Severity | None = None
    today: date | None = None
    packs: tuple[Path, ...] = ()
    min_confidence: float | None = None
    baseline: Path | None = None
    gates: tuple[Gate, ...] = ()

    @property
    def selectors(self) -> tuple[str, ...]:
        """All names of rules."""
        return (*self.select, *self.ignore, *(rule for gate in self.gates for rule in gate.rules))

    def over(self, settings: Settings) -> Settings:
        """The settings, where nothing else is said."""
        own = {frozenset(gate.rules) for gate in self.gates}
        others = tuple(gate for gate in settings.gates if frozenset(gate.rules) not in own)
        return replace(
            settings,
            select=self.select or settings.select,
            ignore=self.ignore if self.select else settings.ignore + self.ignore,
            min_severity=self.min_severity or settings.min_severity,
            fail_on=self.fail_on or settings.fail_on,
            today=self.today or settings.today,
            packs=settings.packs + self.packs,
            gates=others + self.gates,
            baseline=self.baseline or settings.baseline,
            min_confidence=settings.min_confidence if self.min_confidence is None else self.min_confidence,
        )


class Linters:
    """A linter for each configuration, made when the first file asks for it.

    `config` is used for every file; `isolated` leaves all configurations aside; otherwise each file has the
    one that is found upwards from its folder. Raises ConfigError where `config` cannot be used.
    """

    def __init__(
        self, overrides: Overrides | None = None, *, config: Path | None = None, isolated: bool = False
    ) -> None:
        self._overrides = overrides or Overrides()
        self._named = load(config) if config is not None else None
        self._searching = config is None and not isolated
        self._by_folder: dict[Path, Configuration | ConfigError | None] = {}
        self._by_file: dict[Path, Configuration | ConfigError] = {}
        self._linters: dict[Path | None, Linter | ConfigError] = {}

    def __iter__(self) -> Iterator[Linter]:
        """Those that were made."""
        return (one for one in self._linters.values() if isinstance(one, Linter))

    def governing(self) -> Iterator[tuple[str, Linter]]:
        """Those that were made for a configuration file, with its path."""
        return ((str(path), one) for path, one in self._linters.items() if path and isinstance(one, Linter))

    def of(self, path: str) -> Linter:
        """The linter for a file.

        Raises ConfigError for a configuration that cannot be used (the same error each time it is asked for),
        and RuleError where the overrides name a rule or pack that does not exist.
        """
        configuration = self._configuration(Path(path).absolute().parent)
        key = configuration.path if configuration else None
        if key not in self._linters:
            try:
                self._linters[key] = self._made(configuration)
            except ConfigError as error:
                self._linters[key] = error
        return _usable(self._linters[key])

    def name_of(self, path: str) -> str:
        """What a file is called wherever the run is started: its path from the folder of its configuration.

        Without a configuration it is the path from the working folder. Raises ConfigError as `of` does.
        """
        configuration = self._configuration(Path(path).absolute().parent)
        home = configuration.path.absolute().parent if configuration else Path.cwd()
        try:
            name = os.path.relpath(path, home)
        except ValueError:
            # On another drive.
            name = os.path.abspath(path)
        return name.replace(os.sep, "/")

    def exclusions(self, folder: Path) -> tuple[tuple[str, ...], Path | None]:
        """The patterns that the configuration of a folder leaves out, and what they are relative to."""
        try:
            configuration = self._configuration(folder.absolute())
        except ConfigError:
            return (), None
        if configuration is None:
            return (), None
        return configuration.settings.exclude, configuration.path.absolute().parent

    def fields(self, path: Path) -> Fields:
        """What the configuration of a file says of the names of fields; nothing where it cannot be used."""
        try:
            configuration = self._configuration(path.absolute().parent)
        except ConfigError:
            return GUESSED
        return configuration.settings.fields if configuration else GUESSED

    def excludes(self, path: Path) -> bool:
        """Does the configuration nearest to a file leave it out?"""
        patterns, root = self.exclusions(path.parent)
        if not patterns or root is None:
            return False
        absolute = path.absolute()
        relative = absolute.relative_to(root) if absolute.is_relative_to(root) else absolute
        return any(matches(pattern, relative.as_posix()) for pattern in patterns)

    def _made(self, configuration: Configuration | None) -> Linter:
        settings = configuration.settings if configuration else Settings()
        try:
            linter = Linter(self._overrides.over(settings))
            if not linter.active:
                raise RuleError("what is selected and ignored leaves no rule to run")
            return linter
        except UnknownRuleError as error:
            if configuration is None or error.selector in self._overrides.selectors:
                raise
            raise configuration.error(error.selector, str(error)) from None
        except RuleError as error:
            if configuration is None or self._overrides.packs:
                raise
            raise configuration.error("packs", str(error)) from None

    def _configuration(self, folder: Path) -> Configuration | None:
        if not self._searching:
            return self._named
        if folder not in self._by_folder:
            self._by_folder[folder] = self._found(folder)
        return _usable(self._by_folder[folder])

    def _found(self, folder: Path) -> Configuration | ConfigError | None:
        path = find(folder)
        if path is None:
            return None
        if path not in self._by_file:
            try:
                self._by_file[path] = trusted(path)
            except ConfigError as error:
                self._by_file[path] = error
        return self._by_file[path]


def _usable(value: _T | ConfigError) -> _T:
    if isinstance(value, ConfigError):
        raise value
    return value


def trusted(path: Path) -> Configuration:
    """A configuration that nobody has named: that of the folder where somebody works, or one that lies beside a text.

    That somebody checks a text is no reason to run what lies beside it, or to read what that points at elsewhere.
    Raises ConfigError as `load` does, and where it wants that.
    """
    home, here = path.parent, Path.cwd()
    if here.is_relative_to(home):
        return load(path)
    if not _lies_in(path, home, here):
        raise ConfigError(
            f"{shown(path)}: a link that leads out of its folder; name the file itself with --config"
        )
    configuration = load(path)
    settings = configuration.settings
    if settings.packs:
        raise configuration.error(
            "packs",
            "packs: rule packs are code, so they are loaded only from a configuration in the working folder "
            "or above it; go there, or name this file with --config",
        )
    pointed_at = (("baseline", settings.baseline), *(("word-list", one) for one in settings.word_lists))
    for key, one in pointed_at:
        if one is not None and not _lies_in(one, home, here):
            raise configuration.error(
                key, f"{key}: leads out of the folder of this file; go there, or name this file with --config"
            )
    return configuration


def _lies_in(path: Path, *folders: Path) -> bool:
    real = os.path.realpath(path)
    return any(Path(real).is_relative_to(os.path.realpath(folder)) for folder in folders)
