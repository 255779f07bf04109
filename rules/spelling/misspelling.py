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
from functools import lru_cache

from jwtlint.context import Context
from jwtlint.document import Document
from jwtlint.finding import Finding, Fix, Safety, Severity, replace
from jwtlint.passage import Passage, Role
from jwtlint.rule import Skipped, rule
from jwtlint.spelling.dictionary import Dictionary
from jwtlint.spelling.judge import Misspelling, misspelling
from jwtlint.text import Text

from ._words import WORD, names, readable, search_words, standing

_MEMO_LIMIT = 50_000


@rule("SPL101", "misspelling", Severity.WARNING)
def misspelt_word(document: Document, context: Context) -> Iterator[Finding | Skipped]:
    searched = search_words(document)
    named = names(document)
    spotless = _spotless(document, context)
    for passage, language in readable(document):
        if spotless and not passage.of_entry:
            return
        words = set(WORD.findall(passage.text.value))
        judge = _judge(context, language) if language else None
        if judge is None:
            if words:
                yield _not_judged(passage, language)
            continue
        words -= judge.right
        if passage.role is Role.PROSE:
            words -= named
        wrong = {found.word: found for found in map(judge, words) if found is not None}
        if wrong and not _of_another_language(passage, judge.dictionary, document):
            for place in standing(wrong, passage):
                yield _finding(wrong[place.value], place, passage, place.value.casefold() in searched)


def _spotless(document: Document, context: Context) -> bool:
    """Is every word of a prompt in one language right? Then none of its passages needs a look of its own."""
    prompt = document.prompt
    languages = {passage.language for passage in prompt.passages} if prompt else set()
    if prompt is None or len(languages) != 1:
        return False
    language = languages.pop()
    judge = _judge(context, language) if language else None
    if judge is None:
        return False
    return not any(map(judge, set(WORD.findall(prompt.text.value)) - judge.right))


class _Judge:
    """Judges words of one language, each once."""

    def __init__(self, dictionary: Dictionary, accepted: frozenset[str]) -> None:
        self.dictionary = dictionary
        self.right: set[str] = set()
        self._accepted = accepted
        self._wrong: dict[str, Misspelling] = {}

    def __call__(self, word: str) -> Misspelling | None:
        found = self._wrong.get(word)
        if found is None and word not in self.right:
            found = misspelling(word, self.dictionary, self._accept)
            if len(self.right) + len(self._wrong) > _MEMO_LIMIT:
                self.right.clear()
                self._wrong.clear()
            if found is None:
                self.right.add(word)
            else:
                self._wrong[word] = found
        return found

    def _accept(self, word: str) -> bool:
        return word in self._accepted or word.lower() in self._accepted


@lru_cache(maxsize=16)
def _judge(context: Context, language: str) -> _Judge | None:
    dictionary = context.dictionary(language)
    return None if dictionary is None else _Judge(dictionary, context.accepted)


def _finding(found: Misspelling, place: Text, passage: Passage, searched: bool) -> Finding:
    meant = found.suggestions[:1] if found.certain else found.suggestions
    return Finding(
        place,
        f"{found.word!r} is misspelt" if found.certain else f"{found.word!r} is in no dictionary",
        f"write {' or '.join(map(repr, meant))}",
        fix=None if searched else _fix(place, found, passage),
        severity=Severity.WARNING if found.certain and not searched else Severity.INFO,
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
