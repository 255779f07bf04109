"""The page around the data: markup, style and script, which lie beside this file as files of their own."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

_STYLES = ("base.css", "overview.css", "table.css", "entry.css", "print.css")
_SCRIPTS = (
    "dom.js",
    "data.js",
    "filters.js",
    "overview.js",
    "table.js",
    "picture.js",
    "card.js",
    "entry.js",
    "keys.js",
    "theme.js",
    "print.js",
    "main.js",
)


def before_data() -> str:
    """All up to the data."""
    start, _ = _markup()
    return start.replace("{{policy}}", _policy()).replace("{{style}}", _style())


def after_data() -> str:
    """All that follows the data."""
    _, end = _markup()
    return end.replace("{{script}}", _script())


def _policy() -> str:
    """Nothing is loaded, and no script or style but those of the page; handlers in markup are no script of the page
    (Content Security Policy Level 3)."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(_style())}'; script-src '{_hash(_script())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


def _markup() -> tuple[str, str]:
    start, _, end = _read("report.html").partition("{{data}}")
    return start, end


@cache
def _style() -> str:
    return "\n" + "".join(_read("css", name) for name in _STYLES)


@cache
def _script() -> str:
    """The files share one scope, and nothing else of the page sees it."""
    return '\n(() => {\n"use strict";\n' + "".join(_read("js", name) for name in _SCRIPTS) + "})();\n"


def _read(*name: str) -> str:
    return files(__package__).joinpath(*name).read_text(encoding="utf-8")
