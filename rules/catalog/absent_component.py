"""The description or the alternative text names a component that the prompt does not have.

Visitors look for it in the picture. Only lists are judged of which other items are boxes of the prompt, and an item
counts as absent if its name stands nowhere in the prompt.

```bad
---
title: Negative caching
description: Infographic of negative caching with Shop Page, Product API, Cache and [[Message Queue]].
---
Infographic "Negative Caching". Boxes: Shop Page (window icon; role: asks), Product API (server icon; role: answers),
Cache (shelf icon; role: remembers). Arrows: Shop Page → Product API "GET /products/0"; Product API → Cache "GET 0".
```

```bad
---
title: Recipe search
description: Flat diagram of a recipe page, a search service and a [[message queue]], with a legend.
---
Infographic "Recipe Search". Boxes: Recipe Page (window icon; role: asks), Search Service (lens icon; role: answers).
Arrows: Recipe Page → Search Service "GET /search?q=soup"; Search Service → Recipe Page "200 OK + recipes".
```

```good
---
title: Negative caching
description: Infographic of negative caching with Shop Page, Product API and Cache, drawn in Chalk and Blue, for beginners.
---
Infographic "Negative Caching". Boxes: Shop Page (window icon; role: asks), Product API (server icon; role: answers),
Cache (shelf icon; role: remembers). Arrows: Shop Page → Product API "GET /products/0"; Product API → Cache "GET 0".
```
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.legend import NUMBERS
from jwtlint.prompt.model import Prompt
from jwtlint.prompt.names import NameIndex, stems_of
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_FIELDS = (Field.DESCRIPTION, Field.ALT)
_SENTENCE_END = lazy(r"[.!?:;](?=\s|\Z)|\n|\s[—–]\s|[()]")
_BETWEEN = lazy(
    r",\s+(?:(?:and|or|plus|as well as|y|e|und|sowie|et|ed)\s+)?|\s+(?:and|plus|y|und|sowie|et|e|ed|&)\s+"
)
_CAPITALISED = r"[^\W\d_a-zß-ÿ][\w+#.’'-]*(?<![.'’-])"
_LINK = r"(?:of|de|da|do|del|des|du|della|la|le|der)"
_NAME = rf"{_CAPITALISED}(?:\s(?:{_LINK}\s)?(?:{_CAPITALISED}|\d{{1,3}}(?!\w))){{0,4}}"
_LEADING = lazy(_NAME)
_TRAILING = lazy(rf"(?:(?<=\s)|\A){_NAME}\Z")
_MAX_NAME = 60
_MOST_WORDS = 5
_PLAIN = lazy(
    r"(?:(?:an?|the|one|its|their|your|some)\s)?+(?P<name>(?:[a-z][a-z-]+\s){1,2}[a-z]{3,})(?=\s(?:in|with|on|for)\s|\Z)"
)
_LEAST_BOXES = 2
_NO_COMPONENTS = frozenset("arrow caption icon infographic label legend note role step title user".split())
# Here every noun has a capital letter, whether or not it is a name.
_CAPITAL_NOUNS = frozenset({"de", None})


class _Item(NamedTuple):
    """An item of a list of names, and whether a box bears the name."""

    text: Text
    is_box: bool


@rule("CAT118", "absent-component", Severity.WARNING)
def absent_component(entry: Entry, prompt: Prompt, context: Context) -> Iterator[Finding]:
    if len(prompt.boxes) < _LEAST_BOXES:
        return
    for field in _FIELDS:
        text = entry.get(field)
        if not text:
            continue
        for item in (*_absent(text, prompt.names), *_plainly_absent(text, prompt.names, context)):
            stems = stems_of(item.value)
            if not _NO_COMPONENTS.isdisjoint(stems) or _said(stems, prompt.text):
                continue
            language = context.languages.identify(text.value) or prompt.language
            yield Finding(
                item,
                f"the {field.value} names {item.value!r}, which the prompt does not have",
                "add it to the prompt, or remove it here",
                severity=Severity.INFO if language in _CAPITAL_NOUNS else None,
            )


@lru_cache(maxsize=4)
def _heads(context: Context) -> frozenset[str]:
    """The last words of components that are no people."""
    kinds = context.vocabulary("components").get("kinds", {})
    return frozenset(
        head for kind, table in kinds.items() if kind != "human" for head in table.get("heads", ())
    )


def _plainly_absent(text: Text, names: NameIndex, context: Context) -> Iterator[Text]:
    """The same in lower case ("a recipe page, a search service and a message queue"), for what components are called."""
    for sentence in text.split(_SENTENCE_END):
        pieces = list(sentence.split(_BETWEEN))
        declared = [_names_box(piece.value, names) for piece in pieces]
        if sum(declared) < _LEAST_BOXES:
            continue
        first, last = declared.index(True), len(declared) - declared[::-1].index(True)
        for piece, is_box in list(zip(pieces, declared, strict=True))[first : last + 1]:
            plain = None if is_box else _PLAIN.match(piece.value)
            words = plain["name"].split() if plain else []
            if plain and words[-1] in _heads(context) and words[0] not in NUMBERS:
                yield piece.cut(*plain.span("name"))


def _names_box(words: str, names: NameIndex) -> bool:
    """Do the words end or begin with the whole name of a box, after an article?"""
    if not words.islower() and not words[:1].isupper():
        return False
    parts = words.split()
    sizes = range(2, min(len(parts), _MOST_WORDS) + 1)
    return any(names.exact(" ".join(part)) for size in sizes for part in (parts[-size:], parts[:size]))


def _said(stems: tuple[str, ...], text: Text) -> bool:
    """Do the words stand in the text, each in the singular or plural?"""
    words = r"\W{1,3}".join(rf"{re.escape(stem)}(?:e?s)?" for stem in stems)
    return re.search(rf"(?<!\w){words}(?!\w)", text.value, re.IGNORECASE) is not None


def _absent(text: Text, names: NameIndex) -> Iterator[Text]:
    """Items that are no boxes, in lists of which at least two items are."""
    for sentence in text.split(_SENTENCE_END):
        for items in _lists(sentence, names):
            boxes = sum(item.is_box for item in items)
            if boxes >= _LEAST_BOXES and boxes > len(items) - boxes:
                unknown = (item.text for item in items if not item.is_box)
                yield from (item for item in unknown if names.near(item.value) is None)


def _lists(sentence: Text, names: NameIndex) -> Iterator[list[_Item]]:
    """Runs of names that only commas and conjunctions divide."""
    pieces = list(sentence.split(_BETWEEN))
    items: list[_Item] = []
    for piece in pieces:
        words = piece.value
        leading = _LEADING.match(words)
        if leading is None or len(leading.group()) > _MAX_NAME or words[0].islower():
            yield items
            items = []
        else:
            items.append(_item(piece.matched(leading), names))
            if leading.end() == len(words):
                continue
            yield items
            items = []
        trailing = _TRAILING.search(words, max(0, len(words) - _MAX_NAME))
        if trailing and trailing.start():
            items = [_item(piece.matched(trailing), names)]
    yield items


def _item(text: Text, names: NameIndex) -> _Item:
    return _Item(text, bool(names.candidates(text.value)))
