"""The browser of the tests, started once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.report.html.browser import Opened, chromium, program


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, or a skipped test."""
    path = program()
    if path is None:
        pytest.skip("there is no Chromium on this machine (apt-get install chromium)")
    with chromium(path) as running:
        yield running


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """A page with an empty profile; whatever it says or asks for fails the test."""
    one = Opened(browser)
    yield one
    one.close()
    assert one.said == []
    assert [address for address in one.asked if not address.startswith(("file:", "data:"))] == []
