import pytest

from archive.check import check_archive
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
])
def test_harm_is_found(kept: Archive, harm: str, finding: str) -> None:
    kept.connection.execute("PRAGMA foreign_keys = OFF")
    kept.connection.execute(harm)
    assert any(finding in what for what in found(kept))
