from dataclasses import replace

from archive.check import check_archive
from archive.database import Archive
from archive.merge import merge_archive
from archive.records import Publication
from archive.search import Filters, search
from archive.store import finish_run, keep
from archive.store.byhand import correct, leave_out, take_back
from archive.store.stored import find_publication, key_of, load_one, why_not_kept
from tests.archive.making import LATER, MUCH_LATER, NOON, new_archive, publication, reading, with_text

RUN = 1


def kept(archive: Archive, number: int = 1) -> Publication:
    found = find_publication(archive.connection, publication(number).url)
    assert found is not None
    return load_one(archive.connection, found).publication


def test_a_correction_stays_when_the_page_is_fetched_again_and_when_it_changes(archive):
    keep(archive, reading(publication()), RUN)
    correct(archive, 1, {"title": "Tariffs, put right", "published": "2024-03"}, at=LATER)
    keep(archive, reading(publication(), at=LATER, body=b"again"), RUN)
    keep(archive, reading(with_text(1, "Another text."), at=MUCH_LATER), RUN)
    now = load_one(archive.connection, 1)
    assert (now.publication.title, now.publication.published, now.publication.text, now.revision) == (
        "Tariffs, put right", "2024-03", "Another text.", 2)
    assert now.publication.evidence["published"] == "by hand on 2026-03-06; the page: 2025-07 (meta date)"


def test_a_correction_is_no_revision_and_is_found_by_its_words(archive):
    keep(archive, reading(publication()), RUN)
    correct(archive, 1, {"title": "Quotas"}, at=LATER)
    correct(archive, 1, {"title": "Sugar quotas"}, at=LATER)
    assert load_one(archive.connection, 1).revision == 1
    assert [hit.title for hit in search(archive.connection, "title:sugar", Filters())] == ["Sugar quotas"]
    assert kept(archive).evidence["title"].endswith("the page: Paper 1 on tariffs (json-ld headline)")


def test_a_correction_stays_where_another_reader_reads_the_page(archive):
    keep(archive, reading(publication()), RUN)
    correct(archive, 1, {"published": "2024-03"}, at=LATER)
    better = replace(publication(), parser="policy-archive 2")
    keep(archive, reading(replace(better, dek="Dearer."), at=MUCH_LATER), RUN, reread=lambda _: better)
    changed = archive.connection.execute("SELECT changed FROM revisions WHERE number = 2").fetchone()
    assert (kept(archive).published, changed) == ("2024-03", ('["dek"]',))


def test_what_was_left_out_stays_out_and_can_be_taken_back(archive):
    keep(archive, reading(publication(1)), RUN)
    keep(archive, reading(publication(2)), RUN)
    finish_run(archive, RUN, at=NOON)
    leave_out(archive, 1, "a test page")
    assert keep(archive, reading(publication(1), at=MUCH_LATER), RUN).status == "rejected"
    assert why_not_kept(archive.connection, publication(1).url) == (
        "the page was read and is none (left out by hand: a test page)")
    assert [hit.publication_id for hit in search(archive.connection, "tariffs", Filters())] == [2]
    assert list(check_archive(archive)) == []
    assert take_back(archive, key_of(publication(1).url)) is not None
    assert keep(archive, reading(publication(1), at=MUCH_LATER), RUN).status == "new"


def test_a_merge_brings_corrections_along_and_leaves_those_made_here(archive, tmp_path):
    (tmp_path / "other").mkdir()
    other, run = new_archive(tmp_path / "other")
    for one in (archive, other):
        keep(one, reading(publication()), RUN)
    finish_run(other, run, at=LATER)
    correct(other, 1, {"title": "Theirs", "published": "2024-03"}, at=LATER)
    correct(archive, 1, {"title": "Ours"}, at=LATER)
    finish_run(archive, RUN, at=LATER)
    merge_archive(archive, other, at=MUCH_LATER)
    other.close()
    assert (kept(archive).title, kept(archive).published) == ("Ours", "2024-03")
