"""What the words of a diagram say without their markup."""

import re
from collections.abc import Callable, Iterator

from ..text import Run, Span, Text

# From a mark as it is written to what it stands for; "" for one that says nothing.
Decode = Callable[[str], str]


def readable(text: Text, breaks: re.Pattern[str], marks: re.Pattern[str], decode: Decode) -> Text:
    """The text with a blank for each line break, and with what `decode` makes of each mark.

    A mark stands for no more characters than it is long.
    """
    if not breaks.search(text.value) and not marks.search(text.value):
        return text.strip()
    written = (line.strip() for line in text.split(breaks))
    lines = (Text.join(_unmarked(line, marks, decode), "").strip() for line in written if line)
    return Text.join([line for line in lines if line] or [text.cut(0, 0)])


def _unmarked(text: Text, marks: re.Pattern[str], decode: Decode) -> Iterator[Text]:
    at = 0
    for match in marks.finditer(text.value):
        yield text.cut(at, match.start())
        at = match.end()
        meant, place = decode(match[0]), text.matched(match).place
        if meant and isinstance(place, Span):
            yield Text(meant, (Run(0, len(meant), place),), text.source, text.quoting)
    yield text.cut(at, len(text))


def meaning(mark: str) -> str:
    """What a character code ("#35;", "#quot;", "&nbsp;", "&#35;") stands for; "" for any other mark."""
    if not mark.endswith(";"):
        return ""
    name = mark.strip("#&;")
    if not name.isdecimal():
        from html import unescape

        meant = unescape(f"&{name};").replace("\xa0", " ")
        return meant if len(meant) < len(mark) else mark
    number = int(name)
    usable = 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000
    return chr(number) if usable else mark


def lines_of(value: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text start and end."""
    start, length = 0, len(value)
    while start <= length:
        end = value.find("\n", start)
        end = length if end < 0 else end
        yield start, end
        start = end + 1
