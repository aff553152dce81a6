-- Pages that gave no publication
-- Why pages were rejected, by source and reason, with one address of each kind.
SELECT sources.key AS source, rejections.kind, rejections.reason, count(*) AS pages, max(urls.url) AS for_example
FROM rejections JOIN urls USING (url_id) LEFT JOIN sources USING (source_id)
GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 500
