"""Text of strangers, made fit for a terminal.

Control, escape, bidirectional and zero-width characters are shown by visible signs, so that nothing in a
prompt can move the cursor, hide words or turn their order round. The same holds for what the log of GitHub Actions takes
for a command: `::error::` at the beginning of a line, `##[group]` anywhere.
"""

import re

from ..regex import lazy

_UNSEEN = lazy(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_COMMAND = lazy(r"\A\s*::|##\[")
_PICTURES = 0x2400


def visible(text: str) -> str:
    """One line of printable characters: a line end is ␊, an escape ␛, a tab a blank, others ⟨U+202E⟩."""
    text = _UNSEEN.sub(_sign, text)
    if "::" in text or "##[" in text:
        text = _COMMAND.sub(lambda match: f"{match[0][:-1]}{_code(match[0][-1])}", text)
    return text


def visible_lines(text: str) -> str:
    """Like `visible`, but line ends and tabs stay as they are."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))


def _sign(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    return _code(character)


def _code(character: str) -> str:
    return f"⟨U+{ord(character):04X}⟩"
