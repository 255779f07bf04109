"""Reading the language field of an entry: a name, a code (BCP 47), or both."""

from typing import NamedTuple

from jwtlint.context import Context
from jwtlint.regex import lazy

_BOTH = lazy(
    r"(?P<name>[^()\[\]]*[^()\[\]\s])\s*[(\[]\s*(?P<code>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})\s*[)\]]"
    r"|(?P<plain_name>[^()\[\]/|,;–—-]*[^()\[\]/|,;\s–—-])\s*(?:/|\||,|;|\s[–—-]\s)\s*(?P<plain_code>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})"
)
# No name of a language is longer.
LONGEST = 60
_CODE = lazy(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# Codes for one language, or for a language and the one that stands for it in common use.
_SAME = (
    frozenset(("no", "nb", "nn")),
    frozenset(("zh", "cmn", "yue")),
    frozenset(("fa", "pes", "prs")),
    frozenset(("fil", "tl")),
    frozenset(("he", "iw")),
    frozenset(("id", "in")),
    frozenset(("sr", "sh")),
    frozenset(("hr", "sh")),
    frozenset(("ms", "zsm")),
)


class Declared(NamedTuple):
    """What the field says: the name and the code, either of them "" where it is not given."""

    name: str
    code: str


def read_language(value: str, context: Context) -> Declared:
    """Take the value of a language field apart."""
    value = value.strip().rstrip(".")
    if len(value) > LONGEST:
        return Declared(value, "")
    if match := _BOTH.fullmatch(value):
        return Declared(match["name"] or match["plain_name"], match["code"] or match["plain_code"])
    if (
        _CODE.fullmatch(value)
        and (len(value) < 4 or "-" in value or "_" in value)
        and not _known(value, context)
    ):
        return Declared("", value)
    return Declared(value, "")


def code_of_name(name: str, context: Context) -> str | None:
    """The ISO 639 code of a language by its name in English or in itself; None for a name that nobody knows."""
    known = _known(name, context)
    if known or len(name) > LONGEST:
        return known
    # Slow to load, and needed only for languages that no catalog of ours has yet.
    import langcodes

    try:
        return langcodes.find(name).language
    except LookupError:
        return None


def is_tag(code: str, context: Context) -> bool:
    """Is it a valid language tag of BCP 47?"""
    primary, _, region = code.replace("_", "-").partition("-")
    if primary.lower() in context.vocabulary("languages").get("codes", {}).values() and not region:
        return True
    if region.upper() in context.vocabulary("regions").get(primary.lower(), ()):
        return True
    import langcodes

    return langcodes.tag_is_valid(code.replace("_", "-"))


def fits(language: str, code: str, context: Context) -> bool:
    """Is the code one of the language, or of a region where it is written?"""
    primary, _, rest = code.replace("_", "-").partition("-")
    primary = primary.lower()
    if primary == language or any(primary in same and language in same for same in _SAME):
        return not rest or is_tag(code, context)
    regions = context.vocabulary("regions").get(language)
    if regions is not None and len(primary) == 2 and not rest:
        return primary.upper() in regions
    return _is_same_or_spoken(language, code)


def _is_same_or_spoken(language: str, code: str) -> bool:
    import langcodes

    if not langcodes.tag_is_valid(code.replace("_", "-")):
        return _is_spoken(language, code)
    return langcodes.standardize_tag(code).partition("-")[0] == language or _is_spoken(language, code)


def _is_spoken(language: str, region: str) -> bool:
    import langcodes

    if len(region) != 2:
        return False
    return langcodes.Language.make(language, territory=region.upper()).speaking_population() > 0


def _known(name: str, context: Context) -> str | None:
    codes = context.vocabulary("languages").get("codes", {})
    code = codes.get(name)
    if code is None:
        folded = name.casefold()
        code = next((code for known, code in codes.items() if known.casefold() == folded), None)
    return code if isinstance(code, str) else None
