"""Cases for programs: one JSON object a line, in ASCII."""

import json
from typing import TextIO

from ..reading import Dossier
from .plain import case_values


class JsonLines:
    """Writes a case a line."""

    def __init__(self, stream: TextIO, *, named: bool) -> None:
        self._stream = stream
        self._named = named

    def case(self, dossier: Dossier) -> None:
        """Write one case."""
        line = json.dumps(case_values(dossier, named=self._named))
        # A delete character is the only control character that JSON allows to stand as it is.
        self._stream.write(line.replace("\x7f", "\\u007f") + "\n")
