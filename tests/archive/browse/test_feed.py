"""Feeds as RFC 4287 has them."""

from xml.etree.ElementTree import fromstring

import pytest

from archive.browse.feed import atom_feed
from tests.archive.making import publication


@pytest.mark.parametrize(("published", "said"), [
    ("2024-03-05T10:00:00+01:00", "2024-03-05T10:00:00+01:00"), ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00Z"),
    ("2024-03-05T10:00:00", None), ("2024-03-05T10:00+01:00", None), ("2024-03-05", None), (None, None)])
def test_a_feed_tells_the_time_of_publication_where_it_is_a_whole_one(published: str | None, said: str | None) -> None:
    record = publication(published=published).to_record() | {"first_seen": "2026-01-01T00:00:00Z"}
    feed = fromstring(atom_feed([record], title="", here="http://localhost/", site="http://localhost"))
    assert feed.findtext("{*}entry/{*}published") == said
