"""Is something demanded of the whole picture, prohibited, or neither for certain?"""

from enum import Enum

from jwtlint.context import Context
from jwtlint.regex import lazy

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
_VERBS = "use|draw|add|include|show|place|put|print|depict|render|display|insert|apply|make|have|set|write|contain|carry"
_DENYING = (
    rf"\b(?:no|without|avoid(?:ing)?|omit|skip|exclude|free (?:of|from)|leave out|drop(?= (?:the|all|any)\b)"
    rf"|never(?: (?:{_VERBS}))?"
    rf"|(?:do not|don['’]t|does not|doesn['’]t|must not|mustn['’]t|should not|shouldn['’]t|shall not|not to) (?:{_VERBS})"
    r"|kein(?:e[nmrs]?)?|ohne|sin|sans|sem|senza|ningún|ninguna|aucune?|nenhuma?|nessuna?)"
    r"(?:\s+(?:an?|any|the|all|use|using|either))*\s+"
)
FORBIDDING = lazy(_DENYING)
_FORBIDDEN_BEFORE = lazy(rf"(?:{_DENYING})$")
_FORBIDDEN_BEHIND = lazy(
    r"\s*(?:is|are|must be|should be)?\s*(?:not (?:allowed|wanted|permitted)|forbidden|prohibited|banned|unwanted)\b"
)
UNSCOPED = lazy(rf"{_WHOLE}\s*(?:$|[.,;:!?)\n\0—–]|\s-{{1,2}}\s|(?:and|or|nor|no)\b)")
EXCEPTED = lazy(
    r"\b(?:except(?:ing)?|beyond|other than|besides|apart from|unless|outside of|save for|only if|but)\b"
)
_SOFT_BEFORE = lazy(
    r"\b(?:if|optional(?:ly)?|(?:where|when) possible|may|might|could|can|ideally|prefer(?:ably|red|s)?|unless|whether"
    r"|hints?|ignore|despite|regardless|although|even though|imagine|inspired|reminiscent|resembl\w+|feel free|perhaps"
    r"|maybe|variants?|versions?|room for|space for|wenn möglich|falls|si es posible|si possible|optional\w*|opcional\w*)\b"
)
_SOFT_BEHIND = lazy(
    r"\s*(?:may|might|could|can|would|is optional|are optional)\b"
    r"|[^,]*\b(?:if|unless|(?:where|when) (?:possible|needed)|inspired|(?:-|\s)like|hints?|despite|regardless)\b"
)
_EITHER = lazy(r"\b(?:or|either|whichever|oder|o|ou|oppure|versus|vs)\b|/")
_UNWANTED = lazy(
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
    if prose.may_be_denied(start) and _FORBIDDEN_BEFORE.search(before):
        whole = UNSCOPED.match(behind) and not EXCEPTED.search(prose.lowered, *prose.sentence(start, end))
        return Stance.FORBIDDEN if whole else Stance.OPEN
    if _SOFT_BEFORE.search(before) or _SOFT_BEHIND.match(behind) or _UNWANTED.match(behind):
        return Stance.OPEN
    if _has_alternative(before, behind):
        return Stance.OPEN
    polarity = context.polarity.of(prose.value, start, end, language)
    return Stance.OPEN if polarity.negated or polarity.questioned else Stance.ASKED


def _has_alternative(before: str, behind: str) -> bool:
    """Does an "or" stand near, in the same part of a list?"""
    near = f" {before}"[-_NEAR:].partition(" ")[2].rpartition(",")[2]
    far = f"{behind} "[:_NEAR].rpartition(" ")[0].partition(",")[0]
    return bool(_EITHER.search(near) or _EITHER.search(far))
