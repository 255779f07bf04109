"""Reading what a prompt says of the whole picture: title, archetype, audience, style, palette."""

import re
from collections.abc import Iterator

from ..regex import lazy
from . import keywords
from .quotes import QUOTATION
from .ranges import Range, bare
from .unit import Kind, Unit

_TITLE_QUOTED = lazy(rf"{keywords.TITLED.pattern}[^\n.;\0]{{0,30}}?(?P<title>{QUOTATION})", re.I)
_PICTURE_QUOTED = lazy(
    rf"\b(?:infographic|poster|diagram|picture|illustration|infografik|infografía|infographie|infográfico)\b:?\s+(?P<title>{QUOTATION})",
    re.I,
)
_TITLE_LINE = lazy(
    r"^[*_#\s-]*(?:title|titel|título|titre|titolo|headline)\b(?:\s+of the \w+)?[*_]*\s*:\s*[*_]*(?P<title>[^\n]{2,120})",
    re.I,
)
_TITLE_WITHIN = 3000
_OPENING_WITHIN = 200
_DOCUMENT_WORDS = lazy(r"\b(?:prompt|brief|infographic spec|instructions?|image generation)\b", re.I)
_ARCHETYPE = lazy(
    r"\b(?i:archetype|archetyp|arquetipo|archétype|arquétipo|archetipo):?\s+(?P<after>[A-Z][A-Z-]+(?:[ /-][A-Z][A-Z-]*)*)|(?P<before>[A-Z][A-Z-]+(?:[ /-]+[A-Z][A-Z-]*){0,4})(?:\s*\([^)\n]{0,80}\))?\s+archetype\b"
)
_CLAUSE = lazy(r"[,;.:\n]|\s(?:using|with|and)\s")
_STYLE = lazy(
    r"\b(?:style|styled|mode|illustration|look|aesthetic|sketch\w*|hand-drawn|flat|isometric|vector|photorealistic|cyberpunk"
    r"|blueprint|whiteboard|minimal\w*|3d|retro|estilo|stil|illustration)\b",
    re.I,
)
_PALETTE = lazy(
    r"\b(?:palette|colou?rs?|accents?|background|paleta|colores|farben|farbpalette|hintergrund|couleurs?|fond|cores|fundo|colori|sfondo)\b",
    re.I,
)


def read_title(value: str, mask: str, units: list[Unit]) -> Range | None:
    """The title that the picture shall bear: quoted, or the heading of the document, or a title line."""
    for unit in units:
        if unit.start > _TITLE_WITHIN:
            break
        opening = unit.start < _OPENING_WITHIN
        if not opening and _TITLE_WORDS.isdisjoint(unit.words):
            continue
        pattern = _PICTURE_QUOTED if opening else _TITLE_QUOTED
        quoted = _TITLE_QUOTED.search(mask, unit.start, unit.end) or pattern.search(
            mask, unit.start, unit.end
        )
        if quoted and unit.kind is not Kind.HEADING:
            return bare(value, *quoted.span("title"))
    first = next(iter(units), None)
    if first is not None and first.kind is Kind.HEADING:
        opens = value[: first.start].strip(" \t\n") in {"#", "##"}
        if opens and not _DOCUMENT_WORDS.search(value, first.start, first.end):
            return bare(value, first.start, first.end)
    for unit in units[:12]:
        if line := _TITLE_LINE.match(value[unit.start : unit.end]):
            start, end = line.span("title")
            return bare(value, unit.start + start, unit.start + end)
    return None


def read_archetype(value: str, units: list[Unit]) -> Range | None:
    """The archetype (HOW-IT-WORKS, DATA PIPELINE …), written in capitals."""
    for unit in units[:12]:
        if match := _ARCHETYPE.search(value, unit.start, unit.end):
            return match.span("after" if match["after"] else "before")
    return None


_TITLE_WORDS = frozenset(
    [
        "titled",
        "entitled",
        "title",
        "named",
        "called",
        "headline",
        "heading",
        "titulado",
        "titulada",
        "título",
        "titel",
        "betitelt",
        "überschrift",
        "intitulé",
        "intitulée",
        "titre",
        "intitulado",
        "intitulada",
        "intitolato",
        "intitolata",
        "titolo",
    ]
)
_STYLE_WORDS = frozenset(
    [
        "style",
        "styled",
        "mode",
        "illustration",
        "look",
        "aesthetic",
        "sketch",
        "sketchy",
        "sketched",
        "hand",
        "flat",
        "isometric",
        "vector",
        "photorealistic",
        "cyberpunk",
        "blueprint",
        "whiteboard",
        "minimal",
        "minimalist",
        "minimalistic",
        "d",
        "retro",
        "estilo",
        "stil",
    ]
)
_PALETTE_WORDS = frozenset(
    [
        "palette",
        "color",
        "colors",
        "colour",
        "colours",
        "accent",
        "accents",
        "background",
        "paleta",
        "colores",
        "farben",
        "farbpalette",
        "hintergrund",
        "couleur",
        "couleurs",
        "fond",
        "cores",
        "fundo",
        "colori",
        "sfondo",
    ]
)


def clauses_about(mask: str, units: list[Unit], topic: str) -> Iterator[Range]:
    """Clauses of prose units about "style", "palette" or "audience"."""
    pattern, triggers = {
        "style": (_STYLE, _STYLE_WORDS),
        "palette": (_PALETTE, _PALETTE_WORDS),
        "audience": (keywords.AUDIENCE, keywords.AUDIENCE_WORDS),
    }[topic]
    for unit in units:
        if triggers.isdisjoint(unit.words):
            continue
        at = unit.start
        for word in pattern.finditer(mask, unit.start, unit.end):
            if word.start() < at:
                continue
            if topic == "audience":
                yield bare(mask, *word.span())
                continue
            start = max((m.end() for m in _CLAUSE.finditer(mask, at, word.start())), default=at)
            following = _CLAUSE.search(mask, word.end(), unit.end)
            end = following.start() if following else unit.end
            yield bare(mask, start, end)
            at = end
