-- Time from publication to first change
-- For publications that changed: days from the date on the page to the first change seen.
SELECT publications.uid, publications.title, sources.key AS source, publications.published,
       revisions.seen_at AS first_change,
       round(julianday(revisions.seen_at) - julianday(substr(publications.published, 1, 10)), 1) AS days,
       revisions.words_added, revisions.words_removed
FROM revisions JOIN publications USING (publication_id) LEFT JOIN sources USING (source_id)
WHERE revisions.number = 2 AND length(publications.published) >= 10
ORDER BY days LIMIT 500
