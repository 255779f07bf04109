"""From the text of a prompt to the `Prompt` that rules read."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from ..lexicon.language import LanguageIdentifier
from ..passage import Passage, Role
from ..regex import lazy
from ..text import Text
from . import boxes as box_reader
from . import keywords
from .arrows import ArrowReader
from .boxes import ReadBox
from .constraints import ConstraintReader
from .groups import Content, Endpoints, content_of, decide, draws_arrow, looks_like_arrow, says_arrow
from .header import clauses_about, read_archetype, read_title
from .layout import lay_out
from .legend import Announcement, ReadStep, announcement_in, read_steps
from .model import Arrow, Box, Constraint, Legend, Note, Prompt, Step, Topic
from .names import NameIndex
from .notes import read_notes, whole_note
from .quotes import masked, quotations
from .ranges import Range
from .read_arrow import ReadArrow
from .unit import Kind, Unit

_MAX_NAME_WORDS = 5
_HAS_WORDS = lazy(r"[^\W_]")
_WORD = lazy(r"[^\W_]+")

Vocabulary = Callable[[str], dict[str, Any]]


def parse(text: Text, vocabulary: Vocabulary) -> Prompt:
    """Read a prompt. Nothing is lost: what is not understood stays in `sentences`, `unread` and `passages`."""
    return _Parser(text, vocabulary).prompt()


@lru_cache(maxsize=4)
def _languages(vocabulary: Vocabulary) -> tuple[LanguageIdentifier, ConstraintReader]:
    table = vocabulary("languages")
    return LanguageIdentifier(table), ConstraintReader(table.get("codes", {}))


class _Parser:
    def __init__(self, text: Text, vocabulary: Vocabulary) -> None:
        self.text = text
        self.value = text.value
        self.mask = masked(self.value, quotations(self.value))
        self.units = lay_out(self.value, self.mask)
        self.identifier, self.constraint_reader = _languages(vocabulary)
        self.language = self.identifier.identify(self.value)
        self.claims: list[tuple[Range, Role]] = []
        self.used: set[Unit] = set()

    def cut(self, part: Range) -> Text:
        return self.text.cut(*part)

    def cut_maybe(self, part: Range | None) -> Text | None:
        return None if part is None else self.text.cut(*part)

    def claim(self, part: Range | None, role: Role) -> None:
        if part is not None and part[0] < part[1]:
            self.claims.append((part, role))

    def prompt(self) -> Prompt:
        contents = self.contents()
        title = read_title(self.value, self.mask, self.units)
        self.claim(title, Role.TITLE)
        declared = self.declared(contents)
        names = NameIndex(map(self.box, declared))
        read, unread = self.arrows(contents, names)
        endpoints = Endpoints(
            self.value[slice(*end)] for arrow, _ in read for end in (arrow.source, arrow.target)
        )
        declared, shortened = self.shortened(declared, endpoints)
        contents, changed = self.decided(contents, endpoints)
        if changed:
            declared, _ = self.shortened(self.declared(contents), endpoints)
        if changed or shortened:
            names = NameIndex(map(self.box, declared))
        if more := list(self.introduced(contents, endpoints, names)):
            declared = sorted([*declared, *more])
            names = NameIndex(map(self.box, declared))
        legends = self.legends(contents)
        if changed or more or shortened:
            read, unread = self.arrows(contents, names)
        boxes = self.boxes(declared)
        names = NameIndex(boxes)
        self.used.update(unit for _, unit in read)
        arrows = [self.arrow(arrow, names) for arrow, _ in read]
        notes = self.notes(contents)
        prose = [unit for unit in self.units if unit not in self.used]
        constraints = self.constraints(prose)
        announced = next((unit for unit in prose if self.promises_arrows(unit)), None)
        return Prompt(
            text=self.text,
            title=self.cut_maybe(title),
            archetype=self.cut_maybe(read_archetype(self.value, self.units)),
            audiences=tuple(self.clauses(prose, "audience")),
            styles=tuple(self.clauses(prose, "style")),
            palette=tuple(self.clauses(prose, "palette")),
            boxes=tuple(boxes),
            arrows=tuple(arrows),
            legends=tuple(legends),
            notes=tuple(notes),
            constraints=tuple(constraints),
            sentences=tuple(self.cut((unit.start, unit.end)) for unit in prose if unit.kind is not Kind.CODE),
            unread=tuple(self.cut((unit.start, unit.end)) for unit in unread),
            announces_boxes=self.announcement_of_boxes(prose),
            announces_arrows=self.cut((announced.start, announced.end)) if announced else None,
            passages=tuple(self.passages(constraints)),
            language=self.language,
            names=names,
        )

    def contents(self) -> dict[int, Content]:
        """What each list declares, by its group."""
        return {
            group: content_of(units, self.value, self.mask, self.language) for group, units in self.lists()
        }

    def lists(self) -> Iterator[tuple[int, list[Unit]]]:
        listed = sorted((unit for unit in self.units if unit.group), key=lambda unit: unit.group)
        return ((group, list(units)) for group, units in groupby(listed, key=lambda unit: unit.group))

    def decided(self, contents: dict[int, Content], endpoints: Endpoints) -> tuple[dict[int, Content], bool]:
        """The contents with the undecided lists settled, and whether that changes boxes or arrows."""
        settled = dict(contents)
        for group, units in self.lists():
            if contents[group] is Content.UNDECIDED:
                settled[group] = decide(units, self.value, self.mask, self.language, endpoints)
        certain = {
            Content.LIKELY_BOXES: Content.PROSE if Content.BOXES in settled.values() else Content.BOXES,
            Content.LIKELY_STEPS: Content.PROSE if Content.STEPS in settled.values() else Content.STEPS,
        }
        settled = {group: certain.get(content, content) for group, content in settled.items()}
        structure = (Content.BOXES, Content.ARROWS, Content.STEPS)
        changed = any(
            settled[group] in structure and contents[group] is Content.UNDECIDED for group in settled
        )
        return settled, changed

    def in_lists(self, contents: dict[int, Content], content: Content) -> Iterator[Unit]:
        return (unit for unit in self.units if contents.get(unit.group) is content)

    def declared(self, contents: dict[int, Content]) -> list[ReadBox]:
        """The boxes that lists, tables and sentences declare, in order."""
        read: list[ReadBox] = []
        self.used.clear()
        for unit in self.in_lists(contents, Content.BOXES):
            if unit.kind is Kind.ITEM and draws_arrow(self.mask, unit):
                continue
            boxes = box_reader.read_items(self.value, self.mask, unit)
            read += boxes
            self.used.update([unit] if boxes else [])
        prose = [
            unit
            for unit in self.units
            if unit.kind is Kind.SENTENCE or contents.get(unit.group) is Content.PROSE
        ]
        if not read:
            for unit in prose:
                if unit.group == 0 and not looks_like_arrow(self.mask, unit, self.language):
                    listed = box_reader.read_comma_list(self.value, self.mask, unit)
                    read += listed
                    self.used.update([unit] if listed else [])
        declared = {self.value[slice(*box.name)].casefold() for box in read}
        for unit in prose:
            if draws_arrow(self.mask, unit) or says_arrow(self.mask, unit, self.language):
                continue
            for box in box_reader.read_sentence(self.value, self.mask, unit):
                name = self.value[slice(*box.name)].casefold()
                if name not in declared:
                    declared.add(name)
                    read.append(box)
        return sorted(read)

    def shortened(self, declared: list[ReadBox], endpoints: Endpoints) -> tuple[list[ReadBox], bool]:
        """ "Splitter cuts the track" declares "Splitter" where arrows run from and to a Splitter."""
        boxes = []
        for box in declared:
            words = self.value[slice(*box.name)]
            if words not in endpoints:
                name = endpoints.opening(words)
                if name:
                    end = box.name[0] + len(name)
                    box = box._replace(name=(box.name[0], end), role=box.role or (end + 1, box.name[1]))
            boxes.append(box)
        return boxes, boxes != declared

    def introduced(
        self, contents: dict[int, Content], endpoints: Endpoints, declared: NameIndex
    ) -> Iterator[ReadBox]:
        """Boxes that no list declares, but a sentence or heading introduces, and arrows connect."""
        unknown = [name for name in endpoints.names if not declared.candidates(name)]
        if not unknown:
            return
        headings = {
            self.value[unit.start : unit.end]: unit for unit in self.units if unit.kind is Kind.HEADING
        }
        apart = (Content.STEPS, Content.ARROWS, Content.NOTES)
        prose = [
            unit
            for unit in self.units
            if contents.get(unit.group) not in apart and not draws_arrow(self.mask, unit)
        ]
        by_word: dict[str, list[Unit]] = {}
        for unit in prose:
            for word in dict.fromkeys(_WORD.findall(self.value[unit.start : unit.end].lower())):
                by_word.setdefault(word, []).append(unit)
        for name in unknown:
            if len(name.split()) > _MAX_NAME_WORDS:
                continue
            if heading := headings.get(name):
                yield ReadBox((heading.start, heading.end), (heading.start, heading.end))
                continue
            rarest = min(
                (by_word.get(word, []) for word in _WORD.findall(name.lower())), key=len, default=prose
            )
            found = (
                box_reader.find_declaration(self.value, self.mask, name, endpoints.names, unit)
                for unit in rarest
            )
            if box := next(filter(None, found), None):
                yield box

    def boxes(self, declared: list[ReadBox]) -> list[Box]:
        for box in declared:
            self.claim(box.name, Role.BOX)
            self.claim(box.role, Role.DESCRIPTION)
            self.claim(box.icon, Role.ICON)
        return [self.box(box) for box in declared]

    def box(self, read: ReadBox) -> Box:
        role, icon = self.cut_maybe(read.role), self.cut_maybe(read.icon)
        return Box(self.cut(read.name), self.cut(read.whole), role, icon, read.number)

    def arrows(
        self, contents: dict[int, Content], names: NameIndex
    ) -> tuple[list[tuple[ReadArrow, Unit]], list[Unit]]:
        """The arrows with their units, and the units that announce an arrow but could not be read."""
        reader = ArrowReader(self.value, self.mask, names, self.language)
        read: list[tuple[ReadArrow, Unit]] = []
        unread: list[Unit] = []
        for unit in self.units:
            if unit in self.used or unit.kind is Kind.HEADING:
                continue
            content = contents.get(unit.group, Content.PROSE)
            if content is Content.STEPS:
                continue
            promise = (
                keywords.ARROW_NOUNS.said_in(unit.intro)
                if unit.group
                else keywords.ARROW_NOUNS.find(self.mask, unit)
            )
            announced = content is Content.ARROWS or bool(keywords.ARROWS.said_in(unit.heading) or promise)
            announced = announced or (not names and looks_like_arrow(self.mask, unit, self.language))
            found = reader.read(unit, announced)
            read += [(arrow, unit) for arrow in found]
            if not found and content is Content.ARROWS and unit.kind is not Kind.CODE:
                unread.append(unit)
        return read, unread

    def arrow(self, read: ReadArrow, names: NameIndex) -> Arrow:
        self.claim(read.label, Role.LABEL)
        source, target = self.cut(read.source), self.cut(read.target)
        return Arrow(
            source,
            target,
            self.cut(read.whole),
            self.cut_maybe(read.label),
            read.mode,
            names.resolve(source.value),
            names.resolve(target.value),
        )

    def legends(self, contents: dict[int, Content]) -> list[Legend]:
        found: list[Legend] = []
        announced: set[Range | None] = set()
        steps = list(self.in_lists(contents, Content.STEPS))
        for _, group in groupby(steps, key=lambda unit: unit.group):
            units = list(group)
            self.used.update(units)
            intro = units[0].intro_span or (units[0].start, units[0].start)
            announced.add(intro)
            own = announcement_in(self.mask, *intro)
            found.append(self.legend(intro, own, read_steps(self.value, units)))
        for unit in self.units:
            at = (unit.start, unit.end)
            if unit.group or unit.kind is Kind.CODE or at in announced:
                continue
            if keywords.LEGEND.triggers.isdisjoint(unit.words):
                continue
            promise = announcement_in(self.mask, *at)
            if promise and (promise.firm or unit.kind is Kind.HEADING):
                found.append(self.legend(at, promise, []))
        return found

    def legend(self, intro: Range, promise: Announcement | None, read: list[ReadStep]) -> Legend:
        for step in read:
            self.claim(step.text, Role.STEP)
        return Legend(
            self.cut(intro),
            tuple(Step(one.number, self.cut(one.marker), self.cut(one.text), one.suffix) for one in read),
            promise.declared if promise else None,
            self.cut_maybe(promise.declared_at) if promise else None,
        )

    def notes(self, contents: dict[int, Content]) -> list[Note]:
        found: list[Range] = []
        spoken: set[str] = set()
        for unit in self.units:
            if unit in self.used or unit.kind in (Kind.HEADING, Kind.CODE):
                continue
            if contents.get(unit.group) is Content.NOTES:
                notes = [whole_note(self.value, self.mask, unit)]
            else:
                notes = read_notes(self.value, self.mask, unit)
                alone = unit.section not in spoken and unit.kind is Kind.SENTENCE
                if not notes and alone and self.under_note_heading(unit):
                    notes = [whole_note(self.value, self.mask, unit)]
                elif notes:
                    spoken.add(unit.section)
            if notes:
                found += notes
                self.used.add(unit)
        for note in found:
            self.claim(note, Role.NOTE)
        return [Note(self.cut(note)) for note in found]

    def under_note_heading(self, unit: Unit) -> bool:
        heading = unit.heading
        directly = unit.intro == heading
        return directly and len(heading.split()) <= 4 and keywords.NOTES.said_in(heading)

    def constraints(self, prose: Iterable[Unit]) -> list[Constraint]:
        return [
            Constraint(read.topic, self.cut(read.at), read.value, read.negative)
            for unit in prose
            if unit.kind is not Kind.CODE
            for read in self.constraint_reader.read(self.mask, unit)
        ]

    def clauses(self, prose: list[Unit], topic: str) -> Iterator[Text]:
        return (self.cut(part) for part in clauses_about(self.mask, prose, topic))

    def promises_arrows(self, unit: Unit) -> bool:
        noun = keywords.ARROW_NOUNS.find(self.mask, unit)
        return noun is not None and not self.mask[unit.start : noun.start()].casefold().rstrip().endswith(
            ("no", "without", "not")
        )

    def announcement_of_boxes(self, prose: list[Unit]) -> Text | None:
        for unit in prose:
            words = self.value[unit.start : unit.end].rstrip()
            if words.endswith(":") and box_reader.announces(words):
                return self.cut((unit.start, unit.end))
        return None

    def passages(self, constraints: list[Constraint]) -> Iterator[Passage]:
        """The claimed parts, and the prose between them unit by unit."""
        language = self.language
        demanded = {one.value for one in constraints if one.topic is Topic.LANGUAGE and not one.negative}
        drawn = demanded.pop() if len(demanded) == 1 else language
        claims = sorted(self.claims, key=lambda claim: claim[0])
        following = 0
        at = 0
        for unit in self.units:
            at = max(at, unit.start)
            while following < len(claims) and claims[following][0][0] < unit.end:
                (start, end), role = claims[following]
                following += 1
                if start < at:
                    continue
                yield from self.prose(at, start, language, unit)
                yield Passage(self.cut((start, end)), role, language if role is Role.ICON else drawn)
                at = end
            yield from self.prose(at, unit.end, language, unit)
            at = max(at, unit.end)

    def prose(self, start: int, end: int, language: str | None, unit: Unit) -> Iterator[Passage]:
        words = self.value[start:end]
        bare = words.strip()
        if len(bare) > 1 and _HAS_WORDS.search(bare):
            start += len(words) - len(words.lstrip())
            part = self.cut((start, start + len(bare)))
            yield Passage(part, Role.PROSE, language, forbidden=self.forbids(unit))

    def forbids(self, unit: Unit) -> bool:
        """Does the unit stand in a list of what must not be in the picture?"""
        if not unit.group:
            return False
        intro = unit.intro.rstrip(": ") or unit.heading
        return keywords.forbids(intro)
