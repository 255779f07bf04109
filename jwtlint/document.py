"""One entry with all that is made of it before rules look: prompt, picture, passages, mentions."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .context import Context
from .entry.model import Entry, Field
from .flow.conversation import converse
from .flow.model import Conversation
from .flow.statements import Statements
from .lexicon.mention import Mention
from .passage import Passage, Role
from .prompt.model import Prompt
from .prompt.parse import parse
from .rule import Rule
from .text import Text

if TYPE_CHECKING:
    from .picture.comparison import Comparison
    from .picture.layout import Layout
    from .picture.picture import Picture

_ENTRY_ROLES = {
    Field.DESCRIPTION: Role.ENTRY_DESCRIPTION,
    Field.ALT: Role.ENTRY_ALT,
    Field.SEO_TARGET: Role.ENTRY_TARGET,
}


class Document:
    """What rules read of one entry. Everything is made when the first rule asks for it.

    With a picture, the words to judge are those that were read off it, and the prompt is what they are compared
    with; without one, they are the words of the entry and its prompt.
    """

    def __init__(self, entry: Entry, context: Context, picture: "Picture | None" = None) -> None:
        self.entry = entry
        self.context = context
        self.picture = picture
        self._subjects: dict[str, Iterable[Any] | None] = {}

    @cached_property
    def prompt(self) -> Prompt | None:
        entry = self.entry
        if not entry.prompt:
            return None
        if self.is_diagram:
            from .diagram.read import parse_diagram

            return parse_diagram(entry.prompt, entry.form, self.context.languages.identify)
        prompt = parse(entry.prompt, self.context.vocabulary)
        if entry.drawn_apart:
            prompt.announces_arrows = None
        return prompt

    @property
    def is_diagram(self) -> bool:
        """Is the prompt written in the language of a diagram?"""
        return self.entry.form in ("mermaid", "plantuml")

    @cached_property
    def entry_passages(self) -> tuple[Passage, ...]:
        """The fields of the entry that people and search engines read; none for a bare prompt."""
        entry = self.entry
        if entry.bare:
            return ()
        texts = [(title, Role.ENTRY_TITLE) for title in entry.titles]
        texts += [(text, role) for which, role in _ENTRY_ROLES.items() if (text := entry.get(which))]
        identify = self.context.languages.identify
        return tuple(Passage(text, role, identify(text.value)) for text, role in texts)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text as it stands in the document: titles and fields of the entry, then the whole prompt.

        Of a diagram it is what the diagram shows, without its language.
        """
        entry = self.entry
        prompt: tuple[Text, ...] = (entry.prompt,) if entry.prompt else ()
        if self.is_diagram and self.prompt:
            prompt = tuple(passage.text for passage in self.prompt.passages)
        return (*entry.titles, *entry.fields.values(), *prompt)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the entry's fields, then those of the prompt."""
        return (*self.entry_passages, *(self.prompt.passages if self.prompt else ()))

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Every mention, by vocabulary family."""
        return self.context.lexicon.scan(self.judged)

    @cached_property
    def statements(self) -> Statements | None:
        """The words of the prompt, as flow rules search them."""
        return Statements(self.prompt, self.context.polarity) if self.prompt else None

    @cached_property
    def conversation(self) -> Conversation | None:
        """Who asks whom, and who answers; None for a prompt without arrows."""
        if self.prompt is None or self.statements is None or not self.prompt.arrows:
            return None
        return converse(self.prompt, self.context.vocabulary, self.statements)

    @property
    def layout(self) -> "Layout | None":
        """The lines of the picture; None where there is no picture, or nobody read it."""
        return self.picture.layout if self.picture else None

    @cached_property
    def comparison(self) -> "Comparison | None":
        """The prompt held against the picture; None where one of them is missing."""
        if self.prompt is None or self.picture is None or self.layout is None:
            return None
        from .picture.comparison import Comparison

        return Comparison(self.prompt, self.picture, self.layout, self.context.polarity)

    @cached_property
    def judged(self) -> tuple[Passage, ...]:
        """The passages that rules about words look at: those of the picture, or those that are written."""
        if self.picture is None:
            return self.passages
        return self.picture.passages(self.context.languages.identify)

    def subjects(self, rule: Rule) -> Iterable[Any] | None:
        """Everything that the rule has to look at; None where the document has nothing of the kind."""
        kind = rule.subject
        if kind == "Mention":
            return self.mentions.get(rule.mentions or "", ())
        if kind not in self._subjects:
            self._subjects[kind] = self._all(kind)
        return self._subjects[kind]

    def _all(self, kind: str) -> Iterable[Any] | None:
        if kind == "Document":
            return (self,)
        if kind == "Entry":
            return None if self.entry.bare else (self.entry,)
        if kind == "Passage":
            return self.judged
        if kind == "Text":
            return tuple(passage.text for passage in self.judged) if self.picture else self.texts
        if kind == "Picture":
            return (self.picture,) if self.picture else None
        if kind == "Layout":
            return (self.layout,) if self.layout else None
        if kind == "Comparison":
            return (self.comparison,) if self.comparison else None
        prompt = self.prompt
        if prompt is None:
            return None
        match kind:
            case "Prompt":
                return (prompt,)
            case "Box":
                return prompt.boxes
            case "Arrow":
                return prompt.arrows
            case "Step":
                return prompt.steps
            case "Note":
                return prompt.notes
            case "Statements":
                return (self.statements,)
            case "Conversation":
                return (self.conversation,) if self.conversation else None
        return None

    def context_for(self, need: str) -> Any:
        """The value for a further parameter of a check; None where the document lacks it."""
        match need:
            case "Context":
                return self.context
            case "Prompt":
                return self.prompt
            case "Entry":
                return None if self.entry.bare else self.entry
            case "Document":
                return self
            case "Picture":
                return self.picture
        return None
