"""The words by which prompts announce their parts, in the languages that editors write them in."""

import re
from functools import lru_cache

from ..regex import lazy
from .unit import Unit

_WORD = lazy(r"[^\W\d_]+")


class Cue:
    """Words that announce something. `words` are single words, `phrases` patterns that begin with one.

    Looking for a cue in a unit costs next to nothing where none of its words occurs.
    """

    def __init__(self, words: str, phrases: dict[str, str] | None = None) -> None:
        phrases = phrases or {}
        singles = words.split()
        self.triggers = frozenset(singles) | {trigger for group in phrases for trigger in group.split()}
        choice = "|".join([*phrases.values(), *sorted(map(re.escape, singles), key=len, reverse=True)])
        self.pattern = lazy(rf"\b(?:{choice})\b", re.IGNORECASE)
        self.said_in = lru_cache(maxsize=4096)(self._said_in)

    def _said_in(self, words: str) -> bool:
        """Does it stand in these words?"""
        if self.triggers.isdisjoint(_WORD.findall(words.lower())):
            return False
        return bool(self.pattern.search(words))

    def stands_between(self, mask: str, start: int, end: int) -> bool:
        """Does it stand between two offsets?"""
        return self._said_in(mask[start:end])

    def find(self, mask: str, unit: Unit) -> re.Match[str] | None:
        """Where it stands first in a unit."""
        if self.triggers.isdisjoint(unit.words):
            return None
        return self.pattern.search(mask, unit.start, unit.end)


BOXES = Cue(
    """box boxes component components node nodes service services block blocks actor actors participant participants
    cylinders hexagon hexagons lifeline lifelines caja cajas recuadro recuadros bloque bloques componente componentes
    nodo nodos servicio servicios participante participantes actores kästen kästchen boxen komponente komponenten
    baustein bausteine knoten dienste beteiligte blöcke boîte boîtes composant composants bloc blocs nœud nœuds noeud
    noeuds acteur acteurs encadré encadrés caixa caixas bloco blocos nós serviços scatole riquadri componenti nodi
    blocchi servizi блоки узлы компоненты участники"""
)
LOOSE_BOXES = Cue(
    """element elements module modules entities station stations parties players systems stages tiles cards swimlane
    swimlanes lanes parts pieces roles characters shapes cast elemento elementos etapas elemente élément éléments étapes
    elementi"""
)
ARROWS = Cue(
    """arrow arrows connection connections connector connectors flow flows interaction interactions message messages
    sequence exchange exchanges links edges traffic dataflow hop hops journey calls lines branch branches path
    transition transitions connect connects connected wiring route routes flecha flechas conexiones flujo flujos enlaces
    pfeil pfeile pfeilen verbindungen ablauf abläufe datenfluss nachrichten flèche flèches liaison liaisons connexions
    flux échange échanges seta setas conexões fluxo fluxos freccia frecce connessioni flusso стрелки связи""",
    {"data": "data flow"},
)
ARROW_NOUNS = Cue(
    """arrow arrows connector connectors flecha flechas pfeil pfeile pfeilen flèche flèches seta setas freccia frecce"""
)
LEGEND = Cue(
    "legend walkthrough leyenda legende légende legenda leggenda zeichenerklärung легенда",
    {
        "key": r"key(?=\s*[:(,]?\s*(?:$|\d|[:(]|to the|in \w+ (?:numbered )?steps))",
        "numbered colour color": r"(?:numbered|colou?r) key",
        "numbered": r"numbered (?:explanation|captions?|walkthrough|steps?)",
        "step steps number numbers": r"(?:steps?|numbers?) explained|step list",
        "explanation": "explanation strip",
    },
)
NOTES = Cue(
    """note notes footnote footnotes sidenote sidenotes caption captions callout callouts disclaimer disclaimers
    annotation annotations caveat caveats reminder reminders remark remarks footer nota notas observação observações
    observación observaciones aviso avisos aclaración aclaracion pie hinweis hinweise hinweiskasten hinweisfeld fußnote
    fußnoten anmerkung anmerkungen remarque remarques rodapé didascalia didascalie avvertenza""",
    {"small fine": "(?:small|fine) print", "nota": "nota a piè", "légende légendes": "légendes? d'image"},
)


def announces(words: str) -> bool:
    """Are these words the head of a part ("Notes", "Title") rather than a component?"""
    return words.casefold() in _HEADS


_HEADS = frozenset(
    [
        "title",
        "titel",
        "título",
        "titre",
        "headline",
        "heading",
        "style",
        "look",
        "mood",
        "palette",
        "colours",
        "colors",
        "background",
        "layout",
        "language",
        "words",
        "wording",
        "labels",
        "text",
        "boxes",
        "components",
        "nodes",
        "audience",
        "readers",
        "format",
        "size",
        "ratio",
        "resolution",
        "row",
        "layer",
        "step",
        "footer",
        "header",
        "direction",
        "archetype",
        "canvas",
        "theme",
        "icons",
        "icon",
        "role",
        "legend",
        "key",
        "notes",
        "note",
        "caption",
        "captions",
        "footnote",
        "arrows",
        "arrow",
        "connections",
    ]
)
TITLED = lazy(
    r"\b(?:titled|entitled|title|named|called|headline|heading|titulad[oa]|título|titel|betitelt|überschrift"
    r"|intitulée?|titre|intitulad[oa]|intitolat[oa]|titolo)\b",
    re.IGNORECASE,
)
LABELLED = lazy(
    r"(?:,\s*)?\b(?:(?:and |which |that )?(?:is |are )?label(?:l?ed)?(?: it)?(?: as| with)?|with (?:the |a |an )?(?:short )?(?:label|text|caption)"
    r"|(?:and |which |that )?reads|reading|captioned|tagged(?: as)?|saying|says|marked(?: as)?|annotated(?: as| with)?|carrying"
    r"|etiquetad[ao]s?(?: como| con)?|con (?:la )?etiqueta|con el (?:texto|rótulo)|rotulad[ao]s?(?: como| com)?"
    r"|com (?:o )?(?:rótulo|texto)|com a etiqueta|beschriftet(?: mit)?|mit (?:der )?(?:beschriftung|aufschrift)"
    r"|mit dem (?:label|text)|étiquet[ée]+e?|libell[ée]+e?|intitul[ée]+e?|avec (?:le |la |l['’])?(?:libellé|étiquette|texte)"
    r"|etichettat[ao]|con (?:l['’])?etichetta)\b\s*:?",
    re.IGNORECASE,
)
OPTIONAL = lazy(
    r"\b(?:optional(?:ly)?|if|when|unless|in case|error|errors|fail(?:s|ed|ure)?|failing|expired|invalid|denied"
    r"|rejected|rejection|time-?out|retr(?:y|ies)|fallback|exception|unhappy|negative|dashed|dotted|miss|only"
    r"|branch|opcional(?:mente)?|si|cuando|en caso|optionale?[rns]?|falls|wenn|bei|fehler(?:fall|pfad)?"
    r"|optionnel(?:le)?|en cas|échec|erreur|se|caso|falha|erro|facoltativ[oa]|opzionale|in caso|errore)\b",
    re.IGNORECASE,
)
ALTERNATIVE = lazy(
    r"\b(?:alternative(?:ly)?|otherwise|else|either|instead|de lo contrario|alternativ[ae]?|sonst|andernfalls"
    r"|sinon|autrement|caso contrário|altrimenti)\b",
    re.IGNORECASE,
)
DASHED_STYLE = lazy(
    r"\b(?:dashed|dotted)\b[^.;:]{0,40}\boptional|\boptional\b[^.;:]{0,40}\b(?:dashed|dotted)\b", re.I
)
BRANCH_INTRO = lazy(
    r"\b(?:optional|branch|error|alternative|otherwise|if|when|failure|failed|fallback|exception|unhappy|retry"
    r"|expired|invalid|opcional|rama|error|fehler\w*|optional\w*|zweig|falls|wenn|erreur|échec|branche|optionnel\w*"
    r"|ramo|erro|falha|opzional\w*|errore)\b",
    re.IGNORECASE,
)
INTERNAL = Cue(
    """internal internally itself locally interno interna internamente intern interner internes interne internement""",
    {"self": "self(?:-| )?(?:loop|arrow|call|step|check)?", "selfloop": "selfloop"},
)
FORBIDDING = lazy(
    r"\b(?:do not|don['’]?t|never|avoid|exclude|excluded|exclusions?|forbidden|prohibited|not allowed|must not|should not"
    r"|negative prompts?|omit|without|leave out|don['’]?ts|no[- ]go(?:s|es)?|not wanted|unwanted|banned|evita|evitar|no incluir|prohibido"
    r"|vermeiden?|nicht|verboten|keine?|éviter|interdit|ne pas|evite|proibido|vietato|evitare)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def forbids(words: str) -> bool:
    """Do these words, at their end, announce what must not be in the picture?"""
    return bool(FORBIDDING.search(words))


AUDIENCE_WORDS = frozenset(
    [
        "audience",
        "reader",
        "readers",
        "readership",
        "aimed",
        "beginner",
        "beginners",
        "developer",
        "developers",
        "engineer",
        "engineers",
        "architect",
        "architects",
        "learner",
        "learners",
        "student",
        "students",
        "manager",
        "managers",
        "executive",
        "executives",
        "operator",
        "operators",
        "analyst",
        "analysts",
        "newcomer",
        "newcomers",
        "admin",
        "admins",
        "administrator",
        "administrators",
    ]
)
AUDIENCE = lazy(
    r"\b(?:audience|reader(?:s|ship)?|aimed at|for (?:a|an|the)\s+(?:[\w/-]+\s+){0,4}?"
    r"(?:beginners?|developers?|engineers?|architects?|learners?|students?|managers?|executives?|readers?|audience"
    r"|operators?|analysts?|newcomers?|admins?|administrators?))\b",
    re.IGNORECASE,
)
