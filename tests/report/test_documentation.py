"""The docstring of a rule taken apart, and the page that is made of all of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from jwtlint import documentation
from jwtlint.documentation import Example
from jwtlint.text import Span

ROOT = Path(__file__).parents[2]

DOCSTRING = """A thing is
wrong.

Why it matters.

Source: RFC 1, section 2.

```bad
[[one]] two [[]]three
[[four
five]]
```

```fixed
two
```

````good
a ``` fence
````
"""


def test_its_parts() -> None:
    docs = documentation.read(DOCSTRING)
    assert docs.summary == "A thing is wrong."
    assert docs.why == ("Why it matters.", "Source: RFC 1, section 2.")
    assert docs.fixable
    assert docs.examples == (
        Example("bad", "one two three\nfour\nfive\n", (Span(0, 3), Span(8, 8), Span(14, 23))),
        Example("fixed", "two\n", ()),
        Example("good", "a ``` fence\n", ()),
    )


@pytest.mark.parametrize("text", ["[[a", "a]]", "[[a [[b]]"])
def test_marks_that_do_not_pair(text: str) -> None:
    with pytest.raises(ValueError, match="flagged words"):
        documentation.read(f"A.\n\n```bad\n{text}\n```\n")


def test_the_generated_page(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "generate_docs.py"
    copy = tmp_path / "scripts" / "generate_docs.py"
    copy.parent.mkdir()
    copy.write_text(script.read_text())

    def generate(*arguments: str) -> int:
        command = [sys.executable, str(copy), *arguments]
        return subprocess.run(
            command, env={"PYTHONPATH": str(ROOT)}, check=False, capture_output=True
        ).returncode

    assert generate("--check") == 1
    assert generate() == 0
    assert generate("--check") == 0
    page = (tmp_path / "docs" / "rules.md").read_text()
    from jwtlint.pack import builtin

    for rule in builtin().rules:
        assert f'<a id="{rule.id.lower()}"></a>' in page
        assert f"[{rule.id}](#{rule.id.lower()})" in page
