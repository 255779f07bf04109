"""A queue or a token refresh is drawn, but no step of the legend speaks of it.

Nobody needs a step for every arrow. Yet what happens later (events, renewal) is what readers of a flow ask about
first, so that a look is worth it.

```bad
Boxes: API Server (server icon), Database (cylinder icon), Queue (tray icon).
Arrows: API Server → Database: "SELECT order"; Database → API Server: "row"; [[API Server → Queue: "order event"]].
Legend: 1. API Server asks the Database. 2. Database returns the row.
```

```good
Boxes: API Server (server icon), Database (cylinder icon), Queue (tray icon).
Arrows: API Server → Database: "SELECT order"; Database → API Server: "row"; API Server → Queue: "order event".
Legend: 1. API Server asks the Database. 2. Database returns the row. 3. An event goes to the Queue.
```
"""

from collections.abc import Iterator
from functools import lru_cache

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.flow.kinds import Kind, Kinds
from jwtlint.prompt.model import Box, Prompt
from jwtlint.regex import lazy
from jwtlint.rule import rule

from ._actions import comparable
from ._names import spoken_in

_LATER = lazy(
    r"\b(?:queue\w*|enqueue\w*|events?|publish\w*|async\w*|background|jobs?|broker|topic|stream\w*|cola|evento\w*|warteschlange|file)\b"
)
_REFRESH = lazy(
    r"/refresh\b|\brefresh(?:ed)?[ _-]+(?:the )?(?:access |id |session )?(?:token|cookie|session)|\btoken[ _-]+refresh|\brenew\w*"
)
_RENEWAL = lazy(r"\b(?:refresh\w*|renew\w*|rotat\w*|new (?:access )?token|expire\w*|expiry|again)\b")


@lru_cache(maxsize=4)
def _kinds(context: Context) -> Kinds:
    return Kinds(context.vocabulary("components"))


@rule("LEG107", "legend-skips-branch", Severity.INFO)
def legend_skips_branch(prompt: Prompt, context: Context) -> Iterator[Finding]:
    if not prompt.steps or not comparable(prompt):
        return
    legend = prompt.steps
    steps = "\n".join(step.text.value for step in legend).lower()
    spoken = {box for step in legend for one in spoken_in(step, prompt) for box in one.boxes}
    for box in prompt.boxes:
        if box in spoken or _LATER.search(steps) or not _is_queue(box, context):
            continue
        arrow = next((one for one in prompt.arrows if box in (one.source_box, one.target_box)), None)
        if arrow is not None:
            yield Finding(
                arrow.text,
                f"no step of the legend speaks of {box.name.value!r}",
                "add a step if readers need it",
            )
    refresh = next((one for one in prompt.arrows if one.label and _renews(one.label.value.lower())), None)
    if refresh is not None and not _RENEWAL.search(steps):
        yield Finding(
            refresh.text, "no step of the legend speaks of the refresh", "add a step if readers need it"
        )


def _renews(label: str) -> bool:
    return ("refresh" in label or "renew" in label) and _REFRESH.search(label) is not None


def _is_queue(box: Box, context: Context) -> bool:
    role = box.role.value if box.role is not None else ""
    return _kinds(context).of(box.name.value, role).kind is Kind.QUEUE
