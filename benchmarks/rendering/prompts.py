"""The generation prompt of a picture, as an editor would write it, in one of several forms and four languages.

With it come the directions that it holds and that a careless generator could draw as text.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from .look import AMBER, BLUE, BRICK, CYAN, GREEN, PLUM, ROSE, SLATE, TEAL, VIOLET, Colour, Look
from .model import Topic

NAMED = (CYAN, VIOLET, GREEN, AMBER, ROSE, BLUE, TEAL, BRICK, SLATE, PLUM)
FONT = re.compile(r"(?:Font|Fuente|Schrift|Police) ?: .+? Bold")


class Leak(NamedTuple):
    """A direction that can be drawn as text: at a box, as the heading of a zone, or anywhere."""

    text: str
    place: str  # box, zone, caption
    at: int = 0


class Request(NamedTuple):
    """What a prompt asks for besides the topic."""

    topic: Topic
    look: Look
    tabular: bool
    numbered: bool
    zoned: bool


@lru_cache(maxsize=1)
def phrases() -> dict[str, Any]:
    """The wording of every language."""
    return tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))


def hexed(colour: Colour) -> str:
    """A colour as prompts write it."""
    return "#{:02X}{:02X}{:02X}".format(*colour)


@dataclass
class Writer:
    """Builds one prompt."""

    request: Request
    rng: Random
    leaks: list[Leak] = field(default_factory=list)
    mark: str = '""'

    def __post_init__(self) -> None:
        """Wording and quotes of this prompt."""
        self.topic, self.look = self.request.topic, self.request.look
        self.wording = phrases()[self.topic.language]
        self.words: dict[str, str] = self.wording["words"]
        self.mark = self.rng.choice(('""', '""', "“”", "''"))

    def quote(self, text: str) -> str:
        """A text in this prompt's quotes, or in others where it holds the same."""
        marks = self.mark
        if marks[0] in text:
            marks = "“”" if '"' in text else '""'
        return marks[0] + text + marks[1]

    def say(self, key: str, **values: object) -> str:
        """A phrase of the language with its values filled in."""
        template = self.wording[key]
        if isinstance(template, list):
            template = self.rng.choice(template)
        for name, value in values.items():
            template = template.replace(f'"{{{name}}}"', self.quote(str(value)))
            template = template.replace(f"{{{name}}}", str(value))
        return str(template)

    def leak(self, text: str, place: str = "caption", index: int = 0) -> str:
        """Remember a direction; it is returned for the prompt."""
        self.leaks.append(Leak(text, place, index))
        return text

    def icon(self, index: int) -> str:
        """The icon of a box, in words."""
        name = self.wording["icons"][self.topic.boxes[index].icon]
        return self.leak(self.say("icon", icon=name), "box", index)

    def tint(self, index: int) -> str:
        """The colour of a box, in words."""
        return self.leak(self.say("tinted", tint=self.colour(index)), "box", index)

    def colour(self, index: int) -> str:
        """The name of the nearest colour that has one."""
        accent = self.look.accents[index % len(self.look.accents)]
        near = min(
            range(len(NAMED)),
            key=lambda at: sum((a - b) ** 2 for a, b in zip(NAMED[at], accent, strict=True)),
        )
        return str(self.wording["tints"][near])

    def style(self) -> str:
        """Look, colours and font."""
        ground, accent = self.leak(hexed(self.look.ground)), self.leak(hexed(self.look.accents[0]))
        family = self.look.title_family or "Inter"
        name = self.look.name.replace("-", " ")
        text = self.say("style", look=name.capitalize() if self.topic.language == "en" else name,
                        ground=ground, accent=accent, tint=self.colour(0), family=family)  # fmt: skip
        if found := FONT.search(text):
            self.leak(found[0])
        return text

    def opening(self) -> list[str]:
        """Title, subtitle, style."""
        first = [self.say("open", title=self.topic.title)]
        if self.topic.subtitle:
            first.append(self.say("subtitle", subtitle=self.topic.subtitle))
        return [*first, self.style()]

    def flows(self) -> list[str]:
        """What is asked about arrows in general."""
        out = []
        if self.request.tabular:
            columns = self.wording["columns"]
            out.append(self.say("tabular", c0=columns[0], c1=columns[1], c2=columns[2]))
        if self.request.numbered:
            out.append(self.say("numbers", count=len(self.topic.links)))
        return out

    def extras(self) -> list[str]:
        """Notes, badges, footer, axis, constraints."""
        topic = self.topic
        out = [f"{self.wording['note']}: {self.quote(text)}." for text in topic.notes]
        if topic.badges:
            out.append(f"{self.wording['badge']}: {', '.join(map(self.quote, topic.badges))}.")
        if topic.axis:
            out.append(f"{self.wording['axis']}: {self.quote(topic.axis)}.")
        if topic.footer:
            out.append(f"{self.wording['footer']}: {self.quote(topic.footer)}.")
        return [*out, self.wording["rules"]]

    def legend(self) -> str:
        """The sentence that asks for the legend, without its steps."""
        return self.say("legend", count=len(self.topic.steps), legend=self.topic.legend)


def paragraph(writer: Writer) -> str:
    """Everything in one long line."""
    topic = writer.topic
    boxes = "; ".join(
        f"{box.name} — {writer.quote(box.role)} {writer.icon(index)}" for index, box in enumerate(topic.boxes)
    )
    arrows = "; ".join(_labeled(writer, link.start, link.end, link.text) for link in topic.links)
    steps = " ".join(f"{number}. {writer.quote(text)}" for number, text in enumerate(topic.steps, 1))
    parts = [*writer.opening(), f"{writer.say('boxes', count=len(topic.boxes))}: {boxes}."]
    parts += [f"{writer.say('arrows')}: {arrows}.", *writer.flows()]
    return " ".join([*parts, f"{writer.legend()}: {steps}", *writer.extras()])


def _labeled(writer: Writer, start: int, end: int, text: str) -> str:
    boxes = writer.topic.boxes
    return writer.say("labeled", a=boxes[start].name, b=boxes[end].name, text=text)


def bullets(writer: Writer) -> str:
    """Markdown with headings and lists."""
    topic, words = writer.topic, writer.words
    lines = [f"# {topic.title}", "", *writer.opening(), "", f"## {words['boxes']}"]
    for index, box in enumerate(topic.boxes):
        lines.append(f"- **{box.name}**: {box.role} {writer.tint(index)}, {writer.icon(index)}")
    lines += ["", f"## {words['arrows']}"]
    for link in topic.links:
        lines.append(
            f"- {topic.boxes[link.start].name} → {topic.boxes[link.end].name}: {writer.quote(link.text)}"
        )
    lines += ["", *writer.flows(), f"## {words['steps']}", f"{writer.legend()}:"]
    lines += [f"{number}. {text}" for number, text in enumerate(topic.steps, 1)]
    return "\n".join([*lines, "", *(f"- {text}" for text in writer.extras())])


def numbered(writer: Writer) -> str:
    """Numbered boxes with dashes, thin arrows."""
    topic, words = writer.topic, writer.words
    lines = [*writer.opening(), "", f"{writer.say('boxes', count=len(topic.boxes))}:"]
    icon_word, role_word = words["icon"], words["role"]
    if topic.language != "de":
        icon_word, role_word = icon_word.lower(), role_word.lower()
    for index, box in enumerate(topic.boxes):
        icon = f"{icon_word}: {writer.wording['icons'][box.icon]}"
        writer.leak(icon, "box", index)
        lines.append(f"{index + 1}) {box.name} — {icon} — {role_word}: {box.role}")
    lines += ["", f"{words['arrows']}:"]
    for number, link in enumerate(topic.links, 1):
        start, end = topic.boxes[link.start].name, topic.boxes[link.end].name
        lines.append(f"{number}) {start} -> {end}: {writer.quote(link.text)}")
    lines += ["", *writer.flows(), f"{writer.legend()}:"]
    lines += [f"{number}) {text}" for number, text in enumerate(topic.steps, 1)]
    return "\n".join([*lines, "", *writer.extras()])


def sections(writer: Writer) -> str:
    """Headed sections with directions, as for a picture in zones."""
    topic, words = writer.topic, writer.words
    title, subtitle = writer.quote(topic.title), writer.quote(topic.subtitle)
    lines = [*writer.opening(), "", writer.leak(f"=== {words['header']} ==="), f"{words['title']}: {title}"]
    lines += [f"{words['subtitle']}: {subtitle}", ""]
    if writer.request.zoned:
        for number, zone in enumerate(topic.zones):
            heading = f'=== {words[zone.place]}: "{zone.name}" ==='
            lines.append(writer.leak(heading, "zone", number))
            lines += [_boxline(writer, index) for index in zone.boxes]
            lines.append("")
    else:
        lines.append(writer.leak(writer.say("section", place=words["MIDDLE"])))
        lines += [*(_boxline(writer, index) for index in range(len(topic.boxes))), ""]
    lines.append(f"=== {words['arrows'].upper()} ===")
    lines += [f"- {_labeled(writer, link.start, link.end, link.text)}" for link in topic.links]
    lines += [*writer.flows(), "", writer.leak(f"=== {words['panel']} ==="), f"{writer.legend()}:"]
    lines += [f"{number}. {writer.quote(text)}" for number, text in enumerate(topic.steps, 1)]
    return "\n".join([*lines, "", *writer.extras()])


def _boxline(writer: Writer, index: int) -> str:
    box = writer.topic.boxes[index]
    return f"- {writer.quote(box.name)} {writer.tint(index)} {writer.icon(index)}: {writer.quote(box.role)}"


def tables(writer: Writer) -> str:
    """Markdown tables."""
    topic, words = writer.topic, writer.words
    lines = [
        *writer.opening(),
        "",
        f"| {words['box']} | {words['role']} | {words['icon']} |",
        "|---|---|---|",
    ]
    for index, box in enumerate(topic.boxes):
        lines.append(f"| {box.name} | {box.role} | {writer.icon(index)} |")
    lines += ["", f"| {words['from']} | {words['to']} | {words['label']} |", "|---|---|---|"]
    for link in topic.links:
        lines.append(f"| {topic.boxes[link.start].name} | {topic.boxes[link.end].name} | {link.text} |")
    lines += ["", *writer.flows(), f"{writer.legend()}:", ""]
    lines += [f"{number}. {text}" for number, text in enumerate(topic.steps, 1)]
    return "\n".join([*lines, "", *writer.extras()])


def fields(writer: Writer) -> str:
    """Names and values, with a section of the picture before each group."""
    topic, words = writer.topic, writer.words
    places = [writer.leak(writer.say("section", place=words[place])) for place in ("TOP", "MIDDLE", "BOTTOM")]
    lines = [places[0], f"  {words['title']}: {writer.quote(topic.title)}"]
    lines += [f"  {words['subtitle']}: {writer.quote(topic.subtitle)}", f"  {writer.style()}", places[1]]
    for index, box in enumerate(topic.boxes):
        lines += [
            f"  {words['box']} {index + 1}: {box.name}",
            f"    {words['role']}: {writer.quote(box.role)}",
        ]
        lines.append(f"    {words['icon']}: {writer.wording['icons'][box.icon]} {writer.tint(index)}")
    for link in topic.links:
        lines.append(
            f"  {topic.boxes[link.start].name} -> {topic.boxes[link.end].name}: {writer.quote(link.text)}"
        )
    lines += [*(f"  {text}" for text in writer.flows()), places[2], f"  {writer.legend()}:"]
    lines += [f"    {number}. {writer.quote(text)}" for number, text in enumerate(topic.steps, 1)]
    return "\n".join([*lines, *(f"  {text}" for text in writer.extras())])


def short(writer: Writer) -> str:
    """Two lines with quoted words."""
    topic = writer.topic
    words = ", ".join(writer.quote(box.name) for box in topic.boxes)
    ground = writer.leak(hexed(writer.look.ground))
    name = writer.look.name.replace("-", " ").capitalize()
    if topic.language == "en":
        writer.leak(f"{name} style poster")
    first = writer.say(
        "short", look=name, ground=ground, title=topic.title, subtitle=topic.subtitle, words=words
    )
    if not topic.links:
        return first
    arrows = "; ".join(_labeled(writer, link.start, link.end, link.text) for link in topic.links)
    return f"{first}\n{writer.say('short_arrows', arrows=arrows)}"


FORMS: dict[str, Callable[[Writer], str]] = {
    "paragraph": paragraph, "bullets": bullets, "numbered": numbered, "sections": sections, "tables": tables,
    "fields": fields,
}  # fmt: skip


def write(request: Request, form: str, rng: Random) -> tuple[str, list[Leak]]:
    """The prompt and the directions in it."""
    writer = Writer(request, rng)
    text = short(writer) if request.topic.short else FORMS[form](writer)
    return text + "\n", [leak for leak in dict.fromkeys(writer.leaks) if leak.text in text]
