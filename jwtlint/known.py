"""What the baselines of a run know; nothing is loaded where no settings name one."""

from pathlib import Path
from typing import TYPE_CHECKING

from .linters import Linters

if TYPE_CHECKING:
    from .baseline import Baselines
    from .engine import Linter
    from .session import Checked


class Known:
    """Takes away what is known. `wanted`: baselines count at all; `named` is that of the command line.

    Raises BaselineError where that one cannot be read.
    """

    def __init__(self, linters: Linters, *, wanted: bool, named: Path | None) -> None:
        self._linters = linters
        self._wanted = wanted
        self._baselines: Baselines | None = None
        if wanted and named is not None:
            self._loaded().load(named)

    def rest(self, checked: "Checked") -> "Checked":
        """A file without the findings that are known."""
        if self._wanted and any(one.settings.baseline for one in self._linters):
            return self._loaded().rest(checked)
        return checked

    def take(self, linter: "Linter", key: str) -> bool:
        """Is one more finding with that key known to the baseline of a linter? Then it is known no longer.

        Raises BaselineError where the baseline cannot be read.
        """
        file = linter.settings.baseline
        return self._wanted and file is not None and self._loaded().take(file, key)

    def _loaded(self) -> "Baselines":
        if self._baselines is None:
            from .baseline import Baselines

            self._baselines = Baselines(self._linters)
        return self._baselines
