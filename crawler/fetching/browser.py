"""Pages that need JavaScript: what Scrapy has to be told so that a real browser renders them (scrapy-playwright).

The browser is an installed Chromium: the machine's own, one named by POLICY_ARCHIVE_CHROMIUM, or Playwright's.
"""

import os
import shutil
from asyncio import wait_for
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from archive.errors import WrongUse
from crawler.discovery.pagers import MORE_WORDS
from crawler.fetching.browser_gate import open_gate
from crawler.middlewares import Refused
from crawler.middlewares.private import refuse_private

try:
    from scrapy_playwright.page import PageMethod
except ImportError:            # most installations render nothing
    PageMethod = None

if TYPE_CHECKING:
    from playwright.async_api import Page, Request

HANDLER = "scrapy_playwright.handler.ScrapyPlaywrightDownloadHandler"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NEEDLESS = frozenset({"image", "media", "font"})
_QUIET_SECONDS = 8.0       # after that a page that never stops asking for things is taken as it stands
_MOST_SCROLLS = 5          # of a list that grows as it is scrolled
_SCROLL_MILLISECONDS = 300
_ANSWER_SECONDS = 10.0     # a page whose script never pauses gives none
_SCROLL = "() => { const end = document.body ? document.body.scrollHeight : 0; scrollTo(0, end); return end; }"
_SAYS_SOMETHING = "() => document.body && document.body.innerText.trim().length > 200"
_EMPTY_SECONDS = 3.0       # a page that asks for nothing more and says nothing yet may be written by a timer
_MOST_PRESSES = 20         # of a button that has a list go on
# Press the button that says "more", if there is one outside of menus and forms; how many links there were before.
_PRESS = """(words) => {
    const said = element => element.textContent.trim().toLowerCase().replace(/^[^\\p{L}]+|[^\\p{L}]+$/gu, "");
    const button = [...document.querySelectorAll("button, [role=button], a:not([href]), a[href='#']")].find(element =>
        words.includes(said(element)) && !element.disabled && element.offsetParent !== null
        && !element.closest("form, nav, header, footer") && !/location/.test(element.getAttribute("onclick")));
    if (!button) return -1;
    const before = document.links.length;
    window.stays = true;
    button.click();
    return before;
}"""
_STAYS = "(url) => window.stays === true && (history.replaceState(history.state, '', url), true)"
_LINKS = "() => document.links.length"
_HEIGHT = "() => document.body ? document.body.scrollHeight : 0"


async def settle(page: "Page") -> None:
    """Wait until the page has loaded what its scripts ask for, down to its end; raises TimeoutError where it hangs."""
    from playwright.async_api import Error

    await _be_quiet(page)
    with suppress(Error):          # it leads elsewhere while it is looked at
        for _ in range(_MOST_SCROLLS):
            before = await wait_for(page.evaluate(_SCROLL), _ANSWER_SECONDS)
            await page.wait_for_timeout(_SCROLL_MILLISECONDS)
            if await wait_for(page.evaluate(_HEIGHT), _ANSWER_SECONDS) <= before:
                break
            await _be_quiet(page)
        await _press_on(page)
        await wait_for(page.evaluate("() => window.stop()"), _ANSWER_SECONDS)


async def _press_on(page: "Page") -> None:
    """Press what has the list go on for as long as it grows; a button that leads elsewhere is taken back."""
    url = page.url
    for _ in range(_MOST_PRESSES):
        before = await wait_for(page.evaluate(_PRESS, sorted(MORE_WORDS)), _ANSWER_SECONDS)
        if before < 0:
            return
        await page.wait_for_timeout(_SCROLL_MILLISECONDS)
        await _be_quiet(page)
        if not await wait_for(page.evaluate(_STAYS, url), _ANSWER_SECONDS):
            await page.goto(url)
            await _be_quiet(page)
            return
        if await wait_for(page.evaluate(_LINKS), _ANSWER_SECONDS) <= before:
            return


async def _be_quiet(page: "Page") -> None:
    from playwright.async_api import Error

    with suppress(Error):          # it never rests
        await page.wait_for_load_state("networkidle", timeout=_QUIET_SECONDS * 1000)
    with suppress(Error):
        await page.wait_for_function(_SAYS_SOMETHING, timeout=_EMPTY_SECONDS * 1000)


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
        "PLAYWRIGHT_ABORT_REQUEST": "crawler.fetching.browser.is_needless",
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


# What tells scrapy-playwright to render a page.
RENDER = {"playwright": True, "playwright_page_goto_kwargs": {"wait_until": "domcontentloaded"},
          "playwright_page_methods": [PageMethod(settle)] if PageMethod else []}
