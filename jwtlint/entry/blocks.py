"""What a reader must know of Markdown to find the prompt: headings, fenced blocks, comments, paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..regex import lazy
from ..source import Source
from ..text import Text

_FENCE = lazy(r"[ \t]*(?P<sign>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)")
_HEADING = lazy(r" {0,3}(?P<level>#{1,6})[ \t]+(?P<words>\S[^\n]*)")
_SIGNS_AROUND = lazy(r"\A[\W_]+|[\W_]+\Z")
_MAX_NAME = 80
_BLANK_LINES = lazy(r"(?:^[ \t\r]*\n)+", re.MULTILINE)
_BLANKS = " \t"


class Comment(NamedTuple):
    """A comment, and how much of the file goes with it when the prompt is read without it."""

    start: int
    end: int
    cut_start: int
    cut_end: int
    alone: bool


class Heading(NamedTuple):
    """A heading line; `name` is what it says, without signs and in small letters."""

    start: int
    end: int
    level: int
    name: str


class Fence(NamedTuple):
    """A fenced block, with its fences and without; `info` is what its opening fence says."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    info: str


class Blocks:
    """The blocks of the Markdown that stands in a source from `start` on."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start
        self.end = len(source.value)
        self.comments: list[Comment] = []
        self.headings: list[Heading] = []
        self.fences: list[Fence] = []
        self.left_out: list[Fence] = []
        self._blank = [match.span() for match in _BLANK_LINES.finditer(source.value, start)]
        self._scan()

    def text(self, start: int, end: int) -> Text:
        """What stands from `start` to `end`, without comments, what is left out, and white space around it."""
        return Text.join(self._pieces(start, end), "").strip()

    def _pieces(self, start: int, end: int) -> Iterator[Text]:
        whole = self.source.text
        at = start
        cuts = [(one.start, one.end, one.cut_start, one.cut_end) for one in self.comments]
        cuts += [(one.start, one.end, one.start, one.end) for one in self.left_out]
        for low, high, cut_start, cut_end in sorted(cuts):
            if at <= low and high <= end:
                yield whole.cut(at, max(at, cut_start))
                at = max(at, min(cut_end, end))
        yield whole.cut(at, end)

    def block_after(self, offset: int) -> tuple[int, int]:
        """The next paragraph, list, table or fenced block."""
        value = self.source.value
        start = next((at for at in range(offset, self.end) if not value[at].isspace()), self.end)
        return start, self.block_at(start)[1]

    def block_at(self, offset: int) -> tuple[int, int]:
        """The lines between two blank lines, or the fenced block, that the offset lies in."""
        at = bisect_right(self.fences, offset, key=lambda fence: fence.start)
        if at and offset < self.fences[at - 1].end:
            return self.fences[at - 1][:2]
        after = bisect_left(self._blank, (offset, offset))
        start = self._blank[after - 1][1] if after else self.start
        return start, self._blank[after][0] if after < len(self._blank) else self.end

    def _scan(self) -> None:
        value, at, fresh, closable = self.source.value, self.start, True, True
        line_end = -1
        while at < self.end:
            if line_end < at:
                line_end = value.find("\n", at)
                line_end = self.end if line_end < 0 else line_end
            if fresh and (fence := _FENCE.match(value, at, line_end)):
                at = self._note_fence(fence, line_end)
                continue
            opening = value.find("<!--", at, line_end) if closable else -1
            stop = opening if opening >= 0 else line_end
            if fresh and (heading := _HEADING.match(value, at, stop)):
                name = _SIGNS_AROUND.sub("", heading["words"][:_MAX_NAME]).casefold()
                self.headings.append(Heading(at, stop, len(heading["level"]), name))
            if opening < 0:
                at, fresh = line_end + 1, True
                continue
            closing = value.find("-->", opening + 2)
            fresh = fresh and not value[at:opening].strip()
            if closing < 0:
                closable = False
                at = opening
            elif opening > self.start and value[opening - 1] == "`":
                at = opening + 4
            else:
                at = closing + 3
                self._note_comment(opening, at, fresh)
                continue
            fresh = False

    def _note_fence(self, opening: re.Match[str], line_end: int) -> int:
        value, sign = self.source.value, opening["sign"]
        closing = re.compile(rf"^[ \t]*{sign[0]}{{{len(sign)},}}[ \t\r]*$", re.MULTILINE).search(
            value, line_end
        )
        inner_end, end = closing.span() if closing else (self.end, self.end)
        inner_start = min(line_end + 1, inner_end)
        self.fences.append(Fence(opening.start(), end, inner_start, inner_end, opening["info"].strip()))
        return end

    def _note_comment(self, start: int, end: int, fresh: bool) -> None:
        """Note a comment; `fresh` tells that only blanks or comments stand before it on its line."""
        value = self.source.value
        low = self.comments[-1].end if self.comments else self.start
        left = start
        while left > low and value[left - 1] in _BLANKS:
            left -= 1
        right = end
        while right < self.end and value[right] in _BLANKS:
            right += 1
        last = right == self.end or value[right] in "\r\n"
        cut_start, cut_end = start, right if fresh or left < start else end
        if last:
            cut_start, cut_end = left, right
            if fresh:
                line_end = value.find("\n", right)
                cut_end = line_end + 1 if line_end >= 0 else self.end
        self.comments.append(Comment(start, end, cut_start, cut_end, fresh and last))
        if fresh and last:
            self._share_line()

    def _share_line(self) -> None:
        """Comments that stand before a last one on a line of comments are alone there, too."""
        at = len(self.comments) - 1
        while (
            at > 0
            and self.comments[at - 1].cut_end == self.comments[at].start
            and not self.comments[at - 1].alone
        ):
            at -= 1
            self.comments[at] = self.comments[at]._replace(alone=True)
