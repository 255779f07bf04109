"""An original and its translation, aligned once for all rules."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..document import Document
from ..entry.model import Field
from ..passage import Role
from ..prompt.model import Constraint, Prompt
from ..text import Text
from .attributes import instructions
from .demands import keeps_names, language_demands
from .diagram import Diagram
from .labels import LabelPair, labels_of, metadata_of
from .scope import Scope, declared_in
from .words import Words, same_words, words_of

if TYPE_CHECKING:
    from ..rule import Rule

_MOSTLY, _HARDLY = 0.6, 0.2


class Languages(NamedTuple):
    """The languages of a pair (ISO 639-1): of the original, and the other one that the translation is meant to be in."""

    source: str
    target: str


class Pair:
    """Two documents, of which one is meant to be the other in another language.

    `scope` is what the command line or the configuration says was meant; an entry may say it itself.
    """

    picture = None
    layout = None

    def __init__(self, original: Document, translation: Document, scope: Scope | None = None) -> None:
        self.original = original
        self.translation = translation
        self.entry = translation.entry
        self.context = translation.context
        self._scope = scope

    @property
    def prompt(self) -> Prompt | None:
        """The prompt of the translation."""
        return self.translation.prompt

    @cached_property
    def words(self) -> Words:
        return words_of(self.context)

    @cached_property
    def diagram(self) -> Diagram | None:
        """The alignment of the prompts; None where one document has none."""
        original, translation = self.original.prompt, self.translation.prompt
        if original is None or translation is None:
            return None
        words = self.words
        return Diagram(original, translation, words.likeness, words.tokens, self.context.polarity)

    @cached_property
    def labels(self) -> tuple[LabelPair, ...]:
        """What is drawn, as far as both sides have it."""
        return tuple(labels_of(self.diagram)) if self.diagram else ()

    @cached_property
    def metadata(self) -> tuple[LabelPair, ...]:
        """Title, description and alt text, as far as both entries have them."""
        return tuple(metadata_of(self.original.entry, self.translation.entry))

    @cached_property
    def declared_scope(self) -> Scope | None:
        """The scope that somebody has named."""
        return self._scope or declared_in(self.translation.entry) or declared_in(self.original.entry)

    @cached_property
    def evident_scope(self) -> Scope | None:
        """The scope that the translation shows: most labels changed, or none although the metadata did."""
        share = self.translated_share
        if share is None:
            return Scope.METADATA if self.metadata else None
        if share >= _MOSTLY:
            return Scope.FULL
        if share > _HARDLY:
            return None
        demanded = {one.value for one in self.demands if not one.negative}
        if demanded and self.source_language not in demanded:
            return Scope.FULL
        changed = any(not same_words(one.original.value, one.translation.value) for one in self.metadata)
        return Scope.METADATA if changed else None

    @property
    def scope(self) -> Scope:
        """The scope that rules go by; `full` where nobody can tell."""
        return self.declared_scope or self.evident_scope or Scope.FULL

    @cached_property
    def translated_share(self) -> float | None:
        """How many of the labels with words to translate were changed, 0 to 1; None where there are no such labels."""
        changed = [
            not same_words(one.original.value, one.translation.value)
            for one in self.labels
            if self.words.translatable(one.original.value)
        ]
        return sum(changed) / len(changed) if changed else None

    @cached_property
    def demands(self) -> tuple[Constraint, ...]:
        """What the prompt of the translation says of the language of the picture."""
        prompt = self.translation.prompt
        return language_demands(prompt) if prompt else ()

    @cached_property
    def same_prose(self) -> bool:
        """Are the instructions of both prompts in one language, so that only the words for the picture differ?"""
        here, there = self.original.prompt, self.translation.prompt
        if here is None or there is None:
            return False
        languages = [
            self.context.languages.identify(" ".join(text.value for text in instructions(prompt)))
            for prompt in (here, there)
        ]
        return languages[0] is not None and languages[0] == languages[1]

    @cached_property
    def keeps_names(self) -> bool:
        """Does the prompt of the translation ask for the names of components in their original form?"""
        prompt = self.translation.prompt
        return prompt is not None and keeps_names(prompt)

    @cached_property
    def kept_names(self) -> tuple[str, ...]:
        """The names of boxes that are the same on both sides, the longest first."""
        names = {
            one.translation.value
            for one in self.labels
            if one.role is Role.BOX and same_words(one.original.value, one.translation.value)
        }
        return tuple(sorted(names, key=len, reverse=True))

    @cached_property
    def source_language(self) -> str | None:
        """The language of the original (ISO 639-1): of its labels, its metadata, or its whole prompt."""
        prompt = self.original.prompt
        drawn = [passage.text for passage in prompt.passages if passage.drawn] if prompt else []
        found = self._spoken(drawn) or self._spoken(one.original for one in self.metadata)
        found = found or self._declared(self.original) or (prompt.language if prompt else None)
        return found or self.words.likeliest((one.value for one in drawn), None)

    @cached_property
    def spoken_language(self) -> str | None:
        """The language that the labels of the translation are in, by their words; those that were changed count."""
        changed = self._changed if self.scope is Scope.FULL else []
        return self._spoken(changed or [one.translation for one in self.labels])

    @property
    def _changed(self) -> list[Text]:
        """The translations in scope that are not the words of the original."""
        labels = self.labels if self.scope is Scope.FULL else self.metadata
        return [
            one.translation for one in labels if not same_words(one.original.value, one.translation.value)
        ]

    @cached_property
    def language(self) -> str | None:
        """The language that the translation is meant to be in: that which is asked for, or else that which it speaks."""
        source = self.source_language
        demanded = [one.value for one in self.demands if not one.negative and one.value != source]
        if self.scope is Scope.FULL and demanded:
            return max(demanded, key=demanded.count)
        spoken = self._spoken(self._changed)
        if spoken is not None and spoken != source:
            return spoken
        declared = self._declared(self.translation)
        if declared is not None and declared != source:
            return declared
        return self.words.likeliest((one.value for one in self._changed), source)

    @property
    def languages(self) -> Languages | None:
        """Both languages; None where one of them cannot be told."""
        source, target = self.source_language, self.language
        return Languages(source, target) if source and target else None

    def _declared(self, document: Document) -> str | None:
        field = document.entry.get(Field.LANGUAGE)
        return self.words.code_of(field.value) if field else None

    def _spoken(self, texts: Iterable[Text]) -> str | None:
        return self.words.language_of(text.value for text in texts)

    def subjects(self, rule: "Rule") -> Iterable[Any] | None:
        """What the rule has to look at."""
        if rule.subject == "LabelPair":
            return (*self.labels, *self.metadata)
        return (self,) if rule.subject == "Pair" else None

    def context_for(self, need: str) -> Any:
        """The value for a further parameter of a check."""
        match need:
            case "Context":
                return self.context
            case "Pair":
                return self
            case "Diagram":
                return self.diagram
            case "Languages":
                return self.languages
        return None
