"""Arrows in tables whose columns say from, to and label."""

from ..regex import lazy
from .branches import mode_of
from .ranges import bare
from .read_arrow import ReadArrow
from .unit import Unit

SOURCE_COLUMNS = frozenset(
    "from who source sender origin caller start von de desde quelle da src producer initiator".split()
)
TARGET_COLUMNS = frozenset(
    "to whom target receiver destination callee end nach an zu a hacia ziel vers à para dest dst".split()
)
_LABEL_COLUMNS = lazy(
    r"label|message|text|payload|request|action|data|content|what|etiqueta|beschriftung|libellé|mensaje|nachricht|caption|call"
)


def read_row(value: str, unit: Unit) -> ReadArrow | None:
    """The arrow of a table row, where the columns say from, to and label."""
    source = target = label = None
    condition = ""
    for column, cell in zip(unit.columns, unit.cells, strict=False):
        head = column.split()[0] if column else ""
        if source is None and (column in SOURCE_COLUMNS or head in SOURCE_COLUMNS):
            source = cell
        elif target is None and (column in TARGET_COLUMNS or head in TARGET_COLUMNS):
            target = cell
        elif label is None and _LABEL_COLUMNS.search(column):
            label = cell
        else:
            condition += " " + value[slice(*cell)]
    if source is None or target is None:
        return None
    label = bare(value, *label) if label else None
    if label and label[0] == label[1]:
        label = None
    mode = mode_of(f"{condition} {unit.section}") if condition else mode_of("", unit.section)
    return ReadArrow(bare(value, *source), bare(value, *target), label, (unit.start, unit.end), mode)
