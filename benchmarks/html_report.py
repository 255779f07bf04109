"""How large the HTML report is, and how fast in Chromium: time to load, to filter, to search, to open an entry.

Entries are prompts of the fixtures with findings, one after the other under names of their own:

    python -m benchmarks.html_report [ENTRIES FINDINGS]...
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page

from jwtlint.report.model import Report
from jwtlint.session import Checked
from tests.chromium import chromium, program
from tests.report.html.browser import Opened
from tests.report.html.reports import linted, report, write

PROMPTS = Path(__file__).parents[1] / "fixtures" / "prompts"
SIZES = ((1000, 5000), (10_000, 50_000))
_ROUNDS = 9
_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
_PAINTED = """([act]) => {
  const start = performance.now();
  act();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))));
}"""


def entries(count: int, findings: int) -> Iterator[Checked]:
    """So many entries with so many findings altogether."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(PROMPTS.iterdir()) if path.suffix != ".json"]
    telling = [text for text in texts if len(linted("a.txt", text).result.diagnostics) > 1]
    left = findings
    for number, text in enumerate(islice(cycle(telling), count)):
        share = -(-left // (count - number))
        checked = linted(f"catalog/part-{number % 20:02}/entry-{number:05}.txt", _longer(text, share))
        kept = checked.result.diagnostics[:share]
        left -= len(kept)
        yield checked._replace(result=checked.result.__class__(checked.path, kept))


def _longer(text: str, findings: int) -> str:
    """With misspelt words, so that there are enough findings."""
    return (
        text.rstrip() + "".join(f"\nNote {number}: the databse answers." for number in range(findings)) + "\n"
    )


def median(measure: Callable[[int], float]) -> float:
    """The median of some measurements, in milliseconds."""
    return sorted(measure(number) for number in range(_ROUNDS))[_ROUNDS // 2]


def timed(page: Page, act: str) -> float:
    """Milliseconds from an act, an expression of JavaScript, until what it changed is painted."""
    return float(page.evaluate(_PAINTED.replace("[act]", "").replace("act()", act)))


def measure(page: Page, file: Path) -> dict[str, float]:
    """Milliseconds of what an editor does."""
    load: list[float] = []
    for _ in range(3):
        start = perf_counter()
        page.goto(file.as_uri())
        page.wait_for_selector("main[aria-busy=false]")
        page.evaluate(_FRAME)
        load.append((perf_counter() - start) * 1000)
        page.goto("about:blank")
    page.goto(file.as_uri())
    page.wait_for_selector("main[aria-busy=false]")
    return {
        "load": sorted(load)[1],
        "filter": median(lambda _: timed(page, "document.querySelector('.severity.warning').click()")),
        "rule": median(
            lambda _: timed(page, "document.querySelector('[data-chart=rule] [data-value]').click()")
        ),
        "search": median(lambda number: timed(page, _SEARCH % ("databse" if number % 2 else "label"))),
        "sort": median(lambda _: timed(page, "document.querySelector('[data-sort=message] button').click()")),
        "open": median(lambda _: timed(page, _key("]"))),
        "next": median(lambda _: timed(page, _key("j"))),
    }


_SEARCH = (
    "(() => { const box = document.getElementById('search'); box.value = '%s';"
    " box.dispatchEvent(new Event('input')); })()"
)


def _key(key: str) -> str:
    return f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}))"


def main() -> int:
    """Command line."""
    path = program()
    if path is None:
        print("there is no Chromium")
        return 2
    numbers = [int(one) for one in sys.argv[1:]]
    sizes = tuple(zip(numbers[::2], numbers[1::2], strict=True)) or SIZES
    with tempfile.TemporaryDirectory() as folder, chromium(path) as browser:
        for count, findings in sizes:
            told: Report = report(*entries(count, findings))
            start = perf_counter()
            file = write(Path(folder, f"{count}.html"), told)
            written = perf_counter() - start
            opened = Opened(browser)
            opened.page.set_default_timeout(60_000)
            times = measure(opened.page, file)
            opened.close()
            print(
                f"{told.totals.findings:,} findings, {count:,} entries: {file.stat().st_size / 1e6:.1f} MB"
                f" in {written:.1f} s; " + ", ".join(f"{name} {time:.0f} ms" for name, time in times.items())
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
