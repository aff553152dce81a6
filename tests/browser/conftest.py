"""A real browser, and the reader as a real server on loopback."""

import asyncio
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from archive.browse.app import open_reader
from tests.archive.browse.sample import build_sample

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """The path of an installed Chromium; None if there is none."""
    return os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address at which the reader shows the archive at `path`, while the block runs."""
    datasette = open_reader(path)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()             # whoever comes before the server is ready waits
    server = uvicorn.Server(uvicorn.Config(datasette.app(), log_level="error", lifespan="on"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()
        datasette.executor.shutdown()
        for database in datasette.databases.values():
            database.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reader, showing the sample."""
    with serving(build_sample(tmp_path_factory.mktemp("browser"))) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests of a file; they are skipped where none is installed.

    Not for the whole session: Playwright keeps an event loop running, and other tests want one of their own.
    """
    chromium = find_chromium()
    if chromium is None:
        if os.environ.get("POLICY_ARCHIVE_REQUIRE_BROWSER") == "1":
            pytest.fail("no Chromium found, and POLICY_ARCHIVE_REQUIRE_BROWSER=1 wants one")
        pytest.skip("no Chromium found: install it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A fresh profile that fails the test if a page asks anything of another host."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    elsewhere: list[str] = []

    def note(asked: Request) -> None:
        refused = asked.failure == "csp"       # named by the browser, but never sent
        if not refused and not asked.url.startswith((site, "data:")):
            elsewhere.append(asked.url)
    opened.on("requestfinished", note)
    opened.on("requestfailed", note)
    yield opened
    opened.close()
    assert elsewhere == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page that gives up soon."""
    opened = context.new_page()
    opened.set_default_timeout(8000)
    return opened
