-- Who republishes whom
-- Sources whose texts appear later, near-identically, at other sources.
SELECT origin.key AS first_publisher, taker.key AS also_at, count(*) AS texts
FROM clusters
JOIN publications AS first ON first.publication_id = clusters.first_publication_id
JOIN publications AS copy ON copy.cluster_id = clusters.cluster_id AND copy.publication_id <> first.publication_id
JOIN sources AS origin ON origin.source_id = first.source_id
JOIN sources AS taker ON taker.source_id = copy.source_id
WHERE origin.source_id <> taker.source_id GROUP BY 1, 2 ORDER BY 3 DESC
