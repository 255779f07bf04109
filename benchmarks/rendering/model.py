"""What a picture is about (Topic) and what is drawn on it (Sheet): every text is a Label that defects can change."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

TOPICS = Path(__file__).parent / "topics"


class Node(NamedTuple):
    """A box as it is asked for."""

    name: str
    role: str
    icon: str


class Link(NamedTuple):
    """An arrow as it is asked for: indexes of its boxes, and its label."""

    start: int
    end: int
    text: str


class Zone(NamedTuple):
    """A section of the picture: TOP, MIDDLE or BOTTOM, its heading, the indexes of its boxes."""

    place: str
    name: str
    boxes: tuple[int, ...]


@dataclass(frozen=True)
class Topic:
    """Everything that a prompt can ask for."""

    key: str
    title: str
    subtitle: str
    boxes: tuple[Node, ...]
    links: tuple[Link, ...]
    language: str = "en"
    short: bool = False
    zones: tuple[Zone, ...] = ()
    legend: str = ""
    steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    badges: tuple[str, ...] = ()
    footer: str = ""
    axis: str = ""
    swaps: tuple[tuple[str, str], ...] = ()
    foreign: tuple[tuple[str, str], ...] = ()

    def text(self) -> str:
        """Every text that can be drawn."""
        parts = [self.title, self.subtitle, self.legend, self.footer, self.axis]
        parts += [*self.steps, *self.notes, *self.badges, *(link.text for link in self.links)]
        parts += [text for box in self.boxes for text in (box.name, box.role)]
        return " ".join([*parts, *(other for _, other in self.foreign)])


def topics() -> list[Topic]:
    """All topics of the folder, in a fixed order."""
    found = []
    for path in sorted(TOPICS.glob("*.toml")):
        found += [_topic(entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["topic"]]
    return found


def _topic(entry: dict[str, Any]) -> Topic:
    simple: dict[str, Any] = {
        name: tuple(tuple(item) if isinstance(item, list) else item for item in value)
        if isinstance(value, list)
        else value
        for name, value in entry.items()
    }
    simple["boxes"] = tuple(Node(*item) for item in entry["boxes"])
    simple["links"] = tuple(Link(*item) for item in entry["links"])
    simple["zones"] = tuple(Zone(place, name, tuple(boxes)) for place, name, boxes in entry.get("zones", ()))
    return Topic(**simple)


@dataclass(eq=False)
class Label:
    """One text of the picture: as asked, as drawn ("" where it is left out), and how it is spoilt."""

    kind: str
    asked: str
    drawn: str = ""
    touched: bool = False
    low: bool = False
    tiny: bool = False
    cut: str = ""
    broken: int = 0  # a line ends after so many words; 0: anywhere

    @classmethod
    def of(cls, kind: str, text: str) -> "Label":
        """A label that is drawn as asked."""
        return cls(kind, text, text)


@dataclass(eq=False)
class Panel:
    """A box: name, role, and lines that nobody asked for."""

    name: Label
    role: Label
    icon: str
    extra: list[Label] = field(default_factory=list)


@dataclass(eq=False)
class Arrow:
    """An arrow between two boxes; its number is 0 where arrows carry none."""

    start: int
    end: int
    label: Label
    number: int = 0


@dataclass(eq=False)
class Step:
    """A numbered line of the legend."""

    number: int
    label: Label


@dataclass(eq=False)
class Sheet:
    """All that is drawn on one picture."""

    title: Label
    subtitle: Label
    panels: list[Panel]
    arrows: list[Arrow]
    legend: Label
    steps: list[Step]
    notes: list[Label]
    badges: list[Label]
    footer: Label
    axis: Label
    zones: list[tuple[Zone, Label]]
    columns: list[Label] = field(default_factory=list)  # headings of the table of exchanges
    captions: list[Label] = field(default_factory=list)
    mock: list[Label] = field(default_factory=list)
    decor: str = ""  # plus or diamond near the lower right corner: no generator mark
    star: bool = False
    watermark: str = ""

    @classmethod
    def of(cls, topic: Topic, *, zoned: bool, numbered: bool) -> "Sheet":
        """A sheet on which everything is as asked."""
        return cls(
            Label.of("title", topic.title),
            Label.of("subtitle", topic.subtitle),
            [Panel(Label.of("name", box.name), Label.of("role", box.role), box.icon) for box in topic.boxes],
            [
                Arrow(link.start, link.end, Label.of("arrow", link.text), number if numbered else 0)
                for number, link in enumerate(topic.links, 1)
            ],
            Label.of("heading", topic.legend),
            [Step(number, Label.of("step", text)) for number, text in enumerate(topic.steps, 1)],
            [Label.of("note", text) for text in topic.notes],
            [Label.of("badge", text) for text in topic.badges],
            Label.of("footer", topic.footer),
            Label.of("axis", topic.axis),
            [(zone, Label.of("zone", zone.name)) for zone in topic.zones] if zoned else [],
        )

    def labels(self) -> Iterator[Label]:
        """The labels that the prompt asks for; empty ones are left out."""
        every = [self.title, self.subtitle]
        for panel in self.panels:
            every += [panel.name, panel.role]
        every += [arrow.label for arrow in self.arrows]
        every += [self.legend, *(step.label for step in self.steps), *self.notes, *self.badges]
        every += [self.footer, self.axis, *(label for _, label in self.zones)]
        return (label for label in every if label.asked)
