"""What the runner of GitHub Actions makes of a line of output, after its documentation and its source.

https://github.com/actions/runner, src/Runner.Common/ActionCommand.cs: a command begins its line with `::`, or stands
anywhere behind `##[`.
"""

import re
from typing import NamedTuple

KNOWN = {
    *("add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice", "remove-matcher"),
    *("save-state", "set-env", "set-output", "stop-commands", "warning"),
}  # fmt: skip
_NEW = re.compile(r"\s*::(?P<name>[^ ]*?)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)
_OLD = re.compile(r"##\[(?P<name>[^\] ]*)")


class Command(NamedTuple):
    """A command that the runner would obey."""

    name: str
    properties: dict[str, str]
    message: str


def commands(output: str) -> list[Command]:
    """Every command in the output of a step, line by line."""
    return [found for line in re.split("\r\n|\r|\n", output) if (found := _command(line))]


def _command(line: str) -> Command | None:
    new = _NEW.fullmatch(line)
    if new and new["name"] in KNOWN:
        pairs = [pair.partition("=") for pair in (new["properties"] or "").split(",") if pair]
        return Command(
            new["name"],
            {key: _unescaped(value, "\r\n:,") for key, _, value in pairs},
            _unescaped(new["data"], "\r\n"),
        )
    old = _OLD.search(line)
    return Command(old["name"], {}, line) if old and old["name"] in KNOWN else None


def _unescaped(text: str, characters: str) -> str:
    for character in (*characters, "%"):
        text = text.replace(f"%{ord(character):02X}", character)
    return text
