"""Text of strangers as Markdown (GitHub's, GFM) that shows exactly that text.

Nothing in it becomes a link, picture, list, mention, issue reference, formula or HTML. It is for the middle of a line
or the cell of a table: at the beginning of a line, words of our own have to stand before it.
"""

import html
import re

from ..regex import lazy
from .visible import visible

_PUNCTUATION = lazy(r"[\\`*_\[\]<>&~|]")
# What GitHub makes live in finished text, where no backslash helps: @name, #12, GH-12, http://, www., the hash of a
# commit, :smile:. A character without width is put into it, as Dependabot does.
_LIVE = lazy(
    r"@(?=\w)|#(?=\d)|\bgh-(?=\d)|:(?=//)|\bwww(?=\.)|(?P<hash>\b[0-9a-f]{7,40}\b)|:(?=[\w+-]+:)",
    re.IGNORECASE,
)
_SIX = lazy(".{6}")
_GAP = "&#8203;"
_DOLLAR = "<span>$</span>"
"""How GitHub's documentation writes a dollar sign that begins no formula."""


def literal(text: str) -> str:
    """One line of Markdown that reads as the text; what cannot be seen is shown by signs, as on a terminal."""
    # A NUL is never visible, so it can stand for the gap until the rest is escaped.
    parted = _LIVE.sub(_part, visible(text))
    escaped = _PUNCTUATION.sub(lambda match: f"\\{match[0]}", parted)
    return escaped.replace("\0", _GAP).replace("$", _DOLLAR)


def _part(match: re.Match[str]) -> str:
    if match["hash"]:
        # No part of a hash is as long as the seven digits that refer to a commit.
        return _SIX.sub("\\g<0>\0", match[0])
    return f"{match[0]}\0"


def code(text: str) -> str:
    """The text as code, where Markdown is read; of an empty text the sign for nothing."""
    text = visible(text)
    if not text:
        return "∅"
    if "`" in text or "|" in text or text != text.strip():
        # In a table, no code span can hold a backslash before a bar.
        return f"<code>{literal(text)}</code>"
    return f"`{text}`"


def html_code(text: str) -> str:
    """The text as code, where only HTML is read, as in the summary of details."""
    return f"<code>{html.escape(visible(text))}</code>"
