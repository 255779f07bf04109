"""What a prompt says about brands, and how far a mention concerns its picture."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jwtlint.context import Context
from jwtlint.lexicon.mention import Mention
from jwtlint.passage import Role
from jwtlint.prompt.model import Prompt, Topic
from jwtlint.regex import lazy
from jwtlint.text import Text

# Ways to forbid without a negation in front: "keep logos out", "brands are unwelcome", "neither logos nor …".
_BRANDS = r"(?:logos?|logotip\w*|brands?|branding|vendors?|trademarks?|marken\w*|marcas?|marques?|marchi)"
_BEFORE = (
    r"skip|omit|exclude|neither|nor|instead of|in place of|rather than|free of|generic|neutral"
    r"|weder|kein\w*|aucune?|ni|pas|sin|sem|senza|sans|nessun\w*|nenhum\w*"
)
_BEHIND = r"excluded|forbidden|prohibited|banned|unwelcome|unwanted|wanted|none|out"
_EXCLUDES = lazy(
    rf"\b(?:(?:keep|leave|left|stays?)\b[^.;\n]{{0,60}}\b(?:out|away|off|aside)"
    rf"|{_BRANDS}\b[^.;\n]{{0,40}}\b(?:{_BEHIND})|(?:{_BEFORE})\b[^.;\n]{{0,60}}\b{_BRANDS})\b",
    re.IGNORECASE,
)
_GENERIC = lazy(
    r"\b(?:generic|neutral|vendor-neutral)\b[\w\s,-]{0,40}?"
    r"\b(?:icons?|symbols?|shapes?|names?|pictograms?|labels?)\b",
    re.IGNORECASE,
)
_SEARCH = lazy(
    r"\b(?:search[ -](?:intent|phrase|terms?|words?|query|hint|target)|SEO|keywords?)\b", re.IGNORECASE
)
_OPENING = 300
_NEAR = 160


@lru_cache(maxsize=4)
def forbids_vendors(prompt: Prompt) -> bool:
    """Does the prompt demand a picture without brands, or with generic symbols only?"""
    vendors = [constraint for constraint in prompt.constraints if constraint.topic is Topic.VENDORS]
    if any(constraint.negative or _EXCLUDES.search(constraint.text.value) for constraint in vendors):
        return True
    return any(_GENERIC.search(sentence.value) for sentence in prompt.sentences)


def is_subject(mention: Mention, prompt: Prompt, context: Context) -> bool:
    """Is the picture about this vendor, by title or first sentence, and forbids the prompt no brands?"""
    texts = [prompt.title] if prompt.title else []
    if prompt.sentences and not (mention.data["logo"] and _stands_in(mention.text, prompt.sentences[0])):
        texts.append(prompt.sentences[0])
    opening = " ".join(text.value[:_OPENING] for text in texts)
    names = {mention.text.value, *_names_of(str(mention.data["vendor"]), context)}
    named = any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", opening) for name in names if name in opening)
    return named and not forbids_vendors(prompt)


def _stands_in(text: Text, sentence: Text) -> bool:
    place, whole = text.place, sentence.place
    return place is not None and whole is not None and whole[0] <= place[0] < whole[1]


def _names_of(vendor: str, context: Context) -> Iterator[str]:
    """What a vendor is called: its own names, not those of all its products."""
    yield vendor
    for entry in context.vocabulary("vendors").get("vendor", ()):
        if entry["name"] == vendor:
            yield from entry.get("prefixes", ())


def is_search_hint(mention: Mention) -> bool:
    """Does the prose only quote the words that visitors search for?"""
    passage, place = mention.passage, mention.text.place
    whole = passage.text.place
    if passage.role is not Role.PROSE or place is None or whole is None:
        return False
    at = place[0] - whole[0]
    return _SEARCH.search(passage.text.value, max(0, at - _NEAR), at + _NEAR) is not None


def instead(mention: Mention, thing: str) -> str:
    """What to show instead: the generic name where one is known."""
    generic = mention.data["generic"]
    return f"{thing} {generic!r} instead" if generic else f"{thing} what it does instead, in a generic form"
