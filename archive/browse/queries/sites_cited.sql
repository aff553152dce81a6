-- Sites cited most
-- Which hosts the texts link to: addresses, links, and publications that link, one by one for each address.
WITH linked AS (SELECT url_id, count(*) AS links, count(DISTINCT publication_id) AS publications
                FROM cited_links GROUP BY url_id)
SELECT substr(rest, 1, instr(rest || '/', '/') - 1) AS site, count(*) AS addresses, sum(links) AS links,
       sum(publications) AS citations
FROM (SELECT substr(urls.url, instr(urls.url, '//') + 2) AS rest, linked.links, linked.publications
      FROM linked JOIN urls USING (url_id))
GROUP BY 1 ORDER BY 3 DESC LIMIT 200
