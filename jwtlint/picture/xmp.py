"""Reads single properties of an XMP packet (XMP Specification Part 1, ISO 16684-1), written by anybody."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
BASIC = "http://ns.adobe.com/xap/1.0/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
MAX_BYTES = 4 * 1024 * 1024
# Between namespace and name; no namespace holds a blank.
_BLANK = " "
_RESOURCE = _RDF + _BLANK + "resource"


class _DoctypeError(Exception):
    """A document type declaration, which no packet needs and which could define entities without bound."""


def properties(packet: bytes | memoryview, wanted: frozenset[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The first value of each wanted property (namespace, name), written as an attribute or as an element.

    Of a list (alternatives in several languages) it is the first item. What can be read before the packet
    breaks off is returned; a packet of more than MAX_BYTES, or with a document type, has no properties.
    """
    if len(packet) > MAX_BYTES:
        return {}
    from xml.parsers import expat

    parser = expat.ParserCreate(None, _BLANK)
    found = _Found({_BLANK.join(key): key for key in wanted}, parser)
    try:
        # White space and the filling of a fixed size are allowed around the packet.
        parser.Parse(bytes(packet).strip(b"\0 \r\n\t"), True)
    except expat.ExpatError:
        pass
    except _DoctypeError:
        return {}
    return dict(found.items())


class _Found:
    """Collects the values while the parser runs."""

    def __init__(self, names: dict[str, tuple[str, str]], parser: "XMLParserType") -> None:
        self._names = names
        self._values: dict[str, list[str]] = {}
        self._inside: str | None = None
        self._has_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype

    def items(self) -> Iterator[tuple[tuple[str, str], str]]:
        for name, parts in self._values.items():
            if value := "".join(parts).strip():
                yield self._names[name], value

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        for key, value in attributes.items():
            if key in self._names and key not in self._values:
                self._values[key] = [value]
        if name in self._names and name not in self._values:
            self._values[name] = [attributes.get(_RESOURCE, "")]
            self._inside, self._has_text = name, False

    def _end(self, name: str) -> None:
        # The first item of a list ends its value.
        if name == self._inside or (name == _RDF + _BLANK + "li" and self._has_text):
            self._inside = None

    def _text(self, value: str) -> None:
        if self._inside is not None:
            self._values[self._inside].append(value)
            self._has_text = self._has_text or bool(value.strip())

    def _doctype(self, *_: object) -> None:
        raise _DoctypeError
