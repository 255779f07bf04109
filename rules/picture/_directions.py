"""Words by which prompts direct a drawing, and which no reader of the picture should see."""

import re

from jwtlint.regex import lazy

COLOURS = (
    "red|green|blue|yellow|orange|purple|violet|pink|teal|cyan|magenta|amber|emerald|indigo|gr[ae]y|white|black|gold"
    "|silver|navy|turquoise|lime|slate|crimson|coral|lavender|maroon|olive|mint|aqua|rojo|verde|azul|amarillo|naranja"
    "|morado|gris|blau|grün|rot|gelb|lila|rouge|vert|bleu|jaune"
)
_SHADE = "light|dark|deep|bright|soft|pale|muted|neon|glowing|glow"
_EFFECT = "tint|tinted|shade|glow|glowing|border|outline|background|gradient|accent|highlight|fill|tone"
_SIDES = "TOP|BOTTOM|MIDDLE|CENT(?:ER|RE)|LEFT|RIGHT|UPPER|LOWER|FAR|INNER|OUTER"
_PLACES = "SECTION|ROW|ZONE|PANEL|COLUMN|BAND|CORNER|HALF|STRIP"
# Parts of a layout, and of software, too ("MIDDLE TIER: Application Server").
_AREAS = f"{_PLACES}|TIER|LANE|AREA|SIDE|BAR|BRANCH|LAYER|BLOCK"
_THINGS = r"icons?|logos?|arrows?|glyphs?|pictograms?|emoji|illustrations?|symbols?|silhouettes?"

MARKED = lazy(r"^\s*={3,}\s*[^\W_](?!.*\b(?:passed|failed|errors?)\b).*={2,}\s*$")
_PLACED = lazy(rf"^\s*(?:(?:{_SIDES})[ -])+(?:{_PLACES})\s*:.*|^\s*(?:{_SIDES})(?:-(?:{_SIDES}))+\s*:.*")
_TINTED = lazy(rf"\((?:(?:{_SHADE})[ -])?(?:{COLOURS})[ -](?:{_EFFECT})\)", re.IGNORECASE)
_ICON = lazy(rf"\[[^\]]*\w\s+(?:{_THINGS})\]", re.IGNORECASE)
_FONT_WORDS = "font|schrift|schriftart|tipograf[ií]a|fuente de letra|police de caractères"
_FONT = lazy(
    rf"(?<![-\w])(?:{_FONT_WORDS})(?: (?:family|size|weight|style))?\s*:\s*\S+ \S+|\bsans[- ]serif (?:font|type)",
    re.IGNORECASE,
)
_CANVAS = lazy(
    r"\b\d{1,2}:\d{1,2} aspect ratio\b|--ar \d|--v \d|\bphotorealistic \d?k\b|\bcolou?r scheme\s*:\s*\w+",
    re.IGNORECASE,
)
ALWAYS = (
    (MARKED, "a mark-up of sections"),
    (_PLACED, "a place in the layout"),
    (_TINTED, "a colour instruction"),
    (_ICON, "a placeholder for an icon"),
    (_FONT, "an instruction for the font"),
    (_CANVAS, "an instruction for the canvas"),
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
_ANY_COLOUR = rf"\([^()]{{0,30}}\b(?:{COLOURS})\)|\b(?:{COLOURS})[ -](?:{_EFFECT}|badge|box)\b"
_ANY_THING = rf"\b(?:{_THINGS})\b|\b(?:ic[oô]ne|icono|ícone|icona)\s?:|\bwith (?:an? |the )?(?:[\w-]+ ){{0,3}}(?:shield|checkmark|padlock|lock|gear|badge)\b"
_ANY_ORDER = r"^\W*(?:draw|render|place|position|align|depict|show|include|make sure|do not (?:draw|include|use))\b(?=.* .* )"
IN_PROMPT = (
    (lazy(r"^\s*(?:={2,}\s*[^\W_].*|\*\*[^*]+\*\*\s*$)"), "a mark-up of sections"),
    (
        lazy(
            rf"(?<![-\w])(?:{_FONT_WORDS})\s*:\s*\S+|\btypography\s*:|\b(?:bold|clean|modern|rounded)\s+sans[- ]serif\b",
            re.IGNORECASE,
        ),
        "an instruction for the font",
    ),
    (
        lazy(
            r"\b\d{1,2}:\d{1,2} (?:landscape|portrait)\b"
            r"|\b(?:style|layout|aesthetic|palette|aspect ratio|background(?: colou?r)?)\s*:\s*\w+",
            re.IGNORECASE,
        ),
        "an instruction for the canvas",
    ),
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
