"""A variable of a template was never filled in.

The generator draws the braces, or guesses what was meant. Braces in a path (`/users/{id}`), in code, and in a prompt
that is about templates are meant.

```bad
Infographic about DNS. Night-sky look with [[{{accent_color}}]] as accent. Readers: [[${audience}]].
```

```bad
Poster for [[{audience}]] readers. Boxes: Browser, Resolver. Browser → Resolver: "GET /names/{name}".
```

```good
Infographic "Upload of a picture". Boxes: Browser, Upload API.
Browser → Upload API: "PATCH /uploads/{upload_id}". Never print placeholders such as {{title}}.
```
"""

import re
from collections.abc import Iterator

from jwtlint.context import Context
from jwtlint.finding import Finding, Severity
from jwtlint.passage import Passage
from jwtlint.regex import lazy
from jwtlint.rule import Where, rule

from ._leaks import INSTRUCTIONS, is_meant, speaks_of

_VARIABLE = lazy(
    r"""(?<![\w{])\{\{\{?[\#/^&!~>-]{0,2}[ \t]?(?P<mustache>[\w$.@][^{}\n]{0,60})\}\}\}?
    | (?P<shell>\$\{[A-Za-z_@][\w.@]{0,40}(?:\[\w{0,20}\])?(?:\ ?\|\|?\ ?[\w.'" ]{1,30})?\})
    | (?P<tag><%[=-]?[^%\n]{1,60}%>|\{%[^%\n]{1,60}%\})
    | (?P<ruby>(?<!\w)\#\{[a-z_@][\w.]{0,40}\})
    | (?<![\w/=:.?&{}$\#*+-])(?P<braced>\{[A-Za-z]\w{2,40}\})(?![\w/=:.?&{}*+-]*[\w/=?&{}*+])
    """,
    re.VERBOSE,
)
_TEMPLATES = lazy(
    r"\b(?:templat(?:e|es|ing)|mustache|handlebars|jinja2?|helm|liquid tags?|interpolat\w+|placeholders?"
    r"|substitut\w+|merge fields?|mail merge|localisation|localization|i18n|argo workflows?|vorlagen?|plantillas?)\b",
    re.IGNORECASE,
)
_SHELL = lazy(
    r"\b(?:bash|shell|environment variables?|env vars?|\.env|docker ?file|compose file|terraform|makefile"
    r"|template literals?|string interpolation)\b",
    re.IGNORECASE,
)
_QUOTE = lazy('["“”«»]')
_NEAR = 200
_CONFIGURATION = lazy(r"\w[=:]\s?\"?\Z")


@rule("TPL103", "template-variable", Severity.ERROR, where=Where.BOTH)
def template_variable(passage: Passage, context: Context) -> Iterator[Finding]:
    text = passage.text
    value = text.value
    if "{" not in value and "%" not in value:
        return
    for match in _VARIABLE.finditer(value):
        if is_meant(passage, *match.span(), context):
            continue
        braced = match["braced"]
        if (braced or match["ruby"]) and passage.role not in INSTRUCTIONS:
            continue
        if braced and _is_explained(passage, braced):
            continue
        yield Finding(
            text.matched(match),
            f"the template variable {match.group()} was not filled in",
            "write the value, or remove it",
            severity=_severity(passage, match),
        )


def _severity(passage: Passage, match: re.Match[str]) -> Severity | None:
    """Less where the topic, or the shape of a configuration line, makes it likely that the variable is meant."""
    if speaks_of(passage, _TEMPLATES):
        return Severity.INFO
    shell = match["shell"]
    if shell:
        before = match.string[max(0, match.start() - 4) : match.start()]
        configured = shell[2:-1].isupper() and _CONFIGURATION.search(before)
        return Severity.INFO if configured or speaks_of(passage, _SHELL) else None
    if not match["braced"]:
        return None
    quoted = len(_QUOTE.findall(match.string, max(0, match.start() - _NEAR), match.start())) % 2
    return Severity.INFO if quoted else Severity.WARNING


def _is_explained(passage: Passage, braced: str) -> bool:
    """Does the same name in braces also stand in a path, so that these words may explain it?"""
    source = passage.text.source
    return source is not None and "/" + braced in source.value
