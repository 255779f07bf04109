"""A legend is announced, but its steps are missing.

The generator then writes a legend of its own, mostly in letters that nobody can read. A prompt that asks for a
legend "from the arrows" leaves it the choice; that is worth a look.

```bad
Tap → Bucket: "burst of 30". The picture must contain a [[numbered legend 1-4]] with the texts given in this prompt.
```

```bad
Boxes: Search Box (lens icon), Index (sofa icon).

[[Legend]]:

Style: schoolbook, ruled lines.
```

```good
Add a numbered legend 1-2: 1. Browser asks the API. 2. API answers.
```

```good
No legend is needed. Legend: blue arrows are requests, green arrows are replies.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Legend, Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Span, Text

_NOT_WANTED = lazy(
    r"\b(?:no|not|without|unnecessary|needless|optional|if|unless|may|could|instead of|avoid|omit|skip|never|don['’]t)\b",
    re.IGNORECASE,
)
_DERIVED = lazy(
    r"\b(?:repeat\w*|same as|matching|summari[sz]\w*|derived?|from the|based on|that lists|of the (?:arrows|steps))\b",
    re.IGNORECASE,
)
_BELOW = lazy(
    r"\b(?:the )?(?:numbered )?legend (?:below|that follows|given here|as follows)\b|\bthe following legend\b",
    re.IGNORECASE,
)
_NOUN = lazy(r"\b(?:numbered\s+)?(?:legend|legende|leyenda|légende|legenda|leggenda|key)\b", re.IGNORECASE)
_CONTENT = lazy(r"[ \t:*_–—-]*(?P<same>[^\s*_#:–—-])?[^\n]*(?:\n(?P<next>[^\n]*\S[^\n]*))?")
_ENUMERATED = lazy(r"(?:^|[\s:;(\[])(?:\d{1,2}[a-z]?\s?[.):\]–-]|[①-⑳❶-❿])\s*[\"“„«'‘*]*[^\W\d_]{2}")
_NEAR = 120
_FAR = 400
_TITLE_LINE = lazy(r"\s*(?:#|\*\*|[^\W\d_][\w /&-]{0,30}:)")


@rule("LEG101", "legend-missing", Severity.WARNING)
def legend_missing(prompt: Prompt) -> Iterator[Finding]:
    if any(legend.steps for legend in prompt.legends):
        return
    for legend in prompt.legends:
        if _NOT_WANTED.search(legend.announcement.value) or _has_content(prompt, legend):
            continue
        yield Finding(
            _announced(legend),
            "a legend is announced, but no step follows",
            "write its steps, or remove the announcement",
            severity=Severity.INFO if _DERIVED.search(legend.announcement.value) else Severity.WARNING,
        )
        return
    if prompt.legends:
        return
    for sentence in prompt.sentences:
        below = sentence.search(_BELOW)
        if below is not None and not _NOT_WANTED.search(sentence.value):
            yield Finding(
                below, "the legend that is announced does not follow", "write its steps, or remove the words"
            )
            return


def _has_content(prompt: Prompt, legend: Legend) -> bool:
    """Does something stand there that was not read as steps: numbers, or a colour key behind a colon or heading?"""
    whole, part = prompt.text.place, legend.announcement.place
    if not isinstance(whole, Span) or not isinstance(part, Span):
        return True
    words = legend.announcement.value
    behind = prompt.text.value[part.end - whole.start : part.end - whole.start + _FAR]
    if _ENUMERATED.search(words) or _ENUMERATED.search(behind[:_NEAR]):
        return True
    if not (words.rstrip().endswith(":") or behind.lstrip(" *_").startswith((":", "\n"))):
        return False
    content = _CONTENT.match(behind)
    if content is None:
        return False
    if content["same"]:
        return True
    return bool(content["next"]) and not _TITLE_LINE.match(content["next"])


def _announced(legend: Legend) -> Text:
    """The range with the noun, or only the noun."""
    noun = legend.announcement.search(_NOUN)
    if noun is None:
        return legend.declared_text or legend.announcement
    declared = legend.declared_text
    if declared is None or declared.span.start < noun.span.end:
        return noun
    start = noun.span.start - legend.announcement.span.start
    return legend.announcement.cut(start, declared.span.end - legend.announcement.span.start)
