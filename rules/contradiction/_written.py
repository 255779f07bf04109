"""The language in which the words for the picture are written."""

from functools import lru_cache
from typing import NamedTuple

from jwtlint.context import Context
from jwtlint.prompt.model import Prompt
from jwtlint.text import Text

# One sentence proves little: labels are full of English terms in any language.
_EVIDENCE = 8


class Written(NamedTuple):
    """A language and the first words that are written in it."""

    code: str
    text: Text


@lru_cache(maxsize=2)
def written_language(prompt: Prompt, context: Context) -> Written | None:
    """The language of legend steps, roles and notes; None where they are too few or mixed."""
    texts = [
        *(step.text for step in prompt.steps),
        *(box.role for box in prompt.boxes if box.role is not None),
        *(note.text for note in prompt.notes),
    ]
    if not texts:
        return None
    code = context.languages.identify("\n".join(text.value for text in texts), _EVIDENCE)
    return Written(code, texts[0]) if code else None
