-- Topic trends
-- One topic by year: publications that carry it, and their share of all of that year in per cent.
WITH carried AS (
    SELECT substr(publications.published, 1, 4) AS year, count(DISTINCT publications.publication_id) AS publications
    FROM topics CROSS JOIN publication_topics USING (topic_id) CROSS JOIN publications USING (publication_id)
    WHERE topics.name = :topic COLLATE NOCASE AND publications.published IS NOT NULL GROUP BY 1),
years AS (SELECT substr(published, 1, 4) AS year, count(*) AS publications FROM publications GROUP BY 1)
SELECT carried.year, carried.publications, round(100.0 * carried.publications / years.publications, 1) AS share
FROM carried JOIN years USING (year) ORDER BY 1
