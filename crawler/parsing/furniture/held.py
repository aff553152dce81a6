"""The attributes of an element -> the share address that it holds, and what an address says of itself. Pure."""

import re
from collections.abc import Mapping

from archive.records import ShareLink
from crawler.parsing.furniture.networks import network_named, network_of, shared_address

_HELD = re.compile(r"""(?:https?:|[a-z-]+:)?//[^\s"'<>\\]+|mailto:\?[^"'<>]+""", re.IGNORECASE)
_OPENED = re.compile(r"""\(\s*(["'])((?:https?:|whatsapp:|mailto:|//).*?)\1""", re.IGNORECASE | re.DOTALL)
_ON_SITE = re.compile(r"[?&](?:share|share_to|sharer|network)=([a-z_-]+)"
                      r"|/(?:share|sharer|social-share)/([a-z_-]+)/?(?:$|\?)|/component/(mailto)\b", re.IGNORECASE)
_UNFILLED = ("${", "{{", "%url%", "%title%")        # what a script still has to fill in
_PLAIN = frozenset({"class", "id", "style", "src", "alt", "title", "rel", "target", "type", "role", "aria-label"})


def held_address(attributes: Mapping[str, str]) -> ShareLink | None:
    """A share address in another attribute: data-href, data-url, onclick="window.open('…')"."""
    for name, text in attributes.items():
        if "://" not in text and "mailto:" not in text and "'//" not in text:
            continue
        if name in _PLAIN or (name == "href" and not text.lower().startswith("javascript:")):
            continue
        opened = [match[2] for match in _OPENED.finditer(text)]
        for address in (text.strip(), *opened, *_HELD.findall(text)):
            address = "https:" + address if address.startswith("//") else address
            if network := network_of(address):          # "…/sharer.php?u=" + what a script adds: no address yet
                return ShareLink(network, None if _is_open(address) else address)
    return None


def _is_open(address: str) -> bool:
    """Whether a script still has to add what is shared."""
    return address.endswith("=") and shared_address(address) is None


def named_on_site(url: str) -> str | None:
    """The network that a share address of the publisher's own names."""
    match = _ON_SITE.search(url)
    return network_named(match[1] or match[2] or match[3]) if match else None


def written(href: str) -> str:
    """The share address, absolute, otherwise as written: its spaces and escapes are what the button opens."""
    address, _, fragment = href.partition("#")
    if not fragment or "?" not in address or not address.startswith(("http", "//")):
        address = href
    return "https:" + address if address.startswith("//") else address


def is_unfilled(href: str) -> bool:
    """Whether a script still has to fill in the address."""
    return any(mark in href for mark in _UNFILLED)


def is_contact(href: str) -> bool:
    """Whether the link opens an application for writing to or calling somebody."""
    scheme, colon, rest = href.partition(":")
    return bool(colon and rest) and scheme.isalpha() and scheme.lower() not in {"http", "https", "javascript", "about"}
