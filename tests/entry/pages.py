"""Reading in tests: entries of a text, and what they say with the places where they say it."""

from itertools import pairwise

from jwtlint.entry.model import Entry, Field
from jwtlint.entry.read import read_entries
from jwtlint.source import Source
from jwtlint.text import Text

PROMPT = 'Blueprint infographic titled "DNS Lookup". Show these boxes: 1) Laptop 2) Resolver.'
TITLE = "DNS lookup explained in one picture"
DESCRIPTION = "A blueprint of a DNS lookup, drawn for people who run their own resolver."
ALT = "Blueprint diagram of a DNS lookup with laptop, resolver and root server."
OFFER = (
    "Re-render this exact infographic with every label, heading and caption translated. "
    "We re-use all the original attributes and only swap the language. Currently in English."
)
REPORT = "Tell us why this image is inappropriate. A description is required — empty ones are dismissed."


def entries_of(value: str, path: str = "entry.txt") -> list[Entry]:
    """The entries of a text, after a look at what holds for all of them."""
    entries = list(read_entries(Source(path, value)))
    check(entries)
    return entries


def entry_of(value: str, path: str = "entry.txt") -> Entry:
    """The only entry of a text."""
    (entry,) = entries_of(value, path)
    return entry


def check(entries: list[Entry]) -> None:
    """Whatever entries say, they say at its place, and nothing is said twice; of a page nothing is lost."""
    value = entries[0].source.value
    parts = [text for entry in entries for text in _parts(entry)]
    for text in parts:
        assert text.value
        assert text.value == text.value.strip()
        for run in text.runs:
            if run.divisible and run.end - run.start > 1:
                # A folded line end is a blank of the value.
                assert _unfolded(text.value[run.start : run.end]) == _unfolded(value[slice(*run.place)])
    for entry in entries:
        assert not entry.blanks.keys() & entry.fields.keys()
        for blank in entry.blanks.values():
            assert (blank.value, blank.span.start) == ("", blank.span.end)
    spans = sorted(text.span for text in parts)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    if entries[0].form == "page":
        left = list(value)
        for start, end in spans:
            left[start:end] = " " * (end - start)
        assert not "".join(left).strip(), "something of the page is neither a value nor chrome"
    for entry in entries:
        assert entry.fields.keys() <= entry.can_hold


def _parts(entry: Entry) -> list[Text]:
    return [*entry.titles, *entry.fields.values(), *entry.chrome, *([entry.prompt] if entry.prompt else [])]


def _unfolded(words: str) -> str:
    return words.replace("\n", " ")


def said(entry: Entry) -> dict[str, str]:
    """What the entry says, by the names that users see."""
    parts = {field.value: text.value for field, text in entry.fields.items()}
    if entry.titles:
        parts[Field.TITLE.value] = " | ".join(title.value for title in entry.titles)
    if entry.prompt:
        parts["prompt"] = entry.prompt.value
    return parts


def places(entry: Entry) -> dict[str, str]:
    """Where each value begins, as line:column."""
    values = {field.value: text for field, text in entry.fields.items()}
    if entry.titles:
        values[Field.TITLE.value] = entry.titles[0]
    if entry.prompt:
        values["prompt"] = entry.prompt
    position = entry.source.position
    return {name: "{}:{}".format(*position(text.span.start)) for name, text in values.items()}
