-- Topics that go together
-- Pairs of topics that most often stand on the same publications.
WITH pairs AS (
    SELECT a.topic_id AS one_id, b.topic_id AS other_id, count(*) AS publications
    FROM publication_topics AS a
    CROSS JOIN publication_topics AS b ON b.publication_id = a.publication_id AND b.topic_id > a.topic_id
    GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 200)
SELECT one.name AS topic, other.name AS with_topic, pairs.publications
FROM pairs JOIN topics AS one ON one.topic_id = pairs.one_id JOIN topics AS other ON other.topic_id = pairs.other_id
ORDER BY 3 DESC
