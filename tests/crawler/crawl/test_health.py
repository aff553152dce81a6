"""What a person is told to look at."""

from collections import Counter

import pytest

from crawler.crawl.health import examine
from crawler.crawl.tally import Filled, Past, Tally
from crawler.source import Expect, Source

SOURCE = Source(key="x", name="X", home="https://x.example/")


def tally(published: int) -> Tally:
    """A run of a hundred new publications, so many with a date."""
    return Tally(0.0, Counter(new=100, answers=120), of_pages=Filled(100, Counter(published=published, title=100)))


def texts(source: Source, run: Tally, past: Past) -> list[str]:
    return [finding.text for finding in examine(source, run, "finished", past)]


def test_a_usual_run_has_no_findings() -> None:
    assert texts(SOURCE, tally(97), Past(100, [{"published": 0.98}])) == []


def test_a_field_that_fell_against_the_past_is_told() -> None:
    assert texts(SOURCE, tally(12), Past(100, [{"published": 0.98}])) == [
        "x: published fell from 98% to 12%: template changed?"]


def test_a_field_below_what_is_expected_is_a_failure() -> None:
    source = Source(key="x", name="X", home="https://x.example/", expect=Expect(filled={"published": 0.95}))
    (finding,) = examine(source, tally(50), "finished", Past(100))
    assert finding.weight == "failure"


def test_fields_are_looked_for_in_files_where_the_source_has_no_pages() -> None:
    source = Source(key="x", name="X", home="https://x.example/", expect=Expect(filled={"published": 0.95}))
    run = Tally(0.0, Counter(new=20, answers=25), of_files=Filled(20, Counter(published=4)))
    assert texts(source, run, Past(20)) == ["x: published in 20% of files, at least 95% expected"]
    assert texts(source, run, Past(200, [{"published": 0.98}])) == []      # a night without a new page


def test_too_few_publications_are_no_finding_while_a_run_was_cut_short() -> None:
    source = Source(key="x", name="X", home="https://x.example/", expect=Expect(min_publications=400))
    assert examine(source, tally(100), "max_pages", Past(100)) == ()


@pytest.mark.parametrize(("reason", "advice"), [
    ("the server answers 403", "a source file"), ("robots.txt forbids it", "`robots = false`"),
    ("robots.txt answers 503", "the next run"), ("it took too long", ""),
    ("robots.txt answers with a redirect to https://y.example/, which can't be had", "`home`")])
def test_a_crawl_where_nothing_could_be_fetched_is_a_failure_with_what_can_be_done(reason: str, advice: str) -> None:
    run = Tally(0.0, Counter(failed=1, answers=2, missing=2), reasons=Counter({reason: 1}))
    (said,) = texts(SOURCE, run, Past())
    assert said.startswith(f"x: nothing could be fetched ({reason})") and advice in said


@pytest.mark.parametrize(("kept", "count"), [(60, 1), (200, 0)])
def test_lists_that_lead_to_nothing_any_more_are_told_where_they_led_to_most(kept: int, count: int) -> None:
    run = Tally(0.0, Counter(unchanged=2, answers=3), emptied={"https://x.example/news": 40})
    assert len(said := texts(SOURCE, run, Past(kept))) == count
    assert all("https://x.example/news" in finding and "listings" in finding for finding in said)


def test_most_kept_pages_gone_at_once_is_a_failure() -> None:
    run = Tally(0.0, Counter(lost=12, same=2, answers=30))
    assert texts(SOURCE, run, Past(100)) == [
        "x: 12 of 14 kept pages are not there any more, or show no publication: is the site down, or has it moved?"]
    assert texts(SOURCE, Tally(0.0, Counter(lost=12, same=90, answers=120)), Past(100)) == []


def test_a_whole_run_without_a_publication_is_told_with_its_usual_reason() -> None:
    run = Tally(0.0, Counter(answers=15), reasons=Counter({"no text on the page": 9}))
    assert texts(SOURCE, run, Past()) == [
        "x: 15 answers, and no publication among them (most often: no text on the page)"]


def test_more_documents_in_other_formats_than_publications_are_told() -> None:
    run = Tally(0.0, Counter({"answers": 15, "documents not read": 24}))
    assert texts(SOURCE, run, Past(12)) == [
        "x: 24 links lead to documents in formats that are not read (Word, Excel, EPUB and their like)"]
    assert texts(SOURCE, run, Past(30)) == []


def test_a_host_that_more_links_lead_to_than_there_are_publications_is_named() -> None:
    run = Tally(0.0, Counter(new=5, answers=15), further_hosts=Counter({"papers.x.example": 40}))
    (told,) = texts(SOURCE, run, Past(5))
    assert "links lead to papers.x.example (40)" in told and "`hosts`" in told
    assert texts(SOURCE, run, Past(50)) == []


def test_a_host_whose_certificate_proves_nothing_is_told() -> None:
    run = tally(97)
    run.certificates.update({"x.example": "expired on 2026-04-30", "y.example": None})
    (said,) = texts(SOURCE, run, Past(100, [{"published": 0.98}]))
    assert said.startswith("x.example: its certificate expired on 2026-04-30; its pages are kept all the same")


def test_a_first_page_that_leads_to_another_publisher_since_a_run_is_a_failure_with_what_can_be_done() -> None:
    run = Tally(0.0, Counter(answers=20, moved=12), home_moved_to="https://y.example/")
    (finding,) = examine(SOURCE, run, "finished", Past(12, [{"published": 1.0}]))
    assert finding.weight == "failure" and "crawl https://y.example/ instead" in finding.text
    assert examine(SOURCE, run, "finished", Past(12)) == ()            # it did so when it was crawled first


def test_a_target_where_nothing_stands_is_told() -> None:
    run = Tally(0.0, Counter(answers=20, missing=1, new=3), home_missing="404 Not Found")
    (finding,) = examine(SOURCE, run, "finished", Past(3))
    assert finding.weight == "warning" and "nothing stands at https://x.example/ (404 Not Found)" in finding.text
