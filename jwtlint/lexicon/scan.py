"""One pass over every passage with all vocabularies.

The pass looks up each word once. What it finds becomes a `Mention` unless the words are code, a path, a colour, or
an ordinary word without evidence; all such exemptions are decided here.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any

from ..passage import Passage, Role
from ..regex import lazy
from .exempt import is_code
from .mention import Mention, Term
from .phrases import Phrase, first_words, words_of
from .polarity import Polarity, Stance
from .vendors import VendorEvidence, VendorName

_WORD = lazy(r"[^\W_]+")
_ADVICE = frozenset({"advice"})
_TERM_TABLES_APART = frozenset({"needs_neighbour", "tolerated"})
_NEIGHBOURS = 3
_NEAR = 4
_UNLESS = 8
_LONGEST_GAP = 3
_JOINING = frozenset("  /-‐‑‒'’\n\t")


class _Form:
    """A wrong form of a technical term, matched in exactly this casing."""

    __slots__ = ("neighbours", "term", "words")

    def __init__(self, words: str, term: Term, neighbours: frozenset[str]) -> None:
        self.words = words
        self.term = term
        self.neighbours = neighbours


class _Claim:
    """A phrase of the claim vocabulary; it is taken apart when its first word is met."""

    def __init__(self, written: str, term: Term) -> None:
        self._written = written
        self.term = term

    @cached_property
    def phrase(self) -> Phrase:
        return Phrase(self._written)


class _Openings:
    """Claims that begin with one word, by the word that follows; sorted out when the word is first met."""

    def __init__(self, first: str) -> None:
        self._first = first
        self.claims: list[_Claim] = []

    @cached_property
    def _by_second(self) -> dict[str | None, list[_Claim]]:
        sorted_out: dict[str | None, list[_Claim]] = {}
        for claim in self.claims:
            for second in claim.phrase.openings(self._first):
                sorted_out.setdefault(second, []).append(claim)
        return sorted_out

    def before(self, second: str | None) -> list[_Claim]:
        """The claims that the two words can open."""
        alone = self._by_second.get(None, [])
        return alone + self._by_second.get(second, []) if second is not None else alone


class Lexicon:
    """The vocabularies `vendors`, `terms` and `claims`, indexed by first word."""

    def __init__(self, vocabulary: Callable[[str], Mapping[str, Any]]) -> None:
        claims = vocabulary("claims")
        self.polarity = Polarity(claims.get("polarity", {}))
        self._evidence = VendorEvidence(vocabulary("vendors"))
        self._vendors: dict[str, list[tuple[VendorName, Term]]] = {}
        self._forms: dict[str, list[_Form]] = {}
        self._claims: dict[str, _Openings] = {}
        self._index_vendors()
        self._index_terms(vocabulary("terms"))
        self._index_claims(claims.get("claim", ()))
        self._starts = frozenset((*self._vendors, *map(str.casefold, self._forms), *self._claims))

    def _index_vendors(self) -> None:
        for name in self._evidence.names:
            term = Term("vendor", name.name, {"vendor": name.vendor})
            if first := _WORD.search(name.name):
                self._vendors.setdefault(first.group().casefold(), []).append((name, term))
        for names in self._vendors.values():
            names.sort(key=lambda one: -len(one[0].name))

    def _index_terms(self, tables: Mapping[str, Any]) -> None:
        neighbours = tables.get("needs_neighbour", {})
        for table, terms in tables.items():
            if table in _TERM_TABLES_APART:
                continue
            for canonical, wrong in terms.items():
                for form in wrong:
                    term = Term(
                        "term",
                        canonical,
                        {"advice": table in _ADVICE, "case_only": canonical.lower() == form},
                    )
                    near = frozenset(word.casefold() for word in neighbours.get(form, ()))
                    if first := _WORD.search(form):
                        self._forms.setdefault(first.group(), []).append(_Form(form, term, near))
        for forms in self._forms.values():
            forms.sort(key=lambda one: -len(one.words))

    def _index_claims(self, claims: Iterable[Mapping[str, Any]]) -> None:
        for entry in claims:
            term = Term("claim", entry.get("id", entry["group"]), entry)
            for phrase in entry["phrases"]:
                claim = _Claim(phrase, term)
                for word in first_words(phrase):
                    self._claims.setdefault(word, _Openings(word)).claims.append(claim)

    def scan(self, passages: Iterable[Passage]) -> dict[str, list[Mention]]:
        """Every mention in the passages, by vocabulary family, in order."""
        found: dict[str, list[Mention]] = {"vendor": [], "term": [], "claim": []}
        vendors, forms, claims = self._vendors, self._forms, self._claims
        starts = self._starts
        for passage in passages:
            value = passage.text.value
            words = list(words_of(value))
            folded = [word.group().casefold() for word in words]
            vendor_from = term_from = claim_from = 0
            for number, lower in enumerate(folded):
                if lower not in starts:
                    continue
                word = words[number]
                at = word.start()
                if (
                    lower in vendors
                    and at >= vendor_from
                    and (hit := self._vendor(passage, value, at, vendors[lower]))
                ):
                    found["vendor"].append(hit)
                    vendor_from = at + len(hit.text)
                if (
                    at >= term_from
                    and (known := forms.get(word.group()))
                    and (hit := self._term(passage, value, at, known))
                ):
                    found["term"].append(hit)
                    term_from = at + len(hit.text)
                if number >= claim_from and lower in claims:
                    following = folded[number + 1] if number + 1 < len(folded) else None
                    possible = claims[lower].before(following)
                    if not possible:
                        continue
                    hit, reached = self._claim(passage, words, folded, number, possible)
                    if hit:
                        found["claim"].append(hit)
                        claim_from = reached
        return found

    def _mention(
        self, term: Term, passage: Passage, start: int, end: int, data: Mapping[str, Any]
    ) -> Mention:
        def stance() -> Stance:
            return self.polarity.of(passage.text.value, start, end, passage.language)

        return Mention(term, passage.text.cut(start, end), passage, stance, data)

    def _vendor(
        self, passage: Passage, value: str, at: int, names: list[tuple[VendorName, Term]]
    ) -> Mention | None:
        evidence = self._evidence
        for name, term in names:
            end = _whole(value, at, name.name, any_case=name.any_case)
            if end is None or is_code(value, at, end) or not evidence.counts(name, value, at, end):
                continue
            data = {
                "vendor": name.vendor,
                "generic": evidence.generic.get(name.name, ""),
                "open_source": name.open_source,
                "logo": passage.role is Role.ICON or evidence.logo_near(value, at, end),
            }
            return self._mention(term, passage, at, end, data)
        return None

    def _term(self, passage: Passage, value: str, at: int, forms: list[_Form]) -> Mention | None:
        if value.isupper() or (passage.of_entry and value.islower()):
            return None
        for form in forms:
            shift = form.words.find(value[at])
            start = at - max(shift, 0)
            end = _whole(value, start, form.words)
            if end is None or _ends_compound(value, start) or is_code(value, start, end):
                continue
            if form.neighbours and not form.neighbours.intersection(
                _words_near(value, start, end, _NEIGHBOURS)
            ):
                continue
            return self._mention(form.term, passage, start, end, form.term.data)
        return None

    def _claim(
        self,
        passage: Passage,
        words: list[re.Match[str]],
        folded: list[str],
        number: int,
        claims: list[_Claim],
    ) -> tuple[Mention | None, int]:
        """The longest claim that begins with this word, and the number of the word behind it."""
        value = passage.text.value
        best: tuple[int, Term] | None = None
        for claim in claims:
            end = claim.phrase.match(folded, number)
            if (
                end is None
                or (best is not None and end <= best[0])
                or not _unbroken(value, words[number:end])
            ):
                continue
            if self._fits(claim.term, value, words[number].start(), words[end - 1].end()):
                best = (end, claim.term)
        if best is None:
            return None, number
        end, term = best
        return self._mention(term, passage, words[number].start(), words[end - 1].end(), term.data), end

    def _fits(self, term: Term, value: str, start: int, end: int) -> bool:
        near = term.data.get("near")
        if near:
            words = [
                *_words_near(value, start, end, _NEAR),
                *(w.casefold() for w in _WORD.findall(value[start:end])),
            ]
            if not any(word.startswith(tuple(near)) for word in words):
                return False
        unless = term.data.get("unless")
        if unless:
            around = " ".join(_words_near(value, start, end, _UNLESS))
            return not any(re.search(rf"\b{re.escape(one.casefold())}", around) for one in unless)
        return True


def _unbroken(value: str, words: list[re.Match[str]]) -> bool:
    """Do the words follow each other with nothing but blanks, hyphens or an apostrophe between them?"""
    gaps = (value[one.end() : other.start()] for one, other in pairwise(words))
    return all(len(gap) <= _LONGEST_GAP and not set(gap) - _JOINING for gap in gaps)


def _ends_compound(value: str, start: int) -> bool:
    """Is it the last part of a compound, as in "HMAC-SHA256"? Those have forms of their own."""
    return start > 1 and value[start - 1] == "-" and value[start - 2].isalnum()


def _whole(value: str, start: int, words: str, any_case: bool = False) -> int | None:
    """Where `words`, standing whole at `start`, end."""
    if start < 0:
        return None
    end = start + len(words)
    here = value[start:end]
    if here != words and not (any_case and here.casefold() == words.casefold()):
        return None
    if end < len(value) and (value[end].isalnum() or value[end] == "_"):
        return None
    if start and (value[start - 1].isalnum() or value[start - 1] == "_") and words[0].isalnum():
        return None
    return end


def _words_near(value: str, start: int, end: int, reach: int) -> Iterator[str]:
    """The words, in lower case, within `reach` words on either side."""
    span = reach * 24
    for word in _WORD.findall(value[max(0, start - span) : start])[-reach:]:
        yield word.casefold()
    for word in _WORD.findall(value[end : end + span])[:reach]:
        yield word.casefold()
