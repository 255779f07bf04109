"""What the prompt of a translation says of the language of its picture."""

from ..prompt.model import Constraint, Prompt, Topic
from ..regex import lazy
from ..text import Text

_NAMES_STAY = lazy(
    r"(?i)\b(?:component|box|service|node)s?(?: and service)? names?\b[^.;]{0,40}\b(?:canonical|english|original|untranslated)"
    r"|\b(?:canonical|english|original) (?:english )?(?:component|box|service|node) names?\b"
    r"|\bnombres? (?:de|del|de los) (?:los )?(?:componentes?|cajas?)\b[^.;]{0,40}\b(?:inglés|canónic\w+|original\w*)"
    r"|\bnoms? (?:de|des) (?:composants?|boîtes?)\b[^.;]{0,40}\b(?:anglais|canonique\w*|origina\w*)"
    r"|\b(?:komponentennamen|namen der (?:komponenten|kästen))\b[^.;]{0,40}\b(?:englisch\w*|kanonisch\w*|original\w*)"
    r"|\bnomes dos componentes\b[^.;]{0,40}\b(?:inglês|canônic\w+|origina\w*)"
    r"|\bnomi dei componenti\b[^.;]{0,40}\b(?:inglese|canonic\w+|original\w*)"
)
_SPECIAL = lazy(
    r"(?i)[\s\"“(-]*\b(?:component|protocol|product|brand|technical)?\s*(?:names?|terms?|acronyms?|identifiers?|keywords?|code"
    r"|nombres?|términos?|siglas|noms?|termes?|sigles|namen|fachbegriffe|begriffe|nomes?|termos?|nomi|termini)\b"
)
_WRITTEN = lazy(
    r"(?i)\b(?:labels?|captions?|headings?|all text|text|etiquetas?|texto|beschriftung\w*|étiquettes?|texte|rótulos?|etichette)\b"
)
_CLAUSE = lazy(r"[.;:!?\n]")
_NEAR = 80


def language_demands(prompt: Prompt) -> tuple[Constraint, ...]:
    """The languages that are asked for, or forbidden, for what is written in the picture."""
    return tuple(
        one
        for one in prompt.constraints
        if one.topic is Topic.LANGUAGE and not _of_special_words(one.text, prompt)
    )


def keeps_names(prompt: Prompt) -> bool:
    """Does a prompt ask for the names of components in their original form?"""
    return any(_NAMES_STAY.search(one.value) for one in prompt.sentences)


def _of_special_words(language: Text, prompt: Prompt) -> bool:
    """Is a language named for terms or names only, and not for what is written in the picture?"""
    start = language.span.start - prompt.text.span.start
    before = _CLAUSE.split(prompt.text.value[max(0, start - _NEAR) : start])[-1]
    after = _CLAUSE.split(prompt.text.value[start + len(language) : start + len(language) + _NEAR])[0]
    return bool(_SPECIAL.search(before) or _SPECIAL.match(after)) and not _WRITTEN.search(before)
