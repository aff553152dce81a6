"""What tests of whole crawls stand on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawling import Trial
from tests.site import Site, serving


@pytest.fixture
def site() -> Site:
    """A site without pages, for a test to fill."""
    return Site()


@pytest.fixture
def trial(site: Site, tmp_path: Path) -> Iterator[Trial]:
    """The site, served and ready to be crawled."""
    with serving(site) as server:
        yield Trial(server, tmp_path / "archive.db")
