"""The words of a document that a dictionary may judge."""

from collections.abc import Container, Iterator

from jwtlint.document import Document
from jwtlint.entry.model import Field
from jwtlint.lexicon.exempt import is_code
from jwtlint.passage import Passage, Role
from jwtlint.regex import lazy
from jwtlint.text import Text

WORD = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def readable(document: Document) -> Iterator[tuple[Passage, str | None]]:
    """The passages with words to judge, and their language.

    A short title whose language cannot be told is taken for written in the language of the other fields.
    """
    languages = {passage.language for passage in document.entry_passages if passage.language}
    usual = languages.pop() if len(languages) == 1 else None
    for passage in document.passages:
        if passage.role is not Role.ENTRY_TARGET:
            yield passage, passage.language or (usual if passage.of_entry else None)


def standing(words: Container[str], passage: Passage) -> Iterator[Text]:
    """The places of the passage where one of the words stands and is no code or identifier."""
    value = passage.text.value
    for match in WORD.finditer(value):
        start, end = match.span()
        if match.group() in words and not _glued(value, start, end) and not is_code(value, start, end):
            yield passage.text.cut(start, end)


def _glued(value: str, start: int, end: int) -> bool:
    before, after = value[max(0, start - 1) : start], value[end : end + 1]
    return before.isalnum() or after.isalnum() or before in ("_", "'", "’") or after == "_"


def search_words(document: Document) -> frozenset[str]:
    """The words, in lower case, that the entry wants to be found by."""
    target = document.entry.get(Field.SEO_TARGET)
    return frozenset(word.casefold() for word in WORD.findall(target.value)) if target else frozenset()


def names(document: Document) -> frozenset[str]:
    """The words of the box names. They are judged where a box is declared, in the language of the picture."""
    prompt = document.prompt
    if prompt is None:
        return frozenset()
    return frozenset(word for box in prompt.boxes for word in WORD.findall(box.name.value))
