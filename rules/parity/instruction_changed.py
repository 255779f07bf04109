"""An instruction to the generator differs, although the language of the instructions is the same on both sides.

Where only the labels were translated, everything else of the prompt but the names of languages is expected to be
identical.

```bad
Draw it with rounded boxes and thin arrows for the order flow. Labels in English. Browser → API: "order list"
--- translated {scope=full}
[[Draw it with square boxes and thin arrows for the order flow.]] Labels in Spanish. Navegador → API: "lista de pedidos"
```

```good
Draw it with rounded boxes and thin arrows for the order flow. Labels in English. Browser → API: "order list"
--- translated {scope=full}
Draw it with rounded boxes and thin arrows for the order flow. Labels in Spanish. Navegador → API: "lista de pedidos"
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Related, Severity
from jwtlint.parity.attributes import aligned_instructions
from jwtlint.parity.diagram import Diagram
from jwtlint.parity.pair import Pair
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_WORD = lazy(r"[\w#]+(?:[.,:/-]\w+)*")


@rule("PAR166", "instruction-changed", Severity.INFO)
def instruction_changed(pair: Pair, diagram: Diagram) -> Iterator[Finding]:
    if not pair.same_prose:
        return
    for one, other in aligned_instructions(diagram.original, diagram.translation):
        if one is None or other is None:
            text = one or other
            assert text is not None
            side = "translation" if one is None else "original"
            yield Finding(
                text, f"only the {side} has this instruction", "keep the instructions of the original"
            )
        elif _words(one, pair) != _words(other, pair):
            yield Finding(
                other,
                "this instruction differs from that of the original",
                "change the names of languages only",
                related=(Related(one, "the instruction of the original"),),
            )


def _words(text: Text, pair: Pair) -> list[str]:
    """The words of an instruction without the names of languages."""
    return [
        word for word in map(str.casefold, _WORD.findall(text.value)) if pair.words.code_named(word) is None
    ]
