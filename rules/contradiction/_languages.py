"""Which languages a prompt demands for the words in the picture, and which one an entry declares."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from jwtlint.context import Context
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.text import Text

from ._prose import Prose, prose_of
from ._stance import Stance, stance

_ALL = (
    r"all|every|each|everything|text|texts|wording|words|copy|language|lettering|alle|alles|sämtliche|text|texte|sprache|todo|todos"
    r"|todas|texto|textos|idioma|tout|tous|toutes|textes|langue|tutto|tutti|tutte|testo|testi|lingua|língua"
)
_WRITTEN = (
    r"labels?|captions?|headings?|writing|inscriptions?|beschriftung(?:en)?|überschriften|etiquetas?|rótulos?|libellés|étiquettes"
    r"|etichette|legendas"
)
_SPECIAL = (
    r"terms?|names?|identifiers?|protocols?|acronyms?|abbreviations?|code|keywords?|commands?|quotes?|brands?|products?|jargon"
    r"|fachbegriffe|namen|términos|nombres|termes|noms|termos|termini|form"
)
_NOUN = lazy(rf"\b(?:(?P<all>{_ALL})|(?P<written>{_WRITTEN})|(?P<special>{_SPECIAL}))\b")
_PRECEDING = lazy(
    r"(?:\b(?:in|auf|en|em|be|is|are|stay|stays|remain|only|as|use|keep|sein|language|idioma|sprache|langue|lingua|british|american|us"
    r"|uk|plain|simple|correct|brazilian|mexican|canadian|swiss|sei|sind|est|sont|estar)|[:,.;=→(]|^|[\n\0])\s*[\"“*_]*$"
)
_CONTINUING = lazy(
    r"\s*[\"”*_]*(?:$|[.,;:!?)(\n\0—–/+]|-{1,2}\s|(?:and|or|but|with|using|only|throughout|please|for|in|on|so|as|at|to|too"
    r"|everywhere|spelling|language|even|sein|stehen|bleiben|gehalten|verfasst|y|con|sin|und|mit|et|avec|e|com|non|no)\b)"
)
_DENIED = lazy(
    r"\b(?:not|nicht|no|non|não|pas|never|without|ohne|sin|sans|kein\w*|from|than)\s+(?:\w+\s+){0,2}$"
)
_STATEMENT = lazy(r"[.!?](?=\s|$)|[;()\n\0]|—")
_LOWER_CASE = frozenset(("es", "fr", "it", "pt", "ca"))
_NEXT = 24
_MOST = 100


class Demand(NamedTuple):
    """A language that the prompt demands. `nouns` are the written things it is demanded of; empty means all of them."""

    code: str
    text: Text
    nouns: frozenset[str]


@lru_cache(maxsize=4)
def names_of(context: Context) -> Mapping[str, str]:
    """The codes of languages by name, in lower case."""
    return {name.casefold(): code for name, code in context.vocabulary("languages").get("codes", {}).items()}


@lru_cache(maxsize=2)
def _mentions(prompt: Prompt, context: Context) -> tuple[tuple[int, int, str], ...]:
    """Offsets and codes of the languages that the prose names."""
    prose = prose_of(prompt)
    names = names_of(context)
    found = []
    for number, word in enumerate(prose.words):
        code = names.get(word)
        if code is None:
            continue
        start, end = prose.place(number)
        if prose.value[start].isupper() or prompt.language in _LOWER_CASE:
            found.append((start, end, code))
    return tuple(found)


def mentioned(prompt: Prompt, context: Context) -> frozenset[str]:
    """The codes of the languages that the prose names, for whatever reason."""
    return frozenset(code for _, _, code in _mentions(prompt, context))


@lru_cache(maxsize=2)
def demands_of(prompt: Prompt, context: Context) -> tuple[Demand, ...]:
    """The languages that the prompt demands of labels or of all words, not of terms, names or a title."""
    prose = prose_of(prompt)
    found: list[Demand] = []
    reached = 0
    for start, end, code in _mentions(prompt, context)[:_MOST]:
        nouns = _demanded_of(prose, reached, start, end)
        reached = end
        if nouns is not None and stance(prose, context, prompt.language, start, end) is Stance.ASKED:
            found.append(Demand(code, prose.text(start, end), nouns))
    return tuple(found)


def _demanded_of(prose: Prose, reached: int, start: int, end: int) -> frozenset[str] | None:
    """The nouns of which a language is demanded; None where it is no such demand."""
    lowered = prose.lowered
    low = max((match.end() for match in _STATEMENT.finditer(lowered, max(0, start - 300), start)), default=0)
    before = lowered[max(low, reached, start - 300) : start]
    if _DENIED.search(before):
        return None
    following = re.split(r"[.,;:()\n\0—]", lowered[end : end + _NEXT])[0]
    noun = _NOUN.search(following)
    if noun and lowered[end : end + 1] != "-":
        return None if noun["special"] else _nouns([noun])
    if not _CONTINUING.match(lowered, end) or not _PRECEDING.search(before):
        return None
    nouns = list(_NOUN.finditer(before))
    if not nouns:
        alone = re.split(r"[.,;:()\n\0—]", before)[-1].split()
        return frozenset() if len(alone) <= 1 else None
    return None if all(noun["special"] for noun in nouns) else _nouns(nouns)


def _nouns(nouns: list[re.Match[str]]) -> frozenset[str]:
    if any(noun["all"] for noun in nouns):
        return frozenset()
    return frozenset(noun["written"] for noun in nouns if noun["written"])


def declared(value: str, context: Context) -> frozenset[str]:
    """The codes that a language field can mean: of the name, and of a code beside it; empty for an unknown one."""
    names = names_of(context)
    known = set(names.values())
    bare = re.sub(r"\s*\([^)]*\)\s*", " ", value).strip().casefold()
    found = (
        {names[bare]}
        if bare in names
        else {names[word] for word in re.findall(r"\w+", bare) if word in names}
    )
    for code in re.findall(r"\b[a-z]{2}\b", value.casefold()):
        if code in known:
            found.add(code)
    return frozenset(found)


def name_of(code: str, context: Context) -> str:
    """The English name of a language, its code where it has none."""
    table = context.vocabulary("languages").get(code, {})
    names = table.get("names") if isinstance(table, dict) else None
    return min(names, key=len) if names else code
