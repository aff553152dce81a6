-- Changes per month
-- How many publications of each source were found changed in each month, and the words they gained and lost.
SELECT substr(revisions.seen_at, 1, 7) AS month, sources.key AS source,
       count(DISTINCT revisions.publication_id) AS publications, count(*) AS changes,
       sum(revisions.words_added) AS words_added, sum(revisions.words_removed) AS words_removed
FROM revisions JOIN publications USING (publication_id) LEFT JOIN sources USING (source_id)
WHERE revisions.number > 1 GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC
