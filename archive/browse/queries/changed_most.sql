-- Changed most often
-- Publications with the most revisions, and the words they gained and lost over all of them.
SELECT publications.uid, publications.title, sources.key AS source, max(revisions.number) AS revisions,
       sum(revisions.words_added) AS words_added, sum(revisions.words_removed) AS words_removed,
       max(revisions.seen_at) AS last_change
FROM revisions JOIN publications USING (publication_id) LEFT JOIN sources USING (source_id)
WHERE revisions.number > 1 GROUP BY publications.publication_id ORDER BY 4 DESC, 7 DESC LIMIT 200
