"""What was found on a page and what is annotated -> counts of right, wrong and missed. Standard library only.

An address counts as the same without scheme, "www.", fragment, trailing slash and campaign parameters; a share address
also without regard to escapes and the order of its parameters. A button annotated without an address is met by one
without, by a share address, or by an address on the page's own site.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

Found = Mapping[str, Any]
_SHARES = re.compile(r"share|intent/|dialog/|submit|/pin/|^mailto:|send\?|wa\.me/|bookmarklet|/save|print",
                     re.IGNORECASE)


@dataclass(frozen=True)
class Counts:
    """Right, wrong (found and not annotated), missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 where there was nothing to find and nothing was found."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def page_key(url: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What tells the address of one page from another's."""
    parts = urlsplit(url.strip())
    query = tuple((name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True)
                  if not name.lower().startswith("utm_"))
    return host_of(url), unquote(parts.path).rstrip("/"), query


def share_key(url: str) -> tuple[str, str, frozenset[tuple[str, str]]]:
    """What tells one share address from another."""
    parts = urlsplit(url.strip())
    query = frozenset((name, " ".join(value.split())) for name, value in parse_qsl(parts.query, keep_blank_values=True))
    return f"{parts.scheme.replace('https', 'http').lower()}:{host_of(url)}", unquote(parts.path).rstrip("/"), query


def host_of(url: str) -> str:
    """The host without `www.`."""
    return urlsplit(url.strip()).netloc.lower().removeprefix("www.")


def shares(found: Iterable[Found], true: Iterable[Found], page_url: str) -> Counts:
    """Share links by network and address."""
    open_true = [(link["network"], link["url"]) for link in true]
    networks = {network for network, _ in open_true}
    said = list(dict.fromkeys((link["network"], link["url"]) for link in found))
    right, rest = 0, []
    for network, url in said:
        exact = next((pair for pair in open_true if pair[0] == network and url and pair[1]
                      and share_key(pair[1]) == share_key(url)), None)
        if exact:
            open_true.remove(exact)
            right += 1
        else:
            rest.append((network, url))
    wrong = 0
    for network, url in sorted(rest, key=lambda pair: pair[1] is not None):
        fits = url is None or _SHARES.search(url) or host_of(url) == host_of(page_url)
        if fits and (network, None) in open_true:
            open_true.remove((network, None))
            right += 1
        elif url is not None or network not in networks:
            wrong += 1
    return Counts(right, wrong, len(open_true))


def networks(found: Iterable[Found], true: Iterable[Found]) -> Counts:
    """The networks shared to, whatever the address."""
    return sets({link["network"] for link in found}, {link["network"] for link in true})


def related(found: Iterable[Found], true: Iterable[Found], page_url: str) -> Counts:
    """Publications offered as related or inside the body; popular ones are neither asked for nor wrong."""
    wanted: dict[Any, str] = {}
    free = {page_key(page_url)}
    for item in true:
        keys = {page_key(url) for url in (item["url"], *item.get("alt_urls", ()))}
        if item["kind"] == "popular":
            free |= keys
        else:
            wanted.update((key, item["url"]) for key in keys)
    said = {page_key(item["url"]) for item in found if item["url"]}
    met = {wanted[key] for key in said if key in wanted}
    return Counts(len(met), len(said - wanted.keys() - free), len(set(wanted.values()) - met))


def told_apart(found: Iterable[Found], true: Iterable[Found]) -> tuple[int, int]:
    """Of the annotated publications that were found: how many stand on the right side of popular, and how many."""
    kinds = {page_key(url): item["kind"] for item in true for url in (item["url"], *item.get("alt_urls", ()))}
    sides = [(item["kind"] == "popular") == (kinds[page_key(item["url"])] == "popular") for item in found
             if item["url"] and page_key(item["url"]) in kinds]
    return sum(sides), len(sides)


def sets(found: set[str], true: set[str]) -> Counts:
    """Two sets of values."""
    return Counts(len(found & true), len(found - true), len(true - found))


def texts(found: Iterable[str | None], true: Iterable[str | None]) -> Counts:
    """Two sets of texts, whatever their case and punctuation."""
    return sets({squeezed(text) for text in found if text}, {squeezed(text) for text in true if text})


def stands_in(phrase: str, text: str) -> bool:
    """Whether a phrase is a line of the text, or, where it is long, a part of one."""
    wanted = squeezed(phrase)
    return any(wanted == line or (len(wanted) >= 16 and wanted in line) for line in map(squeezed, text.split("\n")))


def squeezed(text: str | None) -> str:
    """Text for comparison: lower case, letters and digits only."""
    return re.sub(r"[\W_]+", "", (text or "").lower())
