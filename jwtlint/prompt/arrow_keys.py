"""Arrows as YAML has them: an item whose keys say from, to and label, on lines of their own or in braces."""

from ..regex import lazy
from .arrow_rows import SOURCE_COLUMNS, TARGET_COLUMNS
from .branches import mode_of
from .ranges import Range, bare
from .read_arrow import ReadArrow
from .unit import Unit

_LABEL_KEYS = frozenset("label text message caption etiqueta beschriftung libellé etichetta rótulo".split())
_KEYED = lazy(r"(?:^|[\n,;{])[ \t]*[\"']?(?P<key>[^\W\d_]{1,14})[\"']?\s*[:=]\s*(?P<value>[^\n,;{}]{1,300})")


def read_keys(value: str, mask: str, unit: Unit) -> ReadArrow | None:
    """The arrow of an item that says from where and to where; quoted words are NUL characters in `mask`."""
    parts: dict[str, Range] = {}
    for match in _KEYED.finditer(mask[unit.start : unit.end]):
        start, end = match.span("value")
        role = _role_of(value[unit.start + match.start("key") : unit.start + match.end("key")].lower())
        if role:
            parts.setdefault(role, bare(value, unit.start + start, unit.start + end))
    if not {"source", "target"} <= parts.keys():
        return None
    mode = mode_of("", unit.section)
    return ReadArrow(parts["source"], parts["target"], parts.get("label"), (unit.start, unit.end), mode)


def _role_of(key: str) -> str | None:
    if key in SOURCE_COLUMNS:
        return "source"
    if key in TARGET_COLUMNS:
        return "target"
    return "label" if key in _LABEL_KEYS else None
