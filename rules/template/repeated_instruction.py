"""An instruction is given twice, in the same or nearly the same words.

A repetition costs room in a prompt that is cut off when it grows too long, and the two copies drift apart when one is
edited. What boxes, arrows, legend steps and notes repeat is content; and short constraints that agree in other words
("English captions", "all text in English") are none either.

```bad
Poster about backups. Keep every caption below six words. Boxes: Agent, Vault. Agent → Vault: "copy".
Composition: two columns. [[Keep every caption below six words.]] No logos.
```

```fixed
Poster about backups. Keep every caption below six words. Boxes: Agent, Vault. Agent → Vault: "copy".
Composition: two columns. No logos.
```

```bad
Poster about backups. Show all numbers as digits. Boxes: Agent, Vault. Agent → Vault: "copy".
[[Numbers must be shown as digits.]]
```

```fixed
Poster about backups. Show all numbers as digits. Boxes: Agent, Vault. Agent → Vault: "copy".
```

```good
Poster about backups. English captions. Keep arrows above the boxes. Boxes: Agent, Vault. Agent → Vault: "copy";
Agent → Vault: "copy". All captions are in English. Keep boxes above the arrows of the legend.
```
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from jwtlint.finding import Edit, Finding, Fix, Related, Safety, Severity
from jwtlint.prompt.model import Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule
from jwtlint.text import Quoting, Span, Text

from ._statements import Statement, names_language, statements

_FEW = 5
_ENOUGH = 4
_SLIP = 6
_TIMES = 4
_BUCKET = 16
_RELATION = lazy(
    r"\b(?:above|below|left|right|before|after|from|to|into|over|under|behind|than|between|inside|outside|instead|rather)\b"
)
_BEFORE = lazy(
    r"(?P<bullet>\n[ \t]*[-*•+–][ \t]+)\Z|(?P<number>\n[ \t]*\(?\w{1,3}[.):][ \t]+)\Z|(?P<blank>\s*)\Z"
)
_ENDS = frozenset(".!?:;…»”\"'")
_LOOK = 60


@rule("TPL111", "repeated-instruction", Severity.WARNING)
def repeated_instruction(prompt: Prompt) -> Iterator[Finding]:
    reported: list[Span] = []
    for first, second in _repetitions(statements(prompt)):
        place, earlier = second.text.place, first.text.place
        if not isinstance(place, Span) or not isinstance(earlier, Span):
            continue
        if _overlap(place, earlier) or any(_overlap(place, other) for other in reported[-8:]):
            continue
        reported.append(place)
        same = first.text.value.casefold() == second.text.value.casefold()
        yield Finding(
            second.text,
            f"{_short(second.text.value)!r} says {'' if same else 'nearly '}the same as an instruction before it",
            "say it once",
            related=(Related(first.text, "said here before"),),
            fix=_removal(second.text) if second.whole else None,
        )


def _repetitions(found: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of statements of which the second repeats the first; whole sentences before their clauses."""
    seen: dict[frozenset[str], Statement] = {}
    long: list[Statement] = []
    for statement in found:
        key = statement.key
        size = len(key) - ("¬" in key)
        if not size or (not statement.whole and size < _FEW):
            continue
        first = seen.setdefault(key, statement)
        if first is not statement and _repeats(first, statement, size):
            yield first, statement
        elif statement.whole and size >= _FEW:
            long.append(statement)
    yield from _near(long)


def _repeats(first: Statement, second: Statement, size: int) -> bool:
    """Do two statements with the same words demand the same?"""
    shorter, longer = sorted((len(first.text), len(second.text)))
    if longer > _TIMES * shorter:
        return False
    asked = first.order and second.order
    if first.whole and second.whole:
        if _bare(first) == _bare(second):
            return asked or size >= _ENOUGH
        if first.words == second.words and size >= _ENOUGH:
            return True
    if not asked or (size < _FEW and (size < 2 or names_language(first.words))):
        return False
    return _same_order(first, second)


def _bare(statement: Statement) -> str:
    return statement.text.value.strip(" .!").casefold()


def _same_order(first: Statement, second: Statement) -> bool:
    """Can the order of the words make no difference, or is it the same?"""
    if first.words == second.words:
        return True
    return not (_RELATION.search(first.text.value) or _RELATION.search(second.text.value))


def _near(long: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of sentences that differ in a word more or less, or in a letter.

    Two sets of words that differ in at most `n` share one of their `n + 1` rarest words, so only statements that meet
    there are compared.
    """
    frequency = Counter(word for statement in long for word in statement.key)
    index: dict[str, list[Statement]] = {}
    for statement in long:
        rare = sorted(statement.key, key=lambda word: (frequency[word], word))[
            : _tolerance(statement.key) + 2
        ]
        candidates = {id(one): one for word in rare for one in index.get(word, ())}
        first = next((one for one in candidates.values() if _nearly(one, statement)), None)
        if first is not None:
            yield first, statement
        for word in rare:
            bucket = index.setdefault(word, [])
            if len(bucket) < _BUCKET:
                bucket.append(statement)


def _tolerance(key: frozenset[str]) -> int:
    return max(1, len(key) // 6)


def _nearly(first: Statement, second: Statement) -> bool:
    one, other = first.key, second.key
    missing, added = one - other, other - one
    differing = missing | added
    if not differing or "¬" in differing or any(word.isdigit() for word in differing):
        return False
    if not missing or not added:
        alike = len(differing) <= _tolerance(one) and _same_order(first, second)
    else:
        alike = len(missing) == len(added) == 1 and _slip(*missing, *added)
    return alike and first.order and second.order


def _slip(one: str, other: str) -> bool:
    """Are the two words one, but for a slip of the pen?"""
    if min(len(one), len(other)) < _SLIP or one[0] != other[0]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:57].rstrip() + "…"


def _removal(sentence: Text) -> Fix | None:
    """Takes the sentence out, with the blank or bullet before it, so that no sentence loses its end."""
    source, place = sentence.source, sentence.place
    if source is None or not isinstance(place, Span) or sentence.quoting is not Quoting.PLAIN:
        return None
    whole = source.text
    start, end = place
    before = whole.cut(max(0, start - _LOOK), start)
    lead = _BEFORE.search(before.value)
    if lead is None or lead["number"]:
        return None
    line_ends = source.value[end : end + 1] in ("", "\n", "\r")
    if lead["bullet"] and not line_ends:
        return None
    last = before.value[: lead.start()][-1:]
    if last and last not in _ENDS and lead["blank"] and "\n" not in lead["blank"]:
        # The sentence before ran into this one: it keeps the full stop.
        end -= len(sentence.value) - len(sentence.value.rstrip(".!?"))
    if lead["blank"] and "\n" in lead["blank"] and not line_ends:
        blank = len(source.value[end : end + _LOOK]) - len(source.value[end : end + _LOOK].lstrip(" \t"))
        return _removed(whole.cut(start, end + blank))
    return _removed(whole.cut(start - (len(before.value) - lead.start()), end))


def _removed(text: Text) -> Fix:
    return Fix("remove the repetition", Safety.UNSAFE, (Edit(text, ""),))
