-- Languages by source
-- In which languages each source publishes.
SELECT sources.key AS source, coalesce(publications.language, 'not stated') AS language, count(*) AS publications
FROM publications LEFT JOIN sources USING (source_id) GROUP BY 1, 2 ORDER BY 1, 3 DESC
