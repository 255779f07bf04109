"""Characters and diacritics are demanded of a language that has none.

English words carry no accents. The demand is a template's, harmless at best; at worst a generator decorates letters.

```bad
All text in English. Spell each English word correctly using English characters and [[diacritics]].
```

```good
Spell each Spanish word correctly using Spanish characters and diacritics.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._languages import demands_of, names_of
from ._prose import prose_of

_MARKS = lazy(r"\b(?:diacritics|diacritical marks|umlauts|accented (?:characters|letters))\b")
_DENIED = lazy(r"\b(?:no|without|avoid|not|never|if)\b")
_WORD = lazy(r"[^\W\d_]+")


@rule("CON115", "needless-diacritics", Severity.INFO)
def needless_diacritics(prompt: Prompt, context: Context) -> Iterator[Finding]:
    prose = prose_of(prompt)
    if not any(mark in prose.lowered for mark in ("diacritic", "umlaut", "accented")):
        return
    plain = frozenset(context.vocabulary("languages").get("no_diacritics", {}).get("codes", ()))
    names = names_of(context)
    for match in _MARKS.finditer(prose.lowered):
        low, high = prose.sentence(*match.span())
        named = {names[word] for word in _WORD.findall(prose.lowered, low, high) if word in names}
        named = named or {demand.code for demand in demands_of(prompt, context)}
        if named and named <= plain and not _DENIED.search(prose.lowered, low, match.start()):
            yield Finding(
                prose.text(*match.span()),
                f"{match.group()} are demanded of a language that has none",
                "remove the demand",
            )
            return
