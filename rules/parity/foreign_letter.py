"""A word of a translation has a letter that its language does not write, or characters that were decoded wrongly.

Names with a capital letter are left alone.

```bad
Legend: 1. The customer opens the order page. 2. The server saves the password.
--- translated
Leyenda: 1. El cliente abre la [[pÃ¡gina]] de pedidos. 2. El servidor guarda la contraseña.
```

```good
Legend: 1. The customer opens the order page. 2. The server saves the password.
--- translated
Leyenda: 1. El cliente abre la página de pedidos. 2. El servidor guarda la contraseña.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.parity.labels import LabelPair
from jwtlint.parity.pair import Languages, Pair
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._labels import about

_WORD = lazy(r"[^\W\d_]\S*")
_BROKEN = lazy("[ÂÃ][\x80-\xbf¡-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\xa0]|â€|\ufffd")
_LOST = lazy(r"(?<=[a-zà-ÿ])\?(?=[a-zà-ÿ])")


@rule("PAR146", "foreign-letter", Severity.ERROR)
def foreign_letter(label: LabelPair, pair: Pair, languages: Languages) -> Iterator[Finding]:
    letters = pair.words.letters(languages.target)
    original = label.original.value
    for word in label.translation.find_all(_WORD):
        value = word.value
        if value in original:
            continue
        if _BROKEN.search(value) or (_LOST.search(value) and "/" not in value and "=" not in value):
            what = "was decoded with the wrong character set"
        elif letters and value[0].islower() and (odd := _odd(value, letters)):
            what = f"has {odd!r}, which {pair.words.name_of(languages.target)} does not write"
        else:
            continue
        yield about(
            label,
            f"{value!r} in the translation of {label.name} {what}",
            "write the letters that are meant",
            at=word,
        )


def _odd(word: str, letters: str) -> str:
    """The first letter that is neither plain nor one of a language."""
    return next(
        (one for one in word.lower() if one.isalpha() and not one.isascii() and one not in letters), ""
    )
