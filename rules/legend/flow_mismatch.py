"""A step of the legend connects two boxes that no arrow connects.

Either an arrow is missing, or the step speaks of other boxes. Steps that say "may" are left alone.

```bad
Boxes: Browser (window icon), API (server icon), Database (cylinder icon).
Arrows: Browser → API: "POST /login"; API → Database: "SELECT user"; Database → API: "row"; API → Browser: "200 OK".
Legend: 1. Browser calls the API. 2. [[Database sends the profile to the Browser]]. 3. Done.
```

```good
Boxes: Browser (window icon), API (server icon), Queue (tray icon).
Arrows: Browser → API: "POST /login"; API → Browser: "200 OK"; API → Queue: "audit event".
Legend: 1. Browser calls the API. 2. API publishes an event to the Queue. 3. Browser may later read the Queue.
```
"""

from collections.abc import Iterator

from jwtlint.finding import Finding, Severity
from jwtlint.prompt.model import Box, Prompt
from jwtlint.rule import rule

from ._actions import actions_of, between, comparable


@rule("LEG196", "legend-flow-mismatch", Severity.INFO)
def legend_flow_mismatch(prompt: Prompt) -> Iterator[Finding]:
    if not comparable(prompt):
        return
    for action in actions_of(prompt):
        pair = action.actor, action.target
        if (
            between(prompt, *pair)
            or between(prompt, *reversed(pair))
            or _told_by_role(*pair)
            or _told_by_role(*reversed(pair))
        ):
            continue
        yield Finding(
            action.step.text,
            f"no arrow connects {action.actor.name.value!r} and {action.target.name.value!r}",
            "add the arrow, or correct the step",
        )


def _told_by_role(box: Box, other: Box) -> bool:
    """Does the role of one box speak of the other?"""
    role = box.role.value.casefold() if box.role is not None else ""
    return any(name.casefold() in role for name in other.names)
