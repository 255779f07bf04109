"""Which settings hold for which file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from .config import Settings
from .config_file import ConfigError, Configuration, find, load
from .engine import Linter
from .finding import Severity
from .patterns import matches
from .rule import RuleError
from .selection import UnknownRuleError

_T = TypeVar("_T")


class Overrides(NamedTuple):
    """What is said instead of the configuration, on the command line.

    `select` replaces what the configuration selects and ignores; `ignore` and `packs` add to it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity | None = None
    fail_on: Severity | None = None
    today: date | None = None
    packs: tuple[Path, ...] = ()

    def over(self, settings: Settings) -> Settings:
        """The settings, where nothing else is said."""
        return replace(
            settings,
            select=self.select or settings.select,
            ignore=self.ignore if self.select else settings.ignore + self.ignore,
            min_severity=self.min_severity or settings.min_severity,
            fail_on=self.fail_on or settings.fail_on,
            today=self.today or settings.today,
            packs=settings.packs + self.packs,
        )


class Linters:
    """A linter for each configuration, made when the first file asks for it.

    `config` is used for every file; `isolated` leaves all configurations aside; otherwise each file has the one
    that is found upwards from its folder. Raises ConfigError where `config` cannot be used.
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

    def of(self, path: str) -> Linter:
        """The linter for a file.

        Raises ConfigError for a configuration that cannot be used (the same one every time it is asked for), and
        RuleError where the overrides name a rule or pack that does not exist.
        """
        configuration = self._configuration(Path(path).absolute().parent)
        key = configuration.path if configuration else None
        if key not in self._linters:
            try:
                self._linters[key] = self._made(configuration)
            except ConfigError as error:
                self._linters[key] = error
        return _usable(self._linters[key])

    def excluded(self, path: Path) -> bool:
        """Does the configuration of a file, or of a folder, leave it out?"""
        absolute = path.absolute()
        try:
            configuration = self._configuration(absolute.parent)
        except ConfigError:
            return False
        if configuration is None or not configuration.settings.exclude:
            return False
        try:
            relative = absolute.relative_to(configuration.path.absolute().parent).as_posix()
        except ValueError:
            return False
        return any(matches(pattern, relative) for pattern in configuration.settings.exclude)

    def _made(self, configuration: Configuration | None) -> Linter:
        settings = configuration.settings if configuration else Settings()
        try:
            return Linter(self._overrides.over(settings))
        except UnknownRuleError as error:
            if configuration is None or error.selector in self._overrides.select + self._overrides.ignore:
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
                self._by_file[path] = _trusted(load(path))
            except ConfigError as error:
                self._by_file[path] = error
        return self._by_file[path]


def _usable(value: _T | ConfigError) -> _T:
    if isinstance(value, ConfigError):
        raise value
    return value


def _trusted(configuration: Configuration) -> Configuration:
    """A pack is code. One that a file found elsewhere names is not run because somebody checks a text there."""
    home = configuration.path.parent
    if configuration.settings.packs and not Path.cwd().is_relative_to(home):
        raise configuration.error(
            "packs",
            "packs: rule packs are code, so they are loaded from a configuration in the working folder or above "
            "it; go there, or name this file with --config",
        )
    return configuration
