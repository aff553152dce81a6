"""What a source changes in the Scrapy settings. What the person typed (`--set`) stands above it."""

from typing import Any
from urllib.parse import urlsplit

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from crawler.fetching.browser import browser_settings
from crawler.middlewares.private import as_number, is_private
from crawler.source import Source

# A site on this very machine is the person's own: nobody is spared by waiting.
AT_HOME = {"DOWNLOAD_DELAY": 0.0, "AUTOTHROTTLE_ENABLED": False, "CONCURRENT_REQUESTS_PER_DOMAIN": 8}


def settings_of(source: Source, settings: BaseSettings) -> dict[str, Any]:
    """The settings that the source, or where it lives, changes."""
    polite = source.politeness
    changed: dict[str, Any] = dict(AT_HOME) if is_at_home(source.home) else {}
    if _typed(settings, "DOWNLOAD_DELAY") and not _typed(settings, "AUTOTHROTTLE_ENABLED"):
        changed["AUTOTHROTTLE_ENABLED"] = False  # whoever states a delay means that delay
    if polite.delay_seconds is not None:
        changed |= {"DOWNLOAD_DELAY": polite.delay_seconds, "DOWNLOAD_DELAY_JITTER": 0.0}
    if polite.per_host is not None:
        changed["CONCURRENT_REQUESTS_PER_DOMAIN"] = polite.per_host
    if polite.user_agent is not None:
        changed["USER_AGENT"] = polite.user_agent
    if source.javascript:
        changed |= browser_settings(source.key)
    if not polite.robots:
        changed["ROBOTSTXT_OBEY"] = False
    return changed


def is_at_home(url: str) -> bool:
    """Whether the address is this machine's own.

    >>> is_at_home("http://127.0.0.1:8000/"), is_at_home("https://example.org/")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    number = as_number(host)
    return host == "localhost" or (number is not None and is_private(number) and number.startswith(("127.", "::1")))


def _typed(settings: BaseSettings, name: str) -> bool:
    return (settings.getpriority(name) or 0) >= SETTINGS_PRIORITIES["cmdline"]
