"""The language that an entry declares is not the one of its words, or not the one that the prompt demands.

Readers filter a catalog by language. A Spanish entry whose picture is all English disappoints those who find it,
and search engines index the wrong words. Where the prompt demands another language than the entry declares, the
declaration is reported, with the demand and the entry's own texts as related places.

```bad
---
title: Cómo viaja un mensaje por SMTP
language: [[Spanish (ES)]]
---
Infographic titled "How SMTP Delivers a Message". Write every label in English.
```

```bad
---
title: "[[Feature-Flags: wie ein Schalter das Release ersetzt und nicht die Arbeit]]"
description: "Bold infographic of feature flags, showing how a switch reaches the page within a minute."
language: English (EN)
---
Bold poster about feature flags. Captions in English.
```

```good
---
title: Cómo viaja un mensaje por SMTP
language: Spanish (ES)
---
Infographic titled "El viaje de un mensaje". All labels in Spanish; technical terms stay in English.
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import Outcome, Skipped, rule
from jwtlint.text import Text

from ._languages import declared, demands_of, mentioned, name_of
from ._written import Written, written_language

_FIELDS = (Field.DESCRIPTION, Field.ALT)
_FEWEST = 2
# A title is short: one word that only one language has is enough where nothing speaks for another, and a few that
# several have where nothing speaks for the declared one. Spanish and Italian share "con" and "una": two such words are
# no evidence against the one that was declared.
_ENOUGH = 2
_PLENTY = 3


class _Told(NamedTuple):
    """A text of the entry, the field it stands in, and its language; `code` is empty for one that is not certain."""

    text: Text
    field: str
    code: str

    def said(self, context: Context) -> str:
        language = name_of(self.code, context) if self.code else "in another language"
        return f"the {self.field} is {language}"


@rule("CON113", "entry-language-clash", Severity.ERROR)
def entry_language_clash(entry: Entry, prompt: Prompt, context: Context) -> Iterator[Outcome]:
    field = entry.get(Field.LANGUAGE)
    if field is None:
        yield Skipped("the entry declares no language")
        return
    codes = declared(field.value, context)
    if not codes:
        yield Skipped(f"the language {field.value!r} is not known")
        return
    told: list[_Told] = []
    for text, name in _texts(entry):
        code = _language_of(text, codes, context)
        if code is None:
            yield Skipped(f"the language of the {name} cannot be told from so few words")
        else:
            told.append(_Told(text, name, code))
    demands = () if mentioned(prompt, context) <= codes else demands_of(prompt, context)
    other = next((demand for demand in demands if demand.code not in codes), None)
    if other is not None and not any(demand.code in codes for demand in demands):
        yield Finding(
            field,
            f"the entry declares {field.value!r}, but the prompt demands {name_of(other.code, context)} words",
            "change the declared language or the demand",
            related=(
                Related(other.text, "demanded here"),
                *(Related(one.text, one.said(context)) for one in told),
            ),
        )
        return
    wrong = [one for one in told if one.code not in codes]
    written = None if mentioned(prompt, context) else written_language(prompt, context)
    drawn = written if written is not None and written.code not in codes else None
    if drawn is not None or (_FEWEST <= len(wrong) == len(told) and len({one.code for one in wrong}) == 1):
        yield _wrong_declaration(field, wrong, drawn, context)
    else:
        for one in wrong:
            yield Finding(
                one.text,
                f"{one.said(context)}, but the entry declares {field.value!r}",
                "translate it, or change the declared language",
                severity=Severity.WARNING,
                related=(Related(field, "declared here"),),
            )


def _texts(entry: Entry) -> Iterator[tuple[Text, str]]:
    """The texts of the entry with the names of their fields."""
    for title in entry.titles[:1]:
        yield title, Field.TITLE.value
    for which in _FIELDS:
        if text := entry.get(which):
            yield text, which.value


def _language_of(text: Text, codes: frozenset[str], context: Context) -> str | None:
    """The code; empty for any but the declared languages; None where the words are too few."""
    scores = context.languages.scores(text.value)
    plenty = max(scores.values(), default=0) >= _PLENTY
    excused = any(scores[code] for code in codes)
    code = context.languages.identify(text.value, _ENOUGH)
    if code is not None and (code in codes or plenty or not excused):
        return code
    return "" if plenty and not excused else None


def _wrong_declaration(field: Text, wrong: list[_Told], drawn: Written | None, context: Context) -> Finding:
    """All that can be told is in one other language, so that the declaration must be wrong."""
    code = drawn.code if drawn is not None else wrong[0].code
    spoken = name_of(code, context) if code else "in another language"
    whose = "the legend and the roles in its prompt" if drawn is not None else "its texts"
    related = [Related(one.text, one.said(context)) for one in wrong]
    if drawn is not None:
        related.append(Related(drawn.text, f"{spoken} words"))
    return Finding(
        field,
        f"the entry declares {field.value!r}, but {whose} are {spoken}",
        "change the declared language or the words",
        severity=Severity.WARNING,
        related=tuple(related),
    )
