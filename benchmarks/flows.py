"""Flow rules on good flows, and on the same flows with a fault planted.

A planted fault is found if one of its rules says something that it did not say of the good flow. Anything else
that is said anew at warning or above counts as stray. The good flows are those of fixtures/flows/good.txt and of
the catalog entries or prompts that are named.

    python -m benchmarks.flows                 the good flows
    python -m benchmarks.flows PATH…           the flows of these prompts as well
    python -m benchmarks.flows --list          each miss, each stray and each false alarm
    python -m benchmarks.flows --cost          milliseconds of the flow rules, by the size of the flow
"""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.flow_faults import Planted, planted
from jwtlint.config import Settings
from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.read import read_entries
from jwtlint.finding import Diagnostic, Severity
from jwtlint.flow.model import Conversation
from jwtlint.source import Source
from tests.flow.drawing import Drawn, Flow, prompt_text, read_flows

FLOWS = Settings(select=("FLW",))
# Other rules that rightly speak up when a fault is planted: what it breaks beside itself.
CONSEQUENCES = {
    "reply turned round": {"request-without-reply", "reply-skips-hop"},
    "SQL from the browser": {"reply-without-request", "reply-skips-hop"},
    "browser reads the database": {"client-touches-store"},
    "request dropped": {"request-without-reply", "protected-call-without-token"},
    "call into a server dropped": {"request-without-reply"},
    "note: HS256 token, verified with the public key": set[str](),
}


class Judged(NamedTuple):
    """What became of one planted fault."""

    planted: Planted
    found: bool
    stray: tuple[str, ...]


def document_of(linter: Linter, text: str) -> Document:
    """The prompt as rules read it."""
    return Document(next(iter(read_entries(Source("flow.txt", text)))), linter.context)


def said(linter: Linter, flow: Flow) -> Counter[tuple[str, Severity]]:
    """How often each rule speaks of a flow; a related place counts like a place of its own."""
    counted: Counter[tuple[str, Severity]] = Counter()
    for one in linter.lint(Source("flow.txt", prompt_text(flow))).diagnostics:
        counted[one.name, one.severity] += 1 + len(one.related)
    return counted


def judge(linter: Linter, flow: Flow, conversation: Conversation) -> Iterator[Judged]:
    """Plant every fault into the flow and see what is said."""
    before = said(linter, flow)
    for fault in planted(flow, conversation):
        new = said(linter, fault.flow) - before
        found = any(rule in fault.expected for rule, _ in new)
        allowed = fault.expected | CONSEQUENCES.get(fault.fault, set())
        stray = tuple(rule for rule, severity in new if severity >= Severity.WARNING and rule not in allowed)
        yield Judged(fault, found, stray)


def flows_of(linter: Linter, paths: Sequence[str]) -> Iterator[Flow]:
    """The flows of prompts and catalog entries, as they were read."""
    for path in paths:
        for entry in read_entries(Source.decode(path, Path(path).read_bytes())):
            prompt = Document(entry, linter.context).prompt
            if prompt is None or not prompt.arrows:
                continue
            arrows = []
            for arrow in prompt.arrows:
                source = arrow.source_box.name if arrow.source_box else arrow.source
                target = arrow.target_box.name if arrow.target_box else arrow.target
                mode = "" if arrow.mode.value == "main" else arrow.mode.value
                label = arrow.label.value if arrow.label else ""
                arrows.append(Drawn(source.value, target.value, label, mode))
            roles = {box.name.value: box.role.value for box in prompt.boxes if box.role}
            legend = tuple(step.text.value for step in prompt.steps)
            notes = tuple(note.text.value for note in prompt.notes)
            yield Flow(Path(path).stem, tuple(arrows), roles, legend, notes)


def report(linter: Linter, flows: Sequence[Flow], *, listing: bool) -> bool:
    """Print what was found; is it good enough?"""
    results: dict[str, list[Judged]] = defaultdict(list)
    false_alarms: list[tuple[str, Diagnostic]] = []
    for flow in flows:
        text = prompt_text(flow)
        document = document_of(linter, text)
        if document.conversation is None or len(document.conversation.messages) != len(flow.arrows):
            raise SystemExit(f"{flow.name}: the arrows were not read as they were written")
        serious = [
            one
            for one in linter.lint(Source(flow.name, text)).diagnostics
            if one.severity >= Severity.WARNING
        ]
        false_alarms += [(flow.name, one) for one in serious]
        for judged in judge(linter, flow, document.conversation):
            results[judged.planted.fault].append(judged)
    width = max(map(len, results))
    for fault, judgements in results.items():
        found = sum(judged.found for judged in judgements)
        stray = sum(bool(judged.stray) for judged in judgements)
        print(
            f"{fault:{width}}  {found:4}/{len(judgements):<4}"
            + (f"  {stray} with stray findings" if stray else "")
        )
        for judged in judgements if listing else ():
            if not judged.found or judged.stray:
                missed = [] if judged.found else ["MISSED"]
                print(f"    {judged.planted.where}: {'; '.join((*missed, *judged.stray))}")
    everything = [judged for judgements in results.values() for judged in judgements]
    found = sum(judged.found for judged in everything)
    stray = sum(bool(judged.stray) for judged in everything)
    print(f"\n{len(flows)} flows, {len(false_alarms)} findings at warning or above on them as they are")
    for name, one in false_alarms:
        print(f"    {name}: {one.rule} {one.name}: {one.message}")
    share = found / len(everything)
    print(f"found {found} of {len(everything)} planted faults ({share:.1%}), {stray} with stray findings")
    return share >= 0.98 and not stray


def cost(linter: Linter, flows: Sequence[Flow]) -> None:
    """Print the CPU time of conversation and flow rules, without parsing."""
    documents = [document_of(linter, prompt_text(flow)) for flow in flows]
    _print_cost("good flows, each", linter, documents)
    for arrows in (500, 1000, 5000):
        for name, long in _long_flows(arrows):
            flow = Flow(name, tuple(long))
            _print_cost(f"{arrows} arrows, {name}", linter, [document_of(linter, prompt_text(flow))])


def _long_flows(arrows: int) -> Iterator[tuple[str, list[Drawn]]]:
    """Flows that are long in different ways."""
    half = arrows // 2
    calls = (
        Drawn("Browser", "API", "GET /items + Authorization: Bearer JWT, page"),
        Drawn("API", "Browser", "200 OK + items"),
    )
    yield "calls", [call._replace(label=f"{call.label} {number}") for number in range(half) for call in calls]
    chain = [Drawn(f"Service {number}", f"Service {number + 1}", "forward request") for number in range(half)]
    yield "chain", [*chain, *(Drawn(f"Service {number}", "Service 0", "200 OK") for number in range(half))]
    yield (
        "errors",
        [calls[0], *(Drawn("API", "Browser", "401 Unauthorized", "optional") for _ in range(arrows - 1))],
    )
    yield "fan", [Drawn(f"Browser {number}", "API", "GET /items") for number in range(half)] * 2


def _print_cost(name: str, linter: Linter, documents: Sequence[Document]) -> None:
    for document in documents:
        assert document.prompt is not None
    start = time.process_time()
    for document in documents:
        for rule in linter.active:
            for subject in document.subjects(rule) or ():
                for _ in rule.check(subject):
                    pass
    print(f"{name:24} {(time.process_time() - start) / len(documents) * 1000:8.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--list", action="store_true", dest="listing")
    parser.add_argument("--cost", action="store_true")
    options = parser.parse_args()
    linter = Linter(FLOWS)
    flows = [*read_flows("good.txt"), *flows_of(linter, options.paths)]
    if options.cost:
        cost(linter, flows)
    elif not report(linter, flows, listing=options.listing):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
