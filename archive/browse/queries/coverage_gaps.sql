-- Coverage gaps
-- Months between a source's first and last publication from which nothing is kept.
WITH RECURSIVE spans AS (
    SELECT source_id, min(substr(published, 1, 7)) AS month, max(substr(published, 1, 7)) AS last
    FROM publications WHERE length(published) >= 7 AND published BETWEEN '1900' AND date('now', '+1 day')
    GROUP BY source_id),
months(source_id, month, last) AS (
    SELECT source_id, month, last FROM spans
    UNION ALL
    SELECT source_id, strftime('%Y-%m', month || '-01', '+1 month'), last FROM months WHERE month < last),
kept AS (SELECT DISTINCT source_id, substr(published, 1, 7) AS month FROM publications WHERE length(published) >= 7)
SELECT sources.key AS source, months.month
FROM months LEFT JOIN sources USING (source_id)
LEFT JOIN kept ON kept.source_id IS months.source_id AND kept.month = months.month
WHERE kept.month IS NULL ORDER BY 1, 2 LIMIT 2000
