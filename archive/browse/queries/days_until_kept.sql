-- Days until kept
-- How many days after the date on the page a publication was first kept, by source: least, mean and most.
SELECT sources.key AS source, count(*) AS publications, min(days) AS least, round(avg(days)) AS mean, max(days) AS most
FROM (SELECT source_id, CAST(julianday(substr(first_seen, 1, 10)) - julianday(substr(published, 1, 10)) AS INTEGER) AS days
      FROM publications WHERE length(published) >= 10)
LEFT JOIN sources USING (source_id) GROUP BY 1 ORDER BY 4
