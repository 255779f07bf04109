"""One component is spelt in two ways ("Order Service", "Orders Service"; "Cache Layer", "Cachelayer").

A generator draws two boxes, or a legend that names a box that is not there. Hyphens, joined words, a plural
inside the name and slips of the pen are reported at the place that differs from the box, or at the box where
all other places agree against it. Short names and parts of a name ("Gateway" for "API Gateway", "Browser" of
"Browser / Web Client"), plural prose ("Workers") and numbered twins ("Worker A", "Worker B") are no other
spellings.

```bad
Boxes: Web Shop (basket icon), Order Service (clipboard icon).
Arrows: Web Shop → Order Service: "order 7"; [[Orders Service]] → Web Shop: "accepted".
Legend: 1. Web Shop asks the Order Service. 2. Order Service answers.
```

```fixed
Boxes: Web Shop (basket icon), Order Service (clipboard icon).
Arrows: Web Shop → Order Service: "order 7"; Order Service → Web Shop: "accepted".
Legend: 1. Web Shop asks the Order Service. 2. Order Service answers.
```

```good
Boxes: Browser / Web Client (window icon), API Gateway (gate icon), Worker A (saw icon), Worker B (axe icon).
Arrows: Browser → Gateway: "job 7"; API Gateway → Worker A: "job 7"; API Gateway → Worker B: "job 8".
Legend: 1. Web Client asks the Gateway. 2. The workers share the jobs.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Fix, Related, Safety, Severity, replace
from jwtlint.prompt.model import Box, Prompt
from jwtlint.rule import rule
from jwtlint.text import Text

from ._names import Spelling, Spellings

_FEWEST_AGAINST = 2
# Nobody draws more; comparing all names with all words would take forever.
_MOST_BOXES = 100


@rule("SPL102", "inconsistent-name", Severity.WARNING, supersedes=("SPL101", "STR101"))
def inconsistent_name(prompt: Prompt, context: Context) -> Iterator[Finding]:
    if not 0 < len(prompt.boxes) <= _MOST_BOXES:
        return
    dictionary = context.dictionary(prompt.language or "en")
    accepted = context.accepted

    def known(word: str) -> bool:
        return word in accepted or dictionary is None or dictionary.knows(word)

    spellings = Spellings(prompt, known)
    if not spellings.differ():
        return
    places: dict[Box, dict[object, Spelling]] = {}
    for spelling in spellings.all():
        places.setdefault(spelling.box, {}).setdefault(spelling.text.place, spelling)
    for box, found in places.items():
        yield from _judge(box, list(found.values()))


def _judge(box: Box, places: list[Spelling]) -> Iterator[Finding]:
    different = [place for place in places if place.meant is not None]
    agreeing = [place for place in places if place.meant is None and place.text.value == box.name.value]
    forms = {" ".join(place.text.value.split()) for place in different}
    remedy = "spell the name the same everywhere"
    if len(forms) == 1 and len(different) >= _FEWEST_AGAINST and not agreeing:
        usual = forms.pop()
        related = tuple(Related(place.text, "spelt so here") for place in different)
        message = f"{box.name.value!r} is called {usual!r} everywhere else"
        yield Finding(box.name, message, remedy, related, _fix(box.name, usual))
        return
    for text, _, meant in different:
        if meant is not None:
            related = (Related(box.name, "the box is declared here"),)
            yield Finding(
                text, f"{text.value!r} is another spelling of {meant!r}", remedy, related, _fix(text, meant)
            )


def _fix(text: Text, meant: str) -> Fix:
    return replace(text, meant, f"write {meant!r}", Safety.UNSAFE)
