"""Is something demanded of the whole picture, prohibited, or neither for certain?"""

import re
from enum import Enum

from jwtlint.context import Context

from ._prose import Prose


class Stance(Enum):
    """What a prompt wants of a thing. `OPEN` is all that is less than certain: wished, partial, exempted."""

    ASKED = "asked"
    FORBIDDEN = "forbidden"
    OPEN = "open"


_WHOLE = (
    r"(?:\s+(?:anywhere|at all|whatsoever|please|of any (?:kind|sort)"
    r"|(?:in|on|inside|within|across) (?:the|this|any|your) (?:\w+ )?"
    r"(?:image|picture|drawing|diagram|infographic|poster|graphic|illustration|scene|composition|artwork|output|canvas)))*"
)
_VERBS = "use|draw|add|include|show|place|put|print|depict|render|display|insert|apply|make|have|set|write"
FORBIDDING = re.compile(
    rf"\b(?:no|without|avoid(?:ing)?|omit|skip|drop|exclude|free (?:of|from)|leave out|never(?: (?:{_VERBS}|in|be))?"
    rf"|(?:do not|don['’]t|must not|mustn['’]t|should not|shouldn['’]t|shall not|not to) (?:{_VERBS})"
    r"|kein(?:e[nmrs]?)?|ohne|sin|sans|sem|senza|ningún|ninguna|aucune?|nenhuma?|nessuna?)"
    r"(?:\s+(?:an?|any|the|all|use|using|either))*\s+",
)
_FORBIDDEN_BEFORE = re.compile(rf"(?:{FORBIDDING.pattern})$")
_FORBIDDEN_BEHIND = re.compile(
    r"\s*(?:is|are|must be|should be)?\s*(?:not (?:allowed|wanted|permitted)|forbidden|prohibited|banned|unwanted)\b"
)
UNSCOPED = re.compile(rf"{_WHOLE}\s*(?:$|[.,;:!?)\n\0—–]|\s-{{1,2}}\s|(?:and|or|nor|no)\b)")
EXCEPTED = re.compile(
    r"\b(?:except(?:ing)?|beyond|other than|besides|apart from|unless|outside of|save for|only if|but)\b"
)
_SOFT = re.compile(
    r"\b(?:if|optional(?:ly)?|where possible|when possible|may|might|could|can|ideally|prefer(?:ably|red|s)?|unless|whether"
    r"|hints?|ignore|despite|regardless|although|even though|imagine|inspired|reminiscent|resembl\w+|feel free|perhaps"
    r"|maybe|variants?|versions?|wenn möglich|falls|si es posible|si possible|optional\w*|opcional\w*)\b"
)
_SOFT_BEHIND = re.compile(
    r"\s*(?:may|might|could|can|would|is optional|are optional)\b"
    r"|[^,]*\b(?:if|unless|(?:where|when) (?:possible|needed)|inspired|(?:-|\s)like|hints?|despite|regardless)\b"
)
_EITHER = re.compile(r"\b(?:or|either|whichever|oder|o|ou|oppure|versus|vs)\b|/")
_UNWANTED = re.compile(
    r"\s*(?:\w+ ){0,2}(?:out|away|off|none|not|never|no longer|unnecessary|needless|superfluous)\b|\s*[:=]\s*(?:none|no|off)\b"
)
_NEAR = 28


def stance(prose: Prose, context: Context, language: str | None, start: int, end: int) -> Stance:
    """How the prompt stands to the words of its prose between two offsets."""
    if prose.number(start) in prose.forbidden:
        return Stance.FORBIDDEN
    low, high = prose.statement(start, end)
    before, behind = prose.lowered[low:start], prose.lowered[end:high]
    if _FORBIDDEN_BEHIND.match(behind):
        return Stance.FORBIDDEN
    if _FORBIDDEN_BEFORE.search(before):
        whole = UNSCOPED.match(behind) and not EXCEPTED.search(prose.lowered, *prose.sentence(start, end))
        return Stance.FORBIDDEN if whole else Stance.OPEN
    if _SOFT.search(before) or _SOFT_BEHIND.match(behind) or _UNWANTED.match(behind):
        return Stance.OPEN
    if _EITHER.search(f" {before}"[-_NEAR:].partition(" ")[2].rpartition(",")[2]) or _EITHER.search(
        f"{behind} "[:_NEAR].rpartition(" ")[0].partition(",")[0]
    ):
        return Stance.OPEN
    polarity = context.polarity.of(prose.value, start, end, language)
    return Stance.OPEN if polarity.negated or polarity.questioned else Stance.ASKED
