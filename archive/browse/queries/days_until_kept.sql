-- Days until kept
-- How long after the date on the page a publication was first kept, by source: least, mean and most days.
SELECT sources.key AS source, count(*) AS publications,
       round(min(julianday(publications.first_seen) - julianday(substr(publications.published, 1, 10)))) AS least,
       round(avg(julianday(publications.first_seen) - julianday(substr(publications.published, 1, 10)))) AS mean,
       round(max(julianday(publications.first_seen) - julianday(substr(publications.published, 1, 10)))) AS most
FROM publications LEFT JOIN sources USING (source_id)
WHERE length(publications.published) >= 10 GROUP BY 1 ORDER BY 4
