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

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jwtlint.catalog.card import Card, PictureCard
from jwtlint.catalog.catalog import Catalog
from jwtlint.catalog.look import BAND, distance
from jwtlint.finding import Finding, Related, Severity
from jwtlint.rule import rule

from ._likeness import alike
from ._twins import called

_NEARLY = 10
"""Bits of 256. Pictures that are saved again, as JPEG or smaller, differ in up to 9; different ones in 28 and more."""
_BANDS = 6


class _Shown(NamedTuple):
    """A picture that is shown for the first time, by the card at a place among all."""

    at: int
    language: str | None
    picture: PictureCard


@rule("CAT201", "same-picture", Severity.WARNING)
def same_picture(catalog: Catalog) -> Iterator[Finding]:
    first: dict[tuple[bytes, str | None], _Shown] = {}
    twins: list[tuple[_Shown, _Shown]] = []
    for at, card in enumerate(catalog):
        for picture in card.pictures:
            one = _Shown(at, card.language, picture)
            twin = first.setdefault((picture.digest, card.language), one)
            if twin.at != at and twin.picture.path != picture.path:
                twins.append((one, twin))
    nearly = list(_nearly(list(first.values())))
    wanted = {one.at for pair in (*twins, *nearly) for one in pair}
    cards = {at: card for at, card in enumerate(catalog) if at in wanted} if wanted else {}
    for one, twin in twins:
        yield _found(one, twin, cards, "the same picture as", None)
    for one, twin in nearly:
        yield _found(one, twin, cards, "nearly the same picture as", Severity.INFO)


def _nearly(shown: list[_Shown]) -> Iterator[tuple[_Shown, _Shown]]:
    """Those that are nearly the same as an earlier one; of several the first counts."""
    told: set[int] = set()
    for earlier, later in sorted(set(alike([one.picture.look for one in shown], BAND, _BANDS))):
        one, twin = shown[later], shown[earlier]
        apart = one.at != twin.at and one.picture.digest != twin.picture.digest
        near = distance(one.picture.look, twin.picture.look) <= _NEARLY
        if near and apart and one.language == twin.language and later not in told:
            told.add(later)
            yield one, twin


def _found(
    one: _Shown, twin: _Shown, cards: Mapping[int, Card], likeness: str, severity: Severity | None
) -> Finding:
    return Finding(
        Catalog.picture(cards[one.at], one.picture),
        f"{one.picture.path} is {likeness} {twin.picture.path} of the entry {called(cards[twin.at])}",
        "keep one, or draw another",
        (Related(Catalog.picture(cards[twin.at], twin.picture), "the other entry"),),
        severity=severity,
    )
