"""Reading the conditions that a prompt puts on the picture."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .model import Topic
from .ranges import Range
from .unit import Unit


class ReadConstraint(NamedTuple):
    """A condition: offsets of its words, its value, and whether it forbids."""

    topic: Topic
    at: Range
    value: str = ""
    negative: bool = False


_DRAWN_TEXT = re.compile(
    r"\b(?:text|texts|label(?:s|led)?|headings?|captions?|legends?|written|language|words?|notes?|titles?|english|spell\w*|characters"
    r"|lettering|copy|annotations?|texto|textos|etiquetas?|leyenda|rótulos?|idioma|escrit[oa]s?|beschriftung(?:en)?|texte|sprache"
    r"|legende|texte|libellés|étiquettes|légende|langue|rédigée?s?|legenda|língua|etichette|lingua|testo|testi|all|everything|todo|alles|tout)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS = "polish"
_NEGATION = re.compile(r"\b(?:no|not|never|without|avoid|don't|do not|nicht|kein\w*|ohne|sin|sans|pas|sem|não|senza|non|nunca)\b", re.I)
_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    (Topic.SPELLING, re.compile(r"\bspell(?:ing|ed)?\b|\brechtschreib\w*|\bortograf\w*|\borthograph\w*", re.I)),
    (
        Topic.VENDORS,
        re.compile(r"\b(?:vendors?|brand(?:s|ing|ed)?|logos?|trademarks?|marken\w*|marcas?|marques?|marchi)\b", re.I),
    ),
    (Topic.WATERMARK, re.compile(r"\b(?:watermarks?|wasserzeichen|marcas? de agua|filigranes?|marca d'água|filigran[ae])\b", re.I)),
    (
        Topic.DIGITS,
        re.compile(
            r"\b(?:numbers?|numerals?|digits?|figures?|zahlen|ziffern|números|cifras|dígitos|chiffres|nombres|algarismos|numeri|cifre)\b"
            r"[^.;\n]{0,40}?\b(?:digits?|numerals?|spelled|words|written out|ziffern|dígitos|cifras|chiffres|cifre|numerals)\b",
            re.I,
        ),
    ),
    (
        Topic.CLAIMS,
        re.compile(r"\b(?:overstat\w+|security[- ]claims?|audited|certif\w+ claims?|claims?|exaggerat\w+)\b", re.I),
    ),
    (Topic.PROTOCOL_NAMES, re.compile(r"\bprotocol names?\b|\bprotokollnamen\b|\bnombres de protocolos?\b|\bnoms de protocoles?\b", re.I)),
)


_TOPIC_WORDS = frozenset(
    """spell spelled spelling rechtschreibung vendor vendors brand brands branding branded logo logos trademark
    trademarks marken markenlogos marca marcas marque marques marchi watermark watermarks wasserzeichen filigrane
    filigranes filigrana filigrane number numbers numeral numerals digit digits figure figures zahl zahlen ziffern números
    cifras dígitos chiffres nombres algarismos numeri cifre overstate overstated overstatement overstatements claim claims
    audited exaggerate exaggerated exaggeration protocol protokollnamen protocolo protocolos protocole protocoles
    ortografía ortografia orthographe""".split()
)


class ConstraintReader:
    """Reads constraints; `codes` maps names of languages to ISO 639-1 codes.

    Names are read in any case, but for those that are English words too: "to polish the labels".
    """

    def __init__(self, codes: Mapping[str, str]) -> None:
        self.codes = {name.casefold(): code for name, code in codes.items()}
        names = "|".join(sorted(map(re.escape, self.codes), key=len, reverse=True))
        self.triggers = frozenset(word for name in self.codes for word in _WORD.findall(name))
        self.names = re.compile(rf"\b(?-i:(?!{_ENGLISH_WORDS}\b))(?:{names})\b", re.I) if names else None

    def read(self, value: str, mask: str, unit: Unit) -> Iterator[ReadConstraint]:
        """The constraints that a prose unit states."""
        yield from self.languages(mask, unit)
        if _TOPIC_WORDS.isdisjoint(unit.words):
            return
        for topic, pattern in _TOPICS:
            if match := pattern.search(mask, unit.start, unit.end):
                negative = bool(_NEGATION.search(mask, unit.start, match.start()))
                yield ReadConstraint(topic, (unit.start, unit.end), value[slice(*match.span())], negative)

    def languages(self, mask: str, unit: Unit) -> Iterator[ReadConstraint]:
        if self.names is None or self.triggers.isdisjoint(unit.words) or not _DRAWN_TEXT.search(mask, unit.start, unit.end):
            return
        for name in self.names.finditer(mask, unit.start, unit.end):
            before = mask[max(unit.start, name.start() - 24) : name.start()]
            negative = bool(re.search(rf"(?:{_NEGATION.pattern})(?:\s+\w+)?\s*$", before, re.I))
            yield ReadConstraint(Topic.LANGUAGE, name.span(), self.codes[name.group().casefold()], negative)

