"""Characters were decoded with the wrong character set, so that "ü" has become "Ã¼".

The text was written as UTF-8 and read as Windows-1252 or Latin-1; reading it back the same way restores it. A
replacement character (U+FFFD) tells that a character is lost for good.

```bad
Label the arrow [[â€œRÃ¼ckgabeâ€]] and show [[22Â°C]].
```

```fixed
Label the arrow “Rückgabe” and show 22°C.
```

```good
Label the arrow “Rückgabe” and show 22 °C. Das Wort „Spaß“ und “CAFÉ” bleiben, wie sie sind.
```
"""

import re
from collections.abc import Iterator

from jwtlint.finding import Edit, Finding, Fix, Safety, Severity
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule
from jwtlint.text import Text

from ._words import by_word

# What Windows-1252 makes of the bytes 80 to BF; Latin-1 leaves the first half of them as control characters.
_TRAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_BROKEN = lazy(
    rf"""[ÂÃÄÅ][{_TRAIL}]
    | (?:[ÎÏÐÑ×ØÙ][{_TRAIL}]){{2,}}
    | (?:[âã-é][{_TRAIL}]{{2}})+
    | ð[{_TRAIL}]{{3}}
    | â€
    | \ufffd+
    """,
    re.VERBOSE,
)
_LOST = "\ufffd"
_LIKELY = lazy("[ÂÃÄÅÎÏÐÑ×ØÙâã-éð\ufffd]")
_CLOSING = frozenset("”“’‘–—…•»")
_PLAUSIBLE = lazy(
    "[\xa0-\u017f\u0192\u02c6\u02dc\u0370-\u06ff\u1e00-\u1eff\u2000-\u2bff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uff00-\uffef\U0001f000-\U0001faff]+"
)


@rule("TPL121", "mojibake", Severity.ERROR, supersedes=("TPL122", "TPL131"), where=Where.BOTH)
def mojibake(text: Text) -> Iterator[Finding]:
    value = text.value
    if value.isascii() or not _LIKELY.search(value):
        return
    for word, matches in by_word(text, _BROKEN.finditer(value)):
        if any(match.group().startswith(_LOST) for match in matches):
            yield Finding(word, f"characters of {word.value!r} were lost (U+FFFD)", "write them again")
            continue
        edits = tuple(
            Edit(text.matched(match), repaired) for match in matches if (repaired := _repaired(match))
        )
        if edits:
            yield Finding(
                word,
                f"{word.value!r} was decoded with the wrong character set",
                "write what was meant, and read the file as UTF-8",
                fix=Fix("restore the characters", Safety.SAFE, edits),
            )


def _repaired(match: re.Match[str]) -> str | None:
    """What the characters were, or None where they are meant as they stand."""
    broken = match.group()
    if broken == "â€":
        # The last byte of a closing quotation mark has no character in Windows-1252, and is often dropped.
        return "”"
    value, start = match.string, match.start()
    if broken[1] in _CLOSING and start and value[start - 1].isupper():
        return None
    if broken[0] in "ãäåæçèé" and len(broken) < 6:
        return None
    try:
        repaired = b"".join(map(_byte, broken)).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return repaired if _PLAUSIBLE.fullmatch(repaired) else None


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if ord(character) < 0x100 else "cp1252")
