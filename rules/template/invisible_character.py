"""A character that nobody can see stands in the text: a zero-width space, a soft hyphen, a control character.

It splits a word for whoever compares names, searches the catalog or draws letter by letter, and no editor sees why.
Joiners inside emoji and in scripts that need them (Persian, Hindi) are meant.

```bad
[[Side\u200bcar]] B answers Sidecar A. The [[auto\u00admatic]] check runs every 10 s.
```

```fixed
Sidecar B answers Sidecar A. The automatic check runs every 10 s.
```

```good
Sidecar B answers Sidecar A. Draw one 👩\u200d💻 and a ❤\ufe0f.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Edit, Finding, Fix, Safety, Severity
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Text

from ._words import by_word

_INVISIBLE = lazy(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2028\u2029"
    "\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]+"
)
_CONTROL = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_ENDS = frozenset("\x0b\x0c\x85\u2028\u2029")
_KEYCAPS = frozenset("#*0123456789")
_JOINERS = frozenset("\u200c\u200d")
# Arabic to Khmer: scripts in which joiners change the shape of a letter.
_JOINED_SCRIPTS = lazy("[\u0600-\u109f\u1780-\u17ff\u1800-\u18af]")
_NAMES = {
    "\xad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}


@rule("TPL122", "invisible-character", Severity.WARNING)
def invisible_character(text: Text) -> Iterator[Finding]:
    value = text.value
    if value.isascii() and not _CONTROL.search(value):
        return
    matches = (match for match in _INVISIBLE.finditer(value) if not _is_meant(match))
    for word, found in by_word(text, matches):
        yield Finding(
            word,
            f"{_name(found[0].group()[0])} in {_seen(word.value)!r}",
            "remove it",
            fix=Fix(
                "remove the invisible characters",
                Safety.SAFE,
                tuple(Edit(text.matched(match), _instead(match)) for match in found),
            ),
        )


def _is_meant(match: re.Match[str]) -> bool:
    value, characters = match.string, match.group()
    before = value[match.start() - 1 : match.start()] if match.start() else ""
    after = value[match.end() : match.end() + 1]
    first = characters[0]
    if "\ufe00" <= first <= "\ufe0f" or first >= "\U000e0001":
        # A variation selector or tag belongs to the symbol before it.
        keycap = before in _KEYCAPS
        symbol = before >= "\u2000" or not (before.isascii() or before.isspace() or before.isalpha())
        return bool(before) and (keycap or symbol)
    if first not in _JOINERS or len(characters) > 1:
        return False
    if _JOINED_SCRIPTS.match(before):
        return True
    return first == "\u200d" and before > "\u2190" and after > "\u2190"


def _instead(match: re.Match[str]) -> str:
    """A blank or line end where the characters divided words, else nothing."""
    if not any(character in _LINE_ENDS for character in match.group()):
        return ""
    return "\n" if "\u2028" in match.group() or "\u2029" in match.group() else " "


def _name(character: str) -> str:
    known = _NAMES.get(character)
    code = f"U+{ord(character):04X}"
    return f"a {known} ({code}) stands" if known else f"an invisible character ({code}) stands"


def _seen(word: str) -> str:
    return _INVISIBLE.sub("", word)
