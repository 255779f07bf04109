"""The words around some characters, so that a finding shows more than a sign that nobody can see."""

import re
from collections.abc import Iterable, Iterator

from jwtlint.regex import lazy
from jwtlint.text import Text

_REACH = 40
_LONGEST = 200
_HEAD = lazy(r"[\w-]*\Z")
_TAIL = lazy(r"[\w-]*")


def by_word(text: Text, matches: Iterable[re.Match[str]]) -> Iterator[tuple[Text, list[re.Match[str]]]]:
    """The matches on the value of a text that stand in one word, with that word; long words in parts."""
    group: list[re.Match[str]] = []
    end = 0
    for match in matches:
        if group and (match.start() > end or match.end() - group[0].start() > _LONGEST):
            yield _word(text, group), group
            group = []
        group.append(match)
        tail = _TAIL.match(text.value, match.end(), match.end() + _REACH)
        end = tail.end() if tail else match.end()
    if group:
        yield _word(text, group), group


def _word(text: Text, matches: list[re.Match[str]]) -> Text:
    start, end = matches[0].start(), matches[-1].end()
    head = _HEAD.search(text.value, max(0, start - _REACH), start)
    tail = _TAIL.match(text.value, end, end + _REACH)
    return text.cut(head.start() if head else start, tail.end() if tail else end)
