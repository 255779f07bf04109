"""The file holds the prompt that it was drawn from, and that is not the prompt of the entry.

Programs store the prompt in the file. If it says something else, the wrong picture was put into the catalog, or the
prompt was changed afterwards. Prompts that agree for the most part are taken for the same.

```bad
Infographic titled "[[Cache Hit and Miss]]" with boxes Browser, Edge and Origin in a flat style.
--- drawn {prompt=a portrait of a cat in the rain, oil painting, moody light, 50mm}
Cache Hit and Miss
```

```good
Infographic titled "Cache Hit and Miss" with boxes Browser, Edge and Origin.
--- drawn {prompt=Infographic titled "Cache Hit and Miss" with boxes Browser, Edge and Origin, flat style}
Cache Hit and Miss
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.picture.picture import Picture
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

_SAME = 60
_LONGEST = 20_000
_SHOWN = 60


@rule("PIC180", "embedded-prompt-differs", Severity.WARNING)
def embedded_prompt_differs(picture: Picture, prompt: Prompt) -> Iterator[Finding]:
    from rapidfuzz.fuzz import token_set_ratio

    own = prompt.text.value[:_LONGEST]
    for other in picture.provenance.prompts:
        if token_set_ratio(own.casefold(), other.casefold()[:_LONGEST]) < _SAME:
            shown = " ".join(other.split())[:_SHOWN]
            yield Finding(
                prompt.title or prompt.text[:_SHOWN],
                f"{picture.name} was drawn from another prompt: {shown!r}",
                "take the picture that belongs to this prompt, or the prompt that belongs to the picture",
            )
