-- Texts published at several addresses
-- Groups of near-identical texts: who published first, how many addresses and sources, how long it spread.
SELECT first.uid, first.title, sources.key AS first_source, clusters.size AS addresses, clusters.sources,
       clusters.first_published, clusters.last_published
FROM clusters JOIN publications AS first ON first.publication_id = clusters.first_publication_id
LEFT JOIN sources USING (source_id)
ORDER BY clusters.size DESC, clusters.first_published DESC LIMIT 500
