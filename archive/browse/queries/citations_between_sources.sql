-- Who cites whom
-- Which source cites which: publications that cite, and links.
SELECT citing.key AS source, cited.key AS cites, count(DISTINCT origin.publication_id) AS publications,
       count(*) AS links
FROM cited_links
JOIN urls USING (url_id)
JOIN publications AS origin ON origin.publication_id = cited_links.publication_id
JOIN publications AS target ON target.publication_id = urls.publication_id
JOIN sources AS citing ON citing.source_id = origin.source_id
JOIN sources AS cited ON cited.source_id = target.source_id
WHERE origin.publication_id <> target.publication_id
GROUP BY 1, 2 ORDER BY 3 DESC
