"""Outline and claims -> the page's canonical address, believed only where it is plausible. Pure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from archive.urls import clean_url, is_web_address, without_fragment
from crawler.parsing.choice import Candidate, Choice
from crawler.parsing.claims import Claims
from crawler.parsing.outline import Outline
from crawler.parsing.publisher import publisher_host

PAGE_ITSELF = "address of the page"      # evidence of a page that states no other


def find_address(outline: Outline, claims: Claims, own: str) -> Choice[str]:
    """The canonical address; the page's `own` where it states none that can be believed.

    A stated address is believed when it belongs to the same publisher (registrable domain) and is not a home page,
    the usual slip of a template. Two canonical links that differ are none. A page whose own address is not http(s),
    such as a file on disk, is believed in all it states.
    """
    candidates = [Candidate(url, origin, 1.0 if plausible(url, own) else 0.0)
                  for url, origin in _stated(outline, claims)]
    candidates.sort(key=lambda candidate: -candidate.score)
    if candidates and candidates[0].score:
        return Choice(candidates[0].value, candidates[0].origin, None, tuple(candidates))
    return Choice(without_fragment(own), PAGE_ITSELF, None, tuple(candidates))


def plausible(url: str, own: str) -> bool:
    """Whether `url` may be the canonical address of the page at `own`.

    >>> plausible("https://institute.example/papers/7", "https://www.institute.example/papers/7?ref=home")
    True
    >>> plausible("https://institute.example/", "https://institute.example/papers/7")
    False
    """
    if not is_web_address(url):                # ":port", "[domain]": what somebody forgot to fill in
        return False
    if not own.startswith(("http://", "https://")):
        return True
    if publisher_host(url) != publisher_host(own):
        return False
    return not _is_home(url) or _is_home(own)


def _stated(outline: Outline, claims: Claims) -> Iterator[tuple[str, str]]:
    def absolute(href: str) -> str | None:
        url = outline.document.absolute(href)
        return clean_url(url) if url and is_web_address(url) else url

    canonical = {url for href in claims.links.get("canonical", ()) if (url := absolute(href))}
    if len(canonical) == 1:
        yield canonical.pop(), "link canonical"
    for name in ("og:url", "citation_abstract_html_url"):
        for value in claims.meta.get(name, ())[:1]:
            if url := absolute(value):
                yield url, f"meta {name}"


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path.strip("/").lower() in ("", "index.html", "index.php", "home") and not parts.query
