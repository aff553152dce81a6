"""The sample site: a path in, an answer out. Pure; the server is elsewhere.

Its publications stand in the sitemaps (institute, ministry), in a feed (the newest), in a listing with pages, and some
only among the related links of others; one lies behind robots.txt, one changes in the second edition, one is a PDF,
one has a PDF attached.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from markupsafe import Markup

from crawler.sample.pages import day_in_words, frame_page, listing_page, publication_page
from crawler.sample.pdf_file import write_pdf
from crawler.sample.report import ATTACHED_PATH, ATTACHED_TITLE, REPORT_PATH, REPORT_TITLE, attached_rows, report_rows
from crawler.sample.writings import Teaser, Writing, load_writings

PER_PAGE = 8
RELATED = 4
ONLY_RELATED = frozenset({"0000109", "0000110"})   # in no listing, sitemap or feed
CHANGING = "flood-warning-by-cell-broadcast"
ADDED = ("The test took place on 7 June at noon. Within two minutes the warning had reached 94 per cent of the "
         "telephones in use; in two alpine districts it was 81 per cent, and three masts are to be built there.")
ROBOTS = "User-agent: *\nDisallow: /private/\nDisallow: /search\n\nSitemap: {base}/sitemap_index.xml\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site says to one request."""

    status: int
    content_type: str
    body: bytes
    modified: date | None = None

    @property
    def etag(self) -> str:
        """A strong validator: it changes with every byte."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


class Site:
    """The site at one address; `edition` 2 is a later day, when one page has changed."""

    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/")
        self.edition = 1
        self.writings = load_writings()
        self._by_path = {writing.path: writing for writing in self.writings}
        self._fixed: dict[str, Callable[[], Answer]] = {
            "/": self._home, "/robots.txt": lambda: _text(ROBOTS.format(base=self.base), "text/plain"),
            "/sitemap_index.xml": self._sitemap_index, "/feed.xml": self._feed,
            "/sitemap-institute.xml": lambda: self._sitemap("institute"),
            "/sitemap-ministry.xml": lambda: self._sitemap("ministry"), REPORT_PATH: _report,
            ATTACHED_PATH: lambda: _pdf(write_pdf(attached_rows(), {"Title": ATTACHED_TITLE})),
            "/about": lambda: self._frame("About this network", "Three desks, one estuary."),
            "/login": lambda: self._frame("Log in", "Members enter here."),
            "/private/minutes": lambda: self._frame("Closed minutes", "Nobody should read this."),
        }

    def publications(self) -> tuple[str, ...]:
        """The addresses a complete crawl finds publications at: the truth."""
        return tuple(f"{self.base}{path}" for path in (*self._by_path, REPORT_PATH))

    def answer(self, target: str) -> Answer:
        """The answer to a GET of this path and query."""
        path = urlsplit(target).path
        if target in self._by_path:
            return self._publication(self._by_path[target])
        if path in self._fixed:
            return self._fixed[path]()
        if path == "/archive/":
            page = parse_qs(urlsplit(target).query).get("page", ["1"])[0]
            return self._listing(int(page) if page.isdigit() else 1)
        if path == "/search":
            return self._frame("Search results", "Nothing found.")
        return Answer(404, "text/html; charset=utf-8", b"<h1>Not found</h1>")

    def _publication(self, writing: Writing) -> Answer:
        changed = writing.slug == CHANGING and self.edition > 1
        if changed:
            writing = Writing(**{name: getattr(writing, name) for name in Writing.__slots__ if name != "blocks"},
                              blocks=(*writing.blocks, ("paragraph", ADDED)))
        modified = date(2025, 6, 20) if changed else None
        html = publication_page(writing, self._related(writing), base=self.base, modified=modified)
        return _text(html, "text/html", modified or writing.published)

    def _related(self, writing: Writing) -> list[Teaser]:
        """The next ones of the same desk, round about, so that every page is offered by others."""
        desk = [other for other in self.writings if other.template == writing.template]
        at = desk.index(self._by_path[writing.path])
        following = [desk[(at + step) % len(desk)] for step in range(1, RELATED + 1)]
        return [Teaser(f"{self.base}{other.path}", other.dek, other.published, other.section, other.title)
                for other in following]

    def _home(self) -> Answer:
        links = [(f"{self.base}{writing.path}", writing.title) for writing in self.writings[:5]]
        content = Markup("<p>Reviews, research and government publications on the estuary.</p>\n<ul>")
        content += Markup("").join(Markup("<li><a href='{}'>{}</a></li>").format(*link) for link in links)
        content += Markup("</ul><p><a href='{0}/archive/'>All publications</a> "
                          "<a href='{0}/private/minutes'>Minutes</a></p>").format(self.base)
        return _text(frame_page("Estuary Network", content, base=self.base), "text/html")

    def _listing(self, page: int) -> Answer:
        listed = [(f"{self.base}{writing.path}", writing.title, day_in_words(writing.published, writing.language))
                  for writing in self.writings if writing.template != "institute" and writing.slug not in ONLY_RELATED]
        listed.append((f"{self.base}{REPORT_PATH}", f"{REPORT_TITLE} (PDF)", "March 3, 2025"))
        shown = listed[(page - 1) * PER_PAGE:page * PER_PAGE]
        if not shown:
            return Answer(404, "text/html; charset=utf-8", b"<h1>Not found</h1>")
        previous = f"{self.base}/archive/?page={page - 1}" if page > 1 else None
        following = f"{self.base}/archive/?page={page + 1}" if page * PER_PAGE < len(listed) else None
        return _text(listing_page(f"Archive, page {page}", shown, base=self.base, previous=previous,
                                  following=following), "text/html")

    def _sitemap_index(self) -> Answer:
        maps = "".join(f"<sitemap><loc>{self.base}/sitemap-{desk}.xml</loc></sitemap>"
                       for desk in ("institute", "ministry"))
        return _xml(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{maps}</sitemapindex>')

    def _sitemap(self, desk: str) -> Answer:
        urls = "".join(f"<url><loc>{escape(self.base + writing.path)}</loc>"
                       f"<lastmod>{self._lastmod(writing)}</lastmod></url>"
                       for writing in self.writings if writing.template == desk)
        return _xml(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>')

    def _lastmod(self, writing: Writing) -> str:
        return "2025-06-20" if writing.slug == CHANGING and self.edition > 1 else writing.published.isoformat()

    def _feed(self) -> Answer:
        items = "".join(
            f"<item><title>{escape(writing.title)}</title><link>{escape(self.base + writing.path)}</link>"
            f"<guid>{escape(self.base + writing.path)}</guid>"
            f"<pubDate>{writing.published:%a, %d %b %Y} 08:00:00 GMT</pubDate>"
            f"<description>{escape(writing.dek)}</description></item>" for writing in self.writings[:10])
        return _xml(f'<rss version="2.0"><channel><title>Estuary Network</title><link>{self.base}/</link>'
                    f"<description>Latest publications</description>{items}</channel></rss>")

    def _frame(self, title: str, sentence: str) -> Answer:
        return _text(frame_page(title, Markup("<p>{}</p>").format(sentence), base=self.base), "text/html")


def _report() -> Answer:
    return _pdf(write_pdf(report_rows(), {"Title": REPORT_TITLE, "Author": "River Basin Authority"}))


def _pdf(body: bytes) -> Answer:
    return Answer(200, "application/pdf", body, date(2025, 3, 3))


def _text(text: str, media_type: str, modified: date | None = None) -> Answer:
    return Answer(200, f"{media_type}; charset=utf-8", text.encode(), modified)


def _xml(text: str) -> Answer:
    return _text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', "application/xml")
