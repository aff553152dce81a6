from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.database import Archive
from tests.archive.making import new_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive with run 1 going on."""
    opened, run = new_archive(tmp_path)
    assert run == 1
    with opened:
        yield opened
