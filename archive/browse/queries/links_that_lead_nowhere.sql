-- Links that lead nowhere
-- Links in texts to publications that are gone from the web, and to addresses that could not be fetched.
WITH broken AS (
    SELECT urls.url_id, urls.url, publications.gone AS since, 'gone from the web' AS why
    FROM publications JOIN urls USING (publication_id) WHERE publications.gone IS NOT NULL
    UNION ALL
    SELECT urls.url_id, urls.url, min(failures.first_failed), failures.reason
    FROM failures JOIN urls USING (key) WHERE urls.publication_id IS NULL GROUP BY urls.url_id)
SELECT origin.uid, origin.title, sources.key AS source, cited_links.text AS words_of_the_link, broken.url AS leads_to,
       broken.why, broken.since
FROM broken CROSS JOIN cited_links USING (url_id)
JOIN publications AS origin ON origin.publication_id = cited_links.publication_id
LEFT JOIN sources ON sources.source_id = origin.source_id
ORDER BY broken.since DESC LIMIT 500
