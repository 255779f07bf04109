"""Numbers shall be digits in one place and words in another.

Picture generators copy the demand that they read last, so that "200 OK" may come out as "two hundred OK".

```bad
Write numbers as digits throughout the image. In all labels, [[spell every number out]] as a word.
```

```good
Numbers stay as digits. All captions in English, without spelling out numbers.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

from ._demands import clashes


@rule("CON106", "number-form-clash", Severity.WARNING)
def number_form_clash(prompt: Prompt, context: Context) -> Iterator[Finding]:
    yield from clashes(prompt, context, "number-form")
