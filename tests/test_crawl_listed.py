"""Days that only a list tells: cards, a register of files, a feed. What a page says of itself always comes first."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.sample.pdf_file import write_pdf
from tests.crawling import ROOT, command, crawl, rows
from tests.site import Reply, Server, Site, serving
from tests.site.routes import article_of, html

TOMORROW, DAY_AFTER = ("--set", "CLOCK_OFFSET_SECONDS=90000"), ("--set", "CLOCK_OFFSET_SECONDS=270000")
PAPERS = {"/papers/silt-and-state": "5 March 2024", "/papers/locks-and-tides": "12 April 2024",
          "/papers/quays-of-the-north": "May 2024", "/papers/rail-to-port": "30 June 2099"}
FILES = {"/files/dredging-review.pdf": "14.02.2023", "/files/tonnage-survey.pdf": "21.11.2022",
         "/files/harbour-audit.pdf": "30.09.2021"}
NOTE, DATED = "/notes/fees-at-the-locks", "/papers/dated-by-itself"


def undated(path: str, *, day: str = "") -> bytes:
    """A page that says nothing of its day, or one that does."""
    title, text = article_of(path, 0)
    return html(f"<main><article><h1>{title}</h1>{day}{text.partition('</p>')[2]}</article></main>",
                f"<title>{title}</title>")


def publish(server: Server) -> None:
    site, base = server.site, server.url
    cards = "".join(f'<article class="card"><h3><a href="{path}">{article_of(path, 0)[0]}</a></h3>'
                    f'<p class="meta">{day}</p></article>' for path, day in [*PAPERS.items(), (DATED, "1 May 2024")])
    register = "".join(f'<tr><td>{day}</td><td>{article_of(path, 0)[0]}</td><td><a href="{path}">PDF</a></td></tr>'
                       for path, day in FILES.items())
    site.page("/", '<h1>Institute</h1><p><a href="/papers">Papers</a> <a href="/documents">Documents</a></p>',
              '<title>Institute</title><link rel="alternate" type="application/rss+xml" href="/feed">')
    site.page("/papers", f"<h1>Papers</h1>{cards}", "<title>Papers</title>")
    site.page("/documents", f'<h1>Documents</h1><table>{register}</table>', "<title>Documents</title>")
    site.xml("/feed", f'<rss version="2.0"><channel><title>S</title><link>{base}/</link><item><title>Fees</title>'
                      f'<link>{base}{NOTE}</link><pubDate>Tue, 05 Mar 2024 00:30:00 +0800</pubDate></item>'
                      "</channel></rss>")
    for path in (*PAPERS, NOTE):
        site.routes[path] = Reply(undated(path))
    site.routes[DATED] = Reply(undated(DATED, day='<p><time datetime="2024-04-30">30 April 2024</time></p>'))
    for path in FILES:
        title, text = article_of(path, 0)
        lines = text.partition("</p>")[2].replace("<p>", "").split("</p>")
        site.routes[path] = Reply(write_pdf([[(title, 24), ("", 12), *((line, 11) for line in lines)]]),
                                  content_type="application/pdf")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(Site()) as server:
        publish(server)
        yield server


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def days(db: Path, server: Server) -> dict[str, str | None]:
    return {url.removeprefix(server.url): day
            for url, day in rows(db, "SELECT url, published FROM publications ORDER BY published")}


def evidence(db: Path, url: str) -> str:
    shown = subprocess.run(command("show", url, "--json", "--db", str(db)), cwd=ROOT, check=True, capture_output=True)
    return str(json.loads(shown.stdout)["evidence"]["published"])


def test_what_does_not_date_itself_is_dated_by_the_list_that_led_to_it(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    assert days(db, server) == {
        "/papers/silt-and-state": "2024-03-05", "/papers/locks-and-tides": "2024-04-12",
        "/papers/quays-of-the-north": "2024-05",
        "/papers/rail-to-port": None,                                    # announced for a day that has not come
        "/files/dredging-review.pdf": "2023-02-14", "/files/tonnage-survey.pdf": "2022-11-21",
        "/files/harbour-audit.pdf": "2021-09-30", NOTE: "2024-03-05T00:30:00+08:00", DATED: "2024-04-30"}
    assert evidence(db, server.url + "/papers/silt-and-state") == f"listed at {server.url}/papers"
    assert evidence(db, server.url + NOTE) == f"listed at {server.url}/feed"
    assert rows(db, "SELECT max(revision) FROM publications") == [(1,)]


def test_a_page_that_is_fetched_or_read_again_stays_dated_and_has_not_changed(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    before = days(db, server)
    path = "/papers/silt-and-state"
    server.site.routes[path] = Reply(undated(path).replace(b"</article>", b"<p>A line was added.</p></article>"))
    assert "0 new, 1 changed" in crawl(f"{server.url}/", db, "--recheck", *TOMORROW).stdout
    subprocess.run(command("reparse", "--db", str(db)), cwd=ROOT, check=True, capture_output=True, timeout=120)
    assert days(db, server) == before
    assert rows(db, "SELECT changed FROM revisions WHERE number > 1") == [('["text"]',)]
    assert evidence(db, server.url + path) == f"listed at {server.url}/papers"


def test_a_page_that_dates_itself_later_is_believed_and_has_not_changed(server: Server, db: Path) -> None:
    crawl(f"{server.url}/", db)
    path = "/papers/silt-and-state"
    server.site.routes[path] = Reply(undated(path, day='<p><time datetime="2024-03-04">4 March 2024</time></p>'))
    assert "0 new, 0 changed" in crawl(f"{server.url}/", db, "--recheck", *TOMORROW).stdout
    assert days(db, server)[path] == "2024-03-04"
    assert not evidence(db, server.url + path).startswith("listed at")


def test_a_list_that_is_met_after_its_pages_dates_them(server: Server, db: Path) -> None:
    papers = server.site.routes.pop("/papers")
    links = "".join(f'<a href="{path}">{article_of(path, 0)[0]}</a> ' for path in PAPERS)
    home = server.site.routes["/"]
    server.site.page("/", f"<h1>Institute</h1><p>{links}</p>")
    crawl(f"{server.url}/", db)
    assert {days(db, server)[path] for path in PAPERS} == {None}
    server.site.routes |= {"/": home, "/papers": papers}
    crawl(f"{server.url}/", db, *DAY_AFTER)
    assert days(db, server)["/papers/silt-and-state"] == "2024-03-05"
    assert rows(db, "SELECT max(revision) FROM publications") == [(1,)]
