"""What tests of several kinds share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The Chromium of this machine; Playwright runs only one at a time."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    from tests.chromium import PROGRAMS, chromium, program

    path = program()
    if path is None:
        pytest.skip(f"there is no Chromium on this machine ({', '.join(PROGRAMS)}); apt-get install chromium")
    with chromium(path) as running:
        yield running
