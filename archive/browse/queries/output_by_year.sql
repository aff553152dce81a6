-- Publications per year and source
-- The long view: how much each source published in each year.
SELECT substr(publications.published, 1, 4) AS year, sources.key AS source, count(*) AS publications
FROM publications LEFT JOIN sources USING (source_id)
WHERE publications.published IS NOT NULL GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC
