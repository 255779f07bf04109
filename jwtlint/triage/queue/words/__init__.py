"""The words of the queue that editors change without touching code."""

import tomllib
from functools import cache
from importlib.resources import files

_FALLBACK = "en"


@cache
def _languages() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "statement.toml").read_text(encoding="utf-8"))


def statement_words(language: str | None) -> dict[str, str]:
    """The words of a statement of reasons in a language (ISO 639-1), in English where there are none."""
    known = _languages()
    return known.get(language or "", known[_FALLBACK])
