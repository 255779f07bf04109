"""A desk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new queue."""
    made = Desk(tmp_path)
    yield made
    made.queue.database.close()
