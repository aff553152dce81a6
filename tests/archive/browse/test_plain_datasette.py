"""Plain Datasette, as `datasette archive.db -m datasette-metadata.yml` opens it, without and with the reader."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasette.app import Datasette
from datasette.plugins import pm

import archive.browse

METADATA = yaml.safe_load((Path(__file__).parents[3] / "datasette-metadata.yml").read_text(encoding="utf-8"))
PATHS = ["/archive", "/archive/publications", "/archive/output_by_month?source=", "/archive/cited_most.json",
         "/archive?sql=select+1", "/archive/publications/1", "/archive/publications?_facet=type"]


@contextmanager
def answers(sample: Path, paths: list[str], metadata: Any = METADATA) -> Iterator[list[Any]]:
    datasette = Datasette([str(sample)], metadata=metadata)

    async def ask() -> list[Any]:
        await datasette.invoke_startup()
        return [await datasette.client.get(path, follow_redirects=True) for path in paths]
    yield asyncio.run(ask())
    datasette.executor.shutdown()
    for database in datasette.databases.values():
        database.close()


@pytest.fixture
def without_reader() -> Iterator[None]:
    """Datasette as it is where only the metadata file was taken along."""
    registered = pm.is_registered(archive.browse)
    name = pm.get_name(archive.browse)
    if registered:
        pm.unregister(archive.browse)
    yield
    if registered:
        pm.register(archive.browse, name)


@pytest.mark.usefixtures("without_reader")
def test_the_metadata_file_alone_serves_tables_and_questions(sample: Path) -> None:
    with answers(sample, PATHS) as found:
        assert [answer.status_code for answer in found] == [200] * len(PATHS)
        assert "Publications per month" in found[0].text and "Policy Archive</a>" not in found[1].text


def test_with_the_reader_installed_its_pages_are_there(sample: Path) -> None:
    if not pm.is_registered(archive.browse):
        pm.register(archive.browse, "archive.browse")
    with answers(sample, ["/", "/search?q=levy", *PATHS]) as found:
        assert [answer.status_code for answer in found] == [200] * (2 + len(PATHS))


def test_with_the_reader_installed_no_facets_of_long_texts_are_tried(sample: Path) -> None:
    if not pm.is_registered(archive.browse):
        pm.register(archive.browse, "archive.browse")
    with answers(sample, ["/archive/publications", "/-/settings.json"]) as (page, settings):
        assert settings.json()["suggest_facets"] is False
        assert "suggested-facets" not in page.text


def test_another_database_is_left_as_datasette_shows_it(tmp_path: Path) -> None:
    if not pm.is_registered(archive.browse):
        pm.register(archive.browse, "archive.browse")
    (tmp_path / "notes.db").touch()
    with answers(tmp_path / "notes.db", ["/", "/notes"], {}) as found:
        assert all(answer.status_code == 200 and "Policy Archive" not in answer.text for answer in found)
