-- Length of texts by source and type
-- How long publications are, in words: shortest, mean and longest.
SELECT sources.key AS source, publications.type, count(*) AS publications, min(publications.word_count) AS shortest,
       round(avg(publications.word_count)) AS mean, max(publications.word_count) AS longest
FROM publications LEFT JOIN sources USING (source_id) GROUP BY 1, 2 ORDER BY 1, 3 DESC
