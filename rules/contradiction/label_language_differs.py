"""The prompt demands one language for the picture and gives its words in another.

The generator either translates them in its own way, or draws them as they stand.

```bad
All text in the image must be in [[Spanish]]. Boxes: Page (window icon), API (server icon).
Legend: 1. The page asks the API for a list of orders. 2. The API reads them from the table and returns them.
```

```good
Todo el texto de la imagen debe estar en español.
Leyenda: 1. La página pide la lista de pedidos. 2. El servidor la lee de la tabla y la devuelve.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import Outcome, Skipped, rule

from ._languages import demands_of, mentioned, name_of
from ._written import written_language

# Prompts of two languages.
_TRANSLATING = (
    *("translat", "übersetz", "traduc", "tradui", "traduz"),
    *("bilingual", "zweisprachig", "bilingüe", "bilingue", "two languages", "both languages"),
)


@rule("CON114", "label-language-differs", Severity.WARNING)
def label_language_differs(prompt: Prompt, context: Context) -> Iterator[Outcome]:
    codes = mentioned(prompt, context)
    if not codes or not (prompt.steps or prompt.notes):
        return
    written = written_language(prompt, context)
    if written is not None and codes == {written.code}:
        return
    demands = demands_of(prompt, context)
    if len({demand.code for demand in demands}) != 1:
        return
    demand = demands[0]
    if demand.code not in context.languages.known:
        yield Skipped(f"no words of {name_of(demand.code, context)} are known to tell it by")
        return
    if written is None:
        yield Skipped("the language of the labels cannot be told from so few words")
        return
    lowered = prompt.text.value.lower()
    if written.code != demand.code and not any(word in lowered for word in _TRANSLATING):
        spoken = name_of(written.code, context)
        yield Finding(
            demand.text,
            f"{name_of(demand.code, context)} is demanded, but the words for the picture are {spoken}",
            "change the demand or the words",
            related=(Related(written.text, f"{spoken} words"),),
        )
