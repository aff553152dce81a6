import pytest

from archive.check import check_archive, repair_archive
from archive.database import Archive
from archive.store import keep
from tests.archive.making import LATER, publication, reading, with_text

RUN = 1


@pytest.fixture
def kept(archive: Archive) -> Archive:
    keep(archive, reading(publication()), RUN)
    keep(archive, reading(with_text(1, "Tariffs fell."), at=LATER), RUN)
    return archive


def found(archive: Archive) -> list[str]:
    return [finding.what for finding in check_archive(archive)]


def test_whole_archive_has_no_findings(kept: Archive) -> None:
    assert found(kept) == []


@pytest.mark.parametrize(("harm", "finding"), [
    ("DELETE FROM authors", "publication_authors"),
    ("UPDATE publications SET body = 'other words'", "publications_fts does not match"),
    ("UPDATE publications SET revision = 3", "lacks its current revision 3"),
    ("UPDATE revisions SET record = NULL", "lacks the text of revision 1"),
    ("UPDATE urls SET publication_id = NULL", "has no address"),
    ("""UPDATE publications SET blocks = '[["paragraph",null,5]]'""", "don't make up its text"),
    ("UPDATE publications SET published = 'March 5'", "dated 'March 5', which is no date"),
    ("UPDATE publications SET uid = 'a1b2'", "a1b2 is no uid"),
    ("UPDATE publications SET gone = '1999-01-01T00:00:00Z'", "before it was first seen"),
    ("UPDATE revisions SET record = '{}' WHERE record IS NOT NULL", "lacks a part of revision 1"),
    ("DROP TABLE images", "the table images is missing"),
])
def test_harm_is_found(kept: Archive, harm: str, finding: str) -> None:
    kept.connection.execute("PRAGMA foreign_keys = OFF")
    kept.connection.execute(harm)
    assert any(finding in what for what in found(kept))


@pytest.mark.parametrize(("harm", "finding"), [
    ("INSERT INTO publications_fts (publications_fts, rowid, title, dek, body) "
     "SELECT 'delete', publication_id, title, dek, body FROM publications", "publications_fts does not match"),
    ("UPDATE urls SET key = key + 1 WHERE url_id = 1", "outdated key"),
    ("INSERT INTO urls (url, key, publication_id) SELECT url || '/', key, NULL FROM urls WHERE publication_id = 1",
     "links to it don't lead there"),
    ("INSERT INTO clusters (first_publication_id, size, sources) VALUES (1, 5, 1)", "says it has 5 members"),
    ("INSERT INTO fingerprints VALUES (99, x'')", "is of none"),
    ("UPDATE publications SET word_count = 9999", "says it has 9999 words"),
    ("DROP INDEX publications_by_date", "the index publications_by_date is missing"),
    ("DROP VIEW history", "the view history is missing"),
])
def test_harm_that_can_be_undone_is_undone(kept: Archive, harm: str, finding: str) -> None:
    kept.connection.execute("PRAGMA foreign_keys = OFF")
    kept.connection.execute(harm)
    findings = list(check_archive(kept))
    assert any(finding in one.what for one in findings)
    repair_archive(kept, findings)
    assert found(kept) == []


def test_page_that_is_not_the_one_fetched_is_found(kept: Archive) -> None:
    kept.connection.execute("UPDATE captures SET digest = 'sha256:00' WHERE capture_id = 1")
    assert any("is not the one that was fetched" in what for what in found(kept))


def test_lost_warc_file_is_found(kept: Archive) -> None:
    kept.captures.close()
    for file in kept.path.with_suffix(".warc").iterdir():
        file.unlink()
    (what,) = found(kept)
    assert ".warc.gz is missing: bring it back from a backup" in what and what.endswith("(2 pages)")


def test_index_that_lacks_a_row_is_rebuilt(kept: Archive) -> None:
    connection = kept.connection
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'WHERE gone IS NOT NULL', '') "
                       "WHERE name = 'publications_gone'")
    connection.execute("PRAGMA writable_schema = RESET")
    assert any("missing from index publications_gone" in what for what in found(kept))
    repair_archive(kept, check_archive(kept))
    assert found(kept) == []


def test_check_of_a_damaged_table_ends_with_the_damage(kept: Archive) -> None:
    kept.connection.execute("PRAGMA ignore_check_constraints = ON")
    kept.connection.execute("UPDATE publications SET blocks = '[['")
    kept.connection.execute("PRAGMA ignore_check_constraints = OFF")
    assert found(kept) == ["the database is damaged: CHECK constraint failed in publications"]
