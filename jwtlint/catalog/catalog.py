"""All entries of a run at once, each as its card."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

from ..source import Position, Source
from ..text import Text
from .card import Card, PictureCard, Snippet

_IN_MEMORY = 64 * 1024 * 1024
_LENGTH = 4
_NOWHERE = Snippet("", 1, 1, 1, 1)


class Stretch(Source):
    """Words of an entry that is not at hand any more, where they stand."""

    def __init__(self, card: Card, snippet: Snippet) -> None:
        super().__init__(
            card.path, snippet.value, first=Position(snippet.line, snippet.column), name=card.name
        )
        self.card = card
        self._end = Position(snippet.end_line, snippet.end_column)

    def position(self, offset: int) -> Position:
        """Line and column in the file; between the two ends as if the file held the words as they are."""
        return super().position(offset) if offset < len(self.value) else self._end


class Cards:
    """Keeps the cards of a run in order; they lie on disk where they are many.

    Many catalogs keep their entries twice: as pages, and exported to one file. An entry that another file holds with the
    same id, title, language and prompt is no second entry.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - as long as the cards
        self._count = 0
        self._open: list[Card] = []
        self._files: dict[int, str] = {}
        self._copy: tuple[int, int] | None = None

    def __len__(self) -> int:
        return self._count + len(self._open)

    def add(self, card: Card) -> None:
        """Keep one more card. One that shows pictures of an entry joins the card of that entry, if it comes next."""
        for at, one in enumerate(self._open):
            if one.place == card.place and card.pictures:
                self._open[at] = one._replace(pictures=one.pictures + card.pictures)
                return
        if card.place == self._copy or self._is_copy(card):
            return
        if self._open and self._open[0].unit != card.unit:
            self._write()
        self._open.append(card)

    def _is_copy(self, card: Card) -> bool:
        """Is it an entry that another file holds, too? Its pictures are copies then, as well."""
        if card.id is None or not card.same:
            return False
        title = card.title.value if card.title else None
        identity = hash((card.id.value, title, card.language, card.same))
        if self._files.setdefault(identity, card.path) == card.path:
            return False
        self._copy = card.place
        return True

    def __iter__(self) -> Iterator[Card]:
        """All cards; one iteration at a time, and no card may be added meanwhile."""
        import msgspec

        self._write()
        decode = msgspec.msgpack.Decoder(Card).decode
        self._file.seek(0)
        for _ in range(self._count):
            length = int.from_bytes(self._file.read(_LENGTH))
            yield decode(self._file.read(length))

    def _write(self) -> None:
        import msgspec

        self._file.seek(0, 2)
        for card in self._open:
            packed = msgspec.msgpack.encode(card)
            self._file.write(len(packed).to_bytes(_LENGTH) + packed)
        self._count += len(self._open)
        self._open = []


class Catalog:
    """What a rule reads of all entries that one configuration governs.

    Rules go through the cards as often as they like, one iteration at a time, and keep no more of them than they need:
    there may be a million.
    """

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def __len__(self) -> int:
        return len(self._cards)

    def __iter__(self) -> Iterator[Card]:
        return iter(self._cards)

    @staticmethod
    def text(card: Card, snippet: Snippet) -> Text:
        """The words of a snippet of a card, where they stand."""
        return Stretch(card, snippet).text

    @staticmethod
    def picture(card: Card, picture: PictureCard) -> Text:
        """A picture of a card as a whole: where its entry names it, else the file."""
        if card.picture is not None:
            return Stretch(card, card.picture).text
        return Text("", (), Stretch(card._replace(path=picture.path), _NOWHERE))
