"""Cookies as Scrapy keeps them, by the list of public suffixes that tldextract ships.

Scrapy's own would fetch that list from two hosts on the web at the first cookie, and where it can't, fill the log.
"""

from typing import Any

from scrapy.downloadermiddlewares import cookies
from tldextract import TLDExtract


class Cookies(cookies.CookiesMiddleware):
    """Asks nobody what a public suffix is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        cookies._split_domain = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
