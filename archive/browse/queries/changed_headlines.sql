-- Headlines rewritten after publication
-- Revisions whose title differs from the one before, with both titles.
SELECT publications.uid, sources.key AS source, earlier.record ->> 'title' AS title_before,
       coalesce(later.record ->> 'title', publications.title) AS title_after, later.seen_at
FROM revisions AS later
JOIN revisions AS earlier ON earlier.publication_id = later.publication_id AND earlier.number = later.number - 1
JOIN publications ON publications.publication_id = later.publication_id LEFT JOIN sources USING (source_id)
WHERE later.number > 1 AND later.changed LIKE '%"title"%' ORDER BY later.seen_at DESC LIMIT 500
