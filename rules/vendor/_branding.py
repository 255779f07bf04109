"""What a prompt says about brands, and how far a mention concerns its picture."""

import re

from jwtlint.lexicon.mention import Mention
from jwtlint.passage import Role
from jwtlint.prompt.model import Prompt, Topic

# Ways to forbid without a negation in front: "keep logos out", "brands are unwelcome", "neither logos nor …".
_EXCLUDES = re.compile(
    r"""\b(?:
        out | away | off | aside | exclud\w+ | forbidden | prohibited | banned | skip | omit | leave | left
        | neither | nor | none | instead | unwelcome | unwanted | wanted | free[ | ]of | in[ | ]place[ | ]of
        | rather[ | ]than | generic | neutral | keine?[mnrs]? | weder | aucune? | ni | pas | nessun\w* |
        nenhum\w* | ningún | ninguna | sin | sem | senza | sans
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_GENERIC = re.compile(
    r"\b(?:generic|neutral|plain|vendor-neutral)\b[\w\s,-]{0,40}?"
    r"\b(?:icons?|symbols?|shapes?|names?|pictograms?|labels?)\b",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"\b(?:search(?: intent| phrase| term)?|SEO|keywords?) ?(?:hint|intent|target|phrase|term|query)?\b", re.I
)


def forbids_vendors(prompt: Prompt) -> bool:
    """Does the prompt demand a picture without brands, or with generic symbols only?"""
    for constraint in prompt.constraints:
        if constraint.topic is Topic.VENDORS and (
            constraint.negative or _EXCLUDES.search(constraint.text.value)
        ):
            return True
    return any(_GENERIC.search(sentence.value) for sentence in prompt.sentences)


def is_subject(mention: Mention, prompt: Prompt) -> bool:
    """Is the picture about this vendor, by its own title and against no demand of the prompt?"""
    title = prompt.title.value if prompt.title else ""
    named = mention.text.value in title or str(mention.data["vendor"]) in title
    return named and not forbids_vendors(prompt)


def is_search_hint(mention: Mention) -> bool:
    """Does the prose only quote the words that visitors search for?"""
    return mention.passage.role is Role.PROSE and _SEARCH.search(mention.passage.text.value) is not None


def instead(mention: Mention, thing: str) -> str:
    """What to show instead: the generic name where one is known."""
    generic = mention.data["generic"]
    return f"{thing} {generic!r} instead" if generic else f"{thing} what it does instead, in a generic form"
