"""The alternative text begins by saying that the picture is a picture.

Screen readers announce that themselves. What kind of picture it is ("Diagram of", "Infographic of") is worth saying.

```bad
---
title: Fair queues at the ticket office
alt: [[Image of]] a ticket office with two lanes and a fair scheduler.
---
Infographic titled "Fair Queuing".
```

```fixed
---
title: Fair queues at the ticket office
alt: A ticket office with two lanes and a fair scheduler.
---
Infographic titled "Fair Queuing".
```

```good
---
title: Fair queues at the ticket office
alt: Diagram of a ticket office with two lanes and a fair scheduler.
---
Infographic titled "Fair Queuing".
```
"""

import re
from collections.abc import Iterator

from jwtlint.entry.model import Entry, Field
from jwtlint.finding import Edit, Finding, Fix, Safety, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule

_OPENING = lazy(
    r"""(?P<said>(?:(?:this|an?|the|here\ is\ an?)\ (?:is\ an?\ )?)?
      (?:image|picture|photo(?:graph)?|graphic|screenshot)\ (?:of|that\ shows|which\ shows|showing|shows|depicting|depicts)
    | (?:(?:una?|la|esta)\ )?(?:imagen|foto(?:grafía)?)\ (?:de(?:l)?|que\ muestra|mostrando)
    | (?:(?:une|l['’]|cette)\ ?)?(?:image|photo)\ (?:d['’]|de|du|des|qui\ montre|montrant)
    | (?:(?:ein|das|dieses)\ )?(?:bild|foto)\ (?:von|eine[rs]|der|des|mit|zeigt|das)
    | (?:(?:uma|a|esta)\ )?imagem\ (?:d[eoa]s?|que\ mostra|mostrando)
    | (?:un['’]|l['’])?immagine\ (?:d[ei]|del(?:la|lo|l['’])?|che\ mostra))(?:(?<=['’])|(?![\w-]))(?:\s*(?P<next>\w))?""",
    re.VERBOSE | re.IGNORECASE,
)


@rule("CAT117", "alt-says-image", Severity.WARNING)
def alt_says_image(entry: Entry) -> Iterator[Finding]:
    text = entry.get(Field.ALT)
    match = _OPENING.match(text.value) if text else None
    if text is None or match is None:
        return
    said = text.matched(match, "said")
    fix = None
    if match["next"]:
        edit = Edit(text.matched(match), match["next"].upper())
        fix = Fix(f"remove {said.value!r}", Safety.UNSAFE, (edit,))
    yield Finding(said, f"{said.value!r} tells nobody anything", "begin with what the picture shows", fix=fix)
