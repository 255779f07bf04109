"""An arrow starts or ends at a component that no box declares.

The generator has to invent the missing box, its icon and its role, or leaves the arrow hanging. Either the
box is missing in the list, or the arrow means another one. People and the outside world ("User", "Internet")
need no box, and short names count ("Gateway" for "API Gateway" where only one box fits).

```bad
Boxes: Browser — icon: window — role: "sends requests"; API Server — icon: server — role: "answers".
Arrows:
- Browser → API Server: "GET /orders"
- API Server → [[Rate Limiter]]: "count request"
- API Server → Browser: "200 OK"
```

```good
Boxes: Browser (window icon), API Server (server icon), Rate Limiter (gauge icon).
Arrows:
- Browser → API Server: "GET /orders"
- API Server → Rate Limiter: "count request"
- API Server → Browser: "200 OK"
```

```good
Boxes: Browser — icon: window — role: "sends requests"; API Server — icon: server — role: "answers".
Arrows: User → Browser: "open page"; Browser → API Server: "GET /orders"; Server → Browser: "200 OK".
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Arrow, Prompt
from jwtlint.prompt.names import words_of
from jwtlint.prompt.variants import Known, is_variant
from jwtlint.rule import rule
from jwtlint.text import Text

from ._reading import elsewhere, is_actor, misread, names_like

_FEWEST_BOXES = 2
_BEGINNING = 5


@rule("STR101", "undeclared-endpoint", Severity.WARNING)
def undeclared_endpoint(prompt: Prompt, context: Context) -> Iterator[Finding]:
    if len(prompt.boxes) < _FEWEST_BOXES:
        return
    dictionary = context.dictionary(prompt.language or "en")

    def known(word: str) -> bool:
        return word in context.accepted or dictionary is None or dictionary.knows(word)

    undeclared: dict[str, list[Text]] = {}
    for arrow in prompt.arrows:
        for end in _open_ends(arrow, prompt, known):
            undeclared.setdefault(end.value.casefold(), []).append(end)
    if not undeclared or any(misread(box, prompt) for box in prompt.boxes):
        return
    # Words of arrows and steps tell nothing new; anywhere else they may be a declaration that was not read.
    read = [*(arrow.text for arrow in prompt.arrows), *(step.text for step in prompt.steps)]
    for first, *again in undeclared.values():
        if not is_actor(first.value, context) and not elsewhere(first.value, prompt, read):
            yield Finding(
                first,
                f"no box declares {first.value!r}, but an arrow needs it",
                _remedy(first.value, prompt),
                related=tuple(Related(text, "needed here, too") for text in again),
            )


def _open_ends(arrow: Arrow, prompt: Prompt, known: Known) -> Iterator[Text]:
    """The end of an arrow that is no box, if the other end is one beyond doubt."""
    for end, other in ((arrow.source, arrow.target), (arrow.target, arrow.source)):
        name = "".join(filter(str.isprintable, end.value))
        if (
            prompt.names.exact(other.value)
            and names_like(name, prompt)
            and not prompt.names.candidates(name)
            and not any(is_variant(name, declared, known) for box in prompt.boxes for declared in box.names)
        ):
            yield end


def _remedy(name: str, prompt: Prompt) -> str:
    """Asks for the one box that shares the beginning of a word, if there is one."""
    beginnings = {word[:_BEGINNING] for word in words_of(name) if len(word) >= _BEGINNING}
    alike = [
        box
        for box in prompt.boxes
        if any(word[:_BEGINNING] in beginnings for word in words_of(box.name.value))
    ]
    if len(alike) == 1:
        return f"declare the box; or is {alike[0].name.value!r} meant?"
    return "declare the box, or let the arrow go to a declared one"
