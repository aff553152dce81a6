"""The questions give the figures that counting by hand gives, on publications drawn by chance."""

import random
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

import pytest

from archive.browse.metadata import read_queries
from archive.records import Author, Link, Publication
from archive.store import keep_many
from archive.store.stored import key_of
from tests.archive.making import NOON, new_archive, publication, reading

DRAWN = random.Random(4)
DAY_KEPT = NOON.date()
NEWEST = "2025-07-18"


def draw(number: int) -> Publication:
    """A publication with links to others, topics, authors and a date of any precision, or none."""
    day = date(2025, 7, 18) - timedelta(days=DRAWN.randint(1, 1100))
    published = DRAWN.choice([day.isoformat(), day.isoformat(), f"{day}T10:00:00+02:00", f"{day:%Y-%m}", None])
    links = [Link(f"https://institute.example/papers/{DRAWN.randint(1, 50)}", "see") for _ in range(6)]
    return publication(
        number, source=DRAWN.choice(["institute", "bureau", "court"]), published=published, links=tuple(links),
        topics=tuple(DRAWN.sample(["Trade", "Water", "Ports", "Health"], DRAWN.randint(0, 3))),
        authors=tuple(Author(name, "person") for name in DRAWN.sample(["Ada", "Bo", "Cy", "Di"], DRAWN.randint(0, 3))))


ALL = [publication(1, published=NEWEST, topics=("Trade",), links=()),
       publication(2, published="2024-07-18T09:00:00+02:00", topics=("Ports",), links=()),
       publication(3, published="9999-12-31", topics=("Water",), links=()), *(draw(number) for number in range(4, 41))]
BY_URL = {one.url: one for one in ALL}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The publications, kept."""
    archive, run = new_archive(tmp_path_factory.mktemp("drawn"))
    keep_many(archive, [reading(one) for one in ALL], run)
    yield archive.connection
    archive.close()


def ask(connection: sqlite3.Connection, name: str, **words: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(read_queries()[name]["sql"], words)]


def dated() -> list[tuple[Publication, date]]:
    return [(one, date.fromisoformat(one.published[:10])) for one in ALL if one.published and len(one.published) >= 10]


def test_who_cites_whom(drawn):
    citing, links = defaultdict(set), Counter()
    for one in ALL:
        for link in one.links:
            target = BY_URL.get(link.url)
            if target is not None and target is not one:
                citing[one.source, target.source].add(one.url)
                links[one.source, target.source] += 1
    counted = {(*pair, len(urls), links[pair]) for pair, urls in citing.items()}
    assert set(ask(drawn, "citations_between_sources")) == counted
    assert set(map(tuple, drawn.execute("SELECT * FROM who_cites_whom"))) == counted


def test_most_cited(drawn):
    counted = Counter(target for one in ALL for target in {link.url for link in one.links} - {one.url}
                      if target in BY_URL)
    assert {(row[0], row[4]) for row in ask(drawn, "cited_most")} == {
        (BY_URL[url].uid, times) for url, times in counted.items()}


def test_topics_on_the_rise_count_whole_days_and_nothing_that_lies_ahead(drawn):
    now, before = Counter(), Counter()
    for one in ALL:
        day = (one.published or "")[:10]
        for topic in one.topics:
            now[topic] += "2024-07-18" < day <= NEWEST
            before[topic] += "2023-07-18" < day <= "2024-07-18"
    assert {row[:3] for row in ask(drawn, "topics_rising")} == {
        (topic, now[topic], before[topic]) for topic in now if now[topic] or before[topic]}


def test_the_trend_of_a_topic(drawn):
    years = Counter(one.published[:4] for one in ALL if one.published)
    carried = Counter(one.published[:4] for one in ALL if one.published and "Water" in one.topics)
    assert ask(drawn, "topic_trends", topic="water") == [
        (year, carried[year], round(100 * carried[year] / years[year], 1)) for year in sorted(carried)]


def test_days_until_kept_are_days_of_the_calendar(drawn):
    days = defaultdict(list)
    for one, day in dated():
        days[one.source].append((DAY_KEPT - day).days)
    for source, count, least, mean, most in ask(drawn, "days_until_kept"):
        ours = days.pop(source)
        assert (count, least, most) == (len(ours), min(ours), max(ours))
        assert mean == pytest.approx(sum(ours) / count, abs=0.5)
    assert not days


def test_gaps_end_where_a_source_does_and_not_at_a_date_that_lies_ahead(drawn):
    kept = defaultdict(set)
    for one in ALL:
        if one.published and len(one.published) >= 7 and one.published < "9999":
            kept[one.source].add(one.published[:7])
    months = [f"{year}-{month:02d}" for year in range(2020, 2027) for month in range(1, 13)]
    assert set(ask(drawn, "coverage_gaps")) == {
        (source, month) for source, has in kept.items() for month in months
        if min(has) < month < max(has) and month not in has}


def test_weekdays(drawn):
    counted = defaultdict(lambda: [0] * 7)
    for one, day in dated():
        counted[one.source][day.weekday()] += 1
    assert set(ask(drawn, "weekdays")) == {(source, *days) for source, days in counted.items()}


def test_pairs_of_authors_and_of_topics(drawn):
    people, topics = Counter(), Counter()
    for one in ALL:
        signed = [author.name for author in one.authors if author.kind == "person"]
        people.update(map(frozenset, combinations(signed, 2)))
        topics.update(map(frozenset, combinations(one.topics, 2)))
    assert {frozenset(row[:2]): row[2] for row in ask(drawn, "who_writes_together")} == people
    assert {frozenset(row[:2]): row[2] for row in ask(drawn, "topics_together")} == topics


def test_sites_and_what_is_not_kept(drawn):
    links = Counter(urlsplit(link.url).netloc for one in ALL for link in one.links)
    assert {row[0]: row[2] for row in ask(drawn, "sites_cited")} == links
    missing = Counter(url for one in ALL for url in {link.url for link in one.links} if url not in BY_URL)
    assert dict(ask(drawn, "cited_but_not_kept")) == missing


def test_how_complete_records_are(drawn):
    for source, count, *shares in ask(drawn, "completeness"):
        ours = [one for one in ALL if one.source == source]
        fields = ("published", "dek", "language", "section", "authors", "topics")
        assert (count, shares) == (len(ours), [
            round(100 * sum(bool(getattr(one, field)) for one in ours) / count, 1) for field in fields])


def test_links_that_lead_nowhere(tmp_path):
    archive, run = new_archive(tmp_path)
    far = "https://elsewhere.example/study"      # what every publication of `making` cites, beside the next
    keep_many(archive, [reading(publication(1)), reading(publication(2, links=()))], run)
    with closing(archive.connection.cursor()) as cursor:
        cursor.execute("UPDATE publications SET gone = '2026-04-01T00:00:00Z' WHERE url LIKE '%/2'")
        cursor.execute("INSERT INTO failures (source_id, key, url, reason, tries, first_failed, last_failed) "
                       "VALUES (1, ?, ?, 'HTTP 404', 3, '2026-03-06T00:00:00Z', '2026-03-07T00:00:00Z')",
                       (key_of(far), far))
    rows = ask(archive.connection, "links_that_lead_nowhere")
    assert [row[2:] for row in rows] == [
        ("institute", "the next", publication(2).url, "gone from the web", "2026-04-01T00:00:00Z"),
        ("institute", "a study", far, "HTTP 404", "2026-03-06T00:00:00Z")]
    archive.close()


def test_the_uid_of_a_question_may_be_copied_with_spaces(drawn):
    cited = max(BY_URL, key=lambda url: sum(url in {link.url for link in one.links} for one in ALL))
    uid = BY_URL[cited].uid
    assert ask(drawn, "who_cites_this", uid=f" {uid.upper()} ") == ask(drawn, "who_cites_this", uid=uid) != []
