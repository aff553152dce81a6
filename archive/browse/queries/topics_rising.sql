-- Topics on the rise
-- Topics of the twelve months up to the newest publication, against the twelve months before.
WITH newest AS (SELECT max(published) AS day FROM publications WHERE published <= date('now', '+1 day')),
bounds AS (SELECT date(substr(day || '-01-01', 1, 10), '-1 year') AS a, date(substr(day || '-01-01', 1, 10), '-2 years') AS b
           FROM newest),
counted AS (
    SELECT publication_topics.topic_id, sum(publications.published > bounds.a) AS now,
           sum(publications.published <= bounds.a) AS before
    FROM bounds JOIN publications ON publications.published > bounds.b
    JOIN publication_topics USING (publication_id) GROUP BY 1)
SELECT topics.name AS topic, counted.now AS last_12_months, counted.before AS the_12_before,
       counted.now - counted.before AS difference
FROM counted JOIN topics USING (topic_id) ORDER BY 4 DESC LIMIT 100
