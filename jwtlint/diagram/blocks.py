"""Statements of PlantUML that go over several lines."""

import re
from enum import Enum
from typing import NamedTuple

from ..regex import lazy


class Content(Enum):
    """What the lines of a block are."""

    NOTHING = "nothing that is drawn"
    TITLE = "title"
    NOTE = "note"
    WORDS = "words"


class Block(NamedTuple):
    """What ends a block (a search in a line), and what its lines are; `nested` blocks hold others in braces."""

    end: re.Pattern[str]
    content: Content
    nested: bool = False


_END_NOTE = lazy(r"^end\s*[hr]?note$", re.IGNORECASE)
_END_WORDS = lazy(r"^end\s*(?:title|header|footer|caption|legend|ref)$", re.IGNORECASE)
_END_COMMENT = lazy(r"'/")
_END_STYLE = lazy(r"</style>", re.IGNORECASE)
_END_MACRO = lazy(r"^!end\s*(?:procedure|function|definelong)\b", re.IGNORECASE)
_CLOSING_BRACE = lazy(r"^\}$")
CLOSING_BRACKET = lazy(r"^\]$")

_KINDS = (
    (
        lazy(
            r"(?:[&/]\s*+)?+[hr]?note\s++(?:left|right|over|across|bottom|top)\b(?:\"[^\"]*+\"|[^:\"])*+$",
            re.IGNORECASE,
        ),
        Block(_END_NOTE, Content.NOTE),
    ),
    (lazy(r"title$", re.IGNORECASE), Block(_END_WORDS, Content.TITLE)),
    (
        lazy(r"(?:(?:(?:left|right|center)\s+)?(?:header|footer)|caption)$|legend\b", re.IGNORECASE),
        Block(_END_WORDS, Content.WORDS),
    ),
    (lazy(r"ref\b[^:]*+$", re.IGNORECASE), Block(_END_WORDS, Content.WORDS)),
    (
        lazy(r"(?:skinparam|sprite|skin)\b.*\{$", re.IGNORECASE),
        Block(_CLOSING_BRACE, Content.NOTHING, nested=True),
    ),
    (lazy(r"<style>", re.IGNORECASE), Block(_END_STYLE, Content.NOTHING)),
    (
        lazy(
            r"(?:participant|actor|boundary|control|entity|database|collections|queue)\b.*\[$", re.IGNORECASE
        ),
        Block(CLOSING_BRACKET, Content.WORDS),
    ),
    (
        lazy(
            r"!(?:(?:unquoted|final)\s+)*(?:procedure|function|definelong)\b(?!.*\breturn\b)", re.IGNORECASE
        ),
        Block(_END_MACRO, Content.NOTHING),
    ),
)
_COMMENT = Block(_END_COMMENT, Content.NOTHING)
# The first letters of all lines that begin a block, so that others need no closer look.
_FIRST = frozenset("nhr&/tlfcspabdeq<!")


def block_of(line: str) -> Block | None:
    """The block that a line (without blanks around it) begins."""
    if line[:1].lower() not in _FIRST:
        return None
    if line.startswith("/'"):
        return None if "'/" in line else _COMMENT
    return next((block for start, block in _KINDS if start.match(line)), None)
