"""The words by which prompts announce their parts, in the languages that editors write them in."""

import re


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


BOXES = _words(
    r"box(?:es)?|components?|nodes?|services?|blocks?|actors?|participants?|cylinders|hexagons?|lifelines?",
    r"cajas?|recuadros?|bloques?|componentes?|nodos?|servicios?|participantes?|actores",
    r"kästen|kästchen|boxen|komponenten?|bausteine?|knoten|dienste|beteiligte|blöcke",
    r"boîtes?|composants?|blocs?|nœuds?|noeuds?|acteurs?|encadrés?",
    r"caixas?|blocos?|nós|serviços|scatole|riquadri|componenti|nodi|blocchi|servizi",
)
LOOSE_BOXES = _words(
    r"elements?|modules?|entities|stations?|parties|players|systems|stages|tiles|cards|swimlanes?|lanes|parts|pieces"
    r"|roles|characters|shapes|elementos?|etapas|elemente?|éléments?|étapes|elementi|cast"
)
ARROWS = _words(
    r"arrows?|connections?|connectors?|flows?|interactions?|messages?|sequence|exchanges?|links|edges|traffic",
    r"data ?flow|hops?|journey|calls|lines|branch(?:es)?|path|transitions?|connect(?:ed|s)?|wiring|routes?",
    r"flechas?|conexiones|flujos?|enlaces|pfeilen?|verbindungen|abläufe?|ablauf|datenfluss|nachrichten",
    r"flèches?|liaisons?|connexions|flux|échanges?|setas?|conexões|fluxos?|frecce|freccia|connessioni|flusso",
)
ARROW_NOUNS = _words(r"arrows?|flechas?|pfeilen?|flèches?|setas?|frecce|connectors?")
LEGEND = _words(
    r"legend|(?:numbered|colou?r) key|key(?=\s*[:(,]?\s*(?:$|\d|[:(]|to the|in \w+ (?:numbered )?steps))"
    r"|numbered (?:explanation|captions?|walkthrough|steps?)|(?:steps?|numbers?) explained|walkthrough",
    r"leyenda|legende|légende|legenda|leggenda|zeichenerklärung|step list|explanation strip",
)
NOTES = _words(
    r"(?:foot|side)?notes?|captions?|callouts?|disclaimers?|annotations?|caveats?|reminders?|remarks?|footer|(?:small|fine) print",
    r"notas?|observaç(?:ão|ões)|observaci(?:ón|ones)|avisos?|aclaraci[oó]n|pie|hinweis(?:e|kasten|feld)?|fußnoten?|anmerkung(?:en)?|remarques?|mentions?|rodapé",
    r"nota a piè|didascali[ae]|avvertenza|légendes? d'image",
)
TITLED = re.compile(
    r"\b(?:titled|entitled|title|named|called|headline|heading|titulad[oa]|título|titel|betitelt|überschrift"
    r"|intitulée?|titre|intitulad[oa]|intitolat[oa]|titolo)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:,\s*)?\b(?:(?:and |which |that )?(?:is |are )?label(?:l?ed)?(?: it)?(?: as| with)?|with (?:the |a |an )?(?:short )?(?:label|text|caption)"
    r"|(?:and |which |that )?reads|reading|captioned|tagged(?: as)?|saying|says|marked(?: as)?|annotated(?: as| with)?|carrying"
    r"|etiquetad[ao]s?(?: como| con)?|con (?:la )?etiqueta|con el (?:texto|rótulo)|rotulad[ao]s?(?: como| com)?"
    r"|com (?:o )?(?:rótulo|texto)|com a etiqueta|beschriftet(?: mit)?|mit (?:der )?(?:beschriftung|aufschrift)"
    r"|mit dem (?:label|text)|étiquet[ée]+e?|libell[ée]+e?|intitul[ée]+e?|avec (?:le |la |l['’])?(?:libellé|étiquette|texte)"
    r"|etichettat[ao]|con (?:l['’])?etichetta)\b\s*:?",
    re.IGNORECASE,
)
OPTIONAL = re.compile(
    r"\b(?:optional(?:ly)?|if|when|unless|in case|error|errors|fail(?:s|ed|ure)?|failing|expired|invalid|denied"
    r"|rejected|rejection|time-?out|retr(?:y|ies)|fallback|exception|unhappy|negative|dashed|dotted|miss|only"
    r"|branch|opcional(?:mente)?|si|cuando|en caso|optionale?[rns]?|falls|wenn|bei|fehler(?:fall|pfad)?"
    r"|optionnel(?:le)?|en cas|échec|erreur|se|caso|falha|erro|facoltativ[oa]|opzionale|in caso|errore)\b",
    re.IGNORECASE,
)
ALTERNATIVE = re.compile(
    r"\b(?:alternative(?:ly)?|otherwise|else|either|instead|de lo contrario|alternativ[ae]?|sonst|andernfalls"
    r"|sinon|autrement|caso contrário|altrimenti)\b",
    re.IGNORECASE,
)
DASHED_STYLE = re.compile(r"\b(?:dashed|dotted)\b[^.;:]{0,40}\boptional|\boptional\b[^.;:]{0,40}\b(?:dashed|dotted)\b", re.I)
BRANCH_INTRO = re.compile(
    r"\b(?:optional|branch|error|alternative|otherwise|if|when|failure|failed|fallback|exception|unhappy|retry"
    r"|expired|invalid|opcional|rama|error|fehler\w*|optional\w*|zweig|falls|wenn|erreur|échec|branche|optionnel\w*"
    r"|ramo|erro|falha|opzional\w*|errore)\b",
    re.IGNORECASE,
)
INTERNAL = re.compile(
    r"\b(?:internal(?:ly)?|itself|self(?:-| )?(?:loop|arrow|call|step|check)?|locally|interno|interna(?:mente)?"
    r"|intern(?:er?|es)?|interne(?:ment)?|internamente)\b",
    re.IGNORECASE,
)
AUDIENCE = re.compile(
    r"\b(?:audience|reader(?:s|ship)?|aimed at|for (?:a|an|the)\s+(?:[\w/-]+\s+){0,4}?"
    r"(?:beginners?|developers?|engineers?|architects?|learners?|students?|managers?|executives?|readers?|audience"
    r"|operators?|analysts?|newcomers?|admins?|administrators?))\b",
    re.IGNORECASE,
)
