"""An address -> the domain that somebody has registered: who publishes there. Pure."""

from functools import lru_cache
from urllib.parse import urlsplit

from tldextract import TLDExtract

# The public suffix list as shipped with tldextract: no network, no cache on disk.
_SUFFIXES = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def publisher_host(url: str) -> str:
    """The registrable domain of an address; the whole host where it has none (`localhost`, an IP address).

    >>> publisher_host("https://blogs.institute.co.uk/x")
    'institute.co.uk'
    """
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:  # "http://[" and its like
        return ""
    return _registrable(host)


@lru_cache(maxsize=4096)
def _registrable(host: str) -> str:
    parts = _SUFFIXES(host)
    if parts.domain and parts.suffix:
        return f"{parts.domain}.{parts.suffix}"
    return host if parts.ipv4 or parts.ipv6 else ".".join(host.split(".")[-2:])  # a last label nobody registered
