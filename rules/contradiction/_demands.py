"""Demands that exclude each other: the vocabulary `demands`, found in the prose of a prompt."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

from jwtlint.context import Context
from jwtlint.finding import Finding, Related
from jwtlint.lexicon.phrases import Phrase, first_words
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy

from ._parts import concerns_part
from ._prose import Prose, prose_of
from ._stance import Stance, stance

_GAPS = frozenset((" ", "-", "\n", ": ", "  ", "‑", "–"))
_ALONE_BEFORE = lazy(r"(?:^|[.,;:(\n\0—–]|\b(?:is|stay|stays|be|keep it|style|and))\s*$")
_ALONE_BEHIND = lazy(r"\s*(?:$|[.,;:)\n\0—–])")
_STRICT_WORDS = frozenset(
    """strictly only exclusively purely solely always streng strikt ausschließlich nur estrictamente solo strictement
    ausschliesslich nothing other""".split()
)
_STRICT = lazy(
    r"\b(?:strictly|only|exclusively|purely|solely|always|streng|strikt|ausschließlich|nur|estrictamente|solo|strictement)"
    r"\s+(?:in |from |von |de |da )?$|\bstrictly\s+(?:\w+\s+){0,2}$"
)
_STRICT_BEHIND = lazy(
    r"\s*(?:only|exclusively|strictly|nur)\b|\s*(?:\w+\s+){0,2}and (?:nothing else|in no other)"
)
_TRANSITION = lazy(
    r"\b(?:or|either|both|versus|vs|whichever|fades?|gradient|transition\w*|toggle\w*|switch\w*|compar\w+|contrast(?:ing|s)?|then"
    r"|half|halves|variants?|versions?|side by side|oder|beide\w*|ou)\b|/"
)
_AUDIENCE = lazy(
    r"\b(?:for|audiences?|readers?|readership|aimed|target\w*|geared|suited|level|für|zielgruppe|para|público|pour|public|per)\b"
)
# "Hand-drawn pencil sketch", "senior database architects": one answer in several words.
_ADJOINING = lazy(r"[\s-]+(?:\w+[\s-]+)?")
_FRAME = 64
# No prompt for people to read has more answers to one question.
_MOST = 40


class Hit(NamedTuple):
    """Words of the prose that stand for an answer to an axis."""

    axis: str
    answer: str
    start: int
    end: int


class _Answer(NamedTuple):
    """A phrase and the answer that it gives; `alone` where it must stand between commas."""

    axis: str
    answer: str
    phrase: Phrase
    alone: bool


class _Axes:
    """The axes of the vocabulary, indexed by the first words of their phrases."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        self.more = tuple(vocabulary.get("more", {}))
        self.answers: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        # By the first word, then by the second; under None where the first can stand alone.
        self.index: dict[str, dict[str | None, list[_Answer]]] = {}
        for group in ("axis", "more"):
            for axis, answers in vocabulary.get(group, {}).items():
                self.answers[axis] = answers
                for answer, table in answers.items():
                    self._add(axis, answer, table)

    def _add(self, axis: str, answer: str, table: Mapping[str, Any]) -> None:
        for kind in ("phrases", "alone"):
            for words in table.get(kind, ()):
                one = _Answer(axis, answer, Phrase(words), kind == "alone")
                for first in first_words(words):
                    for second in one.phrase.openings(first):
                        self.index.setdefault(first, {}).setdefault(second, []).append(one)

    def exclude(self, axis: str, one: str, other: str, strict: bool) -> bool:
        table = self.answers[axis].get(one, {})
        return other in table.get("excludes", ()) or (strict and other in table.get("strictly_excludes", ()))


@lru_cache(maxsize=4)
def axes_of(context: Context) -> _Axes:
    """The axes of the vocabulary `demands`."""
    return _Axes(context.vocabulary("demands"))


@lru_cache(maxsize=2)
def hits_of(prompt: Prompt, context: Context) -> dict[str, list[Hit]]:
    """Every answer that stands in the prose, by axis, in order. The rules of the family share them."""
    prose = prose_of(prompt)
    index = axes_of(context).index
    words = prose.words
    found: dict[str, list[Hit]] = {}
    reached = 0
    for at, word in enumerate(words):
        answers = index.get(word)
        if answers is None or at < reached:
            continue
        following = words[at + 1] if at + 1 < len(words) else None
        best: tuple[int, Hit] | None = None
        for answer in (*answers.get(following, ()), *(answers.get(None, ()) if following else ())):
            end = answer.phrase.match(words, at)
            if end is None or (best is not None and end <= best[0]):
                continue
            hit = Hit(answer.axis, answer.answer, prose.place(at)[0], prose.place(end - 1)[1])
            # Only blanks and hyphens may stand between the words.
            if _GAPS.issuperset(prose.gaps[at : end - 1]) and _fits(prose, hit, answer.alone):
                best = (end, hit)
        if best is not None:
            reached, hit = best
            hits = found.setdefault(hit.axis, [])
            if (
                hits
                and hits[-1].answer == hit.answer
                and _ADJOINING.fullmatch(prose.lowered, hits[-1].end, hit.start)
            ):
                hits[-1] = hits[-1]._replace(end=hit.end)
            else:
                hits.append(hit)
    return found


def _fits(prose: Prose, hit: Hit, alone: bool) -> bool:
    if hit.axis == "audience":
        low, _ = prose.sentence(hit.start, hit.end)
        before = prose.lowered[max(low, hit.start - _FRAME) : hit.start]
        behind = prose.lowered[hit.end : hit.end + _FRAME // 4]
        return bool(_AUDIENCE.search(before) or _AUDIENCE.match(behind.lstrip()))
    if not alone:
        return True
    before = prose.lowered[max(0, hit.start - _FRAME) : hit.start]
    return bool(_ALONE_BEFORE.search(before) and _ALONE_BEHIND.match(prose.lowered, hit.end))


def clashes(prompt: Prompt, context: Context, axis: str, more: Iterable[Hit] = ()) -> Iterator[Finding]:
    """One finding where the prompt demands answers to an axis that exclude each other.

    It stands at the later demand; the earlier one and further ones are related. `more` are answers that the rule
    found by itself.
    """
    hits = sorted((*hits_of(prompt, context).get(axis, ()), *more), key=lambda hit: hit.start)[:_MOST]
    reader = _Reader(prompt, context)
    clash: tuple[Hit, Hit] | None = None
    others: list[Hit] = []
    for first, second in combinations(hits, 2):
        if not reader.clash(first, second):
            continue
        if clash is None:
            clash = first, second
        elif second not in (*clash, *others):
            others.append(second)
    if clash is not None:
        yield _finding(reader, clash, others)


class _Reader:
    """Compares answers; asks for the stance to one of them only when it comes to that."""

    def __init__(self, prompt: Prompt, context: Context) -> None:
        self.prompt = prompt
        self.context = context
        self.prose = prose_of(prompt)
        self._stances: dict[Hit, Stance] = {}

    def stance(self, hit: Hit) -> Stance:
        found = self._stances.get(hit)
        if found is None:
            found = self._stances[hit] = stance_of(hit, self.prompt, self.context)
        return found

    def clash(self, first: Hit, second: Hit) -> bool:
        if first.answer == second.answer:
            denied = self.prose.may_be_denied(first.start) or self.prose.may_be_denied(second.start)
            return denied and {self.stance(first), self.stance(second)} == {Stance.ASKED, Stance.FORBIDDEN}
        axes = axes_of(self.context)
        if not axes.exclude(first.axis, first.answer, second.answer, strict=False) and not (
            axes.exclude(first.axis, first.answer, second.answer, strict=True)
            and (_strict(self.prose, first) or _strict(self.prose, second))
        ):
            return False
        if not self.stance(first) is self.stance(second) is Stance.ASKED:
            return False
        if self.prose.number(first.start) != self.prose.number(second.start):
            return True
        low = max(self.prose.sentence(first.start, first.end)[0], first.start - _FRAME)
        return first.axis != "audience" and not _TRANSITION.search(self.prose.lowered, low, second.end)


def _finding(reader: _Reader, clash: tuple[Hit, Hit], others: list[Hit]) -> Finding:
    prose = reader.prose
    first, second = (prose.text(_with_strictness(prose, hit), hit.end) for hit in clash)
    earlier, later = ("prohibited" if reader.stance(hit) is Stance.FORBIDDEN else "demanded" for hit in clash)
    return Finding(
        second,
        f"{second.value!r} is {later}, but {first.value!r} is {earlier} before",
        "keep one of both",
        related=(
            Related(first, f"{earlier} here"),
            *(Related(prose.text(hit.start, hit.end), "and here") for hit in others),
        ),
    )


def stance_of(hit: Hit, prompt: Prompt, context: Context) -> Stance:
    """Is the answer demanded of the whole picture, prohibited, or neither for certain?"""
    prose = prose_of(prompt)
    found = stance(prose, context, prompt.language, hit.start, hit.end)
    return Stance.OPEN if found is Stance.ASKED and _partial(prose, hit) else found


def _partial(prose: Prose, hit: Hit) -> bool:
    """Does the demand concern a part of the picture only?"""
    if hit.axis == "audience":
        return False
    low, high = prose.sentence(hit.start, hit.end)
    before, behind = prose.lowered[low : hit.start], prose.lowered[hit.end : high]
    return concerns_part(before, behind, of_background=hit.axis == "colour-mode")


def _with_strictness(prose: Prose, hit: Hit) -> int:
    """The start of the demand, together with words before it that make it strict or say whom it is for."""
    low = max(prose.sentence(hit.start, hit.end)[0], hit.start - _FRAME)
    if hit.axis == "audience":
        return max(
            (frame.start() for frame in _AUDIENCE.finditer(prose.lowered, low, hit.start)), default=hit.start
        )
    strict = _STRICT.search(prose.lowered, low, hit.start)
    return strict.start() if strict else hit.start


def _strict(prose: Prose, hit: Hit) -> bool:
    if _STRICT_WORDS.isdisjoint(prose.vocabulary):
        return False
    return (
        _with_strictness(prose, hit) < hit.start
        or _STRICT_BEHIND.match(prose.lowered, hit.end) is not None
        or prose.lowered.startswith("strictly", hit.start)
    )
