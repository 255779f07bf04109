"""A word is misspelt, in the language of its passage.

Generators draw labels letter by letter, and the mistake is then in the picture. Every passage is judged in
its own language, so that an English dictionary never judges a Spanish title. Code, paths, addresses,
identifiers and placeholders are no words. Words of the SEO target are what people type: for information
wherever they recur. Accept words of your own with `[spelling] accept` or a word list.

```bad
Show a caption: "The server [[recieves]] the request".
```

```fixed
Show a caption: "The server receives the request".
```

```good
Show a caption: "The server receives the request from `recieves.example.com/adress`".
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.document import Document
from jwtlint.finding import Finding, Fix, Safety, Severity, replace
from jwtlint.passage import Passage, Role
from jwtlint.rule import Skipped, rule
from jwtlint.spelling.dictionary import Dictionary
from jwtlint.spelling.judge import Misspelling, misspelling
from jwtlint.text import Text

from ._words import WORD, names, readable, search_words, standing


@rule("SPL101", "misspelling", Severity.WARNING)
def misspelt_word(document: Document, context: Context) -> Iterator[Finding | Skipped]:
    accepted = context.accepted

    def accept(word: str) -> bool:
        return word in accepted or word.lower() in accepted

    searched = search_words(document)
    named = names(document)
    for passage, language in readable(document):
        dictionary = context.dictionary(language) if language else None
        if dictionary is None:
            if WORD.search(passage.text.value):
                yield _not_judged(passage, language)
            continue
        for word in dict.fromkeys(WORD.findall(passage.text.value)):
            if dictionary.knows(word) or accept(word) or (passage.role is Role.PROSE and word in named):
                continue
            found = misspelling(word, dictionary, accept)
            if found is not None and not _of_another_language(passage, dictionary, document):
                yield from _findings(found, passage, word.casefold() in searched)


def _findings(found: Misspelling, passage: Passage, searched: bool) -> Iterator[Finding]:
    severity = Severity.WARNING if found.certain and not searched else Severity.INFO
    meant = found.suggestions[:1] if found.certain else found.suggestions
    for place in standing(found.word, passage):
        yield Finding(
            place,
            f"{found.word!r} is misspelt" if found.certain else f"{found.word!r} is in no dictionary",
            f"write {' or '.join(map(repr, meant))}",
            fix=None if searched else _fix(place, found, passage),
            severity=severity,
        )


def _fix(place: Text, found: Misspelling, passage: Passage) -> Fix:
    """Safe where the correction is beyond doubt and the word is not part of a name."""
    named = passage.role in (Role.BOX, Role.TITLE, Role.ENTRY_TITLE) and not found.word.islower()
    meant = found.suggestions[0]
    return replace(
        place, meant, f"write {meant!r}", Safety.SAFE if found.certain and not named else Safety.UNSAFE
    )


def _of_another_language(passage: Passage, dictionary: Dictionary, document: Document) -> bool:
    """Is the passage, or all that is drawn, written in another language than the prompt demands?"""
    identify = document.context.languages.identify
    texts = [passage.text.value]
    if passage.drawn:
        texts.append("\n".join(other.text.value for other in document.passages if other.drawn))
    return any(language not in (None, dictionary.language) for language in map(identify, texts))


def _not_judged(passage: Passage, language: str | None) -> Skipped:
    if language is None:
        return Skipped(f"the language of the {passage.role.value} could not be told")
    return Skipped(f"no dictionary for the language {language!r}")
