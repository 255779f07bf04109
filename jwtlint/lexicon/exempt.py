"""Words that are not prose: code, addresses, paths, identifiers, file names."""

import re

from ..regex import lazy

_CHUNK_BEFORE = lazy(r"[^\s\"“”„«»‘(),;]*$")
_CHUNK_AFTER = lazy(r"[^\s\"“”„«»’(),;]*")
_LONGEST = 200
_NOT_PROSE = lazy(
    r"""
      ^[/~.]{0,2}/[\w{<:.~*-]          # /graphql, ./run, ~/bin
    | ://
    | ^[\w.-]+/[\w.-]+/[\w./-]+$      # topics and paths of three parts
    | ^[\w.+-]+@[\w-]+\.               # mail address
    | ^(?:www|api|cdn)\.\w
    | \w\.(?:com|org|net|io|dev|example|local|internal|js|ts|py|json|ya?ml|md|txt|png|svg|jpe?g|webp|html?|css|sh|toml|xml|sql|go|rs|java)(?:$|[/:?#.'’])
    | _\w | \w_
    | ^[#@$%&\\<{]\S                  # hashtag, mention, variable, tag, placeholder
    | [{}<>=\\$]
    | \w\(\)
    | [?&]\w+=
    | ^--?\w
    | ::
    """,
    re.VERBOSE,
)


def chunk_around(value: str, start: int, end: int) -> str:
    """The characters between blanks, quotes and commas around `value[start:end]`."""
    before = _CHUNK_BEFORE.search(value, max(0, start - _LONGEST), start)
    after = _CHUNK_AFTER.match(value, end, end + _LONGEST)
    return (before.group() if before else "") + value[start:end] + (after.group() if after else "")


def is_code(value: str, start: int, end: int) -> bool:
    """Do these words belong to code, a path, an address or an identifier?"""
    chunk = chunk_around(value, start, end)
    if len(chunk) > end - start and _NOT_PROSE.search(chunk.strip(".:!?'’…")):
        return True
    return _in_backticks(value, start, end)


def _in_backticks(value: str, start: int, end: int) -> bool:
    lowest = max(0, start - _LONGEST)
    low = max(value.rfind("\n", lowest, start) + 1, lowest)
    if value.count("`", low, start) % 2 == 0:
        return False
    closing = value.find("`", end, end + _LONGEST)
    return closing >= 0 and "\n" not in value[end:closing]
