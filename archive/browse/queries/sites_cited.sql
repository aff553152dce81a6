-- Sites cited most
-- Which hosts the texts link to, and from how many sources.
SELECT substr(rest, 1, instr(rest || '/', '/') - 1) AS site, count(*) AS links,
       count(DISTINCT publication_id) AS publications, count(DISTINCT source_id) AS sources
FROM (SELECT substr(urls.url, instr(urls.url, '//') + 2) AS rest, publications.publication_id, publications.source_id
      FROM cited_links JOIN urls USING (url_id)
      JOIN publications ON publications.publication_id = cited_links.publication_id)
GROUP BY 1 ORDER BY 3 DESC LIMIT 200
