-- Cited, but not kept
-- Addresses that publications cite most and that the archive does not hold: what to collect next.
SELECT urls.url, count(DISTINCT cited_links.publication_id) AS cited_by
FROM cited_links JOIN urls USING (url_id)
WHERE urls.publication_id IS NULL
GROUP BY cited_links.url_id ORDER BY 2 DESC LIMIT 200
