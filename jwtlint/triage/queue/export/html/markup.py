"""HTML in which text stays text."""

from html import escape

from .....report.visible import visible_lines

_VOID = frozenset({"br", "hr", "img", "input", "meta"})


class Html(str):
    """Markup. Any other string is text, which is escaped before it comes in."""

    __slots__ = ()


Child = str | None
"""Markup or text; None is nothing."""


def element(tag: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element. Text is escaped and made `visible`; so are values of attributes, of which None and False are left out.

    An underscore at the end of a name sets it apart from Python's own (`class_`), one within it is a hyphen.
    """
    written = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{escape(visible_lines(str(value)))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if tag in _VOID:
        return Html(f"<{tag}{written}>")
    return Html(f"<{tag}{written}>{joined(*children)}</{tag}>")


def joined(*children: Child) -> Html:
    """Markup and text, one behind the other."""
    return Html("".join(_safe(child) for child in children if child is not None))


def _safe(child: str) -> str:
    return child if isinstance(child, Html) else escape(visible_lines(child))


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
