"""ONE is asked for, and TWO as well.

```bad
Draw [[ONE]] and TWO.
```

```fixed
Draw  and .
```

```good
Draw ONE.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Edit, Finding, Fix, Related, Safety, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule

_ONE, _TWO = re.compile("ONE"), re.compile("TWO")


@rule("CON901", "demo-twofold", Severity.WARNING)
def twofold(prompt: Prompt) -> Iterator[Finding]:
    one, two = prompt.text.search(_ONE), prompt.text.search(_TWO)
    if one and two:
        fix = Fix("remove both", Safety.UNSAFE, (Edit(one, ""), Edit(two, "")))
        yield Finding(one, "ONE and TWO exclude each other", "keep one", (Related(two, "TWO is here"),), fix)
