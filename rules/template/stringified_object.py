"""A program's name for an object, such as the one that JavaScript writes for any object, stands in place of a value.

The template joined an object to a text, and the language wrote what it calls the object. What belonged here can
no longer be seen, so nothing can be put in its place automatically.

```bad
Palette: [[<class 'palette.Warm'>]] with white captions.
```

```good
Palette: warm greys with white captions. The API returns an object of the class Warm.
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._leaks import is_meant, speaks_of

_OBJECT = lazy(
    r"""\[object\ \w{1,40}\]
    | \Aobject\ (?:Object|Array|Promise|Undefined|Null|HTML\w{1,40})\Z  # the brackets of a whole role are not read
    | <class\ '[\w.]{1,80}'>
    | <(?:built-in\ |bound\ )?(?:function|method|module)\ [^<>\n]{1,80}>
    | <[\w.]{1,80}\ (?:object|instance)\ at\ 0x[0-9a-fA-F]{1,16}>
    | \b(?:java|System)\.(?:\w{1,40}\.){1,4}\w{1,40}@[0-9a-f]{5,8}\b
    | \bPromise\ \{\ ?<\w+>\ ?\}
    """,
    re.VERBOSE,
)
_TOPIC = lazy(r"\b(?:toString|coercion|type conversion|JSON\.stringify|repr\(\))", re.IGNORECASE)


@rule("TPL102", "stringified-object", Severity.ERROR, where=Where.BOTH)
def stringified_object(passage: Passage, context: Context) -> Iterator[Finding]:
    value = passage.text.value
    if "object" not in value and "<" not in value and "@" not in value:
        return
    for match in _OBJECT.finditer(value):
        if is_meant(passage, *match.span(), context):
            continue
        yield Finding(
            passage.text.matched(match),
            f"{match.group()} is what a program calls an object, not the value that belongs here",
            "write the value",
            severity=Severity.INFO if speaks_of(passage, _TOPIC) else None,
        )
