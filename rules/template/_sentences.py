"""Where one sentence runs into the next without a full stop."""

from collections.abc import Iterator
from typing import NamedTuple

from jwtlint.regex import lazy

# Words that begin a sentence, by what must follow them so that they are no name, button or quoted word.
_UNAMBIGUOUS = frozenset(
    "Avoid Depict Do Don't Don’t Emphasise Emphasize Ensure Exclude Give Include Keep Leave Let Make Never Omit Please Preserve Put Spell"
    " Use Write Draw Add Render Illustrate Highlight Arrange The No All Both If Only While".split()
)
_SUBJECTS = frozenset(
    "Also Each Every Everything It Nothing Our People Then There These They This Those We You Your".split()
)
_ORDERS = frozenset(
    "Align Apply Center Centre Choose Color Colour Connect Create Design Display Follow Group Indicate Label Lay Limit Mark Number Order"
    " Organise Organize Place Position Prefer Present Print Remove Replace Represent Reserve Restrict Set Show Skip Start Style Treat"
    " Visualise Visualize".split()
)
_THINGS = frozenset(
    "Arrows Background Boxes Captions Colors Colours Digits Fonts Headings Icons Labels Layout Legend Letters Lines Names Notes Numbers"
    " Roles Spelling Text Texts Titles Typography Words".split()
)
_DETERMINERS = frozenset(
    "the a an all each every no any your its both this these those only them it at one two three short clear simple".split()
)
_VERBS = frozenset(
    "are is must should stay stays remain remains have has do does need use may can will shall go".split()
)
_MENTIONED = frozenset(
    "and or is are was becomes means equals button icon key label link box page menu option tab command screen state step phase method"
    " endpoint request call event".split()
)
_CONJUNCTIONS = frozenset(("and", "or"))
_OTHERS = {
    "de": "Alle Bitte Das Der Die Ein Eine Jede Jeder Jedes Kein Keine Nutze Nur Sämtliche Verwende Zeichne Zeige Vermeide Halte Schreibe",
    "es": "Añade Añadir Cada El Escribe Evita Evitar Incluye Incluir La Las Los Mantén Mantener Muestra Mostrar No Sin Solo Toda Todas"
    " Todo Todos Usa Usar Utiliza Utilizar",
    "fr": "Ajoute Ajouter Ajoutez Aucun Aucune Chaque Écris Écrire Écrivez Évite Éviter Évitez Garde Garder Gardez Il La Le Les Montre"
    " Montrer Montrez Ne Pas Seulement Tous Tout Toute Toutes Utilise Utiliser Utilisez",
    "it": "Aggiungi Evita Evitare Gli Il Le Mantieni Mostra Nessun Nessuna Non Ogni Senza Solo Tutta Tutte Tutti Tutto Usa Usare",
    "pt": "Adicione As Cada Escreva Evite Inclua Mantenha Mostre Não Nenhum Nenhuma Os Sem Só Toda Todas Todo Todos Usar Use Utilize",
}
_OPENERS = {language: frozenset(words.split()) for language, words in _OTHERS.items()}
_CAPITAL = lazy(r"[A-ZÀ-Þ](?<=[\w)][ \t].)[a-zà-ÿ'’]*(?![\w-])(?=\s{1,3}(?P<next>[^\W\d_]+))")
_BEFORE = lazy(r"(?P<lead>(?:[\w'’-]+[ \t]+)?)(?P<last>[\w'’-]+)\)?\Z")
# After these the sentence goes on, or a name follows.
_GOES_ON = frozenset(
    "a an the of for to in on at by with without and or but nor as from into than that which who whose is are be was were must should"
    " may can will shall say says said saying read reads reading titled named called entitled labeled labelled marked tagged captioned"
    " word words phrase text button menu option key flag command heading caption note section box title name tab checkbox step see"
    " like such both either not no its their your our this these each every any all if when while show shows showing like via per"
    " between über und oder der die das den dem des mit von zu zum zur im in am auf für ein eine einer einem einen kein keine als wie"
    " y o de del la el los las con sin para por en un una como que e ou et le les du des un une avec sans pour par dans que com sem"
    " em do da dos das um uma il lo gli con per di".split()
)
_LANGUAGES = frozenset(
    "English German French Spanish Portuguese Italian Dutch Deutsch Englisch Español".split()
)
_LOOK_BACK = 80
_LOOK_AHEAD = lazy(r"\s+[\w'’-]{1,40}")


class RunOn(NamedTuple):
    """Offsets of a missing full stop: `start` and `end` of the words around it, the blank where it belongs."""

    start: int
    end: int
    blank_start: int
    blank_end: int


def run_ons(value: str, language: str | None) -> Iterator[RunOn]:
    """Every place where a sentence begins although the one before has not ended.

    `language` is an ISO 639-1 code; None means English.
    """
    for match in _CAPITAL.finditer(value):
        if not _begins_sentence(match.group(), match["next"], language):
            continue
        blank = match.start() - 1
        before = _BEFORE.search(value, max(0, blank - _LOOK_BACK), blank)
        if before is None or not (before["lead"] or before.start()):
            continue
        bracketed = value[blank - 1] == ")"
        if not (_follows_words(value, blank) if bracketed else _ends_sentence(before["last"], language)):
            continue
        after = _LOOK_AHEAD.match(value, match.end())
        yield RunOn(before.start(), after.end() if after else match.end(), blank, match.start())


def _begins_sentence(word: str, following: str, language: str | None) -> bool:
    """Does the word begin a sentence, to judge by the word that follows?"""
    if language not in (None, "en"):
        return word in _OPENERS.get(language, ()) and following[0].islower()
    if word in _UNAMBIGUOUS:
        return (following[0].islower() and following not in _MENTIONED) or (
            len(following) > 1 and following.isupper()
        )
    if word in _SUBJECTS:
        return following[0].islower() and following not in _CONJUNCTIONS
    return (word in _ORDERS and following in _DETERMINERS) or (word in _THINGS and following in _VERBS)


def _follows_words(value: str, end: int) -> bool:
    """Does the bracket that ends here stand behind words of its sentence?"""
    opening = value.rfind("(", max(0, end - _LOOK_BACK), end)
    before = value[max(0, opening - _LOOK_BACK) : max(0, opening)].rstrip()
    return before[-1:].isalnum() and " " in before


def _ends_sentence(word: str, language: str | None) -> bool:
    """Can the word be the last of its sentence, and no part of a name or title?"""
    if word in _LANGUAGES:
        return True
    # German nouns have a capital letter anyway.
    return (word.islower() or language == "de") and len(word) > 1 and word.casefold() not in _GOES_ON
