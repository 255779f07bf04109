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

from jwtlint.context import Context
from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import Outcome, Skipped, rule
from jwtlint.text import Text

from ._languages import declared, demands_of, mentioned, name_of
from ._written import written_language

_FIELDS = (Field.DESCRIPTION, Field.ALT)
_FEWEST = 2
# A title is short: one word that only one language has is enough where nothing speaks for another.
_ENOUGH = 2


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
    texts = _texts(entry)
    languages = [(text, name, context.languages.identify(text.value, _ENOUGH)) for text, name in texts]
    if refused := [name for _, name, code in languages if code is None]:
        yield Skipped(
            f"the language of the {' and the '.join(dict.fromkeys(refused))} cannot be told from so few words"
        )
    told = [(text, name, code) for text, name, code in languages if code is not None]
    demands = () if mentioned(prompt, context) <= codes else demands_of(prompt, context)
    other = next((demand for demand in demands if demand.code not in codes), None)
    if other is not None and not any(demand.code in codes for demand in demands):
        yield Finding(
            field,
            f"the entry declares {field.value!r}, but the prompt demands {name_of(other.code, context)} words in the picture",
            "change the declared language or the demand",
            related=(
                Related(other.text, "demanded here"),
                *(Related(text, f"the {name} is {name_of(code, context)}") for text, name, code in told),
            ),
        )
        return
    yield from _fields(field, codes, told, context)
    spoken = None if mentioned(prompt, context) else written_language(prompt, context)
    if spoken is not None and spoken.code not in codes:
        yield Finding(
            field,
            f"the entry declares {field.value!r}, but its legend and roles are {name_of(spoken.code, context)}",
            "change the declared language or the words of the picture",
            related=(Related(spoken.text, f"{name_of(spoken.code, context)} words"),),
            severity=Severity.WARNING,
        )


def _texts(entry: Entry) -> list[tuple[Text, str]]:
    texts = [(title, "title") for title in entry.titles[:1]]
    return texts + [(text, which.value) for which in _FIELDS if (text := entry.get(which))]


def _fields(
    field: Text, codes: frozenset[str], told: list[tuple[Text, str, str]], context: Context
) -> Iterator[Finding]:
    """The texts of the entry that are in another language; all of them together mean that the declaration is wrong."""
    wrong = [one for one in told if one[2] not in codes]
    if len(wrong) >= _FEWEST and len(wrong) == len(told) and len({code for _, _, code in wrong}) == 1:
        spoken = name_of(wrong[0][2], context)
        yield Finding(
            field,
            f"the entry declares {field.value!r}, but its texts are {spoken}",
            "change the declared language or the texts",
            related=tuple(Related(text, f"the {name} is {spoken}") for text, name, _ in wrong),
        )
        return
    for text, name, code in wrong:
        yield Finding(
            text,
            f"the {name} is {name_of(code, context)}, but the entry declares {field.value!r}",
            "translate it, or change the declared language",
            related=(Related(field, "declared here"),),
        )
