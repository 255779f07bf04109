"""When text that looks like a leak of the template is meant: as code, as a topic, or as an example of what to avoid."""

import re
from weakref import WeakKeyDictionary

from jwtlint.context import Context
from jwtlint.passage import Passage, Role
from jwtlint.regex import lazy
from jwtlint.source import Source

_WINDOW = 160
_EXAMPLE = lazy(
    r"\b(?:such as|like|e\.g|for example|for instance|placeholders?|literal(?:ly)?|variables?|unfilled|raw"
    r"|the (?:text|words?|string|token|value)|leave|print|render|contain|show|display|write"
    r"|wie|platzhalter|como|marcador(?:es)?|comme|segnaposto)\b",
    re.IGNORECASE,
)
_TOPIC_WITHIN = 100_000
# A text with ten thousand leaks is searched for each topic once.
_TOPICS: WeakKeyDictionary[Source, dict[re.Pattern[str], bool]] = WeakKeyDictionary()

# What a picture says in its own words, as opposed to what it shows of the data that flows.
INSTRUCTIONS = frozenset(
    {
        Role.PROSE,
        Role.TITLE,
        Role.ICON,
        Role.ENTRY_TITLE,
        Role.ENTRY_DESCRIPTION,
        Role.ENTRY_ALT,
        Role.ENTRY_TARGET,
    }
)


def is_meant(passage: Passage, start: int, end: int, context: Context) -> bool:
    """Is it code, or an example in a prohibition ("never print placeholders such as {{title}}")?"""
    value = passage.text.value
    if passage.forbidden or in_backticks(value, start, end):
        return True
    around = value[max(0, start - _WINDOW) : end + _WINDOW]
    return bool(_EXAMPLE.search(around)) and context.polarity.of(value, start, end, passage.language).negated


def in_backticks(value: str, start: int, end: int) -> bool:
    """Does it stand between two backticks of its line?"""
    before = value[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    after = value[end : end + _WINDOW].partition("\n")[0]
    return before.count("`") % 2 == 1 and "`" in after


def speaks_of(passage: Passage, topic: re.Pattern[str]) -> bool:
    """Is the document around the passage about that topic?"""
    source = passage.text.source
    if source is None:
        return False
    known = _TOPICS.setdefault(source, {})
    if topic not in known:
        known[topic] = topic.search(source.value, 0, _TOPIC_WITHIN) is not None
    return known[topic]
