"""Flows in a short notation, and the prompts that draw them.

A file of flows is plain text. A flow starts with "== name"; below it stand, one a line:

    Box = what it does          a role
    From -> To: label           an arrow; "? " before it makes it optional, "| " an alternative
    1. text                     a step of the legend
    * text                      a note
    ! rule-name                 a verdict that the flow deserves
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

FLOWS = Path(__file__).parents[2] / "fixtures" / "flows"
_ARROW = re.compile(r"(?P<mark>[?|] )?(?P<source>.+?) -> (?P<target>.+?): (?P<label>.*)")
_STEP = re.compile(r"\d+\. ")
_MODES = {"? ": "optional", "| ": "alternative"}


class Drawn(NamedTuple):
    """One arrow: both ends, the label, and "", "optional" or "alternative"."""

    source: str
    target: str
    label: str
    mode: str = ""


@dataclass(frozen=True)
class Flow:
    """A flow to draw, with the names of the rules that it deserves."""

    name: str
    arrows: tuple[Drawn, ...] = ()
    roles: dict[str, str] = field(default_factory=dict)
    legend: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()

    @property
    def boxes(self) -> tuple[str, ...]:
        """The names of all components, in the order of the arrows."""
        return tuple(dict.fromkeys(name for arrow in self.arrows for name in (arrow.source, arrow.target)))

    def with_arrows(self, arrows: list[Drawn]) -> "Flow":
        return replace(self, arrows=tuple(arrows))

    def renamed(self, names: dict[str, str]) -> "Flow":
        """The same flow with other names for its boxes, wherever they stand."""

        def new(words: str) -> str:
            for old, name in names.items():
                words = words.replace(old, name)
            return words

        return replace(
            self,
            arrows=tuple(
                arrow._replace(
                    source=names.get(arrow.source, arrow.source), target=names.get(arrow.target, arrow.target)
                )
                for arrow in self.arrows
            ),
            roles={names.get(name, name): role for name, role in self.roles.items()},
            legend=tuple(map(new, self.legend)),
        )


def read_flows(name: str) -> list[Flow]:
    """The flows of a file under fixtures/flows."""
    flows: list[Flow] = []
    for line in (FLOWS / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            flows.append(Flow(line[3:]))
        elif line and flows:
            flows[-1] = _with(flows[-1], line)
    return flows


def _with(flow: Flow, line: str) -> Flow:
    if line.startswith("* "):
        return replace(flow, notes=(*flow.notes, line[2:]))
    if line.startswith("! "):
        return replace(flow, verdicts=(*flow.verdicts, line[2:]))
    if _STEP.match(line):
        return replace(flow, legend=(*flow.legend, line.partition(" ")[2]))
    match = _ARROW.fullmatch(line)
    if match is None:
        name, _, role = line.partition(" = ")
        return replace(flow, roles={**flow.roles, name: role})
    arrow = Drawn(match["source"], match["target"], match["label"], _MODES.get(match["mark"], ""))
    return replace(flow, arrows=(*flow.arrows, arrow))


def prompt_text(flow: Flow) -> str:
    """A prompt that asks for the flow."""
    lines = ["Boxes:"]
    for name in flow.boxes:
        role = flow.roles.get(name)
        lines.append(f"- {name} — “{role}”" if role else f"- {name}")
    lines += ["", "Arrows:", "", "| From | To | Label | Branch |", "| --- | --- | --- | --- |"]
    lines += [f"| {arrow.source} | {arrow.target} | {arrow.label} | {arrow.mode} |" for arrow in flow.arrows]
    if flow.legend:
        lines += ["", f"Legend 1-{len(flow.legend)}:"]
        lines += [f"{number}. {step}" for number, step in enumerate(flow.legend, 1)]
    for note in flow.notes:
        lines += ["", f"Note: “{note}”"]
    return "\n".join(lines) + "\n"
