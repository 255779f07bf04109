"""The translation asks for other colours than the original.

Languages draw the lines between colours differently ("teal" is "verde azulado"), so that a colour only counts as changed
where none of its family is left.

```bad
Teal and sand palette. Accent #1E90FF. Browser → API: "GET /orders"
--- translated
Paleta verde azulado y [[roja]]. Acento #1E90FF. Navegador → API: "GET /orders"
```

```good
Teal and sand palette. Accent #1E90FF. Browser → API: "GET /orders"
--- translated
Paleta verde azulado y arena. Acento #1E90FF. Navegador → API: "GET /orders"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.attributes import instructions
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

from ._attributes import changed

_HEX = lazy(r"(?<![\w#&])#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?![\w])")


@rule("PAR161", "palette-changed", Severity.WARNING)
def palette_changed(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    yield from changed(pair, diagram, "palette", "colour", pair.words.hues)
    here, there = _codes(diagram.original), _codes(diagram.translation)
    for code, text in here.items():
        if code not in there:
            beside = next((one for other, one in there.items() if other not in here), None)
            yield Finding(
                beside or text,
                f"the colour {text.value} of the original is not in the translation",
                "keep the colours of the original",
                related=(Related(text, "the colour of the original"),),
            )


def _codes(prompt: Prompt) -> dict[str, Text]:
    return {code.value.casefold(): code for text in instructions(prompt) for code in text.find_all(_HEX)}
