"""Drawn text is in another language than the prompt asks for.

Judged by the function words of a whole block, so that names and technical words say nothing; a block with too few of
them is not judged. For information where the prompt demands no language.

```bad
Draw a poster titled "Backup Strategy". All text must be in English.
--- drawn
Backup Strategy

[[Los datos se guardan en tres copias y en dos medios para que no se pierdan]]
```

```good
Draw a poster titled "Backup Strategy". All text must be in English.
--- drawn
Backup Strategy
The data is kept in three copies and on two media so that it is not lost
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.picture.comparison import Comparison, regions_of
from jwtlint.picture.known import SPOKEN, is_known
from jwtlint.picture.layout import DrawnLine
from jwtlint.prompt.model import Topic
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import ANEW, reread

_NAMES = {
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
}
_EVIDENCE = 6
_FEWEST_WORDS = 4
_FEWEST_FOREIGN = 2
_WORD = lazy(r"[^\W\d_]{3,}")


@rule("PIC130", "drawn-language-differs", Severity.WARNING, supersedes=("PIC102", "PIC131"))
def drawn_language_differs(comparison: Comparison, context: Context) -> Iterator[Finding]:
    prompt = comparison.prompt
    demanded = {one.value for one in prompt.constraints if one.topic is Topic.LANGUAGE and not one.negative}
    languages = demanded or ({prompt.language} if prompt.language else set())
    if not languages:
        return
    for block in comparison.layout.blocks:
        lines = [line for line in block if _is_free(line, comparison)]
        text = Text.join([line.text for line in lines]) if lines else None
        code = _language(text, lines, languages, context, comparison) if text else None
        if text is not None and code is not None:
            yield Finding(
                text,
                f"this text is in {_name(code)}, but the prompt asks for {' or '.join(map(_name, sorted(languages)))}",
                ANEW,
                severity=Severity.WARNING if demanded else Severity.INFO,
                confidence=min(reread(comparison.picture, line.text) for line in lines),
            )


def _name(code: str) -> str:
    return _NAMES.get(code, code)


def _is_free(line: DrawnLine, comparison: Comparison) -> bool:
    """Can a line be judged, and answers it nothing that the prompt asks for?"""
    return comparison.picture.legible(line) and comparison.claimed.isdisjoint(regions_of(line.text))


def _language(
    text: Text, lines: list[DrawnLine], languages: set[str], context: Context, comparison: Comparison
) -> str | None:
    """Another language that the text is in: by its function words, or because only that language knows its words."""
    value = text.value
    if len(value.split()) >= _FEWEST_WORDS:
        code = context.languages.identify(value, _EVIDENCE)
        if code is not None:
            return code if code not in languages else None
    words = [word for line in lines for word in _WORD.findall(line.text.value)]
    foreign = [
        word
        for word in words
        if not comparison.asks_for(word) and not any(is_known(word, context, own) for own in languages)
    ]
    if len(foreign) < _FEWEST_FOREIGN or 2 * len(foreign) < len(words):
        return None
    return next(
        (
            code
            for code in SPOKEN
            if code not in languages and all(is_known(word, context, code) for word in foreign)
        ),
        None,
    )
