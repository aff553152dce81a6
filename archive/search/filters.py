"""What narrows a search or an export to part of the archive, as a condition in SQL. Pure."""

from dataclasses import dataclass, replace
from typing import Any

from archive.search.query import Query


@dataclass(frozen=True, slots=True)
class Filters:
    """None lets everything through; names and codes are compared without regard to case."""

    source: str | None = None         # key of a source
    since: str | None = None          # ISO 8601 date, of any precision: published then or later
    until: str | None = None          # published then or earlier
    topic: str | None = None          # whole name of a topic
    author: str | None = None         # part of a name: "meyer" finds Ada Meyer
    type: str | None = None           # schema.org type
    language: str | None = None       # BCP 47; "en" lets "en-GB" through

    def condition(self) -> tuple[str, dict[str, Any]]:
        """A condition on the table `publications` called `p`, and its parameters; `"1"` where all may pass.

        A publication dated "2025-07" lies in July and so passes "from 2025-07-15": the page may mean that day.
        """
        given = [name for name in _CONDITIONS if getattr(self, name) is not None]
        if not given:
            return "1", {}
        return " AND ".join(_CONDITIONS[name] for name in given), {name: getattr(self, name) for name in given}


NO_FILTERS = Filters()

_CONDITIONS = {
    "source": "p.source_id = (SELECT source_id FROM sources WHERE key = :source COLLATE NOCASE)",
    "since": "(p.published >= :since OR (length(p.published) < length(:since) "
             "AND p.published = substr(:since, 1, length(p.published))))",
    "until": "(p.published <= :until OR substr(p.published, 1, length(:until)) = :until)",
    "topic": "p.publication_id IN (SELECT publication_id FROM publication_topics JOIN topics USING (topic_id) "
             "WHERE topics.name = :topic COLLATE NOCASE)",
    "author": "p.publication_id IN (SELECT publication_id FROM publication_authors JOIN authors USING (author_id) "
              "WHERE instr(lower(authors.name), lower(:author)))",
    "type": "p.type = :type COLLATE NOCASE",
    "language": "(p.language = :language COLLATE NOCASE OR p.language LIKE :language || '-%')",
}


def with_typed(filters: Filters, query: Query) -> Filters:
    """The filters, with those typed in the query where none was given otherwise."""
    typed = {name: value for name, value in query.filters if getattr(filters, name) is None}
    return replace(filters, **typed)
