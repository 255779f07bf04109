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
from jwtlint.prompt.model import Prompt
from jwtlint.prompt.names import words_of
from jwtlint.prompt.variants import is_variant
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

from ._reading import Reading, Spans, elsewhere, is_actor

_FEWEST_BOXES = 2
_BEGINNING = 5
_AND = lazy(r"\s*[&,+]\s*|\s+(?:and|or|y|o|und|oder|et|ou|e)\s+")
# More names in doubt than that are a sign of a text that was not understood.
_MOST = 20


@rule("STR101", "undeclared-endpoint", Severity.WARNING)
def undeclared_endpoint(prompt: Prompt, context: Context) -> Iterator[Finding]:
    if len(prompt.boxes) < _FEWEST_BOXES:
        return
    doubtful: dict[str, list[Text]] = {}
    for arrow in prompt.arrows:
        for end, other in ((arrow.source, arrow.target), (arrow.target, arrow.source)):
            if not prompt.names.exact(end.value) and prompt.names.exact(other.value):
                doubtful.setdefault(_visible(end.value), []).append(end)
    reading = Reading(prompt)
    if not doubtful or len(doubtful) > _MOST or reading.doubtful:
        return
    # Words that are only drawn tell nothing new; anywhere else they may be a declaration that was not read.
    known = Spans(
        [part.text for parts in (prompt.arrows, prompt.steps, prompt.notes) for part in parts]
        + ([prompt.title] if prompt.title else [])
    )
    for name, (first, *again) in doubtful.items():
        if not reading.names_like(name) or _declared(name, prompt, context):
            continue
        if not elsewhere(first.value, prompt, known):
            yield Finding(
                first,
                f"no box declares {first.value!r}, but an arrow needs it",
                _remedy(name, prompt),
                related=tuple(Related(text, "needed here, too") for text in again),
            )


def _visible(words: str) -> str:
    return "".join(filter(str.isprintable, words))


def _declared(name: str, prompt: Prompt, context: Context) -> bool:
    """Is it a short or a long form of declared names ("Cache & Queue" of two), or another spelling of one?"""
    if all(prompt.names.candidates(part) or is_actor(part, context) for part in _AND.split(name)):
        return True
    dictionary = context.dictionary(prompt.language or "en")

    def known(word: str) -> bool:
        return word in context.accepted or dictionary is None or dictionary.knows(word)

    return any(is_variant(name, other, known) for box in prompt.boxes for other in box.names)


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
