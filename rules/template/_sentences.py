"""Where one sentence runs into the next without a full stop."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SUBJECTS = "Everything|Nothing|These|This|Those|They|There|It|Each|Every"
_UNAMBIGUOUS = (
    "Avoid|Depict|Do|Don['’]t|Emphasi[sz]e|Ensure|Exclude|Give|Include|Keep|Leave|Let|Make|Never|Omit|Please|Preserve|Put|Spell|Use"
    "|Write|Draw|Add|Render|Illustrate|Highlight|Arrange|The|No|All|Both|If|Only|While"
)
# Words that name a button or a state as often as they give an order.
_ORDERS = (
    "Align|Apply|Center|Centre|Choose|Colou?r|Connect|Create|Design|Display|Follow|Group|Indicate|Label|Lay|Limit|Mark|Number|Order"
    "|Organi[sz]e|Place|Position|Prefer|Present|Print|Remove|Replace|Represent|Reserve|Restrict|Set|Show|Skip|Start|Style|Treat"
    "|Visuali[sz]e"
)
_THINGS = (
    "Arrows|Background|Boxes|Captions|Colou?rs|Digits|Fonts|Headings|Icons|Labels|Layout|Legend|Letters|Lines|Names|Notes|Numbers"
    "|Roles|Spelling|Text|Texts|Titles|Typography|Words"
)
_DETERMINERS = "the|a|an|all|each|every|no|any|your|its|both|this|these|those|only|them|it|at|one|two|three|short|clear|simple"
_VERBS = "are|is|must|should|stays?|remains?|have|has|do|does|need|use|may|can|will|shall|go"
_BUTTONS = "button|icon|key|label|link|box|page|menu|option|tab|command|screen|state|step|phase|method|endpoint|request|call|event"
_MENTIONED = "and|or|is|are|was|becomes|means|equals"
_ENGLISH = re.compile(
    rf"""(?<=[^\W\d_]|\))[ \t]{{1,3}}(?:
      (?P<opener>{_UNAMBIGUOUS})(?=\s+(?!(?:{_BUTTONS}|{_MENTIONED})\b)(?:[a-z]|[A-Z]{{2,}}\b))
    | (?P<subject>{_SUBJECTS})(?=\s+(?!(?:and|or)\b)[a-z])
    | (?P<order>{_ORDERS})(?=\s+(?:{_DETERMINERS})\b)
    | (?P<thing>{_THINGS})(?=\s+(?:{_VERBS})\b)
    )(?![\w-])""",
    re.VERBOSE,
)
_OTHERS = {
    "de": "Alle|Bitte|Das|Der|Die|Ein|Eine|Jede|Jeder|Jedes|Kein|Keine|Nutze|Nur|Sämtliche|Verwende|Zeichne|Zeige|Vermeide|Halte|Schreibe",
    "es": "Añade|Añadir|Cada|El|Escribe|Evita|Evitar|Incluye|Incluir|La|Las|Los|Mantén|Mantener|Muestra|Mostrar|No|Sin|Solo|Toda|Todas"
    "|Todo|Todos|Usa|Usar|Utiliza|Utilizar",
    "fr": "Ajoute[rz]?|Aucun|Aucune|Chaque|Écri[sv]\\w*|Évite[rz]?|Garde[rz]?|Il|La|Le|Les|Montre[rz]?|Ne|Pas|Seulement|Tous|Tout|Toute"
    "|Toutes|Utilise[rz]?",
    "it": "Aggiungi|Evita|Evitare|Gli|Il|Le|Mantieni|Mostra|Nessun|Nessuna|Non|Ogni|Senza|Solo|Tutta|Tutte|Tutti|Tutto|Usa|Usare",
    "pt": "Adicione|As|Cada|Escreva|Evite|Inclua|Mantenha|Mostre|Não|Nenhum|Nenhuma|Os|Sem|Só|Toda|Todas|Todo|Todos|Usar|Use|Utilize",
}
_PATTERNS = {
    language: re.compile(rf"(?<=[^\W\d_]|\))[ \t]{{1,3}}(?P<opener>{words})(?![\w-])(?=\s+[a-zà-ÿ])")
    for language, words in _OTHERS.items()
}
_BEFORE = re.compile(r"(?P<lead>(?:[\w'’-]+[ \t]+)?)(?P<last>[\w'’-]+)\)?\Z")
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
_LANGUAGES = frozenset("English German French Spanish Portuguese Italian Dutch Deutsch Englisch Español".split())
_LOOK_BACK = 80
_LOOK_AHEAD = re.compile(r"\s+[\w'’-]{1,40}")


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
    pattern = _ENGLISH if language in (None, "en") else _PATTERNS.get(language)
    if pattern is None:
        return
    for match in pattern.finditer(value):
        before = _BEFORE.search(value, max(0, match.start() - _LOOK_BACK), match.start())
        if before is None or not (before["lead"] or before.start()):
            continue
        bracketed = value[match.start() - 1] == ")"
        if not bracketed and not _ends_sentence(before["last"], language):
            continue
        after = _LOOK_AHEAD.match(value, match.end())
        end = after.end() if after else match.end()
        word_start = match.start(match.lastgroup or 0)
        yield RunOn(before.start(), end, match.start(), word_start)


def _ends_sentence(word: str, language: str | None) -> bool:
    """Can the word be the last of its sentence, and no part of a name or title?"""
    if word in _LANGUAGES:
        return True
    # German nouns have a capital letter anyway.
    return (word.islower() or language == "de") and len(word) > 1 and word.casefold() not in _GOES_ON
