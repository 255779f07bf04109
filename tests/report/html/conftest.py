"""Pages of the report, each with an empty profile."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.report.html.browser import Opened


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """A page with an empty profile; whatever it says or asks for fails the test."""
    one = Opened(browser)
    yield one
    one.close()
    assert one.said == []
    assert [address for address in one.asked if not address.startswith(("file:", "data:"))] == []
