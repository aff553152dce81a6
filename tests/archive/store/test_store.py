import shutil
import sqlite3
from dataclasses import replace

import pytest

from archive.check import check_archive
from archive.database import Archive
from archive.records import Block, Publication, Rejection
from archive.store import keep, keep_many, mark_gone, mark_seen
from archive.store.raw import load_body
from archive.store.stored import find_publication, load_one, load_revision
from archive.urls import uid_of
from tests.archive.making import LATER, MUCH_LATER, NOON, publication, reading, rejection, with_text

RUN = 1


def rows(archive: Archive, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in archive.connection.execute(query)]


def everything(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    tables = [name for (name,) in rows(archive, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {str(table): rows(archive, f"SELECT * FROM {table}") for table in tables
            if "_fts" not in str(table) and table != "runs"}


def test_what_is_kept_comes_back_whole(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    assert load_one(archive.connection, 1).publication == publication()


def test_number_that_no_publication_has_is_named(archive: Archive) -> None:
    with pytest.raises(LookupError, match="no publication has the number 7"):
        load_one(archive.connection, 7)


def test_record_has_what_only_an_archive_knows(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    record = load_one(archive.connection, 1).to_record()
    assert {key: record[key] for key in ("first_seen", "last_seen", "gone", "revision")} == {
        "first_seen": "2026-03-05T12:00:00Z", "last_seen": "2026-03-05T12:00:00Z", "gone": None, "revision": 1}


def test_empty_publication_comes_back_whole(archive: Archive) -> None:
    bare = Publication(source="", url="https://example.org/", title="Bare")
    keep(archive, reading(bare), RUN)
    assert load_one(archive.connection, 1).publication == bare


def test_keeping_twice_changes_last_seen_only(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    before = everything(archive)
    assert keep(archive, reading(publication(), at=LATER), RUN).status == "same"
    after = everything(archive)
    assert rows(archive, "SELECT last_seen FROM publications UNION SELECT last_seen FROM captures") == [
        ("2026-03-06T12:00:00Z",)]
    archive.connection.execute("UPDATE publications SET last_seen = '2026-03-05T12:00:00Z'")
    archive.connection.execute("UPDATE captures SET last_seen = '2026-03-05T12:00:00Z'")
    assert everything(archive) == before
    assert after.keys() == before.keys()


def test_changed_text_makes_a_revision(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    kept = keep(archive, reading(with_text(1, "Tariffs fell."), at=LATER), RUN)
    assert (kept.status, kept.revision, kept.changed) == ("changed", 2, ("text",))


def test_text_of_each_revision_can_be_had(archive: Archive) -> None:
    versions = [with_text(1, f"Tariffs stand at {'very ' * number}high.") for number in range(3)]
    for version in versions:
        keep(archive, reading(version), RUN)
    assert [load_revision(archive.connection, 1, number) for number in (1, 2, 3)] == versions


def test_uid_stays_when_the_canonical_address_changes(archive: Archive) -> None:
    first = keep(archive, reading(publication()), RUN)
    moved = publication(url="https://institute.example/archive/1")
    second = keep(archive, reading(moved, url=publication().url, at=LATER), RUN)
    third = keep(archive, reading(moved, at=MUCH_LATER, body=b"other bytes"), RUN)
    assert first.uid == second.uid == third.uid == uid_of(publication().url)
    assert load_one(archive.connection, 1).publication.url == moved.url


def test_publication_is_found_by_each_of_its_addresses(archive: Archive) -> None:
    addresses = (publication().url, "https://institute.example/p?id=1", "https://short.example/1")
    keep(archive, reading(publication(), url=addresses[1], requested_url=addresses[2]), RUN)
    assert {find_publication(archive.connection, address) for address in (*addresses, uid_of(addresses[0]))} == {1}


def test_two_addresses_of_one_publication_make_one_row(archive: Archive) -> None:
    keep_many(archive, [reading(publication(), url="https://institute.example/print/1", body=b"1"),
                        reading(publication(), url="https://institute.example/amp/1", body=b"2")], RUN)
    assert rows(archive, "SELECT count(*) FROM publications") == [(1,)]


def test_same_publication_twice_in_one_batch_is_kept_once(archive: Archive) -> None:
    kept = keep_many(archive, [reading(publication(1)), reading(publication(2)), reading(publication(1))], RUN)
    assert [one.status for one in kept] == ["new", "new", "same"]


def test_link_leads_to_its_target_whichever_is_kept_first(archive: Archive) -> None:
    for number in (3, 1, 2):
        keep(archive, reading(publication(number)), RUN)
    assert rows(archive, "SELECT title, cited_by_title FROM cited_by ORDER BY title") == [
        ("Paper 2 on tariffs", "Paper 1 on tariffs"), ("Paper 3 on tariffs", "Paper 2 on tariffs")]


def test_link_spelled_otherwise_leads_to_its_target(archive: Archive) -> None:
    citing = replace(publication(1), links=(replace(publication(1).links[1], url="https://Institute.example/papers/2/"),))
    keep_many(archive, [reading(publication(2)), reading(citing)], RUN)
    assert rows(archive, "SELECT cited_by_title FROM cited_by") == [("Paper 1 on tariffs",)]
    assert load_one(archive.connection, 2).publication.links[0].url == "https://Institute.example/papers/2/"


def test_rejected_page_has_its_reason_and_bytes(archive: Archive) -> None:
    assert keep(archive, reading(rejection()), RUN).status == "rejected"
    assert rows(archive, "SELECT kind, reason, capture_id FROM rejections") == [
        ("not-a-publication", "an index of publications", 1)]


def test_second_rejection_of_a_page_is_the_same_row(archive: Archive) -> None:
    keep(archive, reading(rejection()), RUN)
    keep(archive, reading(rejection(reason="a search page"), at=LATER), RUN)
    assert rows(archive, "SELECT reason, first_seen, last_seen FROM rejections") == [
        ("a search page", "2026-03-05T12:00:00Z", "2026-03-06T12:00:00Z")]


def test_page_that_becomes_a_publication_is_rejected_no_more(archive: Archive) -> None:
    keep(archive, reading(rejection(), body=b"page"), RUN)
    keep(archive, reading(publication(), body=b"page"), RUN)
    assert rows(archive, "SELECT count(*) FROM rejections") == [(0,)]
    assert rows(archive, "SELECT publication_id FROM captures") == [(1,)]


def test_bytes_once_read_as_a_publication_have_no_second_outcome(archive: Archive) -> None:
    keep(archive, reading(publication(), body=b"page"), RUN)
    keep(archive, reading(rejection(), body=b"page"), RUN)
    assert rows(archive, "SELECT count(*) FROM rejections") == [(0,)]


def test_better_reader_makes_no_revision(archive: Archive) -> None:
    keep(archive, reading(publication(), body=b"page"), RUN)
    better = publication(dek="Read better.", parser="policy-archive 2", evidence={"title": "h1"})
    assert keep(archive, reading(better, body=b"page", at=LATER), RUN).revision == 1
    assert load_one(archive.connection, 1).publication == better
    assert rows(archive, "SELECT parser_before, parser_after, changed FROM reader_changes") == [
        ("policy-archive 1", "policy-archive 2", '["dek"]')]


def test_page_and_reader_that_change_at_once_are_told_apart(archive: Archive) -> None:
    keep(archive, reading(publication(), body=b"old page"), RUN)
    better = {"dek": "Read better.", "parser": "policy-archive 2"}
    now = reading(publication(title="Changed", **better), body=b"new page", at=LATER)
    kept = keep(archive, now, RUN, reread=lambda _: publication(**better))
    assert (kept.revision, kept.changed) == (2, ("title",))
    assert load_revision(archive.connection, 1, 1) == publication(**better)
    assert rows(archive, "SELECT changed FROM reader_changes") == [('["dek"]',)]


def test_new_reader_alone_makes_no_revision_of_a_page_with_other_bytes(archive: Archive) -> None:
    keep(archive, reading(publication(), body=b"page <!-- 1 -->"), RUN)
    better = publication(dek="Read better.", parser="policy-archive 2")
    kept = keep(archive, reading(better, body=b"page <!-- 2 -->", at=LATER), RUN, reread=lambda _: better)
    assert (kept.status, kept.revision) == ("same", 1)
    assert load_one(archive.connection, 1).publication == better


def test_related_links_turn_over_without_a_revision(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    later = publication(related=(), share_links=())
    assert keep(archive, reading(later, at=LATER), RUN).status == "same"
    assert load_one(archive.connection, 1).publication == later


def test_older_page_ingested_later_leaves_the_newer_text(archive: Archive) -> None:
    keep(archive, reading(with_text(1, "New words."), at=LATER), RUN)
    keep(archive, reading(with_text(1, "Old words."), at=NOON), RUN)
    stored = load_one(archive.connection, 1)
    assert (stored.publication.text, stored.first_seen, stored.last_seen) == (
        "New words.", "2026-03-05T12:00:00Z", "2026-03-06T12:00:00Z")


def test_unchanged_page_is_seen_again(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    assert mark_seen(archive, publication().url, RUN, at=LATER)
    assert load_one(archive.connection, 1).last_seen == "2026-03-06T12:00:00Z"


def test_gone_page_is_kept_and_marked(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    assert mark_gone(archive, publication().url, RUN, at=LATER)
    assert not mark_gone(archive, publication().url, RUN, at=MUCH_LATER)
    assert load_one(archive.connection, 1).gone == "2026-03-06T12:00:00Z"


def test_page_gone_by_a_clock_that_was_set_back_is_gone_from_the_day_it_was_seen(archive: Archive) -> None:
    keep(archive, reading(publication(), at=LATER), RUN)
    mark_gone(archive, publication().url, RUN, at=NOON)
    assert load_one(archive.connection, 1).gone == "2026-03-06T12:00:00Z"
    assert list(check_archive(archive, captures=None)) == []


def test_page_that_comes_back_is_gone_no_more(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    mark_gone(archive, publication().url, RUN, at=LATER)
    keep(archive, reading(publication(), at=MUCH_LATER), RUN)
    assert load_one(archive.connection, 1).gone is None


def test_unknown_address_is_neither_seen_nor_gone(archive: Archive) -> None:
    assert not mark_seen(archive, "https://nowhere.example/", RUN, at=LATER)
    assert not mark_gone(archive, "https://nowhere.example/", RUN, at=LATER)


def test_run_counts_what_it_kept(archive: Archive) -> None:
    keep_many(archive, [reading(publication(1)), reading(publication(1)), reading(rejection(2))], RUN)
    keep(archive, reading(with_text(1, "Changed words."), at=LATER), RUN)
    assert rows(archive, "SELECT new, changed, same, rejected FROM runs") == [(1, 1, 1, 1)]


def test_half_a_character_does_not_stop_the_keeping(archive: Archive) -> None:
    broken = publication(title="Half \ud83d a smile", blocks=(Block("paragraph", "\udc00 text"),))
    keep(archive, reading(broken), RUN)
    assert load_one(archive.connection, 1).publication.title == "Half ? a smile"


def test_failed_keeping_leaves_nothing_behind(archive: Archive) -> None:
    before = everything(archive)
    unkept = replace(publication(2), identifiers={"doi": None})  # type: ignore[dict-item]
    with pytest.raises(sqlite3.IntegrityError):
        keep_many(archive, [reading(publication(1)), reading(unkept)], RUN)
    assert everything(archive) == before
    assert keep(archive, reading(publication(1)), RUN).status == "new"


def test_full_text_index_follows_the_text(archive: Archive) -> None:
    keep(archive, reading(with_text(1, "Tariffs on steel.")), RUN)
    keep(archive, reading(with_text(1, "Quotas on 米国の鉄鋼."), at=LATER), RUN)
    for index in ("publications_fts", "spaceless_fts"):
        archive.connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    assert rows(archive, "SELECT rowid FROM publications_fts WHERE publications_fts MATCH 'quota'") == [(1,)]
    assert rows(archive, "SELECT rowid FROM spaceless_fts WHERE spaceless_fts MATCH '米国の'") == [(1,)]


def test_blocks_can_be_had_in_sql(archive: Archive) -> None:
    keep(archive, reading(publication()), RUN)
    assert rows(archive, "SELECT kind, level, text FROM publication_blocks ORDER BY position") == [
        (block.kind, block.level, block.text) for block in publication().blocks]


def test_a_page_of_blocks_costs_no_more_where_there_are_many_publications(archive: Archive) -> None:
    keep_many(archive, [reading(publication(number)) for number in range(1, 61)], RUN)
    ticks: list[None] = []
    archive.connection.set_progress_handler(lambda: ticks.append(None), 10)
    assert len(rows(archive, "SELECT * FROM publication_blocks LIMIT 5")) == 5
    archive.connection.set_progress_handler(None, 0)
    assert len(ticks) < 50


def test_rejection_without_bytes_of_its_own_keeps_its_source(archive: Archive) -> None:
    empty = Rejection("institute", "https://institute.example/x", "unreadable", "no text")
    keep(archive, reading(empty, body=b""), RUN)
    assert rows(archive, "SELECT sources.key FROM rejections JOIN sources USING (source_id)") == [("institute",)]


def test_three_pages_of_one_batch_that_claim_one_address_make_one_publication(archive: Archive) -> None:
    texts = [with_text(1, "Tariffs fell."), with_text(1, "Tariffs rose."), with_text(1, "Tariffs stayed.")]
    kept = keep_many(archive, [reading(text, at=at) for text, at in zip(texts, (NOON, LATER, MUCH_LATER), strict=True)],
                     RUN)
    assert [one.status for one in kept] == ["new", "changed", "changed"]


def test_bytes_that_were_not_kept_are_kept_when_the_same_page_is_fetched_again(archive: Archive) -> None:
    keep(archive, replace(reading(publication(), body=b"page"), keep_bytes=False), RUN)
    keep(archive, reading(publication(), body=b"page", at=LATER), RUN)
    assert load_body(archive, 1) == b"page"
    assert list(check_archive(archive, captures=None)) == []


def test_bytes_that_were_lost_are_kept_when_the_same_page_is_fetched_again(archive: Archive) -> None:
    keep(archive, reading(publication(), body=b"page"), RUN)
    archive.captures.close()
    shutil.rmtree(archive.path.with_suffix(".warc"))
    keep(archive, reading(publication(), body=b"page", at=LATER), RUN)
    assert load_body(archive, 1) == b"page"
    assert list(check_archive(archive, captures=None)) == []


def test_a_loose_page_seen_again_under_a_source_belongs_to_it(archive: Archive) -> None:
    keep(archive, reading(publication(1, source=""), body=b"same"), RUN)
    keep(archive, reading(publication(1, source="bureau"), body=b"same", at=LATER), RUN)
    assert load_one(archive.connection, 1).publication.source == "bureau"


def test_a_refused_page_may_be_the_first_of_its_source(archive: Archive) -> None:
    keep(archive, reading(Rejection("newcomer", "https://newcomer.example/login", "not-a-publication", "a login")), RUN)
    assert rows(archive, "SELECT sources.key FROM rejections JOIN sources USING (source_id)") == [("newcomer",)]
