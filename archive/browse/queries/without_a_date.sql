-- Publications without a date
-- Those whose page tells no day, month or year, the latest kept first; leave the source empty for all.
SELECT publications.uid, publications.title, sources.key AS source, publications.type, publications.first_seen,
       publications.url
FROM publications LEFT JOIN sources USING (source_id)
WHERE publications.published IS NULL AND (:source = '' OR sources.key = :source)
ORDER BY publications.publication_id DESC LIMIT 500
