"""Comments that turn rules off.

In Markdown, and never in what a generator reads:

- `<!-- jwtlint: ignore CON101, TPL -->` on a line of its own is for the paragraph, list, table or fenced
  block that follows; beside other words it is for the paragraph in which it stands;
- `<!-- jwtlint: off SPL -->` is for everything up to `<!-- jwtlint: on SPL -->`, or to the end of the file;
  `on` alone ends whatever is off.

In front matter:

- `# jwtlint: ignore CAT103` on a line of its own is for the key, with its value, that follows;
- the key `jwtlint: {ignore: [CAT103, vendor-in-prompt]}` is for the whole file.

Rules are given by id, name or family. A comment that says anything else to jwtlint is an error: it would look
like a suppression, and be none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NoReturn

from ..regex import lazy
from ..source import Source, SourceError
from .blocks import Blocks, Comment
from .front_matter import Alias, Bounds, Collection, Node
from .model import Suppression
from .scalars import Scalar, text_of

_DIRECTIVE = lazy(r"\s*jwtlint\s*:\s*(?P<verb>[\w-]*)\s*(?P<rules>.*?)\s*\Z", re.DOTALL | re.IGNORECASE)
_RULE = lazy(r"[A-Za-z][\w-]*")
_BETWEEN = lazy(r"[\s,]+")
_YAML_COMMENT = lazy(r"^[ \t]*(?P<comment>#(?P<said>[ \t]*jwtlint[ \t]*:[^\n]*))$", re.MULTILINE)
_REMEDY = "write `jwtlint: ignore RULE`, `jwtlint: off RULE` or `jwtlint: on RULE`"
_YAML_REMEDY = "write `# jwtlint: ignore RULE`"
_KEY_REMEDY = "write `jwtlint: {ignore: [RULE, RULE]}`"


def of_comments(blocks: Blocks) -> Iterator[Suppression]:
    """What the comments of a Markdown body turn off.

    Raises SourceError for a comment that is addressed to jwtlint and cannot be understood.
    """
    source = blocks.source
    off: dict[str, Comment] = {}
    for comment in blocks.comments:
        directive = _DIRECTIVE.match(source.value, comment.start + 4, max(comment.start + 4, comment.end - 3))
        if directive is None:
            continue
        verb = directive["verb"].lower()
        rules = _rules(source, comment.start, directive["rules"], _REMEDY)
        if verb not in ("ignore", "off", "on") or not (rules or verb == "on"):
            _refuse(source, comment.start, "not understood", _REMEDY)
        if verb == "ignore":
            place = blocks.block_after(comment.end) if comment.alone else blocks.block_at(comment.start)
            yield Suppression(source.text.cut(comment.start, comment.end), rules, *place)
            continue
        for rule in rules or tuple(off):
            opened = off.pop(rule, None)
            if opened:
                yield _range(source, opened, rule, comment.start)
            elif verb == "on":
                _refuse(source, comment.start, f"{rule} is not off here", "remove it")
            if verb == "off":
                off[rule] = comment
    for rule, opened in off.items():
        yield _range(source, opened, rule, len(source.value))


def of_front_matter(source: Source, bounds: Bounds, mapping: Collection) -> Iterator[Suppression]:
    """What the comments of front matter, and its key `jwtlint`, turn off.

    Raises SourceError for what is addressed to jwtlint and cannot be understood.
    """
    scalars = [(node.start, node.end) for pair in mapping.pairs for node in pair if isinstance(node, Scalar)]
    for match in _YAML_COMMENT.finditer(source.value, bounds.start, bounds.end):
        start = match.start("comment")
        if any(low < start < high for low, high in scalars):
            continue
        directive = _DIRECTIVE.match(match["said"])
        rules = _rules(source, start, directive["rules"], _YAML_REMEDY) if directive else ()
        if directive is None or directive["verb"].lower() != "ignore" or not rules:
            _refuse(source, start, "not understood", _YAML_REMEDY)
        pair = next((pair for pair in mapping.pairs if pair[0].start > start), None)
        if pair is None:
            _refuse(source, start, "no key follows", "put it above the key that it is for")
        comment = source.text.cut(start, match.end("comment")).strip()
        yield Suppression(comment, rules, pair[0].start, pair[1].end)
    for key, value in mapping.pairs:
        if isinstance(key, Scalar) and key.value == "jwtlint":
            yield from _of_key(source, key, value)


def _of_key(source: Source, key: Scalar, value: Node) -> Iterator[Suppression]:
    if not isinstance(value, Collection) or not value.mapping:
        _refuse(source, key.start, "no mapping", _KEY_REMEDY)
    for name, listed in value.pairs:
        if not isinstance(name, Scalar) or name.value != "ignore" or isinstance(listed, Alias):
            _refuse(source, name.start, "not understood", _KEY_REMEDY)
        items: Sequence[Node] = listed.items if isinstance(listed, Collection) else [listed]
        for item in items:
            if not isinstance(item, Scalar):
                _refuse(source, item.start, "not understood", _KEY_REMEDY)
            if rules := _rules(source, item.start, item.value, _KEY_REMEDY):
                yield Suppression(text_of(source, item), rules, 0, len(source.value))


def _range(source: Source, opened: Comment, rule: str, end: int) -> Suppression:
    return Suppression(source.text.cut(opened.start, opened.end), (rule,), opened.end, end)


def _rules(source: Source, offset: int, words: str, remedy: str) -> tuple[str, ...]:
    rules = tuple(dict.fromkeys(rule for rule in _BETWEEN.split(words) if rule))
    for rule in rules:
        if not _RULE.fullmatch(rule):
            _refuse(source, offset, f"{rule[:40]!r} is no rule", remedy)
    return rules


def _refuse(source: Source, offset: int, what: str, remedy: str) -> NoReturn:
    line = source.position(offset).line
    raise SourceError(source.path, f"line {line}: jwtlint comment: {what}; {remedy}")
