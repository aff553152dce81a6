"""Reading in processes of its own: the same answers, and no page can take the crawl down."""

import asyncio
import os
import pickle
from dataclasses import replace
from multiprocessing.connection import Connection

import pytest

from archive.records import Page, Publication, Rejection
from crawler.discovery import Lead
from crawler.reading import Answer, Job
from crawler.reading import process as reader_process
from crawler.reading.page import read
from crawler.reading.pool import Readers
from crawler.reading.process import without_sent
from tests.site.routes import Site


def job(number: int = 1) -> Job:
    site = Site()
    site.article(f"/a/{number}")
    reply = site.reply(f"/a/{number}")
    return Job(Page.from_bytes(reply.body, url=f"https://example.org/a/{number}", content_type="text/html"))


def read_all(pool: Readers, jobs: list[Job]) -> list[Answer]:
    """Answers of the processes."""
    async def run() -> list[Answer]:
        try:
            return await asyncio.gather(*(pool.read(one) for one in jobs))
        finally:
            pool.close()
            await asyncio.sleep(0)     # the loop closes what the pool let go of

    return asyncio.run(run())


def test_processes_read_what_the_crawl_itself_would_read() -> None:
    jobs = [job(number) for number in range(6)]
    assert read_all(Readers(2), jobs) == [read(one) for one in jobs]


def test_a_page_that_holds_its_reader_is_a_rejection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "MOST_SECONDS", 0.0)
    (answer,) = read_all(Readers(1), [job()])
    assert isinstance(answer.outcome, Rejection) and "took more than" in answer.outcome.reason


def test_the_page_after_one_that_kills_its_reader_is_read_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    deadly = replace(job(2), kind="deadly")
    monkeypatch.setattr(reader_process, "_serve", serve_all_but_deadly)
    answers = read_all(Readers(1), [job(1), deadly, job(3), deadly, job(4)])
    assert [isinstance(answer.outcome, Publication) for answer in answers] == [True, False, True, False, True]
    assert [answer.outcome.reason for answer in answers if isinstance(answer.outcome, Rejection)] == [
        "its reader died"] * 2
    assert answers[2] == read(job(3)) and answers[4] == read(job(4))


def serve_all_but_deadly(pipe: Connection) -> None:
    """A reader that dies of some pages."""
    pipe.send_bytes(b"ready")
    while True:
        one = pickle.loads(pipe.recv_bytes())
        if one.kind == "deadly":
            os._exit(1)
        pipe.send_bytes(pickle.dumps(read(one)))


def test_where_no_process_starts_the_crawl_reads_by_itself(monkeypatch: pytest.MonkeyPatch,
                                                           caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(reader_process, "_serve", die_at_once)

    async def run() -> list[Answer]:
        pool = Readers(2)
        answers = [await pool.read(job(1)), await pool.read(job(2))]
        pool.close()
        return answers

    assert asyncio.run(run()) == [read(job(1)), read(job(2))]
    assert len(caplog.records) == 1 and "the crawl reads them itself" in caplog.text


def die_at_once(pipe: Connection) -> None:
    """A reader that never says that it is ready."""
    del pipe


def test_a_lead_goes_out_once_from_publications_and_always_from_lists() -> None:
    menu, more = Lead("https://e.org/about", "x"), Lead("https://e.org/a?page=2", "x", "listing", "next")
    publication = Answer(Publication(source="", url="https://e.org/a", title="A"), (menu, more))
    sent: set[int] = set()
    assert without_sent(publication, sent).leads == (menu, more)
    assert without_sent(publication, sent).leads == (more,)
    assert without_sent(Answer(None, (menu,)), sent).leads == (menu,)
