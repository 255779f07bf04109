"""The words in the picture shall be in two languages.

A demand that is repeated for another catalog language and not replaced leaves two; the generator mixes them within
one label. A title in another language, or English technical terms among Spanish labels, is no contradiction.

```bad
All text in the image must be in English. Every label is written in [[Spanish]], with correct accents.
```

```good
All labels in Spanish; technical terms stay in English. The title is in French.
```

```good
Bilingual poster: captions in English, all labels also in German.
```
"""

import re
from collections.abc import Iterator
from itertools import combinations

from jwtlint.context import Context
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._languages import demands_of, mentioned, name_of

_BILINGUAL = lazy(
    r"\b(?:bi-?lingual\w*|multi-?lingual\w*|both languages|two languages|translat\w+|zweisprachig\w*|bilingüe\w*|bilingue\w*|versions?)\b",
    re.IGNORECASE,
)


@rule("CON112", "label-languages-clash", Severity.WARNING)
def label_languages_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    if len(mentioned(prompt, context)) < 2 or _BILINGUAL.search(prompt.text.value):
        return
    demands = demands_of(prompt, context)
    different = {(demand.code, demand.nouns): demand for demand in reversed(demands)}
    for first, second in combinations(sorted(different.values(), key=demands.index), 2):
        of_the_same = not first.nouns or not second.nouns or first.nouns & second.nouns
        if first.code != second.code and of_the_same:
            one, other = name_of(first.code, context), name_of(second.code, context)
            yield Finding(
                second.text,
                f"the words in the picture shall be in {other}, but in {one}, too",
                "keep one language",
                related=(Related(first.text, f"{one} is demanded here"),),
            )
            return
