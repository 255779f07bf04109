"""The flow as a Mermaid diagram, which nothing in a prompt can break."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jwtlint.prompt.model import Arrow, Box, Mode, Prompt
from jwtlint.prompt.names import NameIndex
from jwtlint.report.mermaid import escaped, sequence_diagram
from jwtlint.text import Text


def arrow(source: Box | str, target: Box | str, label: str | None = None, mode: Mode = Mode.MAIN) -> Arrow:
    def words(end: Box | str) -> Text:
        return end.name if isinstance(end, Box) else Text(end)

    return Arrow(
        words(source),
        words(target),
        Text(""),
        Text(label) if label is not None else None,
        mode,
        source if isinstance(source, Box) else None,
        target if isinstance(target, Box) else None,
    )


def test_boxes_messages_and_branches() -> None:
    browser, server = Box(Text("Browser"), Text("")), Box(Text("API / Server"), Text(""))
    prompt = Prompt(
        Text(""),
        NameIndex((browser, server)),
        title=Text('The "flow"'),
        boxes=(browser, server),
        arrows=(
            arrow(browser, server, "GET /x: 1; #2"),
            arrow(server, server),
            arrow(server, "Mail  Host", "send", Mode.OPTIONAL),
            arrow("mail host", server, "sent", Mode.OPTIONAL),
            arrow(server, browser, "401", Mode.ALTERNATIVE),
        ),
    )
    assert list(sequence_diagram(prompt)) == [
        "sequenceDiagram",
        "  title The #34;flow#34;",
        "  participant p1 as Browser",
        "  participant p2 as API / Server",
        "  participant p3 as Mail Host",
        "  autonumber",
        "  p1->>p2: GET /x#58; 1#59; #35;2",
        "  p2->>p2: #32;",
        "  opt optional",
        "    p2->>p3: send",
        "    p3->>p2: sent",
        "  end",
        "  alt alternative",
        "    p2->>p1: 401",
        "  end",
    ]


@given(st.text())
def test_no_text_means_anything_to_mermaid(text: str) -> None:
    safe = escaped(text)
    assert "\n" not in safe
    assert not re.search(r"[;#%{}<>:`\[\]\"|\\&]", re.sub(r"#\d+;", "", safe))
