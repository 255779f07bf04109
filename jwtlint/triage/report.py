"""A report, taken apart: what it points at, what it alleges, and everything else that its gate depends on."""

from collections.abc import Iterator
from functools import cached_property, partial

from ..entry.model import Field
from ..finding import Diagnostic, Severity
from ..passage import Passage, Role
from ..text import Text
from .alarms import Raised, alarms_in
from .allegation import Allegation
from .copied import copied
from .emptiness import why_empty
from .labels import labels_of
from .pointer import Pointer
from .pointing import Pointing
from .sentences import allegations_in
from .shown import Shown, cleaned
from .subject import Subject
from .tongue import UNKNOWN, tongue
from .words import Phrasebook, Word, folded, split

LONGEST = 10_000
"""Characters of a report that are read; no visitor writes more by hand."""
_LONGEST_NAME = 6
_RUNNING = (Field.DESCRIPTION, Field.ALT)


class Report:
    """What one visitor wrote about one entry."""

    def __init__(self, text: str, subject: Subject) -> None:
        self.subject = subject
        self.cut = len(text) > LONGEST
        self.text = cleaned(text[:LONGEST])
        self._vocabulary = subject.vocabulary

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words."""
        return split(self.text)

    @cached_property
    def own(self) -> tuple[Word, ...]:
        """The words that were not copied from the form, the page or the entry."""
        numbers = copied(self.text, self.words, self.subject.document, self._vocabulary)
        return tuple(word for number, word in enumerate(self.words) if number not in numbers)

    @property
    def copies(self) -> bool:
        """Was any of it copied?"""
        return len(self.own) < len(self.words)

    @cached_property
    def copied_findings(self) -> tuple[Diagnostic, ...]:
        """What the linter finds in the words that were copied: they may be the very complaint."""
        own = set(self.own)
        told = f" {' '.join(word.folded for word in self.words if word not in own)} "
        return tuple(
            one
            for one in self.subject.result.diagnostics
            if self._is_of_running_text(one) and f" {' '.join(folded(one.text))} " in told
        )

    def _is_of_running_text(self, one: Diagnostic) -> bool:
        """Does it stand where people copy sentences from: in titles and descriptions; in the prompt if it is serious?"""
        entry = self.subject.entry
        texts = [*entry.titles, *(entry.fields[field] for field in _RUNNING if field in entry.fields)]
        if entry.prompt is not None and one.severity >= Severity.WARNING:
            texts.append(entry.prompt)
        at = one.location.span
        return at is not None and any(text.span.start <= at.start < text.span.end for text in texts)

    @cached_property
    def shown(self) -> Shown:
        return Shown(self.text, self.words, self._vocabulary.insults)

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """What the words of the report point at, vendors too; what was copied points at nothing."""
        own = {(word.start, word.end) for word in self.own}
        found = [*self._pointing.find(self.text, self.own), *self._vendors()]
        found += self.subject.citing.find(self.text, self.own)
        found += [
            one
            for one in self._foreign()
            if not any(other.start < one.end and one.start < other.end for other in found if not other.weak)
        ]
        kept = [one for one in found if any(one.start < end and start < one.end for start, end in own)]
        return tuple(sorted(kept, key=lambda one: (one.start, -one.end)))

    @cached_property
    def allegations(self) -> tuple[Allegation, ...]:
        return allegations_in(
            self.text, self.own, self.pointers, self._pointing.names.things, self._vocabulary
        )

    @cached_property
    def alarms(self) -> tuple[Raised, ...]:
        """Words of danger or law, but for those that are names on the entry."""
        found = alarms_in(self.text, self.own, self._vocabulary, self._is_known)
        names = [one for one in self.pointers if one.known and not one.weak]
        return tuple(
            one for one in found if not any(n.start <= one.start and one.end <= n.end for n in names)
        )

    @cached_property
    def language(self) -> str | None:
        """The language that it is written in (ISO 639-1); None where that is open."""
        return None if self._tongue == UNKNOWN else self._tongue

    @property
    def is_foreign(self) -> bool:
        """Is it written in a language that the vocabulary does not know?"""
        return self._tongue is not None and self._tongue not in self._vocabulary.languages

    @cached_property
    def why_empty(self) -> str | None:
        return why_empty(self.own, self._pointing.names.topic, self._vocabulary)

    @property
    def abusive(self) -> bool:
        """Does it insult somebody, or try to give orders to whatever reads it?"""
        return bool(self.shown.insulting) or self.gives_orders or self._has(self._vocabulary.slights)

    @cached_property
    def gives_orders(self) -> bool:
        return self._has(self._vocabulary.orders)

    @cached_property
    def asks_for_support(self) -> bool:
        """Does it read like a question or a wish?"""
        return self._has(self._vocabulary.support)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The boxes and arrow labels of the entry, for people."""
        return tuple(dict.fromkeys(map(cleaned, labels_of(self.subject.document))))

    def _has(self, book: Phrasebook[str]) -> bool:
        return next(iter(book.find(self.own)), None) is not None

    @cached_property
    def _tongue(self) -> str | None:
        names = [one for one in self.pointers if one.known or one.quoted]
        free = [
            word for word in self.own if not any(n.start <= word.start and word.end <= n.end for n in names)
        ]
        defects = self._vocabulary.defects.covers(free)
        understood = frozenset(free[number] for number in defects | self._vocabulary.elements.covers(free))
        return tongue(
            self.text,
            free,
            self.subject.document.context,
            self._vocabulary,
            named=bool(names),
            understood=understood,
        )

    def _is_known(self, word: str) -> bool:
        return self._pointing.names.speller.is_known(word) or self._pointing.names.speller.is_of_entry(word)

    @cached_property
    def _pointing(self) -> Pointing:
        return self.subject.pointing

    def _vendors(self) -> Iterator[Pointer]:
        """The vendors that it names, on the entry or not."""
        passage = Passage(Text(self.text), Role.PROSE)
        at = 0
        for mention in self.subject.document.context.lexicon.scan([passage])["vendor"]:
            value = mention.text.value
            start = self.text.find(value, at)
            at = start + len(value)
            things = self._pointing.names.named(value)
            yield Pointer(f"vendor:{mention.data['vendor'].casefold()}", start, at, things, typed=value)

    def _foreign(self) -> Iterator[Pointer]:
        """Names that begin with a capital, stand on other entries and not on this one."""
        at = 0
        while at < len(self.own):
            length = next(filter(partial(self._is_elsewhere, at), range(_LONGEST_NAME, 1, -1)), 0)
            if length:
                start, end = self.own[at].start, self.own[at + length - 1].end
                name = self.text[start:end]
                yield Pointer(f"quote:{' '.join(folded(name))}", start, end, typed=name)
            at += length or 1

    def _is_elsewhere(self, at: int, length: int) -> bool:
        """Do so many words from here on make a name that only other entries have?"""
        run = self.own[at : at + length]
        if len(run) < length or not run[0].value[:1].isupper():
            return False
        name = self.text[run[0].start : run[-1].end]
        return not self._pointing.names.named(name) and bool(self.subject.others.entries_with(name))
