-- Who writes together
-- Pairs of people who sign the same publications.
SELECT one.name AS author, other.name AS with_author, count(*) AS publications
FROM publication_authors AS a
JOIN publication_authors AS b ON b.publication_id = a.publication_id AND b.author_id > a.author_id
JOIN authors AS one ON one.author_id = a.author_id
JOIN authors AS other ON other.author_id = b.author_id
WHERE one.kind = 'person' AND other.kind = 'person'
GROUP BY a.author_id, b.author_id ORDER BY 3 DESC LIMIT 200
