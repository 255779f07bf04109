"""A step of the legend contradicts the arrows: their direction, or who does it.

Arrow and legend stand side by side in the picture, and readers see at once that they disagree. Only certain cases
are reported: the arrows between both boxes run the other way, or the very thing that the step hands over travels
between other boxes.

```bad
Boxes: Tablet (tablet icon), Menu API (waiter icon), Menu DB (cellar icon).
Arrows: Tablet → Menu API "GET /menu"; Menu API → Menu DB "SELECT soup"; Menu DB → Menu API "row"; Menu API → Tablet "200 OK".
Legend: 1. Tablet asks the Menu API. 2. [[Menu DB asks the Menu API for the row]]. 3. Menu API answers the Tablet.
```

```bad
Boxes: Meter Box (meter icon), Cloud Hub (cloud icon).
Arrows: Meter Box → Cloud Hub: "reading 18:00"; Cloud Hub → Meter Box: "new tariff".
Legend: 1. Meter Box counts. 2. [[Cloud Hub sends the reading to the Meter Box]]. 3. Both wait.
```

```good
Boxes: Tablet (tablet icon), Menu API (waiter icon), Menu DB (cellar icon).
Arrows: Tablet → Menu API "GET /menu"; Menu API → Menu DB "SELECT soup"; Menu DB → Menu API "row"; Menu API → Tablet "200 OK".
Legend: 1. Tablet asks the Menu API. 2. Menu DB returns the row to the Menu API. 3. Menu API answers the Tablet.
```
"""

from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Related, Severity
from jwtlint.prompt.model import Arrow, Box, Prompt, Step
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._actions import REPLIES, Action, actions_of, between, comparable, label_stems, opening, stems_in

_REQUEST = lazy(
    r"\s*(?:GET|POST|PUT|PATCH|DELETE|HEAD|SELECT|INSERT|UPDATE|UPSERT|SET|PUBLISH|CALL)\b|[^?]*\?\s*$"
    r"|\s*(?i:fetch|query|ask|validate|verify|poll|look up|lookup)\b(?!\s*(?:results?|replies|reply|answers?|ok|done|succeed\w*|fail\w*))"
)
_WRITE = lazy(r"\s*(?:SET|PUT|POST|PATCH|INSERT|UPSERT|UPDATE|WRITE|SAVE|STORE|APPEND|PUBLISH)\b")
_TO_PERSON = lazy(r"\s(?:to|for) (?:the|an?|its|their)\s+(?P<person>[a-z]+)\s*[.!]?\s*$")


@rule("LEG106", "legend-contradicts-arrow", Severity.WARNING, supersedes=("LEG196",))
def legend_contradicts_arrow(prompt: Prompt, context: Context) -> Iterator[Finding]:
    if not comparable(prompt):
        return
    for action in actions_of(prompt):
        contrary = _reversed(prompt, action) or _elsewhere(prompt, action)
        if contrary is not None:
            yield _finding(action.step, *contrary)
    for step in prompt.steps:
        contrary = _wrong_server(prompt, step, context)
        if contrary is not None:
            yield _finding(step, *contrary)


def _finding(step: Step, arrow: Arrow, why: str) -> Finding:
    return Finding(
        step.text, why, "correct the step or the arrow", related=(Related(arrow.text, "the arrow"),)
    )


def _is_request(arrow: Arrow) -> bool:
    return arrow.label is not None and _REQUEST.match(arrow.label.value) is not None


def _hands_over(arrow: Arrow) -> bool:
    """Does a command hand over something that its label calls by another name ("SET session s-77" for tokens)?"""
    return arrow.label is not None and _WRITE.match(arrow.label.value) is not None


def _reversed(prompt: Prompt, action: Action) -> tuple[Arrow, str] | None:
    """Do the arrows between both run the other way, or only as replies?"""
    there = between(prompt, action.actor, action.target)
    back = between(prompt, action.target, action.actor)
    if not back:
        return None
    says = f"the step says that {action.actor.name.value!r} {action.verb}"
    if action.asks:
        asked = next((arrow for arrow in back if _is_request(arrow)), None)
        first = min((*there, *back), key=prompt.arrows.index)
        if asked is not None and first in back and not any(map(_is_request, there)):
            return asked, f"{says}, but by the arrows it is asked"
        return None
    carrying = next((arrow for arrow in back if action.content & label_stems(arrow)), None)
    if carrying is None or any(action.content & label_stems(arrow) or _hands_over(arrow) for arrow in there):
        return None
    # A reply to a request that names the thing ("GET /row") needs no arrow of its own.
    return (
        None
        if _is_request(carrying) and not there
        else (carrying, f"{says}, but by the arrows it receives that")
    )


def _elsewhere(prompt: Prompt, action: Action) -> tuple[Arrow, str] | None:
    """Does what the step hands over travel between other boxes, and is there no arrow between these two?"""
    actor, target = action.actor, action.target
    if action.asks or between(prompt, actor, target) or between(prompt, target, actor):
        return None
    for words in (stems_in(action.verb) - REPLIES, action.content - REPLIES):
        leaving = [
            arrow for arrow in prompt.arrows if arrow.source_box is actor and words & label_stems(arrow)
        ]
        arriving = [
            arrow for arrow in prompt.arrows if arrow.target_box is target and words & label_stems(arrow)
        ]
        if leaving and not arriving:
            other = leaving[0].target_box
            onwards = any(arrow.source_box is other and words & label_stems(arrow) for arrow in prompt.arrows)
            if other is not None and not onwards:
                return leaving[
                    0
                ], f"by the arrows this goes to {other.name.value!r}, not to {target.name.value!r}"
        if arriving and not leaving:
            other = arriving[0].source_box
            before = any(arrow.target_box is other and words & label_stems(arrow) for arrow in prompt.arrows)
            if other is not None and not before:
                return arriving[
                    0
                ], f"by the arrows this comes from {other.name.value!r}, not from {actor.name.value!r}"
    return None


def _wrong_server(prompt: Prompt, step: Step, context: Context) -> tuple[Arrow, str] | None:
    """Does the step let a box serve a person whose box gets everything from another one?"""
    opened = opening(step, prompt)
    person = _TO_PERSON.search(step.text.value)
    if opened is None or person is None or opened[1]["ask"]:
        return None
    actor, verb = opened
    screen = _screen_of(person["person"], prompt, context)
    if screen is None or screen is actor or between(prompt, actor, screen) or between(prompt, screen, actor):
        return None
    content = stems_in(step.text.value[verb.end() : person.start()])
    summary = any(arrow.source_box is actor and content & label_stems(arrow) for arrow in prompt.arrows)
    serving = [
        arrow for arrow in prompt.arrows if arrow.target_box is screen and arrow.source_box is not None
    ]
    if (
        summary
        or not content
        or len({arrow.source_box for arrow in serving}) != 1
        or serving[0].source_box is None
    ):
        return None
    server = serving[0].source_box.name.value
    return serving[
        -1
    ], f"by the arrows {screen.name.value!r} is served by {server!r}, not by {actor.name.value!r}"


def _screen_of(person: str, prompt: Prompt, context: Context) -> Box | None:
    """The box whose role says that the person uses it."""
    if person not in context.vocabulary("components").get("actors", {}).get("names", ()):
        return None
    boxes = [
        box for box in prompt.boxes if box.role is not None and person in box.role.value.casefold().split()
    ]
    return boxes[0] if len(boxes) == 1 else None
