-- How complete the records are
-- Per source: the share of publications, in per cent, that state a date, a standfirst, a language, a section, authors and topics.
SELECT sources.key AS source, count(*) AS publications,
       round(100.0 * count(publications.published) / count(*), 1) AS dated,
       round(100.0 * count(publications.dek) / count(*), 1) AS standfirst,
       round(100.0 * count(publications.language) / count(*), 1) AS language,
       round(100.0 * count(publications.section) / count(*), 1) AS section,
       round(100.0 * sum(EXISTS (SELECT 1 FROM publication_authors AS a
                                 WHERE a.publication_id = publications.publication_id)) / count(*), 1) AS authors,
       round(100.0 * sum(EXISTS (SELECT 1 FROM publication_topics AS t
                                 WHERE t.publication_id = publications.publication_id)) / count(*), 1) AS topics
FROM publications LEFT JOIN sources USING (source_id) GROUP BY 1 ORDER BY 2 DESC
