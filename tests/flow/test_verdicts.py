"""What the flow rules say of whole flows."""

from collections import Counter

import pytest

from jwtlint.config import Settings
from jwtlint.engine import Linter
from jwtlint.finding import Diagnostic, Severity
from jwtlint.source import Source

from .drawing import Flow, prompt_text, read_flows

LINTER = Linter(Settings(select=("FLW",)))


def verdicts(flow: Flow) -> list[Diagnostic]:
    result = LINTER.lint(Source("flow.txt", prompt_text(flow)))
    assert not result.errors
    return list(result.diagnostics)


@pytest.mark.parametrize("flow", read_flows("telling.txt"), ids=lambda flow: flow.name)
def test_a_telling_flow_deserves_exactly_its_verdicts(flow: Flow) -> None:
    assert Counter(one.name for one in verdicts(flow)) == Counter(flow.verdicts)


@pytest.mark.parametrize("flow", read_flows("good.txt"), ids=lambda flow: flow.name)
def test_a_good_flow_is_silent(flow: Flow) -> None:
    assert [one for one in verdicts(flow) if one.severity >= Severity.WARNING] == []


def test_a_bypassed_edge_is_one_verdict_with_both_places() -> None:
    flow = next(flow for flow in read_flows("telling.txt") if flow.name.startswith("edge forgotten"))
    (one,) = [one for one in verdicts(flow) if one.name == "edge-bypassed"]
    assert one.severity is Severity.WARNING
    assert one.text == "HTTPS GET /resource + Authorization: Bearer JWT"
    assert [related.text for related in one.related] == ["POST /refresh + refresh token"]


def test_skipping_an_edge_is_a_note_and_skipping_a_gateway_a_warning() -> None:
    flows = {flow.name: flow for flow in read_flows("telling.txt")}
    (edge,) = verdicts(flows["replies over the head of a load balancer"])
    (gateway,) = verdicts(flows["issuer answers over the head of the gateway"])
    assert (edge.severity, gateway.severity) == (Severity.INFO, Severity.WARNING)
    assert "Load Balancer" in edge.message
    assert "Token Minter → API Gateway and API Gateway → Client" in gateway.remedy


def test_a_prompt_without_arrows_is_said_to_be_unchecked() -> None:
    result = LINTER.lint(Source("flow.txt", "Boxes:\n- Browser\n- API\n"))
    assert not result.diagnostics
    assert {one.reason for one in result.not_run} == {"no arrows in this prompt"}
