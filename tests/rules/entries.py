"""Examples that show several entries, parted by lines of equals signs; a picture is written down in a line.

    ===== 9 times
    --- shows the token flow (saved again)

The first repeats the entry before it. In the second the words are the picture: equal words are equal files, and what
stands in brackets changes the file, but not what is seen on it.
"""

import re
from hashlib import blake2b

from jwtlint.catalog.card import PictureCard
from jwtlint.catalog.catalog import Cards, Catalog
from jwtlint.engine import Linter
from jwtlint.entry.record import Record
from jwtlint.finding import Result
from jwtlint.picture.reader import Choice
from jwtlint.worker import Worker

_PART = re.compile(r"^=====(?: (\d+) times)?\n", re.M)
_SHOWS = re.compile(r"^--- shows (.*?)( \(.*\))?\n", re.M)


def lint_entries(linter: Linter, text: str) -> Result:
    """What the entries of an example deserve beside each other."""
    worker = Worker(linter, Choice.NONE, None)
    cards = Cards()
    unit = at = 0
    for match in [*_PART.finditer(text), None]:
        part = text[at : match.start() if match else len(text)]
        times = int(match[1] or 1) if match else int(bool(part))
        for _ in range(times):
            line = text.count("\n", 0, at) + 1
            shows = _SHOWS.search(part)
            record = Record("example.md", _SHOWS.sub("", part).encode())
            outcome = worker.check(record).moved(line, 1)
            assert outcome.result.errors == ()
            for card in outcome.cards:
                cards.add(card._replace(unit=unit))
                if shows:
                    seen = PictureCard(f"{unit}.png", _hash(shows[0]), _hash(shows[1]))
                    cards.add(card._replace(unit=unit, pictures=(seen,)))
            unit += 1
        at = match.end() if match else at
    return Result.joined("example.md", [result for _, result in linter.lint_catalog(Catalog(cards))])


def _hash(words: str) -> bytes:
    return blake2b(words.encode(), digest_size=32).digest()
