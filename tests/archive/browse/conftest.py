import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.browse.app import open_reader
from tests.archive.browse.sample import build_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample archive, made once."""
    return build_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def get(sample: Path) -> Iterator[Callable[..., Any]]:
    """`get(path)`: the reader's answer, as an httpx response."""
    datasette = open_reader(sample)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(datasette.invoke_startup())
    yield lambda path, method="GET", **options: loop.run_until_complete(
        datasette.client.request(method, path, **options))
    for database in datasette.databases.values():
        database.close()
    datasette.executor.shutdown()
    loop.close()
