"""Data in the page: JSON in elements that are never run, and that nothing within can end."""

import json
from collections.abc import Iterable, Iterator

from ...regex import lazy

# "<" could end the element or begin a comment in it (HTML Living Standard, 4.12.1.3); half a surrogate pair has
# no place in UTF-8.
_UNSAFE = lazy("[<>&\u2028\u2029\ud800-\udfff]")


def block(name: str, value: object) -> str:
    """The element with the id `name` that holds a value."""
    return f"{_opened(name)}{encoded(value)}</script>\n"


def list_block(name: str, values: Iterable[object]) -> Iterator[str]:
    """The same for a long list, piece by piece."""
    yield f"{_opened(name)}["
    for number, value in enumerate(values):
        yield f",\n{encoded(value)}" if number else encoded(value)
    yield "]</script>\n"


def encoded(value: object) -> str:
    """JSON without any character that means something to HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _opened(name: str) -> str:
    return f'<script type="application/json" id="{name}">'
