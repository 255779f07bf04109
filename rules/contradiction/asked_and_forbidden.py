"""A thing is asked for in one place and prohibited in another.

Generators read a prohibition as a mention and draw the thing anyway, or leave out what the other sentence needs.
Only outright prohibitions count: "no vendor icons", "no text in the background" or "no legend is needed" leave room
for other icons, other text, and a legend.

```bad
Every box needs an icon, a name and one line of role text. Style: newspaper print. [[Do not draw any icons]].
```

```bad
In the foreground stands a smiling technician with a tablet. Captions in English, [[no people]] anywhere in the image.
```

```good
Every box needs an icon. No vendor icons, no icons smaller than 24 px, no text in the background. English text.
```

```good
For people who have never built a search box: soft shadows, rounded boxes, no legend is needed, no people.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.rule import rule
from jwtlint.text import Span, Text

from ._demands import hits_of
from ._prohibitions import Prohibition, outright, prohibitions
from ._prose import prose_of
from ._things import asked, things_of


@rule("CON110", "asked-and-forbidden", Severity.WARNING)
def asked_and_forbidden(prompt: Prompt, context: Context) -> Iterator[Finding]:
    prose = prose_of(prompt)
    things = things_of(context)
    wishes: dict[str, Text | None] = {}
    for prohibition in prohibitions(prose, context):
        thing = things.get(prohibition.name)
        key = thing.key if thing else prohibition.name
        if key not in wishes:
            wishes[key] = asked(prohibition.name, prompt, context)
        wish = wishes.get(key)
        if wish is None or not outright(prohibition, prose) or _has_axis(prohibition, prompt, context):
            continue
        wishes[key] = None
        denial = prose.text(prohibition.start, prohibition.end)
        place, other = wish.place, denial.place
        later = (
            isinstance(place, Span)
            and isinstance(other, Span)
            and other.start < place.start
            and thing is None
        )
        flagged, related = (wish, denial) if later else (denial, wish)
        yield Finding(
            flagged,
            f"{prohibition.name!r} is prohibited and asked for",
            "keep one of both",
            related=(Related(related, "prohibited here" if later else "asked for here"),),
        )


def _has_axis(prohibition: Prohibition, prompt: Prompt, context: Context) -> bool:
    """Is it the answer to an axis ("no dark mode"), which has a rule of its own?"""
    hits = (hit for found in hits_of(prompt, context).values() for hit in found)
    return any(hit.start < prohibition.end and prohibition.start < hit.end for hit in hits)
