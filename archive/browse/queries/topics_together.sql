-- Topics that go together
-- Pairs of topics carried by the same publications, of the 60 most frequent topics.
WITH frequent AS (SELECT topic_id FROM publication_topics GROUP BY 1 ORDER BY count(*) DESC LIMIT 60)
SELECT one.name AS topic, other.name AS with_topic, count(*) AS publications
FROM publication_topics AS a
JOIN publication_topics AS b ON b.publication_id = a.publication_id AND b.topic_id > a.topic_id
JOIN topics AS one ON one.topic_id = a.topic_id
JOIN topics AS other ON other.topic_id = b.topic_id
WHERE a.topic_id IN (SELECT topic_id FROM frequent) AND b.topic_id IN (SELECT topic_id FROM frequent)
GROUP BY a.topic_id, b.topic_id ORDER BY 3 DESC LIMIT 200
