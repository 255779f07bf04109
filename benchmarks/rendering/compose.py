"""One sheet becomes one scene: arrangements are tried until everything fits and nothing overlaps."""

from random import Random

from . import frame
from .geometry import Rect, UnfitError
from .look import Look
from .model import Sheet
from .page import Page
from .places import LAYOUTS, table
from .scene import Scene

Plan = tuple[str, str]  # layout of the boxes, place of the legend
SCALES = (1.7, 1.5, 1.32, 1.18, 1.05, 0.95, 0.86, 0.77, 0.7)
LEGENDS = ("right", "right", "bottom", "bottom2", "strip")


def compose(
    sheet: Sheet, look: Look, size: tuple[int, int], rng: Random, tabular: bool
) -> tuple[Scene, Plan]:
    """Lay the sheet out; raise UnfitError where no arrangement does."""
    layouts = ["table"] if tabular else [name for name in LAYOUTS if sheet.steps or name != "sequence"]
    plans = [(layout, place) for layout in layouts for place in LEGENDS]
    rng.shuffle(plans)
    if sheet.zones and not tabular:
        plans.sort(key=lambda plan: plan[0] != "bands")
    root = (size[0] * size[1]) ** 0.5 / 1150
    scales = [root * factor for factor in SCALES if sheet.steps or factor > 0.8]
    skip = rng.randrange(5) if sheet.steps else rng.randrange(2)
    seed = rng.randrange(1 << 30)
    for scale in scales[skip:]:
        for plan in plans:
            scene = Scene(*size, look, Random(seed))
            page = Page(sheet, scene, scale, Random(seed))
            try:
                _attempt(page, plan)
            except UnfitError:
                continue
            return scene, plan
    raise UnfitError(f"no arrangement for {sheet.title.asked}")


def _attempt(page: Page, plan: Plan) -> None:
    layout, place = plan
    margin = page.unit(26)
    area = Rect(margin, margin, page.scene.width - margin, page.scene.height - margin)
    area = area._replace(top=frame.header(page, area) + page.unit(6))
    area = area._replace(bottom=frame.footer(page, area))
    gap = page.unit(20)
    if place == "right":
        if page.scene.width < page.scene.height:
            raise UnfitError("too narrow for a legend at the right")
        width = area.width * 0.3
        rail = Rect(area.right - width, area.top, area.right, area.bottom)
        panel = frame.notes(page, rail)
        if panel:
            rail = rail._replace(bottom=panel.top - gap)
        if frame.legend(page, rail, 1) or panel:
            area = area._replace(right=rail.left - gap)
    else:
        panel = frame.notes(page, area)
        if panel:
            area = area._replace(bottom=panel.top - gap)
        panel = (
            frame.strip(page, area)
            if place == "strip"
            else frame.legend(page, area, 1 + (place == "bottom2"))
        )
        if panel:
            area = area._replace(bottom=panel.top - gap)
    area = area._replace(left=frame.axis(page, area))
    if area.height < page.unit(150) or area.width < page.unit(300):
        raise UnfitError("no room for the boxes")
    (table if layout == "table" else LAYOUTS[layout])(page, area)
