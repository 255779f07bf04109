"""Pages that remember what they did."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page

_READY = "main[aria-busy=false]"


class Opened:
    """A page in a browser of its own.

    `said` is what it wrote to the console, with errors and dialogs; `asked` are the addresses that it asked for.
    """

    def __init__(self, browser: Browser) -> None:
        self._context = browser.new_context(viewport={"width": 1440, "height": 900})
        self.page: Page = self._context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.set_default_timeout(5000)

    def open(self, file: Path, fragment: str = "") -> Page:
        """Load a file, and wait until it can be used."""
        self.page.goto(file.as_uri() + fragment)
        self.page.wait_for_selector(_READY)
        return self.page

    def _refuse(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()

    def close(self) -> None:
        """Forget the page and its profile."""
        self._context.close()


def texts(page: Page, selector: str) -> list[str]:
    """The visible text of all elements."""
    found: Any = page.eval_on_selector_all(selector, "all => all.map((one) => one.innerText.trim())")
    return [str(one) for one in found]
