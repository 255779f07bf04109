"""An access token lives longer than a day.

Whoever steals a bearer token can use it until it expires, so access tokens are short-lived (RFC 6750,
section 5.3, recommends an hour or less) and refresh tokens make up for it.

```bad
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /login";
Auth Server to Client labeled "200 OK + [[JWT access token (30 days]])".
```

```bad
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /login";
Auth Server to Client labeled "200 OK + JWT". Note: "[[Access token valid for 1 year]]".
```

```good
Boxes: Client, Auth Server. Arrows: Client to Auth Server labeled "POST /login";
Auth Server to Client labeled "200 OK + access JWT (15m) and refresh JWT (7d)".
Note: "Refresh token (7 days), session 30 days".
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.flow.statements import SAID, Saying, Statements
from jwtlint.flow.verdict import merged
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

_DURATION = lazy(
    r"\b(?P<count>\d{1,4})[ -]?(?P<unit>d|days?|w|weeks?|months?|y|years?|h|hours?)\b", re.IGNORECASE
)
_NOUN = lazy(
    r"\b(?:(?:jwt )?(?P<access>access[ _-]?(?:tokens?|jwts?)|jwts?|tokens?)|refresh[ _-]?(?:tokens?|jwts?)"
    r"|id[ _-]?tokens?|\w+ tokens?"
    r"|sessions?|cookies?|passwords?|keys?|certificates?|codes?|links?|logs?|caches?|secrets?)\b",
    re.IGNORECASE,
)
_ACCESS = lazy(
    r"(?:jwt )?(?:access|bearer|auth|signed|issued?)?[ _-]?(?:tokens?|jwts?)|jwt tokens?", re.IGNORECASE
)
_NEEDLES = ("token", "jwt")
_HOURS = {"h": 1, "d": 24, "w": 168, "m": 720, "y": 8760}
_LONG = 24
_NEAR = 48


@rule("FLW183", "long-lived-access-token", Severity.INFO)
def long_lived_access_token(statements: Statements) -> Iterator[Finding]:
    if not _DURATION.search(statements.lower):
        return
    yield from merged(
        Finding(
            text,
            f"“{text}”: a stolen access token would work all that time",
            "keep access tokens to an hour or less, and refresh them",
        )
        for saying in statements.find(_DURATION, *_NEEDLES, roles=SAID)
        if int(saying.match["count"]) * _HOURS[saying.match["unit"][0].lower()] > _LONG
        and (text := _with_access_token(saying)) is not None
    )


def _with_access_token(saying: Saying) -> Text | None:
    """The access token and its lifetime, where that is the nearest noun before the duration."""
    value, start, end = saying.match.string, *saying.match.span()
    low = max(0, start - _NEAR)
    nouns = list(_NOUN.finditer(value, low, start))
    if not nouns or any(mark in value[nouns[-1].end() : start] for mark in ".;,\n"):
        return None
    noun = nouns[-1]
    return saying.passage.text.cut(noun.start(), end) if _ACCESS.fullmatch(noun.group()) else None
