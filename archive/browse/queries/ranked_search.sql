-- Ranked search
-- Publications by their words, best first, as the search page finds them; the query is FTS5's own language.
SELECT publications.uid, publications.title, sources.key AS source, publications.published,
       snippet(publications_fts, -1, '[', ']', '…', 20) AS words_found
FROM publications_fts JOIN publications ON publications.publication_id = publications_fts.rowid
LEFT JOIN sources USING (source_id)
WHERE publications_fts MATCH iif(trim(:query) = '', '""', :query) ORDER BY publications_fts.rank LIMIT 100
