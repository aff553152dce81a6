"""The crawl against the whole test site, over real HTTP: the archive is compared with the site's own truth."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.crawling import READERS, crawl, kept, rows
from tests.site import Server, Site, serving
from tests.site.whole import TRAP_BUDGET, whole_site


@dataclass
class Crawled:
    """The site, the archive made of it, and what the site was asked for in the first and the second crawl."""

    server: Server
    db: Path
    first: list[str]
    said: str
    second: list[tuple[str, int]]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    db = tmp_path_factory.mktemp("crawl") / "archive.db"
    with serving(Site()) as server:
        server.site = whole_site(server.url)
        said = crawl(f"{server.url}/", db, *READERS).stdout
        first = [asked.path for asked in server.log]
        server.forget()
        crawl(f"{server.url}/", db, *READERS)
        yield Crawled(server, db, first, said, [(asked.path, asked.status) for asked in server.log])


def test_every_publication_is_found_and_nothing_else(crawled: Crawled) -> None:
    assert set(kept(crawled.db, crawled.server.url)) == crawled.server.site.truth


def test_no_publication_is_kept_twice(crawled: Crawled) -> None:
    found = kept(crawled.db, crawled.server.url)
    assert len(found) == len(set(found))


def test_what_robots_txt_forbids_is_never_asked_for(crawled: Crawled) -> None:
    assert not [path for path in crawled.first if path.startswith("/forbidden")]


@pytest.mark.parametrize("trap", ["/calendar", "/facets", "/maze", "/loop-"])
def test_a_trap_costs_no_more_than_its_budget(crawled: Crawled, trap: str) -> None:
    assert sum(path.startswith(trap) for path in crawled.first) <= TRAP_BUDGET


@pytest.mark.parametrize("waste", ["/search", "/user/login", "/logo.png"])
def test_what_holds_no_publication_is_not_asked_for(crawled: Crawled, waste: str) -> None:
    assert not [path for path in crawled.first if path.startswith(waste)]


def test_no_page_is_asked_for_twice_in_one_crawl_but_those_that_failed(crawled: Crawled) -> None:
    again = {path for path in crawled.first if crawled.first.count(path) > 1}
    assert again == {"/maps/shy.xml", "/faulty/first-answers-500", "/faulty/first-is-cut-short", "/faulty/nothing",
                     "/faulty/forbidden", "/moved/for-who-brings-a-cookie"}


@pytest.mark.parametrize(("path", "reason"), [
    ("/", "home page"), ("/faulty/as-at-usual-places", "the same where it has nothing"),
    ("/faulty/soft-404", "an error page"), ("/faulty/picture", "no text"),
    ("/papers?page=2", "a page of a list"), ("/briefs/2023/", "month or year")])
def test_a_page_that_is_no_publication_is_rejected_with_its_reason(crawled: Crawled, path: str, reason: str) -> None:
    [(said,)] = rows(crawled.db, "SELECT reason FROM rejections JOIN urls USING (url_id) WHERE url = ?",
                     crawled.server.url + path)
    assert reason in said


@pytest.mark.parametrize(("path", "reason"), [
    ("/missing-page", "404"), ("/faulty/nothing", "an empty page"), ("/faulty/forbidden", "403"),
    ("/faulty/huge", "larger than"), ("/faulty/bomb", "larger than"), ("/moved/to-home", "home page")])
def test_an_address_that_failed_stands_in_the_ledger(crawled: Crawled, path: str, reason: str) -> None:
    [(said,)] = rows(crawled.db, "SELECT reason FROM failures WHERE url = ?", crawled.server.url + path)
    assert reason in said


def test_a_redirect_is_remembered_as_an_address_of_its_publication(crawled: Crawled) -> None:
    base = crawled.server.url
    assert rows(crawled.db, "SELECT p.url FROM urls JOIN publications AS p USING (publication_id) WHERE urls.url = ?",
                f"{base}/moved/old-place") == [(f"{base}/moved/here-it-is-now",)]


def test_a_publication_in_parts_is_kept_as_one_with_all_its_pages(crawled: Crawled) -> None:
    [(words, pages)] = rows(crawled.db, "SELECT word_count, (SELECT count(*) FROM captures AS c WHERE "
                            "c.publication_id = p.publication_id) FROM publications AS p WHERE url = ?",
                            crawled.server.url + "/parts/whole")
    assert pages == 3 and words > 1000


def test_the_second_crawl_receives_no_page_again(crawled: Crawled) -> None:
    assert [path for path, status in crawled.second if status == 200] == ["/robots.txt"]


def test_the_second_crawl_asks_only_for_listings(crawled: Crawled) -> None:
    assert not {path for path, _ in crawled.second} & crawled.server.site.truth


def test_the_report_tells_the_counts(crawled: Crawled) -> None:
    assert f"{len(crawled.server.site.truth)} new" in crawled.said


def test_the_archive_is_whole(crawled: Crawled) -> None:
    assert rows(crawled.db, "PRAGMA integrity_check") == [("ok",)]
