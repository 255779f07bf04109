"""Words by which prompts direct a drawing, and which no reader of the picture should see."""

import re

from jwtlint.regex import lazy

COLOURS = (
    "red|green|blue|yellow|orange|purple|violet|pink|teal|cyan|magenta|amber|emerald|indigo|gr[ae]y|white|black|gold"
    "|silver|navy|turquoise|lime|slate|crimson|coral|lavender|maroon|olive|mint|aqua|rojo|verde|azul|amarillo|naranja"
    "|morado|gris|blau|grün|rot|gelb|lila|rouge|vert|bleu|jaune"
)
_SHADE = "light|dark|deep|bright|soft|pale|muted|neon|glowing|glow"
_EFFECT = (
    "tint|tinted|shade|glow|glowing|border|outline|background|gradient|accent|highlight|fill|tone|badge|box"
)
_SIDES = "TOP|BOTTOM|MIDDLE|CENT(?:ER|RE)|LEFT|RIGHT|UPPER|LOWER|FAR|INNER|OUTER"
_AREAS = "SECTION|ROW|TIER|ZONE|PANEL|COLUMN|LANE|BAND|AREA|CORNER|SIDE|HALF|BAR|STRIP|BRANCH|LAYER|BLOCK"
_THINGS = r"icons?|logos?|arrows?|glyphs?|pictograms?|emoji|illustrations?|symbols?|silhouettes?"

MARKED = lazy(r"^\s*={2,}\s*[^\W_].*|^\s*\*\*[^*]+\*\*\s*$")
PLACED = lazy(
    rf"\s*(?:(?:{_SIDES})[ -])+(?:{_AREAS})\s*:.*|\s*(?:{_SIDES})(?:-(?:{_SIDES}))+\s*:.*|\s*(?:{_AREAS}) \d\s*:\s*\(.*"
)
TINTED = lazy(rf"\((?:(?:{_SHADE})[ -])?(?:{COLOURS})[ -](?:{_EFFECT})\)", re.IGNORECASE)
ICON = lazy(rf"\[[^\]]*\b(?:{_THINGS})\]", re.IGNORECASE)
FONT = lazy(
    r"(?<![-\w])(?:font|schrift|schriftart|tipograf[ií]a|fuente|police)(?: (?:family|size|weight|style))?\s*:\s*[A-Z]\S+|\btypography\s*:\s*\S+"
    r"|\b(?:bold|clean|white|modern|rounded)\s+sans[- ]serif\b|\bsans[- ]serif (?:font|type)",
    re.IGNORECASE,
)
CANVAS = lazy(
    r"\b\d{1,2}:\d{1,2} (?:aspect ratio|landscape|portrait)\b|--ar \d|--v \d|\bphotorealistic \d?k\b"
    r"|\b(?:style|layout|aesthetic|colou?r (?:scheme|palette)|aspect ratio|background colou?r)\s*:\s*\w+",
    re.IGNORECASE,
)
ALWAYS = (
    (MARKED, "a mark-up of sections"),
    (PLACED, "a place in the layout"),
    (TINTED, "a colour instruction"),
    (ICON, "a placeholder for an icon"),
    (FONT, "an instruction for the font"),
    (CANVAS, "an instruction for the canvas"),
)
"""What directs a drawing wherever it stands, with a name for it."""

HEADING = lazy(r"\s*(?:HEADER|FOOTER|SUBTITLE|TAGLINE|CALLOUT)(?: SECTION| AREA| BAR)?\s*:?\s*")
"""Names of parts of a layout: a direction above a picture, an ordinary label in a diagram of messages."""

_ANY_PLACE = (
    r"^\W*(?:(?:obere|untere|mittlere|linke|rechte)[rs]? (?:bereich|abschnitt|zone|spalte|ebene|reihe)"
    r"|(?:secci[oó]n|zona|parte|fila|columna|banda) (?:superior|inferior|central|izquierda|derecha)"
    r"|(?:section|zone|partie|rang[ée]e|colonne|bande) (?:sup[ée]rieure|inf[ée]rieure|centrale|gauche|droite))\s*:|"
    rf"(?:(?:{_SIDES})[ -])+(?:{_AREAS})\b|(?:{_SIDES})(?:-(?:{_SIDES}))+\b"
)
_ANY_COLOUR = rf"\([^()]{{0,30}}\b(?:{COLOURS})\)|\b(?:{COLOURS})[ -](?:{_EFFECT})\b"
_ANY_THING = rf"\b(?:{_THINGS})\b|\b(?:ic[oô]ne|icono|ícone|icona)\s?:|\bwith (?:an? |the )?(?:[\w-]+ ){{0,3}}(?:shield|checkmark|padlock|lock|gear|badge)\b"
_ANY_ORDER = r"^\W*(?:draw|render|place|position|align|depict|show|include|make sure|do not (?:draw|include|use))\b(?=.* .* )"
IN_PROMPT = (
    (lazy(_ANY_PLACE, re.IGNORECASE), "a place in the layout"),
    (lazy(_ANY_COLOUR, re.IGNORECASE), "a colour instruction"),
    (lazy(_ANY_THING, re.IGNORECASE), "an instruction for an icon"),
    (lazy(_ANY_ORDER, re.IGNORECASE), "an order to whoever draws"),
    (HEADING, "the name of a part of the layout"),
    (lazy(r"\b\d{1,3} ?pt\b"), "an instruction for the font"),
    (lazy(r"^(?=.* ).*\bstyle\b", re.IGNORECASE), "a style instruction"),
    (lazy(r"#[0-9A-Fa-f]{6}\b"), "the code of a colour"),
    (
        lazy(r"^[A-Z][A-Z &-]*\b(?:DETAILS|INSTRUCTIONS|REQUIREMENTS|CONSTRAINTS|SPECIFICATIONS?)\s*:"),
        "a heading of the prompt",
    ),
)
"""What directs a drawing if the prompt has the same words outside its quotations."""
