"""The docstring of a rule taken apart, and the page that is made of all of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from jwtlint import documentation
from jwtlint.documentation import Example
from jwtlint.text import Span
from scripts import generate_docs
from scripts.generate_docs import same_words, with_outputs

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


README = """Words.

<!-- output: jwtlint explain TPL101 -->
```text
old
```

<!-- output, first 2 lines: jwtlint explain TPL101 -->
```text
old
```

<!-- output with RapidOCR: jwtlint ocr missing.png -->
```text
old
```
"""


def test_blocks_of_the_readme(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(generate_docs, "_printed", lambda command: f"{command}\n2\n3\n")
    monkeypatch.setattr(generate_docs, "_no_reader", lambda: "")
    whole, first, read = (
        block.partition("\n```\n")[0] for block in with_outputs("README.md", README).split("```text\n")[1:]
    )
    assert whole == "jwtlint explain TPL101\n2\n3"
    assert first == "jwtlint explain TPL101\n2\n…"
    assert read == "jwtlint ocr missing.png\n2\n3"
    written = with_outputs("README.md", README)
    assert with_outputs("README.md", written) == written
    assert capsys.readouterr().out == ""


def test_blocks_that_nobody_can_read_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate_docs, "_printed", lambda command: "new\n")
    monkeypatch.setattr(generate_docs, "_no_reader", lambda: "RapidOCR is not installed")
    written = with_outputs("README.md", README)
    assert written.count("new") == 2
    assert written.endswith("```text\nold\n```\n")
    said = "README.md: jwtlint ocr missing.png: left as it is: RapidOCR is not installed\n"
    assert capsys.readouterr().out.startswith(said)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("rapidocr (3.10.0-openvino-2026.4.1): 37 lines\n", "rapidocr (3.9.1-onnxruntime-1.32.0): 37 lines\n", True),
        ("a.png left [1,22 3,4] 'Brwoser', 98 % sure", "a.png left [10,2 3,44] 'Brwoser', 97 % sure", True),
        ("Words   Region\n──────\n", "Words Region\n─────────\n", True),
        ("a.png left [1,2 3,4] 'Brwoser'", "a.png left [1,2 3,4] 'Browser'", False),
        ("a\n", "a\nb\n", False),
    ],
)  # fmt: skip
def test_only_words_of_what_was_read_count(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same
