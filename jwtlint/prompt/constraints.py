"""Reading the conditions that a prompt puts on the picture."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..regex import lazy
from .model import Topic
from .ranges import Range
from .unit import Unit


class ReadConstraint(NamedTuple):
    """A condition: offsets of its words, its value, and whether it forbids."""

    topic: Topic
    at: Range
    value: str = ""
    negative: bool = False


_DRAWN_TEXT = frozenset(
    [
        "text",
        "texts",
        "label",
        "labels",
        "labeled",
        "labelled",
        "heading",
        "headings",
        "caption",
        "captions",
        "legend",
        "legends",
        "written",
        "language",
        "word",
        "words",
        "note",
        "notes",
        "title",
        "titles",
        "english",
        "spell",
        "spelled",
        "spelling",
        "characters",
        "lettering",
        "copy",
        "annotation",
        "annotations",
        "all",
        "everything",
        "everywhere",
        "visible",
        "wording",
        "language",
        "texto",
        "textos",
        "etiqueta",
        "etiquetas",
        "leyenda",
        "rótulo",
        "rótulos",
        "idioma",
        "escrito",
        "escrita",
        "escritos",
        "escritas",
        "todo",
        "todos",
        "beschriftung",
        "beschriftungen",
        "texte",
        "texten",
        "sprache",
        "legende",
        "alle",
        "alles",
        "libellés",
        "étiquettes",
        "légende",
        "langue",
        "rédigé",
        "rédigés",
        "tout",
        "tous",
        "legenda",
        "língua",
        "etichette",
        "lingua",
        "testo",
        "testi",
        "todas",
    ]
)
_WORD = lazy(r"[^\W\d_]+")
_ENGLISH_WORDS = frozenset({"polish"})
_NEGATION = lazy(
    r"\b(?:no|not|never|without|avoid|don't|do not|nicht|kein\w*|ohne|sin|sans|pas|sem|não|senza|non|nunca)\b",
    re.I,
)
_TOPICS: tuple[tuple[Topic, frozenset[str]], ...] = tuple(
    (topic, frozenset(words.split()))
    for topic, words in (
        (Topic.SPELLING, "spell spelled spelling rechtschreibung ortografía ortografia orthographe"),
        (
            Topic.VENDORS,
            """vendor vendors brand brands branding branded logo logos logotipos firmenlogos trademark trademarks marken
            marca marcas marque marques marchi emblem emblems""",
        ),
        (
            Topic.WATERMARK,
            "watermark watermarks wasserzeichen filigrane filigranes filigrana filigrane filigranas",
        ),
        (
            Topic.DIGITS,
            "digits numerals ziffern dígitos cifras chiffres algarismos cifre",
        ),
        (
            Topic.CLAIMS,
            "overstate overstated overstatement overstatements claims audited exaggerate exaggerated",
        ),
        (Topic.PROTOCOL_NAMES, "protocol protokollnamen protocolo protocolos protocole protocoles"),
    )
)


_NEGATED_NAME = lazy(rf"(?:{_NEGATION.pattern})(?:\s+\w+)?\s*$", re.I)


class ConstraintReader:
    """Reads constraints; `codes` maps names of languages to ISO 639-1 codes.

    Names are read in any case, but for those that are English words too: "to polish the labels".
    """

    def __init__(self, codes: Mapping[str, str]) -> None:
        self.codes = {name.casefold(): code for name, code in codes.items()}
        self.by_last_word: dict[str, list[str]] = {}
        for name in sorted(self.codes, key=len, reverse=True):
            self.by_last_word.setdefault(_WORD.findall(name)[-1], []).append(name)
        self.triggers = frozenset(self.by_last_word)

    def read(self, mask: str, unit: Unit) -> Iterator[ReadConstraint]:
        """The constraints that a prose unit states."""
        yield from self.languages(mask, unit)
        for topic, words in _TOPICS:
            said = words & unit.words
            if said:
                lowered = mask[unit.start : unit.end].lower()
                at, word = min((lowered.find(one), one) for one in said)
                negative = _NEGATION.search(mask, unit.start, unit.start + max(at, 0)) is not None
                yield ReadConstraint(topic, (unit.start, unit.end), word, negative)

    def languages(self, mask: str, unit: Unit) -> Iterator[ReadConstraint]:
        if self.triggers.isdisjoint(unit.words) or _DRAWN_TEXT.isdisjoint(unit.words):
            return
        for word in _WORD.finditer(mask, unit.start, unit.end):
            names = self.by_last_word.get(word.group().casefold())
            if names is None or word.group() in _ENGLISH_WORDS:
                continue
            said = mask[unit.start : word.end()].casefold()
            name = next((name for name in names if said.endswith(name)), None)
            if name is not None:
                start = word.end() - len(name)
                negative = _NEGATED_NAME.search(mask, max(unit.start, start - 24), start) is not None
                yield ReadConstraint(Topic.LANGUAGE, (start, word.end()), self.codes[name], negative)
