-- Who cites whom in half the time: each publication's links are counted together, and no text is read for its source.
DROP VIEW who_cites_whom;

-- Which source cites which, and how many publications of it do.
CREATE VIEW who_cites_whom AS
SELECT citing.key AS source, cited.key AS cites, pairs.publications, pairs.links
FROM (SELECT citing_id, cited_id, count(*) AS publications, sum(links) AS links
      FROM (SELECT origin.source_id AS citing_id, target.source_id AS cited_id, count(*) AS links
            FROM publications AS origin INDEXED BY publications_facets
            CROSS JOIN cited_links ON cited_links.publication_id = origin.publication_id
            CROSS JOIN urls ON urls.url_id = cited_links.url_id
            CROSS JOIN publications AS target INDEXED BY publications_facets ON target.publication_id = urls.publication_id
            WHERE origin.publication_id <> target.publication_id
            GROUP BY origin.publication_id, target.source_id)
      GROUP BY 1, 2) AS pairs
JOIN sources AS citing ON citing.source_id = pairs.citing_id
JOIN sources AS cited ON cited.source_id = pairs.cited_id;
