"""Two entries show the same picture, or nearly the same.

The files are the same byte for byte, or the pictures differ so little that one is the other saved again, which is said
for information: cells of a 16 × 16 grid are compared with their neighbours. Entries of different languages are no
twins, because a translated drawing looks like its original.

```bad
---
title: Token flow
picture: token.png
---
Infographic titled "Token Flow" with boxes labeled "Browser" and "API Server".
--- shows the token flow
=====
---
title: Session flow
picture: [[session.png]]
---
Infographic titled "Session Flow" with boxes labeled "Browser" and "Session Store".
--- shows the token flow
```

```bad
---
title: Token flow
picture: token.png
---
Infographic titled "Token Flow" with boxes labeled "Browser" and "API Server".
--- shows the token flow
=====
---
title: Session flow
picture: [[session.png]]
---
Infographic titled "Session Flow" with boxes labeled "Browser" and "Session Store".
--- shows the token flow (saved again)
```

```good
---
title: Token flow
picture: token.png
---
Infographic titled "Token Flow" with boxes labeled "Browser" and "API Server".
--- shows the token flow
=====
---
title: Session flow
picture: session.png
---
Infographic titled "Session Flow" with boxes labeled "Browser" and "Session Store".
--- shows the session flow
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.catalog.card import Card, PictureCard
from jwtlint.catalog.catalog import Catalog
from jwtlint.catalog.look import bands, distance
from jwtlint.finding import Finding, Related, Severity
from jwtlint.rule import rule

from ._likeness import alike
from ._twins import called

_NEARLY = 10
"""Bits of 256. Pictures that are saved again, as JPEG or smaller, differ in up to 9; different ones in 28 and more."""
_BANDS = 6


class _Shown(NamedTuple):
    card: Card
    picture: PictureCard


@rule("CAT201", "same-picture", Severity.WARNING)
def same_picture(catalog: Catalog) -> Iterator[Finding]:
    first: dict[tuple[bytes, str | None], _Shown] = {}
    others: list[_Shown] = []
    for card in catalog:
        for picture in card.pictures:
            one = _Shown(card, picture)
            twin = first.setdefault((picture.digest, card.language), one)
            if twin is one:
                others.append(one)
            elif twin.card.place != card.place and twin.picture.path != picture.path:
                yield _found(one, twin, "the same picture as", None)
    told: set[int] = set()
    for earlier, later in sorted(alike([bands(one.picture.look) for one in others], _BANDS)):
        one, twin = others[later], others[earlier]
        near = distance(one.picture.look, twin.picture.look) <= _NEARLY
        apart = one.card.place != twin.card.place and one.picture.digest != twin.picture.digest
        if near and apart and one.card.language == twin.card.language and later not in told:
            told.add(later)
            yield _found(one, twin, "nearly the same picture as", Severity.INFO)


def _found(one: _Shown, twin: _Shown, likeness: str, severity: Severity | None) -> Finding:
    return Finding(
        Catalog.picture(one.card, one.picture),
        f"{one.picture.path} is {likeness} {twin.picture.path} of the entry {called(twin.card)}",
        "keep one, or draw another",
        (Related(Catalog.picture(twin.card, twin.picture), "the other entry"),),
        severity=severity,
    )
