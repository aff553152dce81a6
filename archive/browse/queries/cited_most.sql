-- Most cited publications
-- Publications that others in the archive link to in their text, by how many do.
SELECT publications.uid, publications.title, sources.key AS source, publications.published, cited.times AS cited_by
FROM (SELECT urls.publication_id, count(DISTINCT cited_links.publication_id) AS times
      FROM cited_links JOIN urls USING (url_id)
      WHERE urls.publication_id IS NOT NULL AND urls.publication_id <> cited_links.publication_id
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200) AS cited
JOIN publications USING (publication_id) LEFT JOIN sources USING (source_id)
ORDER BY cited.times DESC, publications.published DESC, publications.uid
