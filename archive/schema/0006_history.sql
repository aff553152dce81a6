-- What a publication said at any time, for those who ask in SQL.

-- What each publication said, and from when until when: one row a revision, the current one among them.
CREATE VIEW history AS
SELECT publications.uid, sources.key AS source, revisions.number AS revision, revisions.seen_at AS said_from,
       (SELECT later.seen_at FROM revisions AS later
        WHERE later.publication_id = revisions.publication_id AND later.number = revisions.number + 1) AS said_until,
       revisions.changed, revisions.words_added, revisions.words_removed,
       CASE WHEN revisions.record IS NULL THEN publications.title ELSE revisions.record ->> 'title' END AS title,
       CASE WHEN revisions.record IS NULL THEN publications.published ELSE revisions.record ->> 'published' END AS published,
       CASE WHEN revisions.record IS NULL THEN publications.body ELSE revisions.record ->> 'text' END AS body,
       publications.url, publications.gone
FROM revisions
JOIN publications USING (publication_id)
LEFT JOIN sources USING (source_id);
