"""Front matter: the YAML between two lines of dashes at the top of a file.

It is read as a stream of events, never made into objects: no tag is obeyed, no alias expanded, and neither
size nor depth can cost more than their limits.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from ..regex import lazy
from ..source import Source, SourceError
from .scalars import Scalar

if TYPE_CHECKING:
    import yaml

MAX_SIZE = 64 * 1024
MAX_DEPTH = 16
_FENCE = lazy(r"---[ \t]*\r?\n")
_CLOSING = lazy(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEY_LINE = lazy(
    r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:[\"']?[\w][\w .-]{0,60}[\"']?[ \t]*:(?:\s|\Z)|[&!%{?]|<<)"
)
_SURROGATE = lazy("[\ud800-\udfff]")


class Bounds(NamedTuple):
    """Offsets of the YAML, and of the body behind it."""

    start: int
    end: int
    body: int


class Alias(NamedTuple):
    """A reference to a value that stands elsewhere."""

    start: int
    end: int


class Collection(NamedTuple):
    """A mapping, whose `items` are keys and values by turns, or a sequence."""

    start: int
    end: int
    mapping: bool
    items: "list[Node]"

    @property
    def pairs(self) -> "list[tuple[Node, Node]]":
        return list(zip(self.items[::2], self.items[1::2], strict=True))


Node = Scalar | Alias | Collection


def find(source: Source, *, expected: bool) -> Bounds | None:
    """Where the front matter of the file is; None where it has none.

    A file in which it is `expected` (by its ending) has it wherever it opens with a line of dashes; in any
    other the lines after the dashes must look like keys, because a prompt may open with a rule. Raises
    SourceError for front matter that is never closed.
    """
    value = source.value
    opening = _FENCE.match(value)
    if opening is None:
        return None
    start = opening.end()
    keyed = _KEY_LINE.match(value, start) is not None
    closing = _CLOSING.search(value, start)
    if closing is None:
        if expected and keyed:
            raise SourceError(source.path, "line 1: front matter is never closed; end it with a line ---")
        return None
    if not keyed and not (expected or not value[start : closing.start()].strip()):
        return None
    body = value.find("\n", closing.end())
    return Bounds(start, closing.start(), body + 1 if body >= 0 else len(value))


def parse(source: Source, bounds: Bounds) -> Collection:
    """The mapping that the front matter is.

    Raises SourceError, with line and remedy, for what is no YAML, no mapping, too large or too deep, and for
    a key that stands twice.
    """
    if bounds.end - bounds.start > MAX_SIZE:
        raise SourceError(
            source.path,
            f"front matter of more than {MAX_SIZE >> 10} KiB; move the prompt below the front matter",
        )
    root = list(_nodes(source, bounds))
    if len(root) > 1:
        _refuse(source, root[1].start, "a second YAML document begins in the front matter; keep one")
    if not root or (isinstance(root[0], Scalar) and root[0].missing):
        return Collection(bounds.start, bounds.end, True, [])
    first = root[0]
    if not isinstance(first, Collection) or not first.mapping:
        _refuse(source, first.start, "front matter is no mapping; write `key: value` lines")
    return first


def _nodes(source: Source, bounds: Bounds) -> Iterator[Node]:
    """The nodes at the top, each complete when it comes."""
    import yaml

    open_nodes: list[Collection] = []
    for event in _events(source, bounds):
        start, end = _span(bounds, event)
        node: Node
        if isinstance(event, yaml.CollectionStartEvent):
            if len(open_nodes) == MAX_DEPTH:
                _refuse(source, start, f"front matter is nested more than {MAX_DEPTH} deep; make it flatter")
            open_nodes.append(Collection(start, end, isinstance(event, yaml.MappingStartEvent), []))
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            node = open_nodes.pop()._replace(end=end)
            _refuse_duplicates(source, node)
        elif isinstance(event, yaml.ScalarEvent):
            node = Scalar(start, end, event.value, event.style or "")
            if _SURROGATE.search(event.value):
                _refuse(source, start, "an escape gives half a character; write the character itself")
        elif isinstance(event, yaml.AliasEvent):
            node = Alias(start, end)
        else:
            continue
        if open_nodes:
            open_nodes[-1].items.append(node)
        else:
            yield node


def _events(source: Source, bounds: Bounds) -> "Iterator[yaml.Event]":
    import yaml

    at = 0
    try:
        for event in yaml.parse(source.value[bounds.start : bounds.end], Loader=yaml.SafeLoader):
            yield event
            at = _span(bounds, event)[1] - bounds.start
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = error.problem or error.context or "unreadable"
        at = mark.index if mark else at
    except yaml.reader.ReaderError as error:
        reason, at = f"the character U+{error.character:04X} is not allowed", error.position
    except (ValueError, OverflowError):
        reason = "an escape or a number in it is too large"
    else:
        return
    reason = " ".join(reason.split())
    _refuse(source, bounds.start + at, f"front matter is no YAML: {reason}; quote the value or mend the line")


def _span(bounds: Bounds, event: "yaml.Event") -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (bounds.start + (start.index if start else 0), bounds.start + (end.index if end else 0))


def _refuse_duplicates(source: Source, node: Collection) -> None:
    if not node.mapping:
        return
    seen: dict[str, Scalar] = {}
    for key, _ in node.pairs:
        if not isinstance(key, Scalar):
            continue
        if earlier := seen.get(key.value):
            line = source.position(earlier.start).line
            _refuse(source, key.start, f"the key {key.value[:40]!r} stands already on line {line}; keep one")
        seen[key.value] = key


def _refuse(source: Source, offset: int, reason: str) -> NoReturn:
    raise SourceError(source.path, f"line {source.position(offset).line}: {reason}")
