"""What a crawl has in hand and what it hands out, without a network."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from archive.database import open_archive
from archive.frontier import Offer
from archive.records import Page
from crawler.crawl import Crawl, Options
from crawler.crawl.clock import clock_ahead
from crawler.crawl.families import BUDGET, Families
from crawler.crawl.fetched import Fetched
from crawler.crawl.scope import PAGES
from crawler.reading import Job
from crawler.reading.page import read
from crawler.sample.pdf_file import write_pdf
from crawler.source import source_of_url
from tests.site.routes import Site

SITE = "https://example.org"
NOW = datetime(2025, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def crawl(tmp_path: Path) -> Iterator[Crawl]:
    with open_archive(tmp_path / "archive.db", create=True) as archive:
        crawl = Crawl(archive, source_of_url(f"{SITE}/"), Options(), lambda: NOW, in_hand=4)
        crawl.has_begun = True
        yield crawl


def test_no_more_is_handed_out_than_may_be_in_hand(crawl: Crawl) -> None:
    crawl.frontier.add_many([Offer(f"{SITE}/news/story-{n}") for n in range(10)], crawl.now)
    assert (len(crawl.claim()), len(crawl.claim())) == (4, 0)


def test_thousands_of_addresses_of_a_spent_family_are_passed_over(crawl: Crawl) -> None:
    crawl.families = Families({"/calendar/#/#": (BUDGET, 0, BUDGET)})
    crawl.frontier.add_many([Offer(f"{SITE}/calendar/2030/{n}") for n in range(5000)], crawl.now)
    crawl.frontier.add_many([Offer(f"{SITE}/news/the-one-story", priority=-1)], crawl.now)
    handed: list[str] = []
    while not handed:
        handed = [address.url for address in crawl.claim()]
    assert handed == [f"{SITE}/news/the-one-story"]


def test_the_first_run_looks_at_home_and_at_the_usual_places(crawl: Crawl) -> None:
    crawl.begin()
    waiting = {url for (url,) in crawl.archive.connection.execute("SELECT url FROM frontier")}
    assert {f"{SITE}/", f"{SITE}/sitemap.xml", f"{SITE}/feed"} <= waiting


def test_a_busy_host_is_asked_one_thing_at_a_time_until_it_gives_a_page(crawl: Crawl) -> None:
    crawl.frontier.add_many([Offer(f"{SITE}/news/story-{n}", priority=PAGES) for n in range(10)], crawl.now)
    host = crawl.outages.of(SITE)
    host.note_answer(crawl.now - 60)
    for number in range(3):
        host.note_busy(number, crawl.now - 60, by_page=False)
    assert (len(crawl.claim()), len(crawl.claim())) == (1, 0)


def test_before_the_first_answer_one_address_is_handed_out(crawl: Crawl) -> None:
    crawl.has_begun = False
    crawl.frontier.add_many([Offer(f"{SITE}/news/story-{n}") for n in range(10)], crawl.now)
    assert (len(crawl.claim()), len(crawl.claim())) == (1, 0)


def test_what_waits_for_a_long_pause_waits_in_the_frontier(crawl: Crawl) -> None:
    crawl.pace.state("example.org", 10.0)
    crawl.frontier.add_many([Offer(f"{SITE}/news/story-{n}", priority=900_000) for n in range(3)], crawl.now)
    crawl.frontier.add_many([Offer(f"https://data.example.org/{n}", priority=800_000) for n in range(3)], crawl.now)
    handed = [[address.url for address in crawl.claim()] for _ in range(4)]
    assert handed == [[f"{SITE}/news/story-0"], *([f"https://data.example.org/{n}"] for n in range(3))]
    crawl.open.clear()
    assert crawl.claim() == [] and crawl.next_moment() == crawl.now + 10


def test_the_clock_of_a_crawl_goes_on_when_the_machines_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = clock_ahead(3600.0)
    began = clock()

    class SetBack(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "SetBack":
            return cls(2001, 1, 1, tzinfo=tz)

    monkeypatch.setattr("crawler.crawl.datetime", SetBack)
    assert began <= clock() < began + timedelta(minutes=1)


def test_the_plain_address_wins_though_it_was_fetched_before_its_twin_and_read_after_it(crawl: Crawl) -> None:
    site, plain = Site(), f"{SITE}/a/quota"
    site.article("/a/quota")
    reply = site.reply("/a/quota")
    crawl.frontier.add_many([Offer(plain), Offer(f"{plain}?visit=2")], crawl.now)
    by_url = {address.url: address for address in crawl.claim()}
    for url, seconds in ((f"{plain}?visit=2", 1), (plain, 2)):
        page = Page.from_bytes(reply.body, url=url, fetched_at=NOW - timedelta(seconds=seconds))
        crawl.add(Fetched(by_url[url], "read", page=page, answer=read(Job(page))))
        crawl.flush()
    assert crawl.archive.connection.execute("SELECT url FROM publications").fetchall() == [(plain,)]


def test_a_view_that_is_settled_in_one_batch_with_its_page_is_known_as_its_view(crawl: Crawl) -> None:
    site, plain = Site(), f"{SITE}/a/33001-quota"
    site.article("/a/33001-quota")
    body = site.reply("/a/33001-quota").body
    crawl.frontier.add_many([Offer(plain), Offer(f"{plain}?show=full")], crawl.now)
    addresses = sorted(crawl.claim(), key=lambda address: len(address.url))
    for address, more in zip(addresses, (b"", b"<p>dc.identifier.other 7-EURO, a deposit of May</p>"), strict=True):
        page = Page.from_bytes(body.replace(b"</article>", more + b"</article>"), url=address.url, fetched_at=NOW)
        crawl.add(Fetched(address, "read", page=page, answer=read(Job(page))))
    crawl.flush()
    assert crawl.archive.connection.execute("SELECT url FROM publications").fetchall() == [(plain,)]


def test_files_kept_alone_do_not_count_among_the_pages_whose_fields_are_compared(crawl: Crawl) -> None:
    site = Site()
    site.article("/a/quota")
    reply = site.reply("/a/quota")
    rows = [("Ports and their hinterland", 24.0), *[("The port pays the lesser part of its road.", 11.0)] * 30]
    bodies = {f"{SITE}/a/quota": reply.body, f"{SITE}/files/ports.pdf": write_pdf([rows])}
    crawl.frontier.add_many([Offer(url) for url in bodies], crawl.now)
    for address in crawl.claim():
        page = Page.from_bytes(bodies[address.url], url=address.url, fetched_at=NOW)
        crawl.add(Fetched(address, "read", page=page, answer=read(Job(page))))
    crawl.flush()
    assert crawl.tally.of_pages.shares()["published"] == 1.0
    assert (crawl.tally.of_pages.read, crawl.tally.of_files.read) == (1, 1)
