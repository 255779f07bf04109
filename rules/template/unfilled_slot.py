"""A slot that an editor or a script should have filled in is still empty.

Slots are written as `<LANG>`, `[INSERT TITLE]` or "your title here". A name in angle brackets for data that flows, such
as `Bearer <token>`, tags such as `<script>` and the marks of language models such as `<EOS>` are none.

```bad
All labels are written in [[<LANG>]], short and plain. Title: "[[<your title here>]]".
```

```good
Browser → API: "GET /notes + Authorization: Bearer <TOKEN>". The note box says "blocked: <script>".
The model stops at <EOS>. Title: "Type <TAB> to complete".
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._leaks import INSTRUCTIONS, is_meant

# Words for what a prompt of a picture leaves open.
_OPEN = (
    "ACCENT|ALT|ARCHETYPE|ASPECT|AUDIENCE|BACKGROUND|BRAND|CAPTION|CATEGORY|CITY|COLORS?|COLOURS?|COMPANY|COMPONENTS?"
    "|COUNT|COUNTRY|DATE|DESCRIPTION|FONT|HEADING|HEADLINE|ICONS?|INSERT|KEYWORDS?|LANG|LANGUAGE|LAYOUT|LEGEND|LOCALE"
    "|MOOD|PALETTE|PLACEHOLDER|RATIO|READERS?|RESOLUTION|SEO|STYLE|SUBJECT|SUBTITLE|TAGLINE|TARGET|TEXT|THEME|TITLE"
    "|TONE|TOPIC|VARIABLE|YEAR|YOUR"
)
_SLOT = lazy(
    rf"""(?<![\w<])<(?P<slot>(?:[A-Z]+[_ -]){{0,3}}(?:{_OPEN})(?:[_ -][A-Z0-9]+){{0,3}})>
    | (?<![\w<])<(?P<capitals>[A-Z][A-Z]+(?:[_-][A-Z]+){{0,3}})>(?!</)
    | <(?P<phrase>(?:insert|your|enter|put|choose|pick|replace)\s[a-z][\w' -]{{2,40}}|[a-z][\w' -]{{2,40}}\shere)>
    | \[(?P<box>(?:INSERT|YOUR|ENTER|CHOOSE|Insert|Your|Enter|Choose|insert|your|enter|choose)\s[\w' -]{{2,40}}
      |[\w' -]{{2,40}}\s(?:HERE|here)|TBD|TBC|TODO)\](?!\()
    | (?<=[a-z:]\s)\[(?P<capital_box>(?:[A-Z]+[_ -]){{0,3}}(?:{_OPEN})(?:[_ -][A-Z0-9]+){{0,3}})\](?!\()
    | \b(?P<bare>(?:insert|enter|put|type)\s(?:your\s|the\s)?(?:title|text|name|topic|label|colou?r|description|caption|logo)\shere
      |your\s(?:title|text|name|topic|label|caption|logo|company(?:\sname)?)\shere|text\sgoes\shere|title\sgoes\shere)\b
    | (?<![\w%@\#$])(?P<fenced>(?:@@|\#\#|%%?|\$\$?)(?:[A-Z]+_){{0,3}}(?:{_OPEN})(?:_[A-Z0-9]+){{0,3}}(?:@@|\#\#|%%?|\$\$?))(?![\w%@\#$])
    | \b(?P<constant>(?:INSERT|YOUR|ENTER|REPLACE)_[A-Z][A-Z_]{{2,40}})\b
    | \A(?P<whole>PLACEHOLDER|[Pp]laceholder(?:\stext)?|[Ss]ample\stext|[Dd]ummy\stext)\Z
    """,
    re.VERBOSE,
)
_HINTS = (
    *("<", "[", "@@", "##", "%", "$", "here", "HERE", "INSERT_", "YOUR_", "ENTER_", "REPLACE_"),
    *("laceholder", "LACEHOLDER", "mple text", "mmy text"),
)
_NO_SLOT = frozenset(
    "ACK BOS BR CLS CR CRLF CTRL DEL DIV DOCTYPE EM ENTER EOF EOS EOT ESC FIN HTML HEAD BODY IMG INST LF LINK MASK META NUL PAD"
    " SCRIPT SEP SHIFT SOS SPACE SPAN STX SVG SYN SYS TAB THINK UNK XML".split()
)
_CREDENTIAL_BEFORE = lazy(r"(?:Bearer|Basic|token|key|=|/|:)\s?\Z", re.IGNORECASE)


@rule("TPL106", "unfilled-slot", Severity.ERROR, where=Where.BOTH)
def unfilled_slot(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if not any(map(value.__contains__, _HINTS)):
        return
    for match in _SLOT.finditer(value):
        severity = _severity(passage, match)
        if severity is None or is_meant(passage, *match.span(), context):
            continue
        yield Finding(
            text.matched(match),
            f"the slot {match.group()} was not filled in",
            "write what belongs there, or remove it",
            severity=severity,
        )


def _severity(passage: Passage, match: re.Match[str]) -> Severity | None:
    """None where the words can be data or a tag."""
    capitals = match["capitals"]
    if not capitals:
        return Severity.WARNING if match["capital_box"] or match["bare"] else Severity.ERROR
    before = match.string[max(0, match.start() - 10) : match.start()]
    if f"</{capitals}>" in match.string or f"<{capitals}/>" in match.string:
        return None
    if passage.role not in INSTRUCTIONS or capitals in _NO_SLOT or _CREDENTIAL_BEFORE.search(before):
        return None
    return Severity.WARNING
