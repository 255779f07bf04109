"""An arrow as it was read, before its words become texts."""

from typing import NamedTuple

from .model import Mode
from .ranges import Range


class ReadArrow(NamedTuple):
    """Offsets of the parts of an arrow. `label` is None where it has none; `whole` covers its clause."""

    source: Range
    target: Range
    label: Range | None
    whole: Range
    mode: Mode
