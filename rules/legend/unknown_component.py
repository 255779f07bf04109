"""A step of the legend names a component that no box declares.

The legend explains the picture; readers look for the box and do not find it. People ("User", "Attacker"), short
names ("Gateway" for "API Gateway"), protocols and documents are no components. Names are told by their capital
letters, so that this looks at English legends only.

```bad
Boxes: Sign-In Page (door icon), Travel Checker (ruler icon). Sign-In Page → Travel Checker: "sign-in from Lima".
Legend: 1. Sign-In Page reports the place. 2. Travel Checker compares it. 3. [[Geo Service]] blocks the account.
```

```bad
Boxes: Browser (window icon), Origin Server (rack icon). Browser → Origin Server: "GET /home".
Legend: 1. Browser asks Origin Server. 2. [[Image Optimizer]] shrinks the pictures. 3. Origin Server answers.
```

```good
Boxes: Browser (window icon), API Gateway (gate icon). Browser → API Gateway: "GET /orders + Bearer Token".
Legend: 1. The User opens the Browser. 2. Browser sends a Bearer Token to the Gateway. 3. API validates it.
```
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Prompt, Step
from jwtlint.prompt.names import stems_of
from jwtlint.regex import lazy
from jwtlint.rule import Outcome, Skipped, rule
from jwtlint.text import Text

from ._names import spoken_in

_NAME = lazy(r"(?<![\w./:-])[A-Z][\w-]*(?:\s+(?:[A-Z][\w-]*|\d{1,2}\b))*")
_LEADING = frozenset(
    """a after all also an and any as at back before below both by each either every finally first for from here if in internally
    into it its later meanwhile next no on once one only optionally otherwise second so some that the their then there these they
    this third through two until upon when where which while with""".split()
)
_ACTING = lazy(r"\s+(?:then\s+|also\s+|may\s+)?[a-z]+s\b(?!\s+(?:is|are)\b)")
_MORE_HEADS = frozenset(
    """analyzer archiver auditor balancer booker calculator center centre checker compressor coordinator daemon desk dispatcher
    enricher estimator evaluator exporter fetcher gate hub importer inspector inventory keeper lookup mart matcher mixer monitor
    notary oracle planner printer ranker recommender recorder renderer rotator sampler scanner scorer sender sorter splitter sink
    store tracker trader translator updater uploader watcher writer service server""".split()
)
_NO_HEADS = frozenset(
    """access ad area as assets base bit case chain control data deployment detection discovery end equipment files form group id ids
    key line list location login management memory metrics middle party people person presence process processing protection
    resource resources sale search secret security set share sign-on site source speech-to-text sql state system tag target team
    template termination text-to-speech tools tracing tracking trail url util users view center page graph index jobs job
    aggregation context script scheme buffer""".split()
)
_HUMAN = frozenset(("human",))


_MOST = 200


class _Words(NamedTuple):
    heads: frozenset[str]
    actors: frozenset[str]
    kind_of_head: dict[str, str]


@lru_cache(maxsize=4)
def _words_of(context: Context) -> _Words:
    """The last words of component names, and the names of people, of the vocabulary `components`."""
    components = context.vocabulary("components")
    kinds: dict[str, str] = {}
    for kind, table in components.get("kinds", {}).items():
        if kind not in _HUMAN:
            for name in (*table.get("aliases", ()), *table.get("heads", ())):
                kinds.setdefault(name.split()[-1], kind)
    humans = components.get("kinds", {}).get("human", {})
    actors = {
        *components.get("actors", {}).get("names", ()),
        *humans.get("aliases", ()),
        *humans.get("heads", ()),
    }
    return _Words(frozenset(kinds) - _NO_HEADS - actors | _MORE_HEADS, frozenset(actors), kinds)


@rule("LEG105", "legend-unknown-component", Severity.WARNING)
def legend_unknown_component(prompt: Prompt, context: Context) -> Iterator[Outcome]:
    if len(prompt.boxes) < 2 or not 0 < len(prompt.steps) <= _MOST:
        return
    unknown: dict[str, Text] = {}
    for step in prompt.steps:
        for start, end in _unknown(step, prompt, context):
            unknown.setdefault(step.text.value[start:end].casefold(), step.text.cut(start, end))
    if not unknown and prompt.language in ("en", None):
        return
    legend = "\n".join(step.text.value for step in prompt.steps)
    if (context.languages.identify(legend) or prompt.language or "en") != "en":
        yield Skipped("names of components are recognised in English legends only")
        return
    named = sum(bool(spoken_in(step, prompt)) for step in prompt.steps) * 2 >= len(prompt.steps)
    everything, spoken = prompt.text.value.casefold(), legend.casefold()
    for folded, name in unknown.items():
        # Where the name also stands in a title, role or label, the step takes it up from there.
        if everything.count(folded) > spoken.count(folded):
            continue
        stems = stems_of(name.value)
        component = stems[-1] in _words_of(context).heads
        certain = len(stems) > 1 and (component or (named and _is_agent(name, stems[-1])))
        yield Finding(
            name,
            f"no box is called {name.value!r}",
            "declare the box, or name the one that is meant",
            severity=Severity.WARNING if certain else Severity.INFO,
        )


def _is_agent(name: Text, last: str) -> bool:
    """Is it a name by its capitals ("Image Optimizer"), and does its last word name one that acts?"""
    return all(word[:1].isupper() for word in name.value.split()) and last.endswith(("er", "or"))


def _unknown(step: Step, prompt: Prompt, context: Context) -> Iterator[tuple[int, int]]:
    """The offsets of names that look like components and fit no box."""
    value = step.text.value
    words = _words_of(context)
    taken = [(one.start, one.end) for one in spoken_in(step, prompt)]
    for match in _NAME.finditer(value):
        start, end = match.span()
        first = value[start:end].split()[0]
        if first.casefold() in _LEADING:
            start += len(first)
            start += len(value[start:end]) - len(value[start:end].lstrip())
        name = value[start:end]
        if not name or any(low < end and start < high for low, high in taken):
            continue
        stems = stems_of(name)
        if not stems:
            continue
        component = stems[-1] in words.heads
        acting = len(stems) > 1 and not value[:start].strip() and _ACTING.match(value, end) is not None
        if not (component or acting) or name.casefold() in words.actors or stems[-1] in words.actors:
            continue
        if len(stems) == 1 and not _single(value, start, stems[0], prompt, words):
            continue
        if (
            not prompt.names.candidates(name)
            and prompt.names.near(name) is None
            and not _abbreviates(stems, prompt, words)
        ):
            yield start, end


def _single(value: str, start: int, stem: str, prompt: Prompt, words: _Words) -> bool:
    """Is one capitalised word a component of its own? Not at the start, nor where a box of its kind can be meant."""
    kind = words.kind_of_head.get(stem)
    last = [own[-1] for box in prompt.boxes if (own := stems_of(box.name.value))]
    alike = any(kind == words.kind_of_head.get(word) for word in last)
    acronym = value[start : start + 2].isupper()
    return bool(value[:start].strip(" \"'“")) and kind is not None and not alike and not acronym


def _abbreviates(stems: tuple[str, ...], prompt: Prompt, words: _Words) -> bool:
    """Is it a box in other words: "Auth Server" for "Authorization Server", "User DB" for "User Database"?"""
    for box in prompt.boxes:
        for name in box.names:
            own = stems_of(name)
            if not own:
                continue
            alike = sum(one[:4] == other[:4] for one in stems for other in own)
            heads = words.kind_of_head.get(own[-1]) == words.kind_of_head.get(stems[-1])
            if len(own) == len(stems) and (
                alike == len(stems) or (alike == len(stems) - 1 and heads and own[0][:4] == stems[0][:4])
            ):
                return True
    return False
