"""A word is drawn twice in a row.

Often across a line break: the generator ends one line and begins the next with the same word.

```bad
--- drawn
From [[training]]
training to deployment
Deploy any [[model model]]
```

```good
--- drawn
Python
Python
Say that that is so
Step by step, layer by layer
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.document import Document
from jwtlint.finding import Finding, Related, Severity
from jwtlint.picture.comparison import Comparison, regions_of
from jwtlint.picture.known import is_known
from jwtlint.picture.layout import DrawnLine, Layout
from jwtlint.picture.picture import Picture
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._words import AGAIN, reread

_TWICE = lazy(r"(?i)(?<![\w-])([^\W\d_]{2,}) \1(?![\w-])")
_LAST = lazy(r"(?<=[ ])([^\W\d_]{3,})[,;]?$")
_FIRST = lazy(r"^([^\W\d_]{3,})\b[,;]?(?= )")
_MEANT = frozenset("that had very bye blah no so is more ha ping pong knock tick nous vous long die".split())


@rule("PIC122", "doubled-word", Severity.WARNING)
def doubled_word(layout: Layout, document: Document, context: Context) -> Iterator[Finding]:
    picture = document.picture
    assert picture is not None
    for line in layout.lines:
        if not picture.legible(line):
            continue
        for found in line.text.find_all(_TWICE):
            word, again = found.value.split()
            if word[1:] != again[1:]:
                continue
            if word.casefold() in _MEANT or not is_known(word, context, None):
                continue
            if document.comparison is None or not document.comparison.names(found.value):
                yield Finding(
                    found, f"{found.value!r} says a word twice", AGAIN, confidence=reread(picture, found)
                )
        following = layout.below.get(line.number)
        if following is not None and not _both_asked(line, layout.lines[following], document.comparison):
            yield from _across(line, layout.lines[following], picture)


def _both_asked(upper: DrawnLine, lower: DrawnLine, comparison: Comparison | None) -> bool:
    """Is all of both lines drawn as the prompt asks for it?"""
    regions = {*regions_of(upper.text), *regions_of(lower.text)}
    return comparison is not None and comparison.answered >= regions


def _across(upper: DrawnLine, lower: DrawnLine, picture: Picture) -> Iterator[Finding]:
    last, first = upper.text.search(_LAST), lower.text.search(_FIRST)
    if last is None or first is None or last.value.casefold() != first.value.casefold():
        return
    if last.value.strip(",;").casefold() in _MEANT or _begins_a_label(lower, first.value):
        return
    yield Finding(
        last,
        f"{last.value.strip(',;')!r} ends this line and begins the next",
        AGAIN,
        related=(Related(first, "and again here"),),
        confidence=min(reread(picture, last), reread(picture, first)),
    )


def _begins_a_label(line: DrawnLine, word: str) -> bool:
    """Is every longer word of the line capitalised, as in "Token Rotation" under "Refresh Token"?"""
    words = [one for one in line.text.value.split() if len(one) > 3]
    return word[:1].isupper() and len(words) > 1 and all(not one[:1].islower() for one in words)
