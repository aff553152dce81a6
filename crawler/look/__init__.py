"""A look at a site: what lists its publications, and how three of its pages read. For `sources check` and `add`.

home and robots.txt -> sitemaps and feeds -> three pages: three rounds of a few requests, nothing stored. Where nothing
lists the publications, pages that turn out to be indexes are looked behind, a few rounds deep.
`draft`: what was seen -> the text of a source file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from protego import Protego

from archive.records import Page, Publication, Rejection
from archive.urls import site_of
from crawler.discovery import READERS, Lead, NotAListing
from crawler.discovery.addresses import family, index_reason, refusal
from crawler.discovery.listing import read_links
from crawler.fetching.fetch import Asking, Found, fetch_pages
from crawler.fetching.source_settings import is_at_home
from crawler.parsing import ParseError
from crawler.parsing.document import read_document
from crawler.parsing.outline import read_outline
from crawler.reading import Job
from crawler.reading.page import read
from crawler.settings import USER_AGENT
from crawler.source import EXPECTED_FIELDS, Source

SAMPLES = 3
MOST_LISTS = 6             # sitemaps and feeds fetched
MOST_ROUNDS = 4            # of three pages each
USUAL = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/feed", "/rss.xml")


@dataclass(slots=True)
class Look:
    """What was seen; a text where a page should be says why there is none."""

    source: Source
    home: Page | str = "it was never asked for"
    robots: Page | str = "it was never asked for"
    lists: dict[str, int | str] = field(default_factory=dict)      # sitemap or feed -> its addresses, or what is wrong
    kinds: dict[str, str] = field(default_factory=dict)            # sitemap or feed -> which of the two
    leads: list[Lead] = field(default_factory=list)
    samples: dict[str, Publication | Rejection | str] = field(default_factory=dict)
    passed: dict[str, Rejection | str] = field(default_factory=dict)  # pages on the way to the samples

    @property
    def rules(self) -> Protego:
        """What robots.txt says."""
        return Protego.parse(self.robots.body.decode("utf-8", "replace") if isinstance(self.robots, Page) else "")

    @property
    def crawl_delay(self) -> float | None:
        """Seconds that robots.txt asks us to wait between two requests."""
        delay = self.rules.crawl_delay(USER_AGENT)
        return None if delay is None else float(delay)

    @property
    def needs_script(self) -> bool:
        """Whether the home page shows nothing until a browser has run its scripts."""
        return not self.source.javascript and isinstance(self.home, Page) and read(Job(self.home)).needs_script

    @property
    def is_listed(self) -> bool:
        """Whether a sitemap or a feed names pages."""
        return any(lead.origin in ("sitemap", "feed") for lead in self.leads)

    def wanted(self) -> list[str]:
        """The addresses that may be publications, in the order they were listed; links only where no list has any."""
        pages = [lead.url for lead in self.leads if lead.kind == "page" and lead.origin in ("sitemap", "feed")] or [
            lead.url for lead in self.leads if lead.kind == "page"]
        return [url for url in dict.fromkeys(pages) if url not in self.passed and self.source.wants(url)
                and not refusal(url) and not index_reason(url)]


def look_at(sources: Iterable[Source]) -> list[Look]:
    """Fetch a few pages of each site, side by side, and say what is there; raises nothing for what a site does."""
    looks = [Look(source) for source in sources]
    fetch_pages([_asking(look) for look in looks])
    return looks


def _asking(look: Look) -> Asking:
    source = look.source
    first = [source.home, f"{site_of(source.home)}/robots.txt", *source.discover.stated]
    delay = 0.0 if is_at_home(source.home) else source.politeness.delay_seconds
    return Asking(first, source.key, delay, lambda found: _next(look, first, found))


def _next(look: Look, first: Sequence[str], found: Found) -> list[str]:
    """What to fetch after a round: lists that were found, then three of the pages they list."""
    look.home, look.robots = found[first[0]], found[first[1]]
    pages = {*first[:2], *look.samples, *look.passed}
    for url in [url for url in found if url not in pages and url not in look.lists]:
        _read_list(look, url, found[url])
    if isinstance(look.home, str):
        return []
    if not look.kinds and not look.leads:
        look.leads += _leads_of(look.home)
        listed = [*look.rules.sitemaps, *(lead.url for lead in look.leads if lead.kind == "feed")]
        usual = [] if listed or look.source.discover.sitemaps else [
            f"{look.source.home.rstrip('/')}{path}" for path in USUAL]
        fresh = [url for url in [*listed, *usual] if url not in look.lists][:MOST_LISTS]
        if fresh:
            return fresh
    deeper = [lead.url for lead in look.leads if lead.kind == "sitemap" and lead.url not in look.lists]
    if deeper and len(look.lists) < MOST_LISTS and len(look.wanted()) < 50:
        return deeper[:2]
    if not look.samples:
        chosen = _spread(look.wanted())
        look.samples = dict.fromkeys(chosen, "it was never asked for")
        return chosen
    behind: list[Lead] = []
    for url in look.samples:
        page = found[url]
        answer = read(Job(page, hints=look.source.hints)) if isinstance(page, Page) else None
        look.samples[url] = page if isinstance(page, str) else (answer and answer.outcome) or "a list"
        behind += answer.leads if answer else ()
    return _look_behind(look, behind)


def _look_behind(look: Look, leads: Sequence[Lead]) -> list[str]:
    """What to fetch where no page was a publication: pages that these lead to and nothing before did."""
    refused = {url: outcome for url, outcome in look.samples.items() if not isinstance(outcome, Publication)}
    if look.is_listed or len(refused) < len(look.samples) or len(look.passed) >= SAMPLES * (MOST_ROUNDS - 1):
        return []
    known = {look.source.home, *(lead.url for lead in look.leads)}
    look.leads += leads
    fresh = [url for url in look.wanted() if url not in known and url not in refused]
    if not fresh:
        return []
    look.passed |= refused
    look.samples = dict.fromkeys(_spread(fresh), "it was never asked for")
    return list(look.samples)


def _leads_of(page: Page) -> tuple[Lead, ...]:
    """Where the links of a page lead; nowhere where it has no markup."""
    try:
        return read_links(read_outline(read_document(page)), page.url).leads
    except ParseError:
        return ()


def _read_list(look: Look, url: str, page: Page | str) -> None:
    """Read a sitemap, feed or listing; the first reader that knows the form wins."""
    if isinstance(page, str):
        look.lists[url] = page
        return
    for kind, reader in reversed(READERS.items()):   # the reader of sitemaps takes feeds as well
        try:
            leads = reader(page.body, page.url)
        except NotAListing:
            continue
        look.lists[url], look.kinds[url] = len(leads), kind
        look.leads += leads
        return
    if url not in look.source.discover.stated and url.removeprefix(look.source.home.rstrip("/")) in USUAL:
        look.lists[url] = "a web page, and no list"
        return
    leads = _leads_of(page)
    look.lists[url], look.kinds[url] = len(leads), "listing"
    look.leads += leads


def _spread(urls: Sequence[str]) -> list[str]:
    """Up to three addresses, one of each of the commonest makes, from the beginning of the lists."""
    makes = Counter(family(url) for url in urls)
    chosen: list[str] = []
    for make, _ in makes.most_common(SAMPLES):
        chosen.append(next(url for url in urls if family(url) == make))
    chosen += [url for url in urls if url not in chosen]
    return chosen[:SAMPLES]


def filled(publications: Iterable[Publication]) -> Counter[str]:
    """Field -> how many of the publications have it."""
    counts: Counter[str] = Counter()
    for publication in publications:
        record = publication.to_record()
        counts.update(name for name in EXPECTED_FIELDS if record[name])
    return counts
