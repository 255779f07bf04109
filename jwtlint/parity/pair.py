"""An original and its translation, aligned once for all rules."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..document import Document
from ..entry.model import Field
from ..passage import Role
from ..picture.expected import Kind, expected_of
from ..prompt.model import Constraint, Prompt, Topic
from ..regex import lazy
from ..text import Text
from .alignment import align
from .attributes import instructions
from .diagram import Aligned, Diagram
from .scope import Scope, declared_in
from .words import Words, same_words, words_of

if TYPE_CHECKING:
    from ..rule import Rule

_METADATA = (
    (Field.TITLE, Role.ENTRY_TITLE, "the title of the entry"),
    (Field.DESCRIPTION, Role.ENTRY_DESCRIPTION, "the description"),
    (Field.ALT, Role.ENTRY_ALT, "the alt text"),
)
_NAMES_STAY = lazy(
    r"(?i)\b(?:component|box|service|node)s?(?: and service)? names?\b[^.;]{0,40}\b(?:canonical|english|original|untranslated)"
    r"|\b(?:canonical|english|original) (?:english )?(?:component|box|service|node) names?\b"
    r"|\bnombres? (?:de|del|de los) (?:los )?(?:componentes?|cajas?)\b[^.;]{0,40}\b(?:inglés|canónic\w+|original\w*)"
    r"|\bnoms? (?:de|des) (?:composants?|boîtes?)\b[^.;]{0,40}\b(?:anglais|canonique\w*|origina\w*)"
    r"|\b(?:komponentennamen|namen der (?:komponenten|kästen))\b[^.;]{0,40}\b(?:englisch\w*|kanonisch\w*|original\w*)"
    r"|\bnomes dos componentes\b[^.;]{0,40}\b(?:inglês|canônic\w+|origina\w*)"
    r"|\bnomi dei componenti\b[^.;]{0,40}\b(?:inglese|canonic\w+|original\w*)"
)
_SPECIAL = lazy(
    r"(?i)[\s\"“(-]*\b(?:component|protocol|product|brand|technical)?\s*(?:names?|terms?|acronyms?|identifiers?|keywords?|code"
    r"|nombres?|términos?|siglas|noms?|termes?|sigles|namen|fachbegriffe|begriffe|nomes?|termos?|nomi|termini)\b"
)
_WRITTEN = lazy(
    r"(?i)\b(?:labels?|captions?|headings?|all text|text|etiquetas?|texto|beschriftung\w*|étiquettes?|texte|rótulos?|etichette)\b"
)
_CLAUSE = lazy(r"[.;:!?\n]")
_NEAR = 80
_GAP = 0.4
_MOSTLY, _HARDLY = 0.6, 0.2


class LabelPair(NamedTuple):
    """One text of the picture, or of its metadata, in both languages. `name` tells users which one it is."""

    role: Role
    name: str
    original: Text
    translation: Text

    @property
    def of_entry(self) -> bool:
        """Does it stand in the metadata, rather than in the picture?"""
        return self.role in (Role.ENTRY_TITLE, Role.ENTRY_DESCRIPTION, Role.ENTRY_ALT)


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
        return Diagram(original, translation, self.words.likeness, self.words.tokens)

    @cached_property
    def labels(self) -> tuple[LabelPair, ...]:
        """What is drawn, as far as both sides have it."""
        return tuple(self._labels())

    @cached_property
    def captions(self) -> tuple[Aligned[Text], ...]:
        """Texts beyond boxes, arrows, steps and notes that the prompts plainly ask to be written."""
        here, there = self.original.prompt, self.translation.prompt
        if here is None or there is None:
            return ()
        unlike = self.words.likeness.unlike
        pairs = align(
            self._quoted(here), self._quoted(there), lambda one, other: unlike(one.value, other.value), _GAP
        )
        return tuple(Aligned(one, other) for one, other in pairs)

    def _quoted(self, prompt: Prompt) -> list[Text]:
        expected = expected_of(prompt, self.context.polarity)
        return [one.text for one in expected if one.kind is Kind.QUOTE and one.required]

    @cached_property
    def metadata(self) -> tuple[LabelPair, ...]:
        """Title, description and alt text, as far as both entries have them."""
        here, there = self.original.entry, self.translation.entry
        return tuple(
            LabelPair(role, name, one, other)
            for field, role, name in _METADATA
            if (one := here.get(field)) and (other := there.get(field))
        )

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
        if prompt is None:
            return ()
        return tuple(
            one
            for one in prompt.constraints
            if one.topic is Topic.LANGUAGE and not _of_special_words(one.text, prompt)
        )

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
    def aligned_instructions(self) -> tuple[tuple[Text | None, Text | None], ...]:
        """The instructions of both prompts beside each other."""
        here, there = self.original.prompt, self.translation.prompt
        if here is None or there is None:
            return ()
        pairs = align(instructions(here), instructions(there), _unlike_words, _GAP)
        return tuple(pairs)

    @cached_property
    def keeps_names(self) -> bool:
        """Does the prompt of the translation ask for the names of components in their original form?"""
        prompt = self.translation.prompt
        return prompt is not None and any(_NAMES_STAY.search(one.value) for one in prompt.sentences)

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
        return self._spoken(self._changed or [one.translation for one in self.labels])

    @property
    def _changed(self) -> list[Text]:
        """The translated labels that are not those of the original."""
        return [
            one.translation
            for one in self.labels
            if not same_words(one.original.value, one.translation.value)
        ]

    @cached_property
    def language(self) -> str | None:
        """The language that the translation is meant to be in: that which is asked for, or else that which it speaks."""
        source = self.source_language
        demanded = [one.value for one in self.demands if not one.negative and one.value != source]
        if self.scope is Scope.FULL and demanded:
            return max(demanded, key=demanded.count)
        texts = self._changed if self.scope is Scope.FULL else [one.translation for one in self.metadata]
        spoken = self._spoken(texts)
        if spoken is not None and spoken != source:
            return spoken
        declared = self._declared(self.translation)
        if declared is not None and declared != source:
            return declared
        return self.words.likeliest((one.value for one in texts), source)

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

    def _labels(self) -> Iterator[LabelPair]:
        diagram, here, there = self.diagram, self.original.prompt, self.translation.prompt
        if diagram is None or here is None or there is None:
            return
        if here.title and there.title:
            yield LabelPair(Role.TITLE, "the title", here.title, there.title)
        for box in diagram.boxes:
            one, other = box.original, box.translation
            if one is not None and other is not None:
                yield LabelPair(Role.BOX, f"the box {one.name.value!r}", one.name, other.name)
                if one.role and other.role:
                    yield LabelPair(Role.DESCRIPTION, f"the role of {one.name.value!r}", one.role, other.role)
        for number, arrow in enumerate(diagram.arrows, 1):
            if arrow.original and arrow.translation and arrow.original.label and arrow.translation.label:
                name = f"the label of arrow {number} ({arrow.original})"
                yield LabelPair(Role.LABEL, name, arrow.original.label, arrow.translation.label)
        for step in diagram.steps:
            if step.original and step.translation:
                name = f"legend step {step.original.number}{step.original.suffix}"
                yield LabelPair(Role.STEP, name, step.original.text, step.translation.text)
        for caption in self.captions:
            if caption.original and caption.translation:
                yield LabelPair(
                    Role.NOTE,
                    f"the caption {caption.original.value!r}",
                    caption.original,
                    caption.translation,
                )
        for number, note in enumerate(diagram.notes, 1):
            if note.original and note.translation:
                yield LabelPair(Role.NOTE, f"note {number}", note.original.text, note.translation.text)

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


def _unlike_words(one: Text, other: Text) -> float:
    """How few words two texts in one language share, 0 to 1."""
    here, there = set(one.value.casefold().split()), set(other.value.casefold().split())
    return 1 - len(here & there) / max(len(here | there), 1)


def _of_special_words(language: Text, prompt: Prompt) -> bool:
    """Is a language named for terms or names only, and not for what is written in the picture?"""
    start = language.span.start - prompt.text.span.start
    before = _CLAUSE.split(prompt.text.value[max(0, start - _NEAR) : start])[-1]
    after = _CLAUSE.split(prompt.text.value[start + len(language) : start + len(language) + _NEAR])[0]
    return bool(_SPECIAL.search(before) or _SPECIAL.match(after)) and not _WRITTEN.search(before)
