"""What the statements of a sequence diagram draw, put together as the `Prompt` that rules read."""

from collections.abc import Callable
from typing import NamedTuple

from ..passage import Passage, Role
from ..prompt.model import Arrow, Box, Mode, Note, Prompt
from ..prompt.names import NameIndex
from ..text import Run, Span, Text

# Tells the language (ISO 639-1) of a text, or None.
Identify = Callable[[str], str | None]


class End(NamedTuple):
    """A participant where a message starts or ends: its key, and the words that stand for it there."""

    key: str
    words: Text


class _Message(NamedTuple):
    source: End
    target: End
    text: Text
    label: Text | None
    mode: Mode
    branch: Text | None


class _Frame(NamedTuple):
    """When messages within are taken, the words of the condition, and what holds for the further branches."""

    mode: Mode
    branch: Text | None
    turns: Mode | None = None


class Drawing:
    """Takes the statements of a diagram in their order.

    A participant is known by a key, which is the name that messages use; who was not declared is drawn by it.
    """

    def __init__(self, text: Text) -> None:
        self._text = text
        self._boxes: dict[str, Box] = {}
        self._before: dict[str, Box] = {}
        self._behind: dict[str, Box] = {}
        self._declared: set[str] = set()
        self._messages: list[_Message] = []
        self._frames = [_Frame(Mode.MAIN, None)]
        self._notes: list[Note] = []
        self._said: list[tuple[Text, Role]] = []
        self._unread: list[Text] = []
        self._title: Text | None = None

    def declare(
        self, key: str, name: Text, whole: Text, *, icon: Text | None = None, role: Text | None = None
    ) -> None:
        """A participant with the name that is drawn. Of two declarations the first counts."""
        if key in self._declared:
            return
        self._declared.add(key)
        known = self._boxes.get(key)
        if known is None:
            self._boxes[key] = Box(name, whole, role, icon)
        else:
            known.name, known.text, known.role, known.icon = name, whole, role, icon

    def border(self, key: str, name: str, whole: Text, *, left: bool) -> None:
        """Where messages come from, or go to, beyond the participants; it stands before or behind them all."""
        if key not in self._boxes:
            (self._before if left else self._behind)[key] = self._boxes[key] = Box(Text(name), whole)

    def mention(self, end: End) -> None:
        """A participant is named, which needs no declaration."""
        if end.key not in self._boxes:
            self._boxes[end.key] = Box(end.words, end.words)

    def message(self, source: End, target: End, whole: Text, label: Text | None) -> None:
        """An arrow from one participant to another."""
        self.mention(source)
        self.mention(target)
        frame = self._frames[-1]
        self._messages.append(_Message(source, target, whole, label, frame.mode, frame.branch))

    def open(self, mode: Mode | None = None, branch: Text | None = None, turns: Mode | None = None) -> None:
        """A frame begins. Without a mode, what stands in it is taken whenever what is around it is.

        `branch` are the words of its condition; `turns` is the mode of its further branches.
        """
        outer = self._frames[-1]
        self._frames.append(_Frame(mode or outer.mode, branch or outer.branch, turns))
        if branch:
            self.say(branch)

    def turn(self, branch: Text | None = None) -> bool:
        """The next branch of a frame begins. False where no frame is open.

        Where its branches depend on nothing, as those that run side by side, its words are no condition.
        """
        turns = self._frames[-1].turns
        if not self.close():
            return False
        self.open(turns, branch if turns else None, turns)
        if branch and not turns:
            self.say(branch)
        return True

    def close(self) -> bool:
        """A frame ends. False where none is open."""
        if len(self._frames) == 1:
            return False
        self._frames.pop()
        return True

    def note(self, text: Text) -> None:
        """A text beside the messages."""
        if text:
            self._notes.append(Note(text))
            self.say(text)

    def title(self, text: Text) -> None:
        """The title; of several the first counts."""
        if text and self._title is None:
            self._title = text
            self._said.append((text, Role.TITLE))

    def say(self, text: Text) -> None:
        """Other words that the diagram shows."""
        if text:
            self._said.append((text, Role.NOTE))

    def leave_unread(self, text: Text) -> None:
        """What was not understood."""
        if text:
            self._unread.append(text)

    @property
    def has_messages(self) -> bool:
        return bool(self._messages)

    @property
    def unread(self) -> tuple[Text, ...]:
        return tuple(self._unread)

    def prompt(self, identify: Identify) -> Prompt:
        """The diagram as a prompt: participants are its boxes, messages its arrows."""
        arrows = tuple(map(self._arrow, self._messages))
        borders = {**self._before, **self._behind}
        within = (box for key, box in self._boxes.items() if key not in borders)
        boxes = (*self._before.values(), *within, *self._behind.values())
        said = [*self._said]
        for box in boxes:
            said.append((box.name, Role.BOX))
            if box.role:
                said.append((box.role, Role.DESCRIPTION))
        said += [(arrow.label, Role.LABEL) for arrow in arrows if arrow.label]
        placed = sorted(((text, role) for text, role in said if text.place), key=lambda one: one[0].span)
        language = identify("\n".join(text.value for text, _ in placed))
        return Prompt(
            text=self._text,
            names=NameIndex(boxes),
            title=self._title,
            boxes=boxes,
            arrows=arrows,
            notes=tuple(self._notes),
            unread=self.unread,
            passages=tuple(Passage(text, role, language) for text, role in placed),
            language=language,
        )

    def _arrow(self, message: _Message) -> Arrow:
        source, target = self._boxes[message.source.key], self._boxes[message.target.key]
        return Arrow(
            _called(source, message.source.words),
            _called(target, message.target.words),
            message.text,
            message.label,
            message.mode,
            source,
            target,
            message.branch,
        )


def _called(box: Box, words: Text) -> Text:
    """The name of the box where other words stand for it."""
    name, place = box.name.value, words.place
    if name == words.value or not isinstance(place, Span):
        return words if name == words.value else Text(name)
    return Text(name, (Run(0, len(name), place),), words.source)
