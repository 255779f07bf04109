"""The flow of a prompt as a Mermaid sequence diagram."""

from collections.abc import Iterator
from itertools import groupby

from ..prompt.model import Arrow, Box, Mode, Prompt
from ..text import Text
from .visible import visible

_PLAIN = frozenset(" .,/+-_()='")
_BLOCKS = {Mode.OPTIONAL: "opt", Mode.ALTERNATIVE: "alt"}


def sequence_diagram(prompt: Prompt) -> Iterator[str]:
    """The lines of the diagram: a participant for each box, a message for each arrow, in their order."""
    names = _participants(prompt)
    yield "sequenceDiagram"
    if prompt.title:
        yield f"  title {escaped(prompt.title.value)}"
    for number, name in enumerate(names.values(), 1):
        yield f"  participant p{number} as {escaped(name)}"
    if prompt.arrows:
        yield "  autonumber"
    numbers = {key: f"p{number}" for number, key in enumerate(names, 1)}
    for mode, arrows in groupby(prompt.arrows, key=lambda arrow: arrow.mode):
        if mode in _BLOCKS:
            yield f"  {_BLOCKS[mode]} {mode.value}"
        for arrow in arrows:
            source, target = _ends(arrow)
            label = escaped(arrow.label.value) if arrow.label else "#32;"
            yield f"  {'  ' if mode in _BLOCKS else ''}{numbers[source]}->>{numbers[target]}: {label}"
        if mode in _BLOCKS:
            yield "  end"


def escaped(text: str) -> str:
    """Text that Mermaid shows and does not obey: what could mean something to it becomes a code."""
    words = " ".join(visible(text).split())
    return "".join(_safe(character) for character in words)


def _safe(character: str) -> str:
    return character if character.isalnum() or character in _PLAIN else f"#{ord(character)};"


def _participants(prompt: Prompt) -> dict[Box | str, str]:
    """The boxes, then what arrows name without a box, by what stands for them in `_ends`."""
    names: dict[Box | str, str] = {box: box.name.value for box in prompt.boxes}
    for arrow in prompt.arrows:
        for end, words in zip(_ends(arrow), (arrow.source, arrow.target), strict=True):
            names.setdefault(end, words.value)
    return names


def _ends(arrow: Arrow) -> tuple[Box | str, Box | str]:
    return arrow.source_box or _key(arrow.source), arrow.target_box or _key(arrow.target)


def _key(words: Text) -> str:
    return " ".join(words.value.casefold().split())
