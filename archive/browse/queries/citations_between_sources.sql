-- Who cites whom
-- Which source cites which: publications that cite, and links.
WITH homes AS MATERIALIZED (SELECT publication_id, source_id FROM publications),
pairs AS (
    SELECT origin.source_id AS citing_id, target.source_id AS cited_id,
           count(DISTINCT cited_links.publication_id) AS publications, count(*) AS links
    FROM cited_links
    JOIN urls USING (url_id)
    JOIN homes AS origin ON origin.publication_id = cited_links.publication_id
    JOIN homes AS target ON target.publication_id = urls.publication_id
    WHERE cited_links.publication_id <> urls.publication_id
    GROUP BY 1, 2)
SELECT citing.key AS source, cited.key AS cites, pairs.publications, pairs.links
FROM pairs JOIN sources AS citing ON citing.source_id = pairs.citing_id
JOIN sources AS cited ON cited.source_id = pairs.cited_id
ORDER BY 3 DESC
