"""Reads Markdown, with or without front matter.

The prompt is the value of the key `prompt`; or what stands under a heading that says so (a fenced block there
is the prompt alone); or else the whole body. A fenced sequence diagram is an entry of its own, and no part of the
prompt. Comments are never part of it; `directives` says what they can
tell jwtlint.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from ..regex import lazy
from ..source import Source, SourceError
from ..text import Text
from . import directives, front_matter
from .blocks import Blocks, Fence
from .diagrams import drawn_in, share
from .front_matter import Alias, Collection, Node
from .model import MARKDOWN, Entry, Field, Suppression
from .scalars import Scalar, text_of

_NAMES = {
    Field.TITLE: ("title", "titles", "headline"),
    Field.DESCRIPTION: ("description", "summary"),
    Field.ALT: ("alt", "alttext", "alternativetext", "imagealt", "picturealt"),
    Field.RESOLUTION: ("resolution", "size", "dimensions", "imagesize", "picturesize"),
    Field.RATIO: ("ratio", "aspectratio", "aspect"),
    Field.FILE_SIZE: ("filesize",),
    Field.STYLE: ("style",),
    Field.USE_CASE: ("usecase",),
    Field.DATE: ("date", "generated", "generatedon", "generatedat", "created", "createdat"),
    Field.LANGUAGE: ("language", "lang", "locale"),
    Field.SEO_TARGET: ("seo", "seotarget", "seokeyword", "keyword", "keywords", "targetkeyword"),
    Field.PICTURE: (
        "picture",
        "image",
        "file",
        "filename",
        "imagefile",
        "picturefile",
        "imagesrc",
        "imagepath",
    ),
    Field.ID: ("id", "slug"),
    Field.TRANSLATION_OF: ("translationof", "translatedfrom", "rerenderof"),
    Field.TRANSLATION_SCOPE: ("translationscope", "scope"),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}
_PROMPT_NAMES = frozenset({"prompt", "generationprompt", "fullgenerationprompt", "imageprompt"})
_PROMPT_HEADINGS = frozenset({"prompt", "generation prompt", "full generation prompt", "image prompt"})
# Headings of the parts that a prompt can have: they do not end it, even as the equals of its own heading.
_PROMPT_PARTS = frozenset(
    "actors arrows boxes components connections constraints edges flow flows key labels layout legend nodes palette"
    " services steps style".split()
)
_DIAGRAMS = frozenset({"mermaid", "plantuml", "puml"})
_BYTES = lazy(r"\d\s*(?:[kmg]i?b|bytes?)\b", re.IGNORECASE)
_NO_LETTERS = lazy(r"[\W_]+")


def read(source: Source) -> Iterable[Entry] | None:
    """The entry of a Markdown file or of any text with front matter, and its diagrams; None for other text.

    Raises SourceError for front matter that cannot be read, and where nothing is left to check.
    """
    expected = source.path.lower().endswith(MARKDOWN)
    bounds = front_matter.find(source, expected=expected)
    if bounds is None:
        if not expected:
            return None
        return _entries(source, Blocks(source, 0), _Values(), frozenset(), ())
    mapping = front_matter.parse(source, bounds)
    values = _values(source, mapping)
    suppressions = tuple(directives.of_front_matter(source, bounds, mapping))
    blocks = Blocks(source, bounds.body)
    return _entries(source, blocks, values, frozenset(Field), suppressions)


class _Values:
    """What front matter says: the fields of the entry, and its prompt."""

    def __init__(self) -> None:
        self.titles: list[Text] = []
        self.fields: dict[Field, Text] = {}
        self.blanks: dict[Field, Text] = {}
        self.prompt: Text | None = None

    def note(self, name: str, text: Text) -> None:
        """Keep the value of a known key. The first of a field counts, except that each title does."""
        if name in _PROMPT_NAMES:
            self.prompt = self.prompt or text
            return
        field = _FIELDS[name]
        if field is Field.RESOLUTION and _BYTES.search(text.value):
            field = Field.FILE_SIZE
        if field is Field.TITLE:
            self.titles.append(text)
        else:
            self.fields.setdefault(field, text)

    def note_blank(self, name: str, text: Text) -> None:
        """Keep the place where the value of a field should stand."""
        if name in _FIELDS:
            self.blanks.setdefault(_FIELDS[name], text)


def _entries(
    source: Source,
    blocks: Blocks,
    values: _Values,
    can_hold: frozenset[Field],
    given: tuple[Suppression, ...],
) -> list[Entry]:
    drawn = drawn_in(blocks)
    blocks.left_out += [one.fence for one in drawn]
    prompt: Text | None = values.prompt or _prompt(blocks)
    if drawn and prompt and not values.prompt and not _has_sentences(prompt):
        prompt = None
    comments, shared = share(directives.of_comments(blocks), drawn)
    diagrams = [
        Entry(source, one.form, one.text, suppressions=(*given, *own))
        for one, own in zip(drawn, shared, strict=True)
    ]
    if not prompt and not values.fields and not values.titles:
        if diagrams:
            return diagrams
        raise SourceError(source.path, "neither a prompt nor metadata in it; nothing to check")
    entry = Entry(
        source,
        "markdown",
        prompt or None,
        tuple(values.titles),
        values.fields,
        can_hold,
        suppressions=(*given, *comments),
        blanks={
            field: text
            for field, text in values.blanks.items()
            if field not in values.fields and not (field is Field.TITLE and values.titles)
        },
        drawn_apart=bool(drawn) and not values.prompt,
    )
    return [entry, *diagrams]


def _has_sentences(text: Text) -> bool:
    """Does it say more than headings do?"""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.value.splitlines())


def _values(source: Source, mapping: Collection) -> _Values:
    values = _Values()
    for name, node in _named(source, mapping):
        if name not in _FIELDS and name not in _PROMPT_NAMES:
            continue
        listed = isinstance(node, Collection) and not node.mapping
        for item in node.items if isinstance(node, Collection) and listed else [node]:
            if isinstance(item, Alias):
                _refuse_alias(source, item)
            if isinstance(item, Scalar) and item.missing:
                values.note_blank(name, text_of(source, item)[:0])
            elif isinstance(item, Scalar):
                values.note(name, text_of(source, item))
    return values


def _named(source: Source, mapping: Collection, above: str = "") -> Iterator[tuple[str, Node]]:
    """Keys without case and signs, and their values; a key within a mapping bears its name, too."""
    for key, node in mapping.pairs:
        if not isinstance(key, Scalar):
            continue
        if key.value == "<<":
            _refuse_alias(source, key)
        name = above + _NO_LETTERS.sub("", key.value).casefold()
        yield name, node
        if not above and isinstance(node, Collection) and node.mapping:
            yield from _named(source, node, name)


def _refuse_alias(source: Source, node: Node) -> NoReturn:
    line = source.position(node.start).line
    raise SourceError(
        source.path, f"line {line}: values of other keys are not copied here; write the value out"
    )


def _prompt(blocks: Blocks) -> Text:
    """The prompt of a body."""
    heading = next((one for one in blocks.headings if one.name in _PROMPT_HEADINGS), None)
    if heading is None:
        text = blocks.text(blocks.start, blocks.end)
        fence = _prompt_fence(blocks, blocks.start, blocks.end)
        alone = fence and len(text) <= len(blocks.text(fence.start, fence.end))
        return blocks.source.text.cut(fence.inner_start, fence.inner_end).strip() if fence and alone else text
    below = (one for one in blocks.headings if one.start > heading.start)
    beside = (one for one in below if one.level <= heading.level and not _PROMPT_PARTS & {*one.name.split()})
    end = next((one.start for one in beside), blocks.end)
    text = blocks.text(heading.end, end)
    fence = _prompt_fence(blocks, heading.end, end)
    # A small fenced sample within a prompt is not the prompt.
    if fence and 2 * (fence.inner_end - fence.inner_start) >= len(text):
        return blocks.source.text.cut(fence.inner_start, fence.inner_end).strip()
    return text


def _prompt_fence(blocks: Blocks, start: int, end: int) -> Fence | None:
    """The longest fenced block of a section that is no diagram."""
    fences = (
        fence
        for fence in blocks.fences
        if start <= fence.start and fence.end <= end and not _DIAGRAMS & {*fence.info.lower().split()}
    )
    return max(fences, key=lambda fence: fence.end - fence.start, default=None)
