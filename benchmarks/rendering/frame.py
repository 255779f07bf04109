"""What stands around the boxes: title, badges, legend, notes, mock card, footer, axis."""

from .boxes import pill
from .connect import circle
from .geometry import Rect, UnfitError
from .look import mix
from .model import Step
from .page import Block, Page


def header(page: Page, area: Rect) -> float:
    """Title, subtitle, badges and captions; where they end."""
    sheet, look = page.sheet, page.look
    top, align = area.top, "left" if look.aside else "middle"
    title = page.block(sheet.title, area.width)
    if len(title.lines) > 2:
        raise UnfitError("the title is too long")
    subtitle = page.block(sheet.subtitle, area.width)
    if look.banner:
        fill = mix(page.accent(0), (0, 0, 0), 0.35)
        band = Rect(0, 0, page.scene.width, top + title.height + subtitle.height + page.unit(10))
        page.scene.shape(lambda draw: draw.rectangle(band, fill=fill))
    for block in (title, subtitle):
        top = _maybe_cut(page, block, area, top, align) + page.unit(2)
    top += page.unit(12)
    top = _badges(page, area, top)
    for label in sheet.captions:
        if label.drawn:
            top = page.put(page.block(label, area.width), area.left, top, area.width) + page.unit(8)
    return top


def _maybe_cut(page: Page, block: Block, area: Rect, top: float, align: str) -> float:
    label = block.label
    if label is None or not label.cut:
        return page.put(block, area.left, top, area.width, "left" if align == "left" else "middle")
    if len(block.lines) != 1:
        raise UnfitError("only one line is cut off")
    outside = block.width * 0.3
    if label.cut == "left":
        left = -outside
    else:
        left = page.scene.width - block.width + outside
    return page.put(block, left, top, block.width, "left")


def _badges(page: Page, area: Rect, top: float) -> float:
    labels = [label for label in page.sheet.badges if label.drawn]
    if not labels:
        return top
    gap = page.unit(12)
    widths = [page.block(label, page.unit(420)).width + 2 * page.unit(11) for label in labels]
    total = sum(widths) + gap * (len(labels) - 1)
    if total > area.width:
        raise UnfitError("too many badges")
    left = area.left if page.look.aside else area.centre[0] - total / 2
    bottom = top
    for number, (label, width) in enumerate(zip(labels, widths, strict=True)):
        bottom = max(bottom, pill(page, label, left, top, number).bottom)
        left += width + gap
    return bottom + page.unit(12)


def footer(page: Page, area: Rect) -> float:
    """The small print; where it begins."""
    label = page.sheet.footer
    if not label.drawn:
        return area.bottom
    block = page.block(label, area.width)
    top = area.bottom - block.height
    _maybe_cut(page, block, area, top, "left" if page.look.aside else "middle")
    return top - page.unit(10)


def axis(page: Page, area: Rect) -> float:
    """A label turned by 90 degrees at the left edge; where the rest begins."""
    label = page.sheet.axis
    if not label.drawn:
        return area.left
    block = page.block(label, area.height)
    if len(block.lines) != 1:
        raise UnfitError("the axis is too long")
    x = area.left + block.height / 2
    page.scene.add(block.around((x, area.centre[1]), 90))
    right = area.left + block.height + page.unit(6)
    page.scene.arrow((right, area.bottom), (right, area.top), page.accent(0), 2)
    page.scene.strokes.pop()
    return right + page.unit(14)


def _steps(page: Page, steps: list[Step], width: float) -> list[tuple[Step, Block, float]]:
    """Steps with their texts and the room for their numbers."""
    indent = page.unit(32) if page.look.circled else 0.0
    out = []
    for step in steps:
        prefix = "" if page.look.circled else f"{step.number}."
        out.append((step, page.block(step.label, width - indent, prefix=prefix), indent))
    return out


def legend(page: Page, area: Rect, columns: int) -> Rect | None:
    """The numbered legend at the bottom of an area, in columns; its panel."""
    if not page.sheet.steps:
        return None
    pad, gap = page.unit(14), page.unit(8)
    width = (area.width - pad * (columns + 1)) / columns
    rows = _steps(page, page.sheet.steps, width)
    per = -(-len(rows) // columns)
    parts = [rows[start : start + per] for start in range(0, len(rows), per)]
    heading = page.block(page.sheet.legend, area.width - 2 * pad) if page.sheet.legend.drawn else None
    least = page.font("number")[1] * 1.75
    heights = [
        sum(max(block.height, least if indent else 0) + gap for _, block, indent in part) for part in parts
    ]
    title = heading.height + gap if heading else 0.0
    height = 2 * pad + title + max(heights) - gap
    if height > area.height:
        raise UnfitError("no room for the legend")
    panel = Rect(area.left, area.bottom - height, area.right, area.bottom)
    page.rectangle(panel, page.accent(0), page.wash(0, 0.04) if page.look.filled else None)
    page.scene.solid(panel)
    if heading:
        page.put(heading, panel.left + pad, panel.top + pad, area.width - 2 * pad, "left")
    for number, part in enumerate(parts):
        left, top = panel.left + pad + number * (width + pad), panel.top + pad + title
        for step, block, indent in part:
            tall = max(block.height, least if indent else 0)
            if indent:
                circle(page, (left + page.unit(12), top + tall / 2), step.number, 0)
            page.put(block, left + indent, top + (tall - block.height) / 2, width - indent, "left")
            top += tall + gap
    return panel


def strip(page: Page, area: Rect) -> Rect | None:
    """The numbered legend as a row of cards at the bottom of an area."""
    if not page.sheet.steps:
        return None
    gap, pad = page.unit(10), page.unit(9)
    width = (area.width - gap * (len(page.sheet.steps) - 1)) / len(page.sheet.steps)
    heading = page.block(page.sheet.legend, area.width) if page.sheet.legend.drawn else None
    cards = [(step, page.block(step.label, width - 2 * pad)) for step in page.sheet.steps]
    badge = page.unit(34)
    tall = max(block.height for _, block in cards) + badge + 2 * pad
    title = heading.height + gap if heading else 0.0
    if tall + title > area.height:
        raise UnfitError("no room for the strip")
    panel = Rect(area.left, area.bottom - tall - title, area.right, area.bottom)
    if heading:
        page.put(heading, panel.left, panel.top, area.width)
    for number, (step, block) in enumerate(cards):
        left = area.left + number * (width + gap)
        card = Rect(left, area.bottom - tall, left + width, area.bottom)
        page.rectangle(card, page.accent(number), page.wash(number, 0.08) if page.look.filled else None)
        circle(page, (card.centre[0], card.top + pad + badge * 0.4), step.number, number)
        page.put(block, card.left, card.top + pad + badge, width)
    page.scene.solid(panel)
    return panel


def notes(page: Page, area: Rect) -> Rect | None:
    """Notes and the mock card in a row at the bottom of an area."""
    labels = [label for label in page.sheet.notes if label.drawn]
    cells = len(labels) + bool(page.sheet.mock)
    if not cells:
        return None
    gap, pad = page.unit(12), page.unit(10)
    width = min(page.unit(430), (area.width - gap * (cells - 1)) / cells)
    blocks = [page.block(label, width - 2 * pad) for label in labels]
    mock = [page.block(label, width - 2 * pad) for label in page.sheet.mock]
    card = page.unit(18) + sum(max(block.height, 9) for block in mock)
    tall = max([block.height for block in blocks] + [card if mock else 0]) + 2 * pad
    if tall > area.height:
        raise UnfitError("no room for notes")
    left = area.left if page.look.aside else area.centre[0] - (cells * width + gap * (cells - 1)) / 2
    panel = Rect(area.left, area.bottom - tall, area.right, area.bottom)
    for number, block in enumerate(blocks):
        rect = Rect(left, panel.top, left + width, panel.bottom)
        page.rectangle(
            rect, page.accent(number + 2), page.wash(number + 2, 0.1) if page.look.filled else None, 1
        )
        page.put(block, rect.left, rect.top + (tall - block.height) / 2, width)
        left += width + gap
    if mock:
        _mock(page, Rect(left, panel.top, left + width, panel.bottom), mock)
    page.scene.solid(panel)
    return panel


def _mock(page: Page, rect: Rect, blocks: list[Block]) -> None:
    """A card that looks like a screen: filler lines, or grey bars where a block is empty."""
    page.rectangle(rect, page.accent(3), page.wash(3, 0.05), 1, 6)
    for dot in range(3):
        x, y = rect.left + 12 + dot * 12, rect.top + 10
        page.scene.disc(Rect(x - 4, y - 4, x + 4, y + 4), page.accent(dot))
    top = rect.top + page.unit(8) + page.unit(18)
    for number, block in enumerate(blocks):
        if block.lines:
            top = page.put(block, rect.left + page.unit(10), top, rect.width, "left")
        else:
            bar = Rect(rect.left + 10, top + 1, rect.left + rect.width * (0.5 + 0.1 * (number % 4)), top + 6)
            grey = mix(page.look.box, page.look.ink, 0.25)
            page.scene.polygon(bar.quad(), grey)
            top += 9
