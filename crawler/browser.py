"""Pages that need JavaScript: what Scrapy has to be told so that a real browser renders them (scrapy-playwright).

The browser is an installed Chromium: the machine's own, one named by POLICY_ARCHIVE_CHROMIUM, or Playwright's.
"""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from archive.errors import WrongUse
from crawler.browser_gate import open_gate
from crawler.middlewares.errors import Refused
from crawler.middlewares.private import refuse_private

if TYPE_CHECKING:
    from playwright.async_api import Request

HANDLER = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NEEDLESS = frozenset({"image", "media", "font"})
RENDER = {"playwright": True, "playwright_page_goto_kwargs": {"wait_until": "networkidle"}}


def browser_settings(source: str) -> dict[str, Any]:
    """Settings that let a browser fetch; WrongUse where there is none."""
    if find_spec("scrapy_playwright") is None:
        raise WrongUse(f"source '{source}' needs a browser: pip install 'policy-archive[javascript]', and Chromium")
    path = find_browser()
    if path is None:
        raise WrongUse(f"source '{source}' needs a browser, and no Chromium was found: install one, or name it in "
                       "POLICY_ARCHIVE_CHROMIUM")
    # Chromium's own sandbox refuses to work for root, as in containers
    flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {
        "DOWNLOAD_HANDLERS": {"http": HANDLER, "https": HANDLER},
        "PLAYWRIGHT_BROWSER_TYPE": "chromium",
        # "<-loopback>": loopback, too, is reached by the gate alone
        "PLAYWRIGHT_LAUNCH_OPTIONS": {"executable_path": path, "args": flags, "proxy": {
            "server": f"http://127.0.0.1:{open_gate()}", "bypass": "<-loopback>"}},
        "PLAYWRIGHT_ABORT_REQUEST": "crawler.browser.is_needless",
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 45_000,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 4,
    }


def find_browser() -> str | None:
    """The path of an installed Chromium; None where there is none."""
    named = os.environ.get("POLICY_ARCHIVE_CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    return found or next((str(path) for path in sorted(cache.glob("chromium*/chrome-linux*/chrome"))), None)


def is_needless(request: "Request") -> bool:
    """Whether the browser should leave out something that a page asks for: pictures, and private networks."""
    if request.resource_type in NEEDLESS:
        return True
    if urlsplit(request.url).scheme in ("data", "blob"):
        return False
    try:
        refuse_private(request.url)
    except Refused:
        return True
    return False
