"""Prompts made from lists of arrows, so that a test says no more than the flow that it is about."""

from collections.abc import Collection, Iterable, Sequence

Flow = Sequence[Sequence[str]]


def prompt_text(
    flow: Flow,
    *,
    optional: Collection[int] = (),
    roles: dict[str, str] | None = None,
    legend: Iterable[str] = (),
    notes: Iterable[str] = (),
) -> str:
    """A prompt that draws the arrows (from, to, label); `optional` are the indexes of optional ones."""
    names = dict.fromkeys(name for source, target, _ in flow for name in (source, target))
    lines = ["Boxes:"]
    for name in names:
        role = (roles or {}).get(name)
        lines.append(f"- {name} — “{role}”" if role else f"- {name}")
    lines += ["", "Arrows:", "", "| From | To | Label | Branch |", "| --- | --- | --- | --- |"]
    for index, (source, target, label) in enumerate(flow):
        lines.append(f"| {source} | {target} | {label} | {'optional' if index in optional else ''} |")
    steps = list(legend)
    if steps:
        lines += ["", f"Legend 1-{len(steps)}:"]
        lines += [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    for note in notes:
        lines += ["", f"Note: “{note}”"]
    return "\n".join(lines) + "\n"
