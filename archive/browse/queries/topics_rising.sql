-- Topics on the rise
-- Topics of the twelve months up to the newest publication, against the twelve months before.
WITH newest AS (SELECT max(published) AS last FROM publications WHERE published <= date('now', '+1 day')),
bounds AS (SELECT last, date(substr(last || '-01-01', 1, 10), '-1 year') AS a,
                  date(substr(last || '-01-01', 1, 10), '-2 years') AS b FROM newest),
counted AS (
    SELECT publication_topics.topic_id, sum(substr(publications.published, 1, 10) > bounds.a) AS now,
           sum(substr(publications.published, 1, 10) <= bounds.a) AS before
    FROM bounds
    CROSS JOIN publications ON publications.published > bounds.b AND publications.published <= bounds.last
    CROSS JOIN publication_topics ON publication_topics.publication_id = publications.publication_id
    WHERE substr(publications.published, 1, 10) > bounds.b GROUP BY 1)
SELECT topics.name AS topic, counted.now AS last_12_months, counted.before AS the_12_before,
       counted.now - counted.before AS difference
FROM counted JOIN topics USING (topic_id) ORDER BY 4 DESC, 2 DESC, 1 LIMIT 100
