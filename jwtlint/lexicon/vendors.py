"""Vendor names: which words are one, and which only look like one."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..regex import lazy

_WORD = lazy(r"[^\W_]+(?:[.'’+#-][^\W_]+)*")
_SENTENCE_END = lazy(r"[.!?;\n](?=\s|$)")
_LOGO_REACH = 5
_SHORT = 3
_ORDINARY_REACH = 3


class VendorName(NamedTuple):
    """A name of the vocabulary. `sure` names count by themselves, the others only with evidence.

    `any_case` names are written in lower case too ("cisco"); short and ambiguous ones only as they are.
    """

    name: str
    vendor: str
    sure: bool
    open_source: bool
    any_case: bool
    prefixes: tuple[str, ...] = ()


class VendorEvidence:
    """Decides, from the words around it, whether a word is a vendor's name."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        evidence: Mapping[str, Any] = vocabulary.get("evidence", {})
        self.generic: Mapping[str, str] = vocabulary.get("generic", {})
        self._logo = _folded(evidence.get("logo_words", ()))
        self._weak_logo = _folded(evidence.get("weak_logo_words", ()))
        self._pictures = frozenset(evidence.get("ordinary_pictures", ()))
        self._no_role = frozenset(evidence.get("no_role", ()))
        self._role = _folded(evidence.get("role_words", ()))
        self._colours = _folded(evidence.get("colour_words", ()))
        self._ordinary = {name: _folded(words) for name, words in evidence.get("ordinary", {}).items()}
        self.names = list(_names_of(vocabulary))
        self._sure_of: dict[str, list[str]] = {}
        for name in self.names:
            if name.sure and not name.open_source:
                self._sure_of.setdefault(name.vendor, []).append(name.name)

    def logo_near(self, text: str, start: int, end: int) -> bool:
        """Is a logo, icon or badge of it asked for, within five words?"""
        before, after = _around(text, start, end, _LOGO_REACH)
        near = [*before, *after]
        return any(word.casefold() in self._logo for word in near)

    def counts(self, name: VendorName, text: str, start: int, end: int) -> bool:
        """Is this mention of an ordinary word a vendor's name?"""
        if name.sure:
            return True
        before, after = _around(text, start, end, _LOGO_REACH)
        if before and before[-1] in name.prefixes:
            return True
        logo = self._logo - self._weak_logo if name.name in self._pictures else self._logo
        if self._asks_for_brand(before, after):
            return True
        close = {word.casefold() for word in (*before[-_ORDINARY_REACH:], *after[:_ORDINARY_REACH])}
        if close & self._ordinary.get(name.name, frozenset()) or close & self._colours:
            return False
        if any(word.casefold() in logo for word in (*before, *after)):
            return True
        sentence = _sentence_around(text, start, end)
        if any(
            other in sentence and re.search(rf"(?<!\w){re.escape(other)}(?!\w)", sentence)
            for other in self._sure_of.get(name.vendor, ())
        ):
            return True
        if name.name in self._no_role:
            return False
        described = text[end : end + 2].lstrip()[:1] in {":", "—", "–", "(", "-"}
        return described and any(word.casefold() in self._role for word in after)

    def _asks_for_brand(self, before: list[str], after: list[str]) -> bool:
        """Do the words beside it speak of a brand, a logo or a trademark outright?"""
        near = {word.casefold() for word in (*before[-_ORDINARY_REACH:], *after[:_ORDINARY_REACH])}
        return bool(near & (self._logo - self._weak_logo))


def _names_of(vocabulary: Mapping[str, Any]) -> "list[VendorName]":
    found = []
    exact = frozenset(vocabulary.get("evidence", {}).get("exact_case", ()))

    def listed(name: str, vendor: str, prefixes: tuple[str, ...]) -> VendorName:
        return VendorName(name, vendor, True, False, len(name) > _SHORT and name not in exact, prefixes)

    for vendor in vocabulary.get("vendor", ()):
        title = vendor["name"]
        prefixes = tuple(vendor.get("prefixes", ()))
        found += [listed(name, title, prefixes) for name in vendor.get("names", ())]
        found += [
            VendorName(name, title, False, False, False, prefixes) for name in vendor.get("ambiguous", ())
        ]
    products = vocabulary.get("open_source", {})
    found += [VendorName(name, name, True, True, False) for name in products.get("names", ())]
    found += [VendorName(mark, mark, True, True, True) for mark in products.get("marks", ())]
    return found


def _folded(words: "list[str] | tuple[str, ...]") -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def _around(text: str, start: int, end: int, reach: int) -> tuple[list[str], list[str]]:
    """The words of the sentence on either side, nearest last and nearest first."""
    low, high = max(0, start - 120), end + 120
    before = text[low:start]
    after = text[end:high]
    before = _SENTENCE_END.split(before)[-1]
    stop = _SENTENCE_END.search(after)
    if stop:
        after = after[: stop.start()]
    return _WORD.findall(before)[-reach:], _WORD.findall(after)[:reach]


def _sentence_around(text: str, start: int, end: int) -> str:
    low, high = max(0, start - 300), end + 300
    before = _SENTENCE_END.split(text[low:start])[-1]
    after = _SENTENCE_END.split(text[end:high])[0]
    return before + text[start:end] + after
