"""Languages as entries state them, under one name each."""

from functools import lru_cache

from ...regex import lazy

_BRACKETED = lazy(r"\s*[(\[]\s*[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}\s*[)\]]\s*$")
_CODE = lazy(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")
_LONGEST = 60


@lru_cache(maxsize=1024)
def language_name(value: str) -> str:
    """The English name of a language for its code (BCP 47), its name in English or in itself, or a name with a code
    behind it; any other value stays as it is."""
    name = _BRACKETED.sub("", value)
    if not name or len(name) > _LONGEST:
        return value
    import langcodes

    if _CODE.fullmatch(name) and langcodes.tag_is_valid(name):
        return langcodes.Language.get(name).display_name()
    try:
        language = langcodes.find(name)
    except LookupError:
        return value
    # What is found may only be alike, and a misspelt language has to be seen as such.
    known = {language.display_name().casefold(), language.autonym().casefold()}
    return language.display_name() if name.casefold() in known else value
