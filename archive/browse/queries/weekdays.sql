-- Weekdays of publication
-- On which days of the week each source publishes.
SELECT sources.key AS source, sum(day = '1') AS monday, sum(day = '2') AS tuesday, sum(day = '3') AS wednesday,
       sum(day = '4') AS thursday, sum(day = '5') AS friday, sum(day = '6') AS saturday, sum(day = '0') AS sunday
FROM (SELECT source_id, strftime('%w', substr(published, 1, 10)) AS day FROM publications WHERE length(published) >= 10)
LEFT JOIN sources USING (source_id) GROUP BY 1 ORDER BY 1
