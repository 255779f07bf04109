"""Boxes: icon, name, role; measured before they are drawn."""

from .geometry import Rect, UnfitError
from .icons import icon
from .look import mix
from .model import Label, Panel
from .page import Block, Page


def blocks(page: Page, panel: Panel, width: float) -> list[Block]:
    """The texts of a box."""
    inner = width - 2 * page.unit(10)
    kind = "short" if not panel.role.asked and not page.sheet.arrows else ""
    every = [page.block(panel.name, inner, kind=kind)]
    every += [page.block(label, inner) for label in (*panel.extra, panel.role) if label.drawn]
    return [block for block in every if block.lines]


def need(page: Page, panel: Panel, width: float, with_icon: bool) -> float:
    """The height that a box of this width needs."""
    text = sum(block.height + page.unit(3) for block in blocks(page, panel, width))
    return text + page.unit(18) + (page.unit(42) if with_icon else 0)


def needs(page: Page, width: float, with_icon: bool) -> float:
    """The height that the largest box needs."""
    return max(need(page, panel, width, with_icon) for panel in page.sheet.panels)


def draw(page: Page, rect: Rect, index: int, with_icon: bool) -> None:
    """Draw a box and take its place."""
    panel = page.sheet.panels[index]
    if need(page, panel, rect.width, with_icon) > rect.height + 1:
        raise UnfitError("a box is too small")
    colour = page.accent(index)
    fill = page.wash(index) if page.look.filled else None
    page.rectangle(rect, colour, fill, 2 if page.scale < 1.2 else 3)
    page.scene.solid(rect)
    parts = blocks(page, panel, rect.width)
    height = sum(block.height + page.unit(3) for block in parts) + (page.unit(42) if with_icon else 0)
    top = rect.top + (rect.height - height) / 2
    if with_icon:
        size = page.unit(34)
        middle = rect.centre[0]
        place = Rect(middle - size / 2, top, middle + size / 2, top + size)
        page.scene.shape(icon(panel.icon, place, colour, 2), glow=True)
        top += page.unit(42)
    for block in parts:
        top = page.put(block, rect.left, top, rect.width) + page.unit(3)


def draw_all(page: Page, rects: list[Rect], with_icon: bool) -> None:
    """Draw every box of the sheet."""
    for index, rect in enumerate(rects):
        draw(page, rect, index, with_icon)


def pill(page: Page, label: Label, left: float, top: float, tint: int, angle: float = 0.0) -> Rect:
    """A badge; where it stands."""
    block = page.block(label, page.unit(420))
    if len(block.lines) > 1:
        raise UnfitError("a badge has one line")
    pad = page.unit(11)
    rect = Rect(left, top, left + block.width + 2 * pad, top + block.height + page.unit(8))
    colour = page.accent(tint)
    if angle:
        page.scene.add(block.around(rect.centre, angle))
        return rect
    page.rectangle(rect, colour, mix(page.look.box, colour, 0.1), 2, rect.height / 2)
    page.scene.add(block.around(rect.centre))
    return rect
