"""Writes docs/rules.md from the docstrings of the rules, and the examples of README and docs/ci.md from real runs.

python scripts/generate_docs.py            write the pages
python scripts/generate_docs.py --check    leave with 1 where a page is not what would be written

In these, what a command prints stands behind `<!-- output: COMMAND -->`, its beginning behind
`<!-- output, first 9 lines: COMMAND -->`. Commands that read pictures are marked `<!-- output with RapidOCR: COMMAND -->`:
without RapidOCR they are left alone, which is said; with it only words count, for places, heights and confidences differ
a little from one runtime to another.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from jwtlint import documentation
from jwtlint.pack import builtin
from jwtlint.picture.reader import Choice, ReaderError, readers_of
from jwtlint.report.rule_page import paragraphs, prose
from jwtlint.rule import FAMILIES, Rule

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "rules.md"
README = ROOT / "README.md"
CI_PAGE = ROOT / "docs" / "ci.md"
_OUTPUT = re.compile(
    r"(?P<head><!-- output(?P<reads> with RapidOCR)?(?:, first (?P<lines>\d+) lines)?: (?P<command>[^\n]+) -->\n```\w+\n)"
    r"(?P<old>.*?)(?P<tail>```\n)",
    re.DOTALL,
)
_READER = re.compile(r"rapidocr \(.*?\)")
_UNSURE = re.compile(r"\d+|[\s─]+")
_INTRODUCTION = """\
# Rules

Written by `scripts/generate_docs.py` from the docstrings of the rules; change those, not this page.
`[[…]]` in an example stands around the words that are reported; it is no part of the text.
"""


def page(rules: Sequence[Rule]) -> str:
    """The whole page: an index by family, then a section for each rule."""
    return "\n".join([_INTRODUCTION, *_index(rules), *(line for rule in rules for line in _section(rule))])


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    for family, members in groupby(rules, key=lambda rule: rule.family):
        yield f"## {family}: {FAMILIES[family]}\n"
        yield "| rule | name | severity | fix | reports |"
        yield "| --- | --- | --- | --- | --- |"
        for rule in members:
            docs = documentation.read(rule.documentation)
            fix = "yes" if docs.fixable else ""
            summary = prose(docs.summary).replace("|", "\\|")
            link = f"[{rule.id}](#{rule.id.lower()})"
            yield f"| {link} | {rule.name} | {rule.severity.label} | {fix} | {summary} |"
        yield ""


def _section(rule: Rule) -> Iterator[str]:
    docs = documentation.read(rule.documentation)
    when = "" if rule.default else ", only when selected"
    yield f'<a id="{rule.id.lower()}"></a>\n'
    yield f"### {rule.id} {rule.name}\n"
    yield f"*{FAMILIES[rule.family].capitalize()}, {rule.severity.label}{when}.* {prose(docs.summary)}\n"
    yield from paragraphs(docs)


def with_outputs(name: str, present: str) -> str:
    """A page of that name with every block behind `<!-- output: COMMAND -->` replaced by what the command prints."""
    return _OUTPUT.sub(lambda match: f"{match['head']}{_output(name, match)}{match['tail']}", present)


def _output(name: str, match: re.Match[str]) -> str:
    old, command, reads = match["old"], match["command"], match["reads"]
    if reads and (reason := _no_reader()):
        print(f"{name}: {command}: left as it is: {reason}")
        return old
    lines = _printed(command).splitlines(keepends=True)
    most = int(match["lines"] or len(lines))
    new = "".join(lines[:most]) + ("…\n" if most < len(lines) else "")
    return old if reads and same_words(old, new) else new


def _no_reader() -> str:
    """Why nothing can be read; empty where it can."""
    try:
        readers_of(Choice.RAPIDOCR)
    except ReaderError as error:
        return str(error)
    return ""


def same_words(one: str, other: str) -> bool:
    """Are two outputs the same, but for numbers, blanks and the runtime of the reader?"""
    first, second = (_UNSURE.sub(" ", _READER.sub("", text)) for text in (one, other))
    return first == second


def _printed(command: str) -> str:
    """The standard output of a jwtlint command, as a terminal of 100 columns without colour shows it."""
    words = shlex.split(command)
    # Where GitHub runs this, its own summary is not to be written.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    environment = {**inherited, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines()) + "\n"


def main() -> int:
    """Write or check the pages. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Write docs/rules.md and the examples of the other pages.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; leave with 1 where a page is old"
    )
    arguments = parser.parse_args()
    code = 0
    pages: tuple[tuple[Path, Callable[[str], str]], ...] = (
        (PAGE, lambda _: page(builtin().rules)),
        *((one, partial(with_outputs, one.name)) for one in (README, CI_PAGE)),
    )
    for path, write in pages:
        present = path.read_text(encoding="utf-8") if path.is_file() else ""
        wanted = write(present)
        if wanted == present:
            continue
        if arguments.check:
            print(f"{path}: not what jwtlint says now; run python scripts/generate_docs.py", file=sys.stderr)
            code = 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted, encoding="utf-8", newline="\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
