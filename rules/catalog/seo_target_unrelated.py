"""No content word of the SEO target stands in the title or the labels of the picture.

Visitors who search for the phrase find a picture of something else, and leave. Words for the kind of picture (diagram,
flow, style) say nothing about its content, and the entry's own title is made of the phrase, so that it proves nothing.

```bad
---
title: Leased line diagram of a token flow
seo_target: [[leased line diagram]]
---
Infographic titled "JWT Token Flow". Boxes: Browser, API Server. Browser → API Server: "POST /login".
```

```good
---
title: Token flow diagram
seo_target: access tokens explained
---
Infographic titled "JWT Token Flow". Boxes: Browser, API Server. Browser → API Server: "POST /login".
```
"""

from collections.abc import Iterable, Iterator

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

_WORD = lazy(r"[^\W_]+")
_JOINED = lazy(r"(?<=\w)[-‐‑/.·](?=\w)")
_MARK = lazy("[\u0300-\u036f]")
_STEM = 5
_OPENING = 200


@rule("CAT112", "seo-target-unrelated", Severity.WARNING)
def seo_target_unrelated(entry: Entry, prompt: Prompt, context: Context) -> Iterator[Finding]:
    text = entry.get(Field.SEO_TARGET)
    if not text:
        return
    vocabulary = context.vocabulary("search")
    empty = {*vocabulary.get("form_words", ()), *vocabulary.get("stop_words", ())}
    wanted = [
        word for word in _words([text.value]) if len(word) > 1 and not word.isdigit() and word not in empty
    ]
    drawn = [passage.text.value for passage in prompt.passages if passage.drawn] or [prompt.text.value]
    if prompt.title is None:
        # The title may stand in the opening words in a form that was not read.
        drawn.append(prompt.text.value[:_OPENING])
    if not wanted or _stand_in(wanted, drawn) or _meet(wanted, _words(drawn)):
        return
    yield Finding(
        text,
        f"no content word of {text.value!r} stands in the title or the labels of the picture",
        "aim at a phrase that the picture answers",
    )


def _words(texts: Iterable[str]) -> list[str]:
    """The words without accents, in lower case; compounds with a hyphen whole and in parts."""
    words: list[str] = []
    for text in texts:
        folded = _folded(text)
        words += _WORD.findall(folded)
        if _JOINED.search(folded):
            words += _WORD.findall(_JOINED.sub("", folded))
    return words


def _folded(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    from unicodedata import normalize

    return _MARK.sub("", normalize("NFKD", folded))


def _stand_in(wanted: Iterable[str], drawn: Iterable[str]) -> bool:
    """Does one of the words stand there as it is? The quick answer for most entries."""
    folded = _folded("\n".join(drawn))
    joined = folded.replace(" ", "")
    return any(word in folded or word in joined for word in wanted if len(word) >= _STEM)


def _meet(wanted: Iterable[str], drawn: list[str]) -> bool:
    """Does a wanted word stand among the drawn ones, as it is, in another form, or as a part of a compound?"""
    known = set(drawn)
    if not known.isdisjoint(wanted):
        return True
    return any(_akin(word, other) for word in wanted for other in known)


def _akin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _STEM:
        return long in (short + "s", short + "es")
    return short in long or (one[:_STEM] == other[:_STEM] and abs(len(one) - len(other)) <= 4)
