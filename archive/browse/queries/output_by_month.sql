-- Publications per month
-- How many publications each source put out in each month; leave the source empty for all.
SELECT substr(publications.published, 1, 7) AS month, sources.key AS source, count(*) AS publications
FROM publications LEFT JOIN sources USING (source_id)
WHERE length(publications.published) >= 7 AND (:source = '' OR sources.key = :source)
GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC
