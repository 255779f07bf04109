"""Is something said of the whole picture, or of a part of it: a panel, a half, the legend, the boxes?"""

import re

from jwtlint.regex import lazy

_WRITTEN = r"(?:captions?|labels?|text|lettering|headings?)"
_PLACES = (
    r"(?:legends?|notes?|steps|entries|callouts?|titles?|headers?|footers?|panels?|halves|half|sides?|columns?|rows?|insets?"
    r"|cards?|code|tables?|badges?|stickers?|strips?|corners?|left|right|top|bottom|upper|lower|first|second|third|lanes?"
    r"|zones?|bands?|sections?|screens?|screenshots?|windows?|monitors?|terminals?|bubbles?|before|after|frames?"
    r"|pages?|slides?)"
)
_THINGS = (
    r"(?:boxes|box|arrows?|icons?|lines?|outlines?|shapes?|nodes?|accents?|elements?|details?|buttons?|tiles?|toggles?"
    r"|switch(?:es)?|options?|settings?|variants?|versions?)(?!\s+(?:art|drawing|work))"
)
_HAVING = r"(?:with|has|have|having|contains?|shows?|uses?|gets?|needs?|carr(?:y|ies))"
# "Legend panel: white background", "the left half with a dark background", "dark boxes".
_BEFORE = lazy(
    rf"\b(?:(?:{_PLACES}|{_WRITTEN})(?:\s+(?:\w+\s+){{0,3}}(?:{_HAVING}|in|on|runs?|reads?)\b|\s*:)"
    rf"|{_THINGS}\s+(?:\w+\s+){{0,2}}{_HAVING}\b)[^.;]{{0,30}}$"
    r"|\b(?:left|right|upper|lower|top|bottom|first|second|each|every)\s+\w+\s+$"
)
_WITHIN = lazy(
    rf"\s*(?:(?:inside|within|in|on|for|at) (?:the|each|every|its) (?:\w+ )?{_PLACES}\b|(?:the\s+)?(?:\w+\s+)?{_PLACES}\b[^:.]*:)"
)
_DIRECTLY_BEHIND = lazy(rf"\s+(?:\w+\s+)?(?:{_PLACES}|{_THINGS}|{_WRITTEN})\b")
_BEHIND = lazy(
    rf"\s+(?:for|of|behind|in|inside|under|on|around|within|to) (?:(?:the|its|their|your) (?:\w+\s+)?(?:{_WRITTEN}|{_THINGS}|{_PLACES})"
    rf"|(?:all|every|each)\s+(?:\w+\s+)?{_PLACES})\b"
)
_EVERY_THING = lazy(
    rf"\s+(?:for|of|behind|in|inside|under|on|around) (?:all|every|each)\s+(?:\w+\s+)?{_THINGS}\b"
)
# "The legend has no icons", "arrows without a label", "the Browser box shows no text"; but boxes are all that there is.
_LACKING = lazy(
    rf"\b(?:{_PLACES}|{_WRITTEN}|(?!box|node){_THINGS}|photos?)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:{_HAVING}\s+|(?:is|are|stays?|comes?)\s+)?$"
    rf"|\b(?:the|each|every)\s+(?:\w+\s+){{1,3}}box\s+{_HAVING}\s+$"
    r"|\b(?:it|they|that|this|which|these)\s+(?:needs?|gets?|requires?|takes?|carry|carries)\s+$"
    r"|\b(?:needs|requires|ornaments|decorations?)\s+$"
)


def concerns_part(before: str, behind: str, *, of_background: bool) -> bool:
    """Is a demand made of a part only? `before` and `behind` are the rest of its sentence, in lower case.

    A background "of every box" is none of the picture; a style or range of colours is.
    """
    if _WITHIN.match(before) and before.strip():
        return True
    near, far = before.rpartition(",")[2], behind.partition(",")[0]
    if _BEFORE.search(near) or _DIRECTLY_BEHIND.match(far) or _BEHIND.match(far):
        return True
    return of_background and _EVERY_THING.match(far) is not None


def lacks_in_part(before: str) -> bool:
    """Is something only said to be missing in a part: "the legend has no icons", "arrows without a label"?

    `before` is the clause up to the words that deny, in lower case.
    """
    return _LACKING.search(re.split(r"[,:]", before)[-1]) is not None
