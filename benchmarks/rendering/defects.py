"""Defects of today's generators, planted on a sheet and written into its truth."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from . import words
from .model import Label, Sheet, Step, Topic
from .prompts import Leak
from .truth import Truth

VENDORS = (
    "AWS Lambda", "Microsoft Azure", "Google Cloud", "Cloudflare", "Datadog", "Stripe", "Okta", "Snowflake", "Heroku",
    "Fastly", "Splunk", "Auth0",
)  # fmt: skip
STOCK = (
    "shutterstock",
    "iStock",
    "Adobe Stock",
    "Getty Images",
    "dreamstime",
    "depositphotos",
    "alamy",
    "freepik",
)


@dataclass
class Plot:
    """Where defects are planted."""

    topic: Topic
    sheet: Sheet
    truth: Truth
    prompt: str
    leaks: list[Leak]
    rng: Random

    def pick(self, kinds: str, fits: Callable[[Label], bool] = lambda label: True) -> Label | None:
        """An untouched label of these kinds, whose text is asked for once."""
        asked = [label.asked for label in self.sheet.labels()]
        choice = [
            label
            for label in self.sheet.labels()
            if label.kind in kinds.split()
            and not label.touched
            and asked.count(label.asked) == 1
            and fits(label)
        ]
        if not choice:
            return None
        label = self.rng.choice(choice)
        label.touched = True
        return label

    def steps(self) -> list[Step] | None:
        """The legend, as long as its numbers are untouched."""
        truth = self.truth
        if truth.missing_steps or truth.repeated_steps or truth.steps_out_of_order or truth.misnumbered_steps:
            return None
        return self.sheet.steps if len(self.sheet.steps) >= 4 else None


EVERY = "title subtitle name role arrow heading step note badge footer axis zone"


def misspelling(plot: Plot) -> bool:
    """One wrong word; more often a plain one than an identifier."""
    parts = r"[A-Za-z]{4,}(?=_)|(?<=_)[A-Za-z]{4,}" if plot.rng.random() < 0.12 else r"[^\W\d_]{5,}"

    def spots(label: Label) -> Iterator[re.Match[str]]:
        for found in re.finditer(r"\S+", label.drawn):
            word = words.bare(found[0])
            if words.letters(word) if "_" not in parts else re.search(parts, word):
                yield found

    label = plot.pick(EVERY, lambda label: any(spots(label)))
    if label is None:
        return False
    token = plot.rng.choice(list(spots(label)))
    word = words.bare(token[0])
    part = re.search(parts, word)
    made = words.spoil(part[0], plot.rng) if part else None
    if part is None or made is None or made.lower() in plot.prompt.lower():
        label.touched = False
        return False
    wrong = word[: part.start()] + made + word[part.end() :]
    label.drawn = label.drawn[: token.start()] + token[0].replace(word, wrong, 1) + label.drawn[token.end() :]
    plot.truth.misspelled.append({"drawn": wrong, "intended": word, "kind": "letters"})
    return True


def swap(plot: Plot) -> bool:
    """A real word in the place of another."""
    for right, wrong in plot.rng.sample(plot.topic.swaps, len(plot.topic.swaps)):
        pattern = re.compile(rf"\b{re.escape(right)}\b")
        label = plot.pick(EVERY, lambda label, pattern=pattern: bool(pattern.search(label.drawn)))  # type: ignore[misc]
        if label is not None:
            label.drawn = pattern.sub(wrong, label.drawn, count=1)
            plot.truth.misspelled.append({"drawn": wrong, "intended": right, "kind": "word"})
            return True
    return False


def digit(plot: Plot) -> bool:
    """A wrong digit in a port, a code, a number."""
    label = plot.pick(EVERY, lambda label: bool(re.search(r"\d{2}", label.drawn)))
    if label is None:
        return False
    tokens = [found for found in re.finditer(r"\S+", label.drawn) if re.search(r"\d{2}", found[0])]
    token = plot.rng.choice(tokens)
    made = words.miscount(token[0], plot.rng)
    if made is None or words.bare(made) in plot.prompt:
        label.touched = False
        return False
    label.drawn = label.drawn[: token.start()] + made + label.drawn[token.end() :]
    plot.truth.misspelled.append(
        {"drawn": words.bare(made), "intended": words.bare(token[0]), "kind": "digit"}
    )
    return True


def _left_out(plot: Plot, kinds: str) -> bool:
    label = plot.pick(kinds)
    if label is None:
        return False
    label.drawn = ""
    plot.truth.missing_labels.append(label.asked)
    return True


def missing_label(plot: Plot) -> bool:
    """A name, role, note, badge or small text is not drawn."""
    named = "" if plot.sheet.columns else "name "  # the table of exchanges repeats the names
    return _left_out(plot, named + "role role note badge subtitle footer axis heading zone")


def missing_arrow(plot: Plot) -> bool:
    """An arrow without its label."""
    return _left_out(plot, "arrow")


def missing_step(plot: Plot) -> bool:
    """A step is not drawn; sometimes the rest is renumbered."""
    steps = plot.steps()
    untouched = [step for step in steps or () if not step.label.touched]
    if steps is None or not untouched:
        return False
    step = plot.rng.choice(untouched)
    step.label.touched = True
    steps.remove(step)
    plot.truth.missing_steps.append(step.number)
    if plot.rng.random() < 0.3 and step.number <= len(steps):
        for later in steps:
            later.number -= later.number > step.number
        plot.truth.notes = "steps after the missing one are renumbered"
    return True


def repeated_step(plot: Plot) -> bool:
    """A whole step is drawn twice."""
    steps = plot.steps()
    untouched = [step for step in steps or () if not step.label.touched]
    if steps is None or not untouched:
        return False
    step = plot.rng.choice(untouched)
    step.label.touched = True
    again = Step(step.number, Label(step.label.kind, step.label.asked, step.label.drawn, touched=True))
    steps.insert(steps.index(step) + 1, again)
    plot.truth.repeated_steps.append(step.number)
    return True


def out_of_order(plot: Plot) -> bool:
    """Two steps have changed places, with their numbers."""
    steps = plot.steps()
    if steps is None:
        return False
    one = plot.rng.randrange(len(steps) - 1)
    other = plot.rng.randrange(one + 1, len(steps))
    steps[one], steps[other] = steps[other], steps[one]
    plot.truth.steps_out_of_order = True
    return True


def misnumbered(plot: Plot) -> bool:
    """A step with a wrong number: that of another, or one that nobody asked for."""
    steps = plot.steps()
    if steps is None:
        return False
    step = plot.rng.choice(steps[1:])
    right = step.number
    step.number = plot.rng.choice((right - 1, right - 1, len(steps) + plot.rng.randrange(2, 5)))
    plot.truth.misnumbered_steps.append({"drawn": step.number, "intended": right})
    plot.truth.missing_steps.append(right)
    if step.number < right:
        plot.truth.repeated_steps.append(step.number)
    return True


def leak(plot: Plot) -> bool:
    """A direction of the prompt is drawn as text."""
    unused = [leak for leak in plot.leaks if leak.text not in plot.truth.prompt_leaks]
    places = sorted({leak.place for leak in unused})
    if not places:
        return False
    place = plot.rng.choice(places)
    here = [leak for leak in unused if leak.place == place]
    headings = [leak for leak in here if leak.text.endswith((":", "==="))]
    chosen = plot.rng.choice(here + 3 * headings)
    text = chosen.text
    if text.startswith("(") and plot.rng.random() < 0.5:
        text = text.title()
    zones = plot.sheet.zones
    if chosen.place == "box":
        plot.sheet.panels[chosen.at].extra.append(Label("caption", "", text))
    elif chosen.place == "zone" and zones and not zones[chosen.at][1].touched:
        zones[chosen.at][1].drawn = text
        zones[chosen.at][1].touched = True
    else:
        plot.sheet.captions.append(Label("caption", "", text))
    plot.truth.prompt_leaks.append(text)
    return True


def duplicate(plot: Plot) -> bool:
    """A label is drawn twice: a name, a note, a badge; or on an arrow instead of that arrow's own."""
    way = plot.rng.choice(("name", "note", "badge", "arrow"))
    label = plot.pick(way)
    if label is None:
        return False
    again = Label(label.kind, "", label.drawn, touched=True)
    if way == "name":
        next(panel for panel in plot.sheet.panels if panel.name is label).extra.append(again)
    elif way == "note":
        plot.sheet.notes.append(again)
    elif way == "badge":
        plot.sheet.badges.append(again)
    else:
        other = plot.pick("arrow")
        if other is None:
            label.touched = False
            return False
        other.drawn = label.drawn
        plot.truth.missing_labels.append(other.asked)
    plot.truth.duplicated_labels.append(label.drawn)
    return True


def doubled_word(plot: Plot) -> bool:
    """A word at the end of a line stands at the beginning of the next one, too."""
    label = plot.pick("step note", lambda label: len(label.drawn.split()) >= 5)
    if label is None:
        return False
    parts = label.drawn.split()
    places = [at for at in range(1, len(parts) - 2) if parts[at].isalpha() and len(parts[at]) >= 2]
    if not places:
        label.touched = False
        return False
    at = min(places, key=lambda place: abs(place - len(parts) / 2))
    label.drawn = " ".join([*parts[: at + 1], *parts[at:]])
    label.broken = at + 1
    plot.truth.doubled_words.append(parts[at])
    return True


def foreign(plot: Plot) -> bool:
    """A label in another language."""
    for own, other in plot.rng.sample(plot.topic.foreign, len(plot.topic.foreign)):
        label = plot.pick(EVERY, lambda label, own=own: own in label.drawn)  # type: ignore[misc]
        if label is not None:
            label.drawn = label.drawn.replace(own, other)
            plot.truth.foreign_words += [
                word for word in map(words.bare, other.split()) if len(word) > 1 and word not in own.split()
            ]
            return True
    return False


def gibberish(plot: Plot) -> bool:
    """A mock card filled with pseudo-words."""
    if plot.sheet.mock:
        return False
    plot.sheet.mock = [
        Label("mock", "", words.gibberish(plot.rng, plot.rng.choice((2, 3, 3)))) for _ in range(4)
    ]
    return True


def _spoilt(plot: Plot, kinds: str, attribute: str, value: object) -> bool:
    label = plot.pick(kinds)
    if label is None:
        return False
    setattr(label, attribute, value)
    return True


def cut_off(plot: Plot) -> bool:
    """A text runs out of the picture."""
    return _spoilt(plot, "subtitle footer footer title", "cut", plot.rng.choice(("left", "right", "right")))


def tiny(plot: Plot) -> bool:
    """Text of 6 to 8 pixels."""
    return _spoilt(plot, "role note footer arrow", "tiny", True)


def low_contrast(plot: Plot) -> bool:
    """Text that hardly differs from its ground."""
    return _spoilt(plot, "name role arrow note step footer badge subtitle", "low", True)


def vendor(plot: Plot) -> bool:
    """A brand's name in a box that asked for none."""
    names = [
        name
        for name in VENDORS
        if name.lower() not in plot.prompt.lower() and name not in plot.truth.vendor_words
    ]
    panel = plot.rng.choice(plot.sheet.panels)
    name = plot.rng.choice(names)
    panel.extra.append(Label("vendor", "", name, touched=True))
    plot.truth.vendor_words.append(name)
    return True


def star(plot: Plot) -> bool:
    """The generator's mark."""
    plot.sheet.star, new = True, not plot.sheet.star
    return new


def watermark(plot: Plot) -> bool:
    """A stock site's mark, repeated and tilted."""
    if plot.sheet.watermark:
        return False
    plot.sheet.watermark = plot.rng.choice(STOCK)
    return True


DEFECTS: dict[str, Callable[[Plot], bool]] = {
    "misspelling": misspelling, "swap": swap, "digit": digit, "missing_label": missing_label,
    "missing_arrow": missing_arrow, "missing_step": missing_step, "repeated_step": repeated_step,
    "out_of_order": out_of_order, "misnumbered": misnumbered, "leak": leak, "duplicate": duplicate,
    "doubled_word": doubled_word, "foreign": foreign, "gibberish": gibberish, "cut_off": cut_off, "tiny": tiny,
    "low_contrast": low_contrast, "vendor": vendor, "star": star, "watermark": watermark,
}  # fmt: skip
# How many of each a round of planting holds.
ROUND = {
    "misspelling": 8,
    "swap": 2,
    "digit": 2,
    "leak": 4,
    "star": 2,
    "missing_step": 2,
    "missing_label": 2,
    "missing_arrow": 2,
}


def round_of(rng: Random) -> list[str]:
    """All kinds, common ones several times, shuffled."""
    kinds = [kind for kind in DEFECTS for _ in range(ROUND.get(kind, 1))]
    rng.shuffle(kinds)
    return kinds
