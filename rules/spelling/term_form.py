"""A technical term is not written in its canonical form ("Oauth", "Postgre SQL", "Https").

Readers notice a misspelt protocol first, and generators copy it letter by letter. Only listed wrong forms are
reported, never in code, paths, addresses and file names. Advice on style and a term in lower case are for
information, and so are a word of the SEO target wherever it recurs, and the casing of what was drawn.

```bad
Show a caption: "Sign in with [[Oauth]] over [[Https]]".
```

```fixed
Show a caption: "Sign in with OAuth over HTTPS".
```

```good
Show a caption: "Sign in with OAuth over HTTPS at https://example.com/Oauth".
```
"""

from collections.abc import Iterator

from jwtlint.document import Document
from jwtlint.finding import Finding, Fix, Safety, Severity, replace
from jwtlint.lexicon.mention import Mention
from jwtlint.passage import Role
from jwtlint.rule import Where, rule

from ._words import WORD, search_words


@rule("SPL103", "term-form", Severity.WARNING, supersedes=("SPL101", "PIC102"), where=Where.BOTH)
def term_form(document: Document) -> Iterator[Finding]:
    searched = search_words(document)
    for mention in document.mentions["term"]:
        canonical = mention.term.name
        wrong = mention.text.value
        cased = document.picture is not None and wrong.casefold() == canonical.casefold()
        minor = mention.data["advice"] or mention.data["case_only"] or cased
        words = map(str.casefold, WORD.findall(wrong))
        search = mention.passage.role is Role.ENTRY_TARGET or searched.issuperset(words)
        yield Finding(
            mention.text,
            f"{wrong!r} is better written {canonical!r}" if minor else f"{wrong!r} is not the canonical form",
            f"write {canonical!r}",
            fix=None if search else _fix(mention, minor),
            severity=Severity.INFO if minor or search else Severity.WARNING,
        )


def _fix(mention: Mention, minor: bool) -> Fix:
    canonical = mention.term.name
    return replace(mention.text, canonical, f"write {canonical!r}", Safety.UNSAFE if minor else Safety.SAFE)
