"""Reading in processes of its own: the same answers, and no page can take the crawl down."""

import asyncio
import time

import pytest

from archive.records import Page, Publication, Rejection
from crawler import readers
from crawler.discovery import Lead
from crawler.readers import Readers, without_sent
from crawler.reading import Answer, Job, read
from tests.site.routes import Reply, Site


def job(number: int = 1) -> Job:
    site = Site()
    site.article(f"/a/{number}")
    reply = site.routes[f"/a/{number}"]
    assert isinstance(reply, Reply)
    return Job(Page.from_bytes(reply.body, url=f"https://example.org/a/{number}", content_type="text/html"))


def read_all(pool: Readers, jobs: list[Job]) -> list[Answer]:
    """Answers of the processes, once they are ready."""
    async def run() -> list[Answer]:
        end = time.monotonic() + 60
        while not pool._ready() and time.monotonic() < end:
            await asyncio.sleep(0.01)
        return await asyncio.gather(*(pool.read(one) for one in jobs))

    try:
        return asyncio.run(run())
    finally:
        pool.close()


def test_processes_read_what_the_crawl_itself_would_read() -> None:
    jobs = [job(number) for number in range(6)]
    assert read_all(Readers(2, on_the_spot=0), jobs) == [read(one) for one in jobs]


def test_a_page_that_holds_its_reader_is_a_rejection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_SECONDS", 0.0)
    (answer,) = read_all(Readers(1, on_the_spot=0), [job()])
    assert isinstance(answer.outcome, Rejection) and "took more than" in answer.outcome.reason


def test_a_lead_goes_out_once_from_publications_and_always_from_lists() -> None:
    menu, more = Lead("https://e.org/about", "x"), Lead("https://e.org/a?page=2", "x", "listing", "next")
    publication = Answer(Publication(source="", url="https://e.org/a", title="A"), (menu, more))
    sent: set[int] = set()
    assert without_sent(publication, sent).leads == (menu, more)
    assert without_sent(publication, sent).leads == (more,)
    assert without_sent(Answer(None, (menu,)), sent).leads == (menu,)
