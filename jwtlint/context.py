"""What rules may ask for beside their document: vocabularies, dictionaries, the date."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any

from .calendar import Calendar
from .lexicon.language import LanguageIdentifier
from .lexicon.polarity import Polarity
from .lexicon.scan import Lexicon
from .pack import Pack
from .spelling.dictionary import Dictionary, load


class Context:
    """Shared by all documents of a run; read only.

    `accepted` are words that no spelling rule reports: those of the packs, the configuration and the word list.
    """

    def __init__(
        self, packs: Sequence[Pack], *, today: date | None = None, accept: Sequence[str] = ()
    ) -> None:
        self.packs = packs
        self.calendar = Calendar(today or date.today())
        """The date, and for how long what was said because of it holds."""
        self._accept = accept

    @property
    def today(self) -> date:
        """The date that rules compare with. Who only wants to know whether a day has come asks `reached`."""
        return self.calendar.today

    def reached(self, day: date, early: int = 0) -> bool:
        """Has a day come, or comes it in so many days? What is said because of it holds for longer than today."""
        return self.calendar.reached(day, early)

    def vocabulary(self, name: str) -> dict[str, Any]:
        """The vocabulary of that name of all packs; where two define a key, lists grow and other values lose."""
        cached = self._vocabularies.get(name)
        if cached is None:
            cached = {}
            for pack in self.packs:
                _merge(cached, pack.vocabulary(name))
            self._vocabularies[name] = cached
        return cached

    @cached_property
    def _vocabularies(self) -> dict[str, dict[str, Any]]:
        return {}

    @cached_property
    def lexicon(self) -> Lexicon:
        """All vocabularies, ready to find their terms in passages."""
        return Lexicon(self.vocabulary)

    @cached_property
    def accepted(self) -> frozenset[str]:
        words = set(self._accept)
        for pack in self.packs:
            words.update(line for line in pack.words().splitlines() if line and not line.startswith("#"))
        return frozenset(words)

    @property
    def polarity(self) -> Polarity:
        """Decides whether words are asked for, denied, softened or only asked about."""
        return self.lexicon.polarity

    @cached_property
    def languages(self) -> LanguageIdentifier:
        """Identifies the language of a short text."""
        return LanguageIdentifier(self.vocabulary("languages"))

    def dictionary(self, language: str) -> Dictionary | None:
        """The dictionary of a language (ISO 639-1), None where there is none."""
        return load(language)


def _merge(target: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        present = target.get(key)
        if isinstance(present, dict) and isinstance(value, dict):
            _merge(present, value)
        elif isinstance(present, list) and isinstance(value, list):
            target[key] = present + value
        else:
            target[key] = value
