-- Vanished pages
-- Publications that are gone from the web and still here, with how long they were seen.
SELECT publications.uid, publications.title, sources.key AS source, publications.published, publications.gone,
       round(julianday(publications.gone) - julianday(publications.first_seen)) AS days_seen, publications.url
FROM publications LEFT JOIN sources USING (source_id)
WHERE publications.gone IS NOT NULL ORDER BY publications.gone DESC LIMIT 500
