-- Longest reports
-- The longest texts, in words.
SELECT publications.uid, publications.title, sources.key AS source, publications.type, publications.published,
       publications.word_count
FROM publications LEFT JOIN sources USING (source_id)
ORDER BY publications.word_count DESC LIMIT 100
