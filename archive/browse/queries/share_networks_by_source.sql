-- Share networks by source
-- Which networks each source offers for sharing, and on how many of its pages.
SELECT sources.key AS source, share_links.network, count(DISTINCT share_links.publication_id) AS publications
FROM share_links JOIN publications USING (publication_id) LEFT JOIN sources USING (source_id)
GROUP BY 1, 2 ORDER BY 1, 3 DESC
