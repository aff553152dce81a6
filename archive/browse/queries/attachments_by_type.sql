-- Attachments by type
-- Reports, data and slides that belong to publications, by media type and source.
SELECT sources.key AS source, coalesce(attachments.media_type, 'not stated') AS media_type, count(*) AS files
FROM attachments JOIN publications USING (publication_id) LEFT JOIN sources USING (source_id)
GROUP BY 1, 2 ORDER BY 3 DESC
