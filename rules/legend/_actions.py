"""What a step of the legend says that one box does to another."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jwtlint.prompt.model import Arrow, Box, Prompt, Step
from jwtlint.prompt.names import stems_of
from jwtlint.regex import lazy

from ._names import spoken_in

_WORD = lazy(r"[^\W\d_]+")
_SUBJECT = lazy(
    r"(?:(?:then|next|finally|afterwards|meanwhile|internally|later),?\s+)?(?:the\s+)?$", re.IGNORECASE
)
# Third person of what one component does to another: asking, and giving.
_ASKING = "asks|calls|queries|requests|polls|consults|contacts|pings|invokes|reads|loads|fetches|pulls|looks|checks|retrieves|selects"
_GIVING = (
    "sends|posts|forwards|passes|submits|publishes|pushes|writes|streams|transmits|issues|emits|uploads|reports|ships|relays"
    "|tells|notifies|informs|triggers|alerts|transfers|copies|appends|stores|saves|returns|answers|replies|responds|delivers"
    "|grants|gives|hands|confirms|acknowledges|redirects"
)
# Verbs whose object is the one who gets something, not what is got.
_ADDRESSING = frozenset(("tells", "notifies", "informs", "triggers", "alerts", "answers"))
_VERB = lazy(rf"\s+(?P<verb>(?P<ask>{_ASKING})|{_GIVING})\b")
_NEGATED = lazy(
    r"\b(?:not|never|no longer|cannot|without|instead|unless|may|might|could|can|would|optionally|if)\b",
    re.IGNORECASE,
)
_CLAUSE_END = lazy(
    r"[.;:,(]|\s(?:and|then|which|that|who|so|while|because|after|before|when|via|through|until|or|for the|over)\s"
)
_TO = lazy(r"\s(?:to|into|at|in|on)\s+(?:the\s+|its\s+|a\s+)?$")
_DIRECT = lazy(r"\s+(?:for\s+|from\s+|up in\s+|to\s+|in\s+|at\s+)?(?:the\s+|its\s+|a\s+)?$")
_MORE_TARGETS = lazy(r"\s*['’]s\b|\s+(?:and|or)\b|\s*/|\s*,\s*[A-Z]")
_TAKEN_FROM = lazy(r"\s(?:from|in|at|of|with|against)\s+(?:the\s+|its\s+|a\s+)?$")
# Words that stand in labels of any kind, and so prove nothing.
_COMMON = frozenset(
    """the a an of to and for with in on by new data request response message call ok http https get post put
    patch delete id all its it this that is are one two from into at be back via same first second next""".split()
)


# Proof of a direction between two boxes, but of nothing where a third is involved: results are passed on.
REPLIES = frozenset(("answer", "reply", "result"))
_MOST = 200


class Action(NamedTuple):
    """A box does something to another; `content` are the word stems of what is handed over or asked for."""

    step: Step
    actor: Box
    target: Box
    asks: bool
    verb: str
    content: frozenset[str]


def actions_of(prompt: Prompt) -> Iterator[Action]:
    """What the steps say for certain: an active verb between two boxes of one clause."""
    for step in prompt.steps:
        action = action_in(step, prompt)
        if action is not None:
            yield action


@lru_cache(maxsize=64)
def action_in(step: Step, prompt: Prompt) -> Action | None:
    """The action that opens a step; None for anything that is not plainly one."""
    value = step.text.value
    opened = opening(step, prompt)
    spoken = spoken_in(step, prompt)
    if opened is None or len(spoken) < 2:
        return None
    actor, verb = opened
    second = spoken[1]
    target = second.box
    if target is None or target is actor or _CLAUSE_END.search(value, verb.end(), second.start):
        return None
    between_both, behind = value[verb.end() : second.start], value[second.end :]
    if _MORE_TARGETS.match(behind):
        return None
    direct = _DIRECT.fullmatch(between_both) is not None
    if verb["ask"]:
        fits = direct or _TAKEN_FROM.search(between_both) is not None
    else:
        fits = (direct and verb["verb"] in _ADDRESSING) or _TO.search(between_both) is not None
    if not fits:
        return None
    content = between_both + behind if direct else between_both
    return Action(step, actor, target, bool(verb["ask"]), verb["verb"], stems_in(content))


def opening(step: Step, prompt: Prompt) -> tuple[Box, re.Match[str]] | None:
    """The box with whose action a step opens, and its verb; None where the step denies or only allows it."""
    value = step.text.value
    spoken = spoken_in(step, prompt)
    actor = spoken[0].box if spoken else None
    if actor is None or not _SUBJECT.fullmatch(value[: spoken[0].start]):
        return None
    verb = _VERB.match(value, spoken[0].end)
    return (actor, verb) if verb is not None and not _NEGATED.search(value) else None


def stems_in(words: str) -> frozenset[str]:
    """The stems of the words that say something."""
    return frozenset(
        _verb_stem(stems_of(word)[0])
        for word in _WORD.findall(words)
        if len(word) > 2 and word.casefold() not in _COMMON
    )


def _verb_stem(stem: str) -> str:
    """Without the endings of verbs: "granted", "grants" and "grant" are one word."""
    for ending in ("ing", "ed", "es"):
        if len(stem) > len(ending) + 3 and stem.endswith(ending):
            return stem[: -len(ending)]
    return stem


def label_stems(arrow: Arrow) -> frozenset[str]:
    """The stems of the words of its label."""
    return stems_in(arrow.label.value) if arrow.label is not None else frozenset()


@lru_cache(maxsize=2)
def _pairs(prompt: Prompt) -> dict[tuple[Box, Box], list[Arrow]]:
    pairs: dict[tuple[Box, Box], list[Arrow]] = {}
    for arrow in prompt.arrows:
        if arrow.source_box is not None and arrow.target_box is not None:
            pairs.setdefault((arrow.source_box, arrow.target_box), []).append(arrow)
    return pairs


def between(prompt: Prompt, source: Box, target: Box) -> list[Arrow]:
    """The arrows that run from one box to another."""
    return _pairs(prompt).get((source, target), [])


def comparable(prompt: Prompt) -> bool:
    """Was the flow read well enough, and is it of a size that is drawn, to hold the legend against it?"""
    return (
        bool(prompt.arrows)
        and not prompt.unread
        and len(prompt.arrows) <= _MOST
        and len(prompt.steps) <= _MOST
    )
