-- Authors by output
-- Who signs most, for how many sources, and from when to when.
SELECT authors.name AS author, authors.kind, count(DISTINCT publications.publication_id) AS publications,
       count(DISTINCT publications.source_id) AS sources, min(publications.published) AS first,
       max(publications.published) AS last
FROM (SELECT author_id FROM publication_authors GROUP BY 1 ORDER BY count(*) DESC LIMIT 200)
JOIN publication_authors USING (author_id) JOIN authors USING (author_id) JOIN publications USING (publication_id)
GROUP BY authors.author_id ORDER BY 3 DESC
