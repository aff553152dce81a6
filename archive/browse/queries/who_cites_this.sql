-- Who cites this publication
-- Everything in the archive that links to the publication with this uid.
SELECT origin.uid, origin.title, sources.key AS source, origin.published, cited_links.text AS words_of_the_link
FROM publications AS target
JOIN urls ON urls.publication_id = target.publication_id
JOIN cited_links USING (url_id)
JOIN publications AS origin ON origin.publication_id = cited_links.publication_id
LEFT JOIN sources ON sources.source_id = origin.source_id
WHERE target.uid = lower(trim(:uid)) AND origin.publication_id <> target.publication_id
ORDER BY origin.published DESC
